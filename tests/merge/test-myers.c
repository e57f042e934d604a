/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-myers.h"

#include <string.h>

#define ROUNDS 20000
#define LONGEST 40

/* Length of a longest common subsequence by the table that every textbook has: slow and plain. */
static guint
common_length (const guint32 *one, guint n, const guint32 *other, guint m)
{
  guint table[LONGEST + 1][LONGEST + 1] = { { 0 } };

  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++)
      table[i][j] = one[i - 1] == other[j - 1] ? table[i - 1][j - 1] + 1
                                               : MAX (table[i - 1][j], table[i][j - 1]);
  return table[n][m];
}

static gboolean
match_words (const guint32 *one,
             guint n,
             const guint32 *other,
             guint m,
             gint64 budget,
             guint32 *match)
{
  return twf_myers_match (one, n, other, m, &budget, match);
}

static guint
check_pairs (const guint32 *one, guint n, const guint32 *other, guint m, const guint32 *match)
{
  guint pairs = 0;
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      if (match[i] == TWF_NO_MATCH)
        continue;
      g_assert_cmpuint (match[i], <, m);
      g_assert_cmpuint (match[i], >=, next);
      g_assert_cmpuint (one[i], ==, other[match[i]]);
      next = match[i] + 1;
      pairs++;
    }
  return pairs;
}

static guint
fill (guint32 *words, guint kinds)
{
  guint n = (guint)g_test_rand_int_range (0, LONGEST + 1);

  for (guint i = 0; i < n; i++)
    words[i] = (guint32)g_test_rand_int_range (0, (gint32)kinds);
  return n;
}

static void
test_is_longest (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint32 one[LONGEST], other[LONGEST], match[LONGEST];
      guint kinds = (guint)g_test_rand_int_range (1, 12);
      guint n = fill (one, kinds);
      guint m = fill (other, kinds);

      g_assert_true (match_words (one, n, other, m, G_MAXINT64, match));
      g_assert_cmpuint (
          check_pairs (one, n, other, m, match), ==, common_length (one, n, other, m));
    }
}

static void
test_gives_up (void)
{
  enum
  {
    N = 3000
  };
  g_autofree guint32 *one = g_new (guint32, N);
  g_autofree guint32 *other = g_new (guint32, N);
  g_autofree guint32 *match = g_new (guint32, N);

  for (guint32 i = 0; i < N; i++)
    {
      one[i] = i;
      other[i] = i % 7 == 0 ? i : N + i;
    }
  g_assert_false (match_words (one, N, other, N, 10000, match));
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (match[i], ==, TWF_NO_MATCH);
  g_assert_true (match_words (one, N, other, N, G_MAXINT64, match));
  g_assert_cmpuint (check_pairs (one, N, other, N, match), ==, (N + 6) / 7);
}

static void
test_ends (void)
{
  const guint32 words[] = { 1, 2, 3 };
  guint32 match[3];

  g_assert_true (match_words (words, 0, words, 3, 100, match));
  g_assert_true (match_words (words, 3, words, 0, 100, match));
  g_assert_cmpuint (check_pairs (words, 3, words, 0, match), ==, 0);
  g_assert_true (match_words (words, 3, words, 3, 0, match));
  g_assert_cmpuint (check_pairs (words, 3, words, 3, match), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/myers/is-longest", test_is_longest);
  g_test_add_func ("/myers/gives-up", test_gives_up);
  g_test_add_func ("/myers/ends", test_ends);
  return g_test_run ();
}
