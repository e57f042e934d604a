/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Every word that differs between two versions, and who made it so. */
#include "twf-account-text.h"

#include <string.h>

static guint
add (TwfProvenance *provenance, const char *text, guint parent)
{
  return twf_provenance_add (provenance, text, &parent, parent != TWF_NO_VERSION);
}

static guint
join (TwfProvenance *provenance, const char *text, guint one, guint other)
{
  const guint parents[] = { one, other };

  return twf_provenance_add (provenance, text, parents, 2);
}

/* "kept|-gone @3|+came @4 2|" */
static char *
write_account (TwfProvenance *provenance, guint former, guint latter)
{
  static const char signs[] = " -+<>";
  g_autoptr (GPtrArray) pieces = twf_account_of_text (provenance, former, latter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfAccountPiece *piece = pieces->pdata[i];

      if (piece->kind == TWF_ACCOUNT_PIECE_KEPT)
        {
          g_string_append_printf (text, "%s|", piece->text);
          continue;
        }
      g_string_append_printf (text, "%c%s", signs[piece->kind], piece->text);
      for (guint j = 0; j < piece->by->len; j++)
        g_string_append_printf (text, "@%u", g_array_index (piece->by, guint, j));
      g_string_append_c (text, '|');
    }
  return g_string_free (text, FALSE);
}

#define assert_account(provenance, former, latter, expected)                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *written = write_account (provenance, former, latter);                         \
                                                                                                   \
    g_assert_cmpstr (written, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_lines (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "Water is a right.", TWF_NO_VERSION);
  guint second = add (text, "Safe water is a right.", first);
  guint third = add (text, "Safe drinking water is a right.", second);
  guint gone = add (text, "Safe drinking water is right.", third);
  guint back = add (text, "Safe drinking water is a right.", gone);

  assert_account (text, first, first, "Water is a right.|");
  assert_account (text, TWF_NO_VERSION, first, "+Water is a right.@0|");
  assert_account (text, first, second, "-Water @1|+Safe water @1|is a right.|");
  assert_account (text, second, third, "Safe |+drinking @2|water is a right.|");
  /* What was taken out and brought back in between is neither. */
  assert_account (text, second, back, "Safe |+drinking @2|water is a right.|");
  /* Taken out before: then it is who brought it back. */
  assert_account (text, gone, back, "Safe drinking water is |+a @4|right.|");
  assert_account (text, third, gone, "Safe drinking water is |-a @3|right.|");
}

static void
test_undone (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "one two three four", TWF_NO_VERSION);
  guint cut = add (text, "one three four", first);
  guint back = add (text, "one two three four", cut);
  guint again = add (text, "one three four", back);
  guint gone = add (text, NULL, again);

  assert_account (text, first, again, "one |-two @3|three four|");
  assert_account (text, first, gone, "-one @4|-two @3|-three four@4|");
}

static void
test_moves (void)
{
  const char *const before = "Recalling the charter and all its aims. Having met in May. Having "
                             "heard many reports.";
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, before, TWF_NO_VERSION);
  guint moved = add (text,
                     "Having met in May. Having heard many reports. Recalling the charter and all "
                     "its aims. ",
                     first);
  guint spaced = add (text,
                      "Having met in May. Having heard  many reports. Recalling the charter and "
                      "all its aims. ",
                      moved);
  g_autofree char *account = write_account (text, first, spaced);

  g_assert_nonnull (strstr (account, "<"));
  g_assert_nonnull (strstr (account, ">"));
  g_assert_nonnull (strstr (account, "@1|"));
  g_assert_nonnull (strstr (account, "- @2|+  @2|"));
  g_assert_null (strstr (account, "-Recalling"));
}

/* What a branch did is the branch's, not of who merged it; what the merge did is its own. */
static void
test_merges (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "alpha beta gamma delta epsilon zeta", TWF_NO_VERSION);
  guint side = add (text, "alpha gamma delta epsilon zeta", first);
  guint line = add (text, "alpha beta gamma delta new epsilon zeta", first);
  guint joined = join (text, "alpha gamma delta new epsilon zeta extra", line, side);

  assert_account (text, line, joined, "alpha |-beta @1|gamma delta new epsilon zeta|+ extra@3|");
}

static void
test_independent (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "alpha beta gamma", TWF_NO_VERSION);
  guint one = add (text, "alpha beta common gamma", first);
  guint other = add (text, "alpha beta common gamma", first);
  guint joined = join (text, "alpha beta common gamma", one, other);

  assert_account (text, first, joined, "alpha beta |+common @2@1|gamma|");
  assert_account (text, one, joined, "alpha beta common gamma|");
}

/* A side that never had the words was preferred: that is who merged. */
static void
test_not_taken_over (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "alpha gamma", TWF_NO_VERSION);
  guint line = add (text, "alpha beta gamma", first);
  guint side = add (text, "alpha gamma delta", first);
  guint joined = join (text, "alpha gamma delta", line, side);

  g_assert_cmpuint (joined, ==, 3);
  assert_account (text, line, joined, "alpha |-beta @3|gamma|+ delta@2|");
}

static void
test_proposals (void)
{
  g_autoptr (TwfProvenance) text = twf_provenance_new ("en");
  guint first = add (text, "alpha beta gamma", TWF_NO_VERSION);
  guint asked = twf_provenance_add_proposal (text, "alpha beta better gamma", &first, 1);
  guint less = twf_provenance_add_proposal (text, "beta gamma", &first, 1);
  const guint parents[] = { first, asked, less };
  guint accepted = twf_provenance_add (text, "beta better gamma", parents, 3);

  assert_account (text, first, accepted, "-alpha @2|beta |+better @1|gamma|");
}

static void
test_whole (void)
{
  g_autoptr (TwfProvenance) value = twf_provenance_new (NULL);
  guint first = add (value, "2010", TWF_NO_VERSION);
  guint second = add (value, "2012", first);
  guint third = add (value, "2010", second);
  guint fourth = add (value, "2012", third);
  g_autoptr (GArray) by = twf_account_of_whole (value, first, fourth);
  g_autoptr (GArray) none = twf_account_of_whole (value, first, third);

  g_assert_cmpuint (by->len, ==, 1);
  g_assert_cmpuint (g_array_index (by, guint, 0), ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Random words, edited, moved, merged, emptied. */
static char *
edit (GRand *rand, const char *text, const char *other)
{
  static const char *const stock[] = { "water", "is", "a", "right", ",", "ماء", "حق", ".", "the" };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);
  g_autoptr (GPtrArray) edited = g_ptr_array_new ();
  GString *written = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (edited, words[i]);
  for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      guint at = edited->len > 0 ? (guint)g_rand_int_range (rand, 0, (gint32)edited->len) : 0;
      guint drawn = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (stock));

      if (g_rand_int_range (rand, 0, 5) == 0 && edited->len > 0)
        g_ptr_array_insert (edited, -1, g_ptr_array_steal_index (edited, at));
      else if (g_rand_int_range (rand, 0, 2) == 0 && edited->len > 0)
        g_ptr_array_remove_index (edited, at);
      else
        g_ptr_array_insert (edited, (int)at, (gpointer)stock[drawn]);
    }
  for (guint i = 0; others[i] != NULL && g_rand_int_range (rand, 0, 8) == 0; i++)
    g_ptr_array_add (edited, others[i]);
  for (guint i = 0; i < edited->len && g_rand_int_range (rand, 0, 60) != 0; i++)
    g_string_append_printf (written,
                            "%s%s",
                            (char *)edited->pdata[i],
                            g_rand_int_range (rand, 0, 30) == 0 ? "  " : " ");
  return g_string_free (written, FALSE);
}

static void
assert_law (TwfProvenance *text, GPtrArray *texts, guint former, guint latter)
{
  g_autoptr (GPtrArray) pieces = twf_account_of_text (text, former, latter);
  g_autoptr (GString) was = g_string_new (NULL);
  g_autoptr (GString) is = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfAccountPiece *piece = pieces->pdata[i];

      if (piece->kind != TWF_ACCOUNT_PIECE_INSERTED && piece->kind != TWF_ACCOUNT_PIECE_MOVED_HERE)
        g_string_append (was, piece->text);
      if (piece->kind != TWF_ACCOUNT_PIECE_DELETED && piece->kind != TWF_ACCOUNT_PIECE_MOVED_AWAY)
        g_string_append (is, piece->text);
      g_assert_cmpint (piece->by->len > 0, ==, piece->kind != TWF_ACCOUNT_PIECE_KEPT);
      for (guint j = 0; j < piece->by->len; j++)
        {
          guint by = g_array_index (piece->by, guint, j);

          g_assert_true (twf_provenance_contains (text, latter, by));
          g_assert_false (former != TWF_NO_VERSION && twf_provenance_contains (text, former, by));
        }
    }
  g_assert_cmpstr (was->str, ==, former != TWF_NO_VERSION ? texts->pdata[former] : "");
  g_assert_cmpstr (is->str, ==, texts->pdata[latter]);
}

/* What the account lists, applied to the former, gives the latter; nobody before the former and
 * nobody outside the latter is named, and always somebody. */
static void
test_law (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TwfProvenance) text = twf_provenance_new (seed % 2 == 0 ? "en" : "ar");
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (texts, g_strdup ("water is a right , and the right is ours ."));
      add (text, texts->pdata[0], TWF_NO_VERSION);
      for (guint version = 1; version < 12; version++)
        {
          guint parents[]
              = { (guint)g_rand_int_range (rand, MAX (0, (gint32)version - 3), (gint32)version),
                  (guint)g_rand_int_range (rand, 0, (gint32)version) };

          g_ptr_array_add (texts, edit (rand, texts->pdata[parents[0]], texts->pdata[parents[1]]));
          twf_provenance_add (
              text, texts->pdata[version], parents, g_rand_int_range (rand, 0, 3) == 0 ? 2 : 1);
        }
      for (guint latter = 0; latter < texts->len; latter++)
        {
          assert_law (text, texts, TWF_NO_VERSION, latter);
          for (guint former = 0; former <= latter; former++)
            if (twf_provenance_contains (text, latter, former))
              assert_law (text, texts, former, latter);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/account-text/lines", test_lines);
  g_test_add_func ("/merge/account-text/undone", test_undone);
  g_test_add_func ("/merge/account-text/moves", test_moves);
  g_test_add_func ("/merge/account-text/merges", test_merges);
  g_test_add_func ("/merge/account-text/independent", test_independent);
  g_test_add_func ("/merge/account-text/not-taken-over", test_not_taken_over);
  g_test_add_func ("/merge/account-text/proposals", test_proposals);
  g_test_add_func ("/merge/account-text/whole", test_whole);
  g_test_add_func ("/merge/account-text/law", test_law);
  return g_test_run ();
}
