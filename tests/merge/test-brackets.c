/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Texts with what is open about them in brackets. */
#include "twf-brackets.h"

#include <string.h>

#define ROUNDS 3000
#define MOST 4

static void
spell (GString *out, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      if (piece->alternatives == NULL)
        {
          g_string_append (out, piece->text);
          continue;
        }
      g_string_append_c (out, '[');
      if (piece->inside != NULL)
        spell (out, piece->inside);
      else
        g_string_append (out, piece->text);
      for (guint a = 0; a < piece->alternatives->len; a++)
        {
          const TwfAlternative *alternative = piece->alternatives->pdata[a];

          g_string_append_printf (out, "|%s", alternative->text);
          for (guint s = 0; s < alternative->n_sides; s++)
            g_string_append_printf (out, "%s%u", s == 0 ? "-" : "+", alternative->sides[s]);
        }
      g_string_append_c (out, ']');
    }
}

static char *
compile (const char *text, const char *const *wordings)
{
  g_autoptr (GPtrArray) pieces
      = twf_brackets_new (text, wordings, g_strv_length ((char **)wordings), "en");
  GString *out = g_string_new (NULL);

  spell (out, pieces);
  return g_string_free (out, FALSE);
}

#define assert_compiles(text, expected, ...)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *const wordings[] = { __VA_ARGS__, NULL };                                          \
    g_autofree char *compiled = compile (text, wordings);                                          \
                                                                                                   \
    g_assert_cmpstr (compiled, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

static void
test_practice (void)
{
  /* What delegations did with one sentence in 2006. */
  assert_compiles ("internationally agreed development goals",
                   "internationally agreed development goals[| and commitments-0]",
                   "internationally agreed development goals and commitments");
}

static void
test_kinds (void)
{
  const char *text = "Each State shall report to the Conference.";

  assert_compiles (text, text, text);
  assert_compiles (text,
                   "Each State [shall|should-0+2|must-1] report to the Conference.",
                   "Each State should report to the Conference.",
                   "Each State must report to the Conference.",
                   "Each State should report to the Conference.");
  assert_compiles (
      text,
      "Each State shall report [|annually -0|promptly -1]to the [Conference|Assembly-2].",
      "Each State shall report annually to the Conference.",
      "Each State shall report promptly to the Conference.",
      "Each State shall report to the Assembly.");
  /* Whoever wants the words to go, wants it of what others want instead as well. */
  assert_compiles (text,
                   "Each State shall report[ to the [Conference|Assembly-1]|-0].",
                   "Each State shall report.",
                   "Each State shall report to the Assembly.");
  /* A comma may be all that is open. */
  assert_compiles (text,
                   "Each State[|,-0] shall report to the Conference.",
                   "Each State, shall report to the Conference.");
  assert_compiles ("", "[|New words.-0]", "New words.");
  assert_compiles ("Old words.", "[Old words.|-0]", "");
  /* Beside each other, not in one. */
  assert_compiles (
      "one two three four", "one [two|2-0] [three|3-1] four", "one 2 three four", "one two 3 four");
}

static void
test_spelling_alone (void)
{
  /* Spaces are no words: the wording stands beside the whole, what others change inside. */
  assert_compiles ("a b  c d", "[a b  [c|x-1] d|a b c d-0]", "a b c d", "a b  x d");
}

static char *
make_text (guint kinds)
{
  static const char *const words[] = { "peace",     "\330\263\331\204\330\247\331\205",
                                       "and",       ",",
                                       ".",         "\345\222\214",
                                       "12",        "States",
                                       "e\314\201", "shall",
                                       "\n" };
  GString *text = g_string_new (NULL);
  guint n = (guint)g_test_rand_int_range (0, 24);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text,
                       words[g_test_rand_int_range (0, (gint)MIN (kinds, G_N_ELEMENTS (words)))]);
      if (g_test_rand_int_range (0, 6) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

/* As delegations do: mostly the text, here and there other words. */
static char *
change_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint chance = g_test_rand_int_range (0, 12);

      if (i > 0)
        g_string_append_c (out, ' ');
      if (chance == 0)
        g_string_append (out, "other");
      else if (chance == 1)
        g_string_append_printf (out, "%s more", words[i]);
      else if (chance != 2)
        g_string_append (out, words[i]);
    }
  return g_string_free (out, FALSE);
}

/* A bracket holds something that differs, and nothing that all say at an edge of it but words. */
static void
assert_tight (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      if (piece->alternatives == NULL)
        {
          g_assert_cmpstr (piece->text, !=, "");
          continue;
        }
      g_assert_cmpuint (piece->alternatives->len, >, 0);
      for (guint a = 0; a < piece->alternatives->len; a++)
        g_assert_cmpstr (((TwfAlternative *)piece->alternatives->pdata[a])->text, !=, piece->text);
      if (piece->inside != NULL)
        {
          g_autofree char *standing
              = twf_brackets_dup_reading (piece->inside, TWF_READING_STANDING);

          g_assert_cmpstr (standing, ==, piece->text);
          g_assert_cmpuint (twf_brackets_count (piece->inside), >, 0);
          assert_tight (piece->inside);
        }
    }
}

static void
test_laws (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *text = make_text (2 + round % 10);
      guint n = 1 + round % MOST;
      char *wordings[MOST];
      const char *turned[MOST];
      g_autoptr (GPtrArray) pieces = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autofree char *standing = NULL;

      for (guint i = 0; i < n; i++)
        wordings[i]
            = g_test_rand_int_range (0, 3) > 0 ? change_text (text) : make_text (2 + round % 10);
      for (guint i = 0; i < n; i++)
        turned[i] = wordings[n - 1 - i];
      pieces = twf_brackets_new (text, (const char *const *)wordings, n, NULL);
      again = twf_brackets_new (text, turned, n, NULL);
      assert_tight (pieces);
      standing = twf_brackets_dup_reading (pieces, TWF_READING_STANDING);
      g_assert_cmpstr (standing, ==, text);
      /* Who comes first makes no difference but in what order alternatives are listed. */
      g_assert_cmpuint (pieces->len, ==, again->len);
      g_assert_cmpuint (twf_brackets_count (pieces), ==, twf_brackets_count (again));
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *reading = twf_brackets_dup_reading (pieces, i);
          g_autofree char *same = twf_brackets_dup_reading (again, n - 1 - i);

          g_assert_cmpstr (reading, ==, wordings[i]);
          g_assert_cmpstr (same, ==, wordings[i]);
        }
      for (guint i = 0; i < n; i++)
        g_free (wordings[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/brackets/practice", test_practice);
  g_test_add_func ("/merge/brackets/kinds", test_kinds);
  g_test_add_func ("/merge/brackets/spelling-alone", test_spelling_alone);
  g_test_add_func ("/merge/brackets/laws", test_laws);
  return g_test_run ();
}
