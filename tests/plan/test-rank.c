/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-rank.h"

#include <string.h>

static void
assert_between (const char *before, const char *rank, const char *after)
{
  g_assert_true (twf_rank_is_valid (rank));
  if (before != NULL)
    g_assert_cmpstr (before, <, rank);
  if (after != NULL)
    g_assert_cmpstr (rank, <, after);
}

static void
test_valid (void)
{
  static const char *const good[]
      = { "i0", "1", "j5a", "j5a.EG.i0", "j5a.0.i0", "i0.EG.i0.G77.h3" };
  static const char *const bad[] = { "",       "0",  "i0.",    "i0.EG",    "i0.EG.", "i0.eg.i0",
                                     ".EG.i0", "I0", "i0..i0", "i0.EG.00", "i 0" };

  g_assert_false (twf_rank_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (twf_rank_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (twf_rank_is_valid (bad[i]));
}

static void
test_strictly_between (void)
{
  static const char *const owners[] = { NULL, "EG", "US", "EGX", "A", "ZZ" };
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 20000; i++)
    {
      /* Mostly near one place, so that neighbours share long prefixes. */
      guint at = g_test_rand_int_range (0, 3) != 0 && ranks->len > 8
                     ? ranks->len / 2 + g_test_rand_int_range (0, 3)
                     : (guint)g_test_rand_int_range (0, ranks->len + 1);
      const char *before = at > 0 ? g_ptr_array_index (ranks, at - 1) : NULL;
      const char *after = at < ranks->len ? g_ptr_array_index (ranks, at) : NULL;
      const char *owner = owners[g_test_rand_int_range (0, G_N_ELEMENTS (owners))];
      char *rank = twf_rank_between (before, after, owner);

      assert_between (before, rank, after);
      g_ptr_array_insert (ranks, at, rank);
      if (ranks->len > 400)
        g_ptr_array_remove_range (ranks, 50, 300);
    }
}

static void
test_strange_neighbours (void)
{
  static const char *const strange[]
      = { "01", "001", "i",       "i0",     "i00",    "z",     "zz", "zzzzzzzzzzzzzzzzzzz",
          "1",  "10",  "i.EG.01", "i.EG.1", "i.0.01", "i.US.z" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      static const char *const owners[] = { NULL, "EG", "ZZ" };

      for (guint o = 0; o < G_N_ELEMENTS (owners); o++)
        {
          g_autofree char *below = twf_rank_between (NULL, strange[i], owners[o]);
          g_autofree char *above = twf_rank_between (strange[i], NULL, owners[o]);

          assert_between (NULL, below, strange[i]);
          assert_between (strange[i], above, NULL);
          for (guint j = 0; j < G_N_ELEMENTS (strange); j++)
            if (strcmp (strange[i], strange[j]) < 0)
              {
                g_autofree char *rank = twf_rank_between (strange[i], strange[j], owners[o]);

                assert_between (strange[i], rank, strange[j]);
              }
        }
    }
}

/* What @owner puts in a row between two ranks without seeing anybody else's. */
static void
put_row (GPtrArray *all, const char *before, const char *after, const char *owner, guint k)
{
  g_autofree char *last = g_strdup (before);

  for (guint i = 0; i < k; i++)
    {
      char *rank = twf_rank_between (last, after, owner);

      assert_between (last, rank, after);
      g_ptr_array_add (all, g_strdup_printf ("%s %s %06u", rank, owner, i));
      g_free (last);
      last = rank;
    }
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  g_auto (GStrv) a = g_strsplit (*(char *const *)one, " ", 2);
  g_auto (GStrv) b = g_strsplit (*(char *const *)other, " ", 2);

  return strcmp (a[0], b[0]);
}

static void
assert_blocks_are_whole (const char *before, const char *after)
{
  static const char *const owners[] = { "EG", "US", "EU" };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  const guint k = 60;

  for (guint o = 0; o < G_N_ELEMENTS (owners); o++)
    put_row (all, before, after, owners[o], k);
  g_ptr_array_sort (all, compare_lines);
  for (guint o = 0; o < G_N_ELEMENTS (owners); o++)
    for (guint i = 0; i < k; i++)
      {
        g_auto (GStrv) line = g_strsplit (g_ptr_array_index (all, o * k + i), " ", 3);
        g_auto (GStrv) first = g_strsplit (g_ptr_array_index (all, o * k), " ", 3);

        g_assert_cmpstr (line[1], ==, first[1]);
        g_assert_cmpuint (g_ascii_strtoull (line[2], NULL, 10), ==, i);
      }
}

static void
test_blocks_stay_whole (void)
{
  g_auto (GStrv) ranks = twf_rank_sequence (5);

  assert_blocks_are_whole (ranks[1], ranks[2]);
  assert_blocks_are_whole (NULL, ranks[0]);
  assert_blocks_are_whole (ranks[4], NULL);
  assert_blocks_are_whole (NULL, NULL);
  assert_blocks_are_whole ("i0.FR.i0", "i0.FR.i1");
  assert_blocks_are_whole ("i0", "i0.FR.i1");
  assert_blocks_are_whole ("i0.ZZ.i4", "i1");
}

static void
test_rows_stay_short (void)
{
  static const char *const owners[] = { NULL, "EG" };

  for (guint o = 0; o < G_N_ELEMENTS (owners); o++)
    {
      gsize most = 12 + (owners[o] != NULL ? strlen (owners[o]) : 0);
      g_autofree char *last = NULL;
      g_autofree char *first = NULL;

      for (guint i = 0; i < 10000; i++)
        {
          char *next = twf_rank_between (last, NULL, owners[o]);
          char *previous = twf_rank_between (NULL, first, owners[o]);

          g_assert_cmpuint (strlen (next), <=, most);
          g_assert_cmpuint (strlen (previous), <=, most);
          g_free (last);
          g_free (first);
          last = next;
          first = previous;
        }
    }
}

static void
test_taking_turns_stays_short (void)
{
  static const char *const owners[] = { "EG", "US", "EU" };
  g_autofree char *last = g_strdup ("j5a");

  for (guint i = 0; i < 3000; i++)
    {
      char *next = twf_rank_between (last, "j5b", owners[i % G_N_ELEMENTS (owners)]);

      assert_between (last, next, "j5b");
      g_assert_cmpuint (strlen (next), <=, 40);
      g_free (last);
      last = next;
    }
}

static void
test_sequence (void)
{
  static const guint sizes[] = { 0, 1, 2, 10, 324, 325, 10000, 100000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (GStrv) ranks = twf_rank_sequence (sizes[s]);

      g_assert_cmpuint (g_strv_length (ranks), ==, sizes[s]);
      for (guint i = 0; i < sizes[s]; i++)
        {
          g_assert_true (twf_rank_is_valid (ranks[i]));
          g_assert_cmpuint (strlen (ranks[i]), <=, 6);
          if (i > 0)
            g_assert_cmpstr (ranks[i - 1], <, ranks[i]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/valid", test_valid);
  g_test_add_func ("/rank/strictly-between", test_strictly_between);
  g_test_add_func ("/rank/strange-neighbours", test_strange_neighbours);
  g_test_add_func ("/rank/blocks-stay-whole", test_blocks_stay_whole);
  g_test_add_func ("/rank/rows-stay-short", test_rows_stay_short);
  g_test_add_func ("/rank/taking-turns-stays-short", test_taking_turns_stays_short);
  g_test_add_func ("/rank/sequence", test_sequence);
  return g_test_run ();
}
