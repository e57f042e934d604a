/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-words.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-oral.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROPOSAL "proposal "
#define AGREEMENT "agreement "
#define SILENCE "silence "

static const struct
{
  const char *mandate;
  const char *words;
} mandates[] = {
  { "editorial", N_ ("editorial") },
  { "proposal", N_ ("as proposed") },
  { "chair", N_ ("as the chair") },
  { "merge", N_ ("merge of contributions") },
};

/* Which ones is seen in what it changed: no list shows an id. */
static const char *
get_proposals (const char *stored)
{
  return strchr (stored, ' ') != NULL ? _ ("on proposals") : _ ("on a proposal");
}

/* When it was read out: the revision may have been made later. */
static char *
dup_orally (const char *part, gint64 when)
{
  g_autofree char *reader = twf_oral_dup_reader (part);
  g_autofree char *moment = twf_byline_dup_moment (when);
  g_autofree char *code = reader != NULL ? twf_text_isolate (reader) : NULL;

  if (code != NULL)
    /* Translators: a mandate: code of the delegation that read it out, then the moment. */
    return g_strdup_printf (_ ("as orally revised by %s, %s"), code, moment);
  /* Translators: a mandate: the chair read it out; the moment. */
  return g_strdup_printf (_ ("as orally revised, %s"), moment);
}

static char *
dup_part (const char *part)
{
  gint64 when;

  for (guint i = 0; i < G_N_ELEMENTS (mandates); i++)
    if (g_str_equal (mandates[i].mandate, part))
      return g_strdup (_ (mandates[i].words));
  if (g_str_has_prefix (part, AGREEMENT))
    return g_strdup (_ ("on what is agreed"));
  if (g_str_has_prefix (part, PROPOSAL))
    return g_strdup (get_proposals (part + strlen (PROPOSAL)));
  if (g_str_has_prefix (part, SILENCE))
    return g_strdup (_ ("breaking silence"));
  if (twf_oral_read_mandate (part, NULL, &when))
    return dup_orally (part, when);
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
