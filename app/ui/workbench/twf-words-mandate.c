/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-words.h"

#include "twf-bidi.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROPOSAL "proposal "

/* So many proposals are named by their ids in one line. */
#define MOST_NAMED 3

static const struct
{
  const char *mandate;
  const char *words;
} mandates[] = {
  { "editorial", N_ ("editorial") },
  { "proposal", N_ ("as proposed") },
  { "chair", N_ ("as the chair") },
  { "merge", N_ ("merge") },
};

static char *
dup_proposals (const char *stored)
{
  g_auto (GStrv) ids = g_strsplit (stored, " ", MOST_NAMED + 1);
  guint n = g_strv_length (ids);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    {
      g_autofree char *id = twf_text_isolate (ids[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", id);
    }
  if (n > MOST_NAMED)
    g_string_append (list, " …");
  return g_strdup_printf (n > 1 ? _ ("proposals %s") : _ ("proposal %s"), list->str);
}

static char *
dup_part (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (mandates); i++)
    if (g_str_equal (mandates[i].mandate, part))
      return g_strdup (_ (mandates[i].words));
  if (g_str_has_prefix (part, PROPOSAL))
    return dup_proposals (part + strlen (PROPOSAL));
  return twf_text_isolate (part);
}

/**
 * twf_words_dup_mandate:
 * @mandate: (nullable): a revision's mandate, as it is stored
 *
 * What the application writes is said in the reader's language, anything else as it stands.
 *
 * Returns: (transfer full): under what mandate that is
 */
char *
twf_words_dup_mandate (const char *mandate)
{
  g_auto (GStrv) parts = NULL;

  if (mandate == NULL)
    return g_strdup (_ ("no mandate"));
  parts = g_strsplit (mandate, ", ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = parts[i];

      parts[i] = dup_part (part);
    }
  return g_strjoinv (" · ", parts);
}
