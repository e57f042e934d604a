/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-spelling.h"

#include "twf-bidi.h"
#include "twf-desk-spelling.h"
#include "twf-language.h"

#include <glib/gi18n-lib.h>

/* What is gone through, one language after the other. */
typedef struct
{
  TwfCli *cli;
  TwfSpeller *speller;
  JsonArray *words; /* NULL: words are printed */
  guint n_found;

  /* Of the language. */
  const char *language;
  TwfKnownWords *known;
  GHashTable *suggestions; /* char* word -> GStrv */
} Check;

static const char *const *
get_suggestions (Check *self, const char *word)
{
  GStrv suggestions = g_hash_table_lookup (self->suggestions, word);

  if (suggestions == NULL)
    {
      suggestions = twf_speller_suggest (self->speller, word, self->language);
      g_hash_table_insert (self->suggestions, g_strdup (word), suggestions);
    }
  return (const char *const *)suggestions;
}

static void
print_word (Check *self, const char *id, const char *word)
{
  g_autoptr (GString) meant = g_string_new (NULL);
  g_autofree char *shown = twf_text_isolate (word);
  const char *const *suggestions = get_suggestions (self, word);

  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      g_autofree char *suggestion = twf_text_isolate (suggestions[i]);

      g_string_append_printf (meant, "%s%s", i > 0 ? ", " : "", suggestion);
    }
  twf_cli_print (self->cli, "%s%s%s: ", id, *id != '\0' ? "  " : "", self->language);
  if (meant->len == 0)
    twf_cli_print (self->cli, _ ("%s is in no dictionary\n"), shown);
  else
    /* Translators: an unknown word, and words that may have been meant, commas between. */
    twf_cli_print (self->cli, _ ("%s is in no dictionary; perhaps %s\n"), shown, meant->str);
}

static void
add_word (Check *self,
          const char *id,
          const char *part,
          const TwfMisspelling *misspelling,
          const char *word)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "part", part);
  json_object_set_string_member (object, "language", self->language);
  json_object_set_string_member (object, "word", word);
  json_object_set_int_member (object, "offset", (gint64)misspelling->start);
  twf_cli_set_json_strings (object, "suggestions", get_suggestions (self, word));
  json_array_add_object_element (self->words, object);
}

/* A word that stands in a text several times is named once. */
static void
check_text (Check *self, const char *id, const char *part, const char *text)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (text == NULL)
    return;
  found = twf_speller_check (self->speller, text, self->language, self->known);
  for (guint i = 0; i < found->len; i++)
    {
      const TwfMisspelling *misspelling = &g_array_index (found, TwfMisspelling, i);
      g_autofree char *word = g_strndup (text + misspelling->start, misspelling->length);

      if (g_hash_table_contains (named, word))
        continue;
      if (self->words != NULL)
        add_word (self, id, part, misspelling, word);
      else
        print_word (self, id, word);
      g_hash_table_add (named, g_steal_pointer (&word));
      self->n_found++;
    }
}

static void
check_language (Check *self, TwfPlan *plan)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);

  check_text (self, "", "title", twf_plan_get_title (plan, self->language));
  for (guint i = 0; i < provisions->len; i++)
    for (int part = 0; part < TWF_N_PARTS; part++)
      check_text (self,
                  twf_provision_get_id (provisions->pdata[i]),
                  twf_part_get_name (part),
                  twf_provision_get_text (provisions->pdata[i], part, self->language));
}

/**
 * twf_cli_check_spelling:
 * @cli: the command
 * @plan: a plan
 * @object: (nullable): what is printed as JSON at the end; %NULL: lines are printed
 *
 * Names the words of all texts that no dictionary knows, and the languages without a dictionary.
 *
 * Returns: how many words
 */
guint
twf_cli_check_spelling (TwfCli *cli, TwfPlan *plan, JsonObject *object)
{
  static const char *const states[] = {
    [TWF_SPELLING_CHECKED] = "checked",
    [TWF_SPELLING_NO_DICTIONARY] = "no-dictionary",
    [TWF_SPELLING_NOT_SPELLED] = "not-spelled",
  };
  const char *const *languages = twf_plan_get_languages (plan);
  JsonObject *spelling = object != NULL ? json_object_new () : NULL;
  Check self = { .cli = cli, .words = object != NULL ? json_array_new () : NULL };

  self.speller = twf_speller_new ();
  for (guint i = 0; languages[i] != NULL; i++)
    {
      TwfSpellingState state = twf_speller_get_state (self.speller, languages[i]);
      g_autofree char *name = twf_language_dup_name (languages[i], twf_cli_get_language ());
      g_autofree char *why = twf_spelling_dup_state_words (state, languages[i], name);

      if (object != NULL)
        json_object_set_string_member (spelling, languages[i], states[state]);
      else if (why != NULL)
        twf_cli_print (cli, "%s: %s\n", languages[i], why);
      if (state != TWF_SPELLING_CHECKED)
        continue;
      self.language = languages[i];
      self.known = twf_desk_known_words_new (plan, languages[i], NULL);
      self.suggestions
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
      check_language (&self, plan);
      g_hash_table_unref (self.suggestions);
      twf_known_words_unref (self.known);
    }
  if (object != NULL)
    {
      json_object_set_object_member (object, "spelling", spelling);
      json_object_set_array_member (object, "words", self.words);
    }
  twf_speller_free (self.speller);
  return self.n_found;
}
