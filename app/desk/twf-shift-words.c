/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-shift-words.h"

#include "twf-bidi.h"
#include "twf-difference.h"

#include <glib/gi18n-lib.h>

/**
 * twf_shift_dup_words:
 * @before: (nullable): what a paragraph said
 * @after: (nullable): what it says now, or what is proposed
 * @language: (nullable): that both are in
 *
 * Returns: (transfer full) (nullable): that it is softer or stronger, and by which words; %NULL: it
 *   is as strong, or that cannot be told
 */
char *
twf_shift_dup_words (const char *before, const char *after, const char *language)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  TwfShift shift = twf_strength_compare (before, after, language, &was, &is);

  if (shift == TWF_SHIFT_NONE)
    return NULL;
  one = twf_text_isolate (was);
  other = twf_text_isolate (is);
  if (shift == TWF_SHIFT_SOFTER)
    /* Translators: words of a text before and after: Urges → Encourages. The arrow points in the
     * direction of reading. */
    return g_strdup_printf (_ ("%s → %s: softer"), one, other);
  /* Translators: words of a text before and after: Invites → Urges. The arrow points in the
   * direction of reading. */
  return g_strdup_printf (_ ("%s → %s: stronger"), one, other);
}

/**
 * twf_shift_dup_words_of_runs:
 * @runs: (element-type TwfRun): the changes of a text
 * @language: (nullable): that it is in
 *
 * Returns: (transfer full) (nullable): as twf_shift_dup_words() has it
 */
char *
twf_shift_dup_words_of_runs (GPtrArray *runs, const char *language)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind != TWF_RUN_INSERTED)
        g_string_append (before, run->text);
      if (run->kind != TWF_RUN_DELETED)
        g_string_append (after, run->text);
    }
  return twf_shift_dup_words (before->str, after->str, language);
}
