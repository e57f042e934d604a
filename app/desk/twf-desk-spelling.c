/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-spelling.h"

#include "twf-bidi.h"
#include "twf-word-list.h"

#include <glib/gi18n-lib.h>

/**
 * twf_desk_known_words_new:
 * @plan: a plan
 * @language: a language
 * @ignored: (nullable) (element-type utf8): a set of further words
 *
 * Returns: (transfer full): the words that are right in @plan whatever a dictionary says: its own,
 *   and those of its delegations' names
 */
TwfKnownWords *
twf_desk_known_words_new (TwfPlan *plan, const char *language, GHashTable *ignored)
{
  g_auto (GStrv) own = twf_word_list_get (plan, language);
  g_auto (GStrv) names = twf_word_list_names (plan, language);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;

  for (char **at = own; *at != NULL; at++)
    g_ptr_array_add (texts, *at);
  for (char **at = names; *at != NULL; at++)
    g_ptr_array_add (texts, *at);
  if (ignored != NULL)
    {
      g_hash_table_iter_init (&iter, ignored);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        g_ptr_array_add (texts, word);
    }
  g_ptr_array_add (texts, NULL);
  return twf_known_words_new (language, (const char *const *)texts->pdata);
}

/**
 * twf_spelling_dup_state_words:
 * @state: whether a language can be checked
 * @language: the language
 * @language_name: what it is called in the reader's language
 *
 * Returns: (transfer full) (nullable): why it cannot be; %NULL where it can
 */
char *
twf_spelling_dup_state_words (TwfSpellingState state,
                              const char *language,
                              const char *language_name)
{
  g_autofree char *name = twf_text_isolate (language_name);
  g_autofree char *package = NULL;

  switch (state)
    {
    case TWF_SPELLING_NO_DICTIONARY:
      if (twf_spelling_get_package (language) == NULL)
        /* Translators: %s is the name of a language. */
        return g_strdup_printf (_ ("Spelling is not checked: no dictionary for %s is installed"),
                                name);
      package = twf_text_isolate (twf_spelling_get_package (language));
      /* Translators: the name of a language, and of a package to be installed. */
      return g_strdup_printf (
          _ ("Spelling is not checked: no dictionary for %s is installed (package %s)"),
          name,
          package);
    case TWF_SPELLING_NOT_SPELLED:
      return g_strdup_printf (_ ("Spelling is not checked in %s"), name);
    case TWF_SPELLING_CHECKED:
    default:
      return NULL;
    }
}
