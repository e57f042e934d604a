/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-word-list.h"

#include "twf-admit.h"
#include "twf-language.h"

#include <string.h>

/**
 * twf_word_list_parse:
 * @value: a value of the field
 * @language: (out) (transfer full): the language of the word
 * @word: (out) (transfer none): the word, a part of @value
 *
 * Returns: whether @value says a word and its language; nothing is set where it does not
 */
gboolean
twf_word_list_parse (const char *value, char **language, const char **word)
{
  const char *space = strchr (value, ' ');
  g_autofree char *tag = space != NULL ? g_strndup (value, (gsize)(space - value)) : NULL;

  if (!twf_language_is_valid (tag) || space[1] == '\0')
    return FALSE;
  for (const char *at = space + 1; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  *language = g_steal_pointer (&tag);
  *word = space + 1;
  return TRUE;
}

/**
 * twf_word_list_check:
 * @standing: (nullable): what the field holds
 * @values: what it is to hold
 * @error: where an error goes
 *
 * What is there already may stay: a plan that was read may hold worse.
 *
 * Returns: whether the field may hold @values
 * Errors: TWF_ERROR_INVALID if a new one is no word
 */
gboolean
twf_word_list_check (const char *const *standing, const char *const *values, GError **error)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *language = NULL;
      const char *word;

      if (standing != NULL && g_strv_contains (standing, values[i]))
        continue;
      if (!twf_word_list_parse (values[i], &language, &word))
        return twf_refuse (error,
                           TWF_ERROR_INVALID,
                           "“%s” is not a language and one word, such as “ar %s”",
                           values[i],
                           "توافق");
    }
  return TRUE;
}

/**
 * twf_word_list_get:
 * @plan: a plan
 * @language: a language
 *
 * Returns: (transfer full): the plan's own words in @language
 */
GStrv
twf_word_list_get (TwfPlan *plan, const char *language)
{
  const char *const *values = twf_plan_get_values (plan, TWF_PLAN_WORD);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *tag = NULL;
      const char *word;

      if (twf_word_list_parse (values[i], &tag, &word) && g_str_equal (tag, language))
        g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

/**
 * twf_word_list_edit:
 * @plan: a plan
 * @language: a language
 * @word: a word
 * @present: whether it is to be among the plan's words
 *
 * Returns: (transfer full) (nullable): the edit that makes it so; %NULL where it is so already
 */
TwfEdit *
twf_word_list_edit (TwfPlan *plan, const char *language, const char *word, gboolean present)
{
  const char *const *standing = twf_plan_get_values (plan, TWF_PLAN_WORD);
  g_autofree char *value = g_strconcat (language, " ", word, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  if (present == (standing != NULL && g_strv_contains (standing, value)))
    return NULL;
  for (guint i = 0; standing != NULL && standing[i] != NULL; i++)
    if (!g_str_equal (standing[i], value))
      g_ptr_array_add (values, (gpointer)standing[i]);
  if (present)
    g_ptr_array_add (values, value);
  g_ptr_array_add (values, NULL);
  return twf_edit_new_values (NULL, TWF_PLAN_WORD, (const char *const *)values->pdata);
}

/**
 * twf_word_list_names:
 * @plan: a plan
 * @language: a language
 *
 * Returns: (transfer full): what delegations and who represents them are called in @language; their
 *   words are no mistakes
 */
GStrv
twf_word_list_names (TwfPlan *plan, const char *language)
{
  static const char *const fields[] = { TWF_DELEGATION_REPRESENTATIVE, TWF_DELEGATION_TITLE };
  GListModel *delegations = twf_plan_list_delegations (plan);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      g_autofree char *name = twf_delegation_dup_name (delegation, language);

      g_strv_builder_add (names, name);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *text = twf_delegation_dup_localized (delegation, fields[j], language);

          if (text != NULL)
            g_strv_builder_add (names, text);
        }
    }
  return g_strv_builder_end (names);
}
