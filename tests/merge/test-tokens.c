/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-tokens.h"

#include <string.h>

/* What words are joined from, what parts them, and what only looks like either. */
static const char *const pieces[] = {
  "المياه",   "  ", " ",   "\n", "\r\n", ".",           ",",     "12", "12\302\240345", "%",
  "A/64/L.1", "-",  "ـ",   "٥",  "水",   "e\314\201",   "well-", "'",  "\342\200\217",  " 5 %",
  "يوم",      "؛",  "$ 5", ":",  "@x.y", "\343\200\200"
};

static void
append_pieces (GString *text, int most)
{
  for (int i = g_test_rand_int_range (0, most); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static void
assert_same (const TwfTokens *one, const TwfTokens *other)
{
  g_assert_cmpuint (one->n_tokens, ==, other->n_tokens);
  g_assert_cmpuint (one->n_words, ==, other->n_words);
  g_assert_cmpmem (one->words, one->n_words * 4, other->words, other->n_words * 4);
  g_assert_cmpmem (one->positions, one->n_words * 4, other->positions, other->n_words * 4);
  for (guint i = 0; i < one->n_tokens; i++)
    {
      g_assert_cmpuint (one->tokens[i].start, ==, other->tokens[i].start);
      g_assert_cmpuint (one->tokens[i].length, ==, other->tokens[i].length);
      g_assert_cmpuint (one->tokens[i].symbol, ==, other->tokens[i].symbol);
      g_assert_cmpint (one->tokens[i].kind, ==, other->tokens[i].kind);
    }
}

/* A text that is cut with the help of its former version is cut as it is without. */
static void
test_after (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) start = g_string_new (NULL);
      g_autoptr (GString) end = g_string_new (NULL);
      g_autoptr (GString) one = g_string_new (NULL);
      g_autoptr (GString) other = g_string_new (NULL);
      g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
      g_autoptr (TwfTokens) former = NULL;
      g_autoptr (TwfTokens) after = NULL;
      g_autoptr (TwfTokens) whole = NULL;
      g_autoptr (GArray) new_words = g_array_new (FALSE, FALSE, sizeof (TwfNewWords));
      g_autoptr (GString) between = g_string_new (NULL);

      append_pieces (start, 40);
      append_pieces (end, 40);
      g_string_append (one, start->str);
      append_pieces (one, 4);
      g_string_append (other, start->str);
      append_pieces (other, 4);
      /* Two changes in three have something long between them. */
      if (round % 3 > 0)
        {
          append_pieces (between, round % 3 == 1 ? 60 : 300);
          g_string_append (one, between->str);
          g_string_append (other, between->str);
          append_pieces (one, 4);
          append_pieces (other, 4);
        }
      g_string_append (one, end->str);
      g_string_append (other, end->str);
      former = twf_tokens_new (one->str, "ar", lexicon);
      after = twf_tokens_new_after (other->str, "ar", lexicon, former, new_words);
      whole = twf_tokens_new (other->str, "ar", lexicon);
      assert_same (after, whole);
      for (guint i = 0; i < new_words->len; i++)
        g_assert_cmpuint (g_array_index (new_words, TwfNewWords, i).first
                              + g_array_index (new_words, TwfNewWords, i).n,
                          <=,
                          after->n_words);
    }
}

/* Lines, some of which both texts have, in any order. */
static char *
dup_lines (const char *const *lines, guint n_lines)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        append_pieces (text, 6);
      else
        g_string_append (text, lines[g_test_rand_int_range (0, (gint32)n_lines)]);
      if (g_test_rand_int_range (0, 8) > 0)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* A text that is cut with the help of another that has lines of it is cut as it is without. */
static void
test_beside (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      g_autoptr (TwfTokens) former = NULL;
      g_autoptr (TwfTokens) beside = NULL;
      g_autoptr (TwfTokens) whole = NULL;

      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (GString) line = g_string_new (NULL);

          append_pieces (line, 12);
          g_ptr_array_add (lines, g_strdup (line->str));
        }
      one = dup_lines ((const char *const *)lines->pdata, lines->len);
      other = dup_lines ((const char *const *)lines->pdata, lines->len);
      former = twf_tokens_new (one, "ar", lexicon);
      beside = twf_tokens_new_beside (other, "ar", lexicon, former);
      whole = twf_tokens_new (other, "ar", lexicon);
      assert_same (beside, whole);
    }
}

static void
test_after_nothing (void)
{
  g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
  g_autoptr (GArray) new_words = g_array_new (FALSE, FALSE, sizeof (TwfNewWords));
  g_autoptr (TwfTokens) nothing = twf_tokens_new ("", "en", lexicon);
  g_autoptr (TwfTokens) words
      = twf_tokens_new_after ("Two words", "en", lexicon, nothing, new_words);
  g_autoptr (TwfTokens) again = twf_tokens_new_after ("Two words", "en", lexicon, words, new_words);
  g_autoptr (TwfTokens) none = twf_tokens_new_after ("", "en", lexicon, words, new_words);

  g_assert_cmpuint (words->n_words, ==, 2);
  assert_same (words, again);
  g_assert_cmpuint (none->n_tokens, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/after", test_after);
  g_test_add_func ("/tokens/after-nothing", test_after_nothing);
  g_test_add_func ("/tokens/beside", test_beside);
  return g_test_run ();
}
