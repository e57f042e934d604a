/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-text-merge.h"

#include <string.h>

#define ROUNDS 2000

static char *
merge_decided (const char *base, const char *one, const char *other)
{
  const char *const sides[] = { one, other };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 2, "en");

  g_assert_true (twf_pieces_are_decided (pieces));
  return twf_pieces_dup_text (pieces, G_MAXUINT);
}

static void
assert_joins (const char *base, const char *one, const char *other, const char *expected)
{
  g_autofree char *text = merge_decided (base, one, other);
  g_autofree char *turned = merge_decided (base, other, one);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (turned, ==, expected);
}

static void
test_joins (void)
{
  assert_joins ("Each State shall report to the Conference.",
                "Each State should report to the Conference.",
                "Each State shall report to the Assembly.",
                "Each State should report to the Assembly.");
  /* Words that stand side by side are different words. */
  assert_joins (
      "the first second third", "the 1st second third", "the first 2nd third", "the 1st 2nd third");
  assert_joins ("one two three", "one 2 three", "one two very three", "one 2 very three");
  assert_joins ("a b c d", "b c d", "a b c", "b c");
  assert_joins ("", "", "new", "new");
  assert_joins ("old", "", "old", "");
  assert_joins ("old text", "", "", "");
}

static void
test_keeps_both (void)
{
  const char *const sides[] = { "First. States shall act. Last.",
                                "First. States should act. Last.",
                                "First. States must act. Last.",
                                "First. States should act. Last." };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (sides[0], sides + 1, 3, "en");
  const TwfPiece *piece = pieces->pdata[1];
  const TwfAlternative *one, *other;

  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpstr (piece->text, ==, "States shall act.");
  g_assert_cmpuint (piece->alternatives->len, ==, 2);
  one = piece->alternatives->pdata[0];
  other = piece->alternatives->pdata[1];
  g_assert_cmpstr (one->text, ==, "States must act.");
  g_assert_cmpuint (one->n_sides, ==, 1);
  g_assert_cmpuint (one->sides[0], ==, 1);
  g_assert_cmpstr (other->text, ==, "States should act.");
  g_assert_cmpuint (other->n_sides, ==, 2);
  g_assert_cmpuint (other->sides[1], ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = twf_pieces_dup_text (pieces, i);

      g_assert_cmpstr (text, ==, sides[i + 1]);
    }
}

static void
test_forms_do_not_fight (void)
{
  /* Spaces, tatweel, a decomposed letter. */
  assert_joins ("a b  c", "a b c", "a x  c", "a x c");
  assert_joins ("\331\205\330\247 \330\252\331\205",
                "\331\205\331\200\330\247 \330\252\331\205",
                "\331\205\330\247 \330\252\331\210",
                "\331\205\331\200\330\247 \330\252\331\210");
  assert_joins (
      "caf\303\251 au lait", "cafe\314\201 au lait", "caf\303\251 au miel", "cafe\314\201 au miel");
  assert_joins ("one\r\ntwo\r\n", "one\ntwo\n", "one\r\n2\r\n", "one\n2\n");
}

static char *
make_text (guint kinds)
{
  static const char *const words[] = { "peace",     "\330\263\331\204\330\247\331\205",
                                       "and",       ",",
                                       ".",         "\345\222\214",
                                       "12 March",  "States",
                                       "shall",     "\n",
                                       "e\314\201", "\n\n" };
  GString *text = g_string_new (NULL);
  guint n = (guint)g_test_rand_int_range (0, 40);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text,
                       words[g_test_rand_int_range (0, (gint)MIN (kinds, G_N_ELEMENTS (words)))]);
      if (g_test_rand_int_range (0, 5) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
test_laws (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *base = make_text (2 + round % 11);
      g_autofree char *one = make_text (2 + round % 11);
      g_autofree char *other = make_text (2 + round % 11);
      const char *const sides[] = { one, other };
      const char *const turned[] = { other, one };
      g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 2, NULL);
      g_autoptr (GPtrArray) again = twf_merge_texts (base, turned, 2, NULL);

      assert_joins (base, one, one, one);
      assert_joins (base, one, base, one);
      g_assert_cmpuint (pieces->len, ==, again->len);
      for (guint side = 0; side < 2; side++)
        {
          g_autofree char *text = twf_pieces_dup_text (pieces, side);
          g_autofree char *same = twf_pieces_dup_text (again, 1 - side);

          g_assert_cmpstr (text, ==, same);
        }
    }
}

static void
test_carries (void)
{
  gboolean clash;
  g_autofree char *one = twf_text_carry ("a B c d", "a b c d", "a b c D", NULL, &clash);
  g_autofree char *other = NULL;

  g_assert_cmpstr (one, ==, "a B c D");
  g_assert_false (clash);
  other = twf_text_carry ("a B c d", "a b c d", "a x c D", NULL, &clash);
  g_assert_cmpstr (other, ==, "a B c D");
  g_assert_true (clash);
}

/* Accepted apart, the paragraph would stand twice, or nowhere. */
static void
test_splits_moved_lines (void)
{
  const char *base = "States protect the museums of their capitals.\n"
                     "Libraries lend old books to every school.\n"
                     "Archives open their doors once a year.";
  const char *moved = "Libraries lend old books to every school.\n"
                      "Archives open their doors twice a year.\n"
                      "States protect the museums of their capitals.";
  g_autoptr (GPtrArray) one = twf_text_split (base, moved, NULL);
  g_autoptr (GPtrArray) two = NULL;

  for (guint i = 0; i < one->len; i++)
    {
      const char *change = one->pdata[i];

      g_assert_nonnull (strstr (change, "museums"));
      g_assert_true (strstr (change, "museums") == g_strrstr (change, "museums"));
    }
  two = twf_text_split (base,
                        "Libraries lend old books to every school.\n"
                        "Archives open their doors once a year.\n"
                        "States protect the museums of their capitals.",
                        NULL);
  g_assert_cmpuint (two->len, ==, 1);
}

static void
test_splits (void)
{
  g_autoptr (GPtrArray) changes
      = twf_text_split ("One two. Three four. Five.", "One 2. Three four. Fünf.", NULL);

  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (changes->pdata[0], ==, "One 2. Three four. Five.");
  g_assert_cmpstr (changes->pdata[1], ==, "One two. Three four. Fünf.");
  test_splits_moved_lines ();
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *base = make_text (12);
      g_autofree char *wording = make_text (12);
      g_autoptr (GPtrArray) parts = twf_text_split (base, wording, NULL);
      g_autoptr (GPtrArray) pieces
          = twf_merge_texts (base, (const char *const *)parts->pdata, parts->len, NULL);
      g_autofree char *text = twf_pieces_dup_text (pieces, 0);

      g_assert_true (twf_pieces_are_decided (pieces));
      g_assert_cmpstr (text, ==, wording);
    }
}

/* What all alternatives have in common is agreed, and the rest is told apart sentence by sentence.
 */
static void
test_finds_what_both_did (void)
{
  const char *const sides[] = { "A draft of a text.",
                                "Alpha beta gamma. States shall meet in Vienna. Delta epsilon.",
                                "Zeta eta theta. States shall meet in Vienna. Iota kappa." };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (sides[0], sides + 1, 2, "en");
  const TwfPiece *agreed;

  g_assert_cmpuint (pieces->len, ==, 3);
  agreed = pieces->pdata[1];
  g_assert_null (agreed->alternatives);
  g_assert_cmpstr (agreed->text, ==, "States shall meet in Vienna. ");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = twf_pieces_dup_text (pieces, i);

      g_assert_cmpstr (text, ==, sides[i + 1]);
    }
}

/* One change made in two ways is not joined to stand there twice. */
static void
test_doubles (void)
{
  const char *const sides[]
      = { "States meet yearly.", "States meet in Geneva yearly.", "States meet yearly in Geneva." };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (sides[0], sides + 1, 2, "en");

  g_assert_false (twf_pieces_are_decided (pieces));
}

/* A passage that was rewritten line by line clashes only in the lines that others changed too. */
static void
test_lines_of_a_rewritten_passage (void)
{
  g_autofree char *text = merge_decided ("one two three\nfour five six\nseven eight nine\n",
                                         "eins zwei drei\nvier fuenf sechs\nsieben acht neun\n",
                                         "one two three\nfour five six\nseven eight nine\nten\n");

  g_assert_cmpstr (text, ==, "eins zwei drei\nvier fuenf sechs\nsieben acht neun\nten\n");
}

/* Every word belongs to at most one of three sides, who leave it out, exchange it or add one. */
static void
test_independent_words_join (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) base = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      GString *texts[3] = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
      const char *sides[3];
      gint last = -1;
      g_autoptr (GPtrArray) pieces = NULL;
      g_autofree char *text = NULL;

      for (guint word = 0; word < 20; word++)
        {
          gint owner = last >= 0 ? -1 : g_test_rand_int_range (-1, 3);
          gint what = g_test_rand_int_range (0, 3);
          g_autofree char *old = g_strdup_printf ("word%u ", word);
          g_autofree char *new = what == 0   ? g_strdup ("")
                                 : what == 1 ? g_strdup_printf ("side%dat%u ", owner, word)
                                             : g_strdup_printf ("%sand%uof%d ", old, word, owner);

          g_string_append (base, old);
          g_string_append (expected, owner >= 0 ? new : old);
          for (gint side = 0; side < 3; side++)
            g_string_append (texts[side], side == owner ? new : old);
          last = owner;
        }
      for (guint side = 0; side < 3; side++)
        sides[side] = texts[side]->str;
      pieces = twf_merge_texts (base->str, sides, 3, "en");
      text = twf_pieces_dup_text (pieces, G_MAXUINT);
      g_assert_true (twf_pieces_are_decided (pieces));
      g_assert_cmpstr (g_strchomp (text), ==, g_strchomp (expected->str));
      for (guint side = 0; side < 3; side++)
        g_string_free (texts[side], TRUE);
    }
}

static void
assert_same_pieces (GPtrArray *pieces, GPtrArray *others)
{
  g_assert_cmpuint (pieces->len, ==, others->len);
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *one = pieces->pdata[i];
      const TwfPiece *other = others->pdata[i];

      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpint (one->joined == NULL, ==, other->joined == NULL);
      g_assert_cmpint (one->alternatives == NULL, ==, other->alternatives == NULL);
      for (guint k = 0; one->alternatives != NULL && k < one->alternatives->len; k++)
        {
          const TwfAlternative *alternative = one->alternatives->pdata[k];

          g_assert_cmpuint (one->alternatives->len, ==, other->alternatives->len);
          g_assert_cmpstr (
              alternative->text, ==, ((TwfAlternative *)other->alternatives->pdata[k])->text);
        }
    }
}

static void
test_order_and_words (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *base = make_text (14);
      g_autofree char *one = make_text (14);
      g_autofree char *two = make_text (14);
      g_autofree char *three = make_text (14);
      const char *const sides[] = { one, two, three };
      const char *const turned[] = { three, one, two };
      g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 3, NULL);
      g_autoptr (GPtrArray) others = twf_merge_texts (base, turned, 3, NULL);

      assert_same_pieces (pieces, others);
      for (guint side = 0; side < 3; side++)
        {
          g_autofree char *text = twf_pieces_dup_text (pieces, side);
          const char *const words[]
              = { "peace", "\330\263\331\204\330\247\331\205", "States", "March" };

          for (guint i = 0; i < G_N_ELEMENTS (words); i++)
            if (strstr (base, words[i]) == NULL)
              g_assert_cmpint (
                  strstr (text, words[i]) != NULL, >=, strstr (sides[side], words[i]) != NULL);
        }
    }
}

/* Nobody asks for another's words to go that he never saw. */
static void
test_carries_what_stands_beside (void)
{
  gboolean clash = FALSE;
  g_autofree char *text = twf_text_carry (
      "States meet and act.", "States meet.", "States meet yearly.", "en", &clash);

  g_assert_true (clash);
  g_assert_cmpstr (text, ==, "States meet yearly and act.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-merge/joins", test_joins);
  g_test_add_func ("/text-merge/keeps-both", test_keeps_both);
  g_test_add_func ("/text-merge/forms-do-not-fight", test_forms_do_not_fight);
  g_test_add_func ("/text-merge/laws", test_laws);
  g_test_add_func ("/text-merge/carries", test_carries);
  g_test_add_func ("/text-merge/splits", test_splits);
  g_test_add_func ("/text-merge/finds-what-both-did", test_finds_what_both_did);
  g_test_add_func ("/text-merge/doubles", test_doubles);
  g_test_add_func ("/text-merge/lines-of-a-rewritten-passage", test_lines_of_a_rewritten_passage);
  g_test_add_func ("/text-merge/independent-words-join", test_independent_words_join);
  g_test_add_func ("/text-merge/order-and-words", test_order_and_words);
  g_test_add_func ("/text-merge/carries-what-stands-beside", test_carries_what_stands_beside);
  return g_test_run ();
}
