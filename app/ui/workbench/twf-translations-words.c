/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-translations.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-translation.h"
#include "twf-words.h"

#include <glib/gi18n.h>

static const char *const titles[TWF_N_TRANSLATED_STATES] = {
  [TWF_TRANSLATED_CURRENT] = N_ ("Up to date"),
  [TWF_TRANSLATED_MISSING] = N_ ("Not translated"),
  [TWF_TRANSLATED_STALE] = N_ ("The source changed since"),
  [TWF_TRANSLATED_UNWORKED] = N_ ("Marked, though not a word changed"),
  [TWF_TRANSLATED_RETOUCHED] = N_ ("Changed since it was marked"),
};

/**
 * twf_translations_get_title:
 * @state: how a text stands to its source
 *
 * Returns: that in a few words
 */
const char *
twf_translations_get_title (TwfTranslatedState state)
{
  g_return_val_if_fail (state < TWF_N_TRANSLATED_STATES, "");

  return _ (titles[state]);
}

/* "Canada, 3 May 2026" */
static char *
dup_whose (TwfWorkbench *workbench, const char *by, gint64 when)
{
  g_autofree char *name = by == NULL ? g_strdup (_ ("somebody"))
                          : g_str_equal (by, TWF_PROPOSED_BY_FACILITATOR)
                              ? g_strdup (_ ("the facilitator"))
                              : twf_words_dup_delegation (workbench, by);
  g_autofree char *isolated = twf_text_isolate (name);
  g_autofree char *day = when >= 0 ? twf_byline_dup_day (when) : NULL;

  /* Translators: who did something, and on which day. */
  return day != NULL ? g_strdup_printf (_ ("%s on %s"), isolated, day)
                     : g_steal_pointer (&isolated);
}

static const char *
get_format (TwfTranslatedState state)
{
  switch (state)
    {
    case TWF_TRANSLATED_STALE:
      return _ ("Translated by %s from the wording then");
    case TWF_TRANSLATED_UNWORKED:
      return _ ("Marked as translated by %s, though not a word changed since the source did");
    case TWF_TRANSLATED_RETOUCHED:
      return _ ("Changed since it was marked as translated by %s");
    default:
      return _ ("Translated by %s");
    }
}

static char *
dup_recorded (TwfWorkbench *workbench,
              const TwfTranslation *record,
              const TwfTranslated *translated)
{
  g_autofree char *whose = dup_whose (workbench, record->by, record->when);
  g_autoptr (GString) line = g_string_new (NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (line, get_format (translated->state), whose);
#pragma GCC diagnostic pop
  if (translated->dismissed)
    {
      g_autofree char *other = dup_whose (workbench, record->dismissed_by, record->dismissed_when);

      g_string_append (line, " · ");
      g_string_append_printf (line, _ ("not affected by what changed since, says %s"), other);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * twf_translations_dup_state:
 * @self: how the texts of a plan stand to their sources
 * @provision: a provision of it
 * @part: which text
 * @language: in which language
 * @translated: how it stands
 *
 * Returns: (transfer full) (nullable): that in a sentence, with who said so and when; %NULL: there
 * is nothing to say
 */
char *
twf_translations_dup_state (TwfTranslations *self,
                            TwfProvision *provision,
                            TwfPart part,
                            const char *language,
                            const TwfTranslated *translated)
{
  g_autoptr (TwfTranslation) record = twf_translation_find (provision, part, language);

  if (translated->state == TWF_TRANSLATED_MISSING)
    return g_strdup (_ ("Not translated yet"));
  if (record != NULL)
    return dup_recorded (twf_translations_get_workbench (self), record, translated);
  return translated->state == TWF_TRANSLATED_STALE
             ? g_strdup (_ ("The source changed since this was written"))
             : NULL;
}
