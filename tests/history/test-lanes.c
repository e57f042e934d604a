/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-lanes.h"

#define MOST 60
#define MOST_PARENTS 6
#define N_HISTORIES 2000

/* A history whose revision 0 is the newest; each was made on later ones. */
typedef struct
{
  int n;
  int n_parents[MOST];
  int parents[MOST][MOST_PARENTS];
  TwfLaneRow rows[MOST];
} History;

static void
add_parent (History *history, int which, int parent)
{
  for (int i = 0; i < history->n_parents[which]; i++)
    if (history->parents[which][i] == parent)
      return;
  history->parents[which][history->n_parents[which]++] = parent;
}

/* Mostly a line; @most: so many parents at most. */
static void
make_random (History *history, int most)
{
  *history = (History){ .n = g_test_rand_int_range (1, MOST) };
  for (int i = 0; i + 1 < history->n; i++)
    {
      int wanted = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, most + 1) : 1;

      for (int j = 0; j < wanted; j++)
        add_parent (history, i, g_test_rand_int_range (i + 1, MIN (i + 9, history->n)));
    }
}

static TwfLaneRow
add_row (TwfLanes *lanes, const History *history, int which)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = g_strdup_printf ("%d", which);

  for (int i = 0; i < history->n_parents[which]; i++)
    g_ptr_array_add (parents, g_strdup_printf ("%d", history->parents[which][i]));
  g_ptr_array_add (parents, NULL);
  return twf_lanes_add (lanes, id, (const char *const *)parents->pdata);
}

static void
draw (History *history)
{
  g_autoptr (TwfLanes) lanes = twf_lanes_new ();

  for (int i = 0; i < history->n; i++)
    history->rows[i] = add_row (lanes, history, i);
}

/* Whether more lanes are needed anywhere than are told apart. */
static gboolean
is_crowded (const History *history)
{
  for (int i = 0; i < history->n; i++)
    if (twf_lane_row_count (&history->rows[i]) == TWF_LANES)
      return TRUE;
  return FALSE;
}

/* Goes down a lane from below @row, as an eye does. Returns: where it comes to */
static int
follow (const History *history, int row, int lane)
{
  for (int i = row + 1; i < history->n; i++)
    {
      const TwfLaneRow *here = &history->rows[i];
      gboolean arrives = here->from_above && here->lane == lane;
      gboolean passes = (here->passing >> lane & 1) != 0;
      gboolean joins = (here->joining >> lane & 1) != 0;

      /* One line at a time. */
      g_assert_cmpint (arrives + passes + joins, ==, 1);
      if (arrives)
        return i;
      if (joins)
        lane = here->lane;
    }
  return -1;
}

/* Following the lanes down from each revision leads to what it was made on, and nowhere else. */
static void
test_lanes_lead (void)
{
  static History history;
  int n_looked = 0;

  for (int i = 0; i < N_HISTORIES; i++)
    {
      make_random (&history, 3);
      draw (&history);
      if (is_crowded (&history))
        continue;
      n_looked++;
      for (int row = 0; row < history.n; row++)
        {
          g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

          g_assert_cmpint (history.rows[row].n_parents, ==, history.n_parents[row]);
          for (int lane = 0; lane < TWF_LANES; lane++)
            if (history.rows[row].parents >> lane & 1)
              g_hash_table_add (reached, GINT_TO_POINTER (follow (&history, row, lane)));
          g_assert_cmpuint (g_hash_table_size (reached), ==, (guint)history.n_parents[row]);
          for (int j = 0; j < history.n_parents[row]; j++)
            g_assert_true (
                g_hash_table_contains (reached, GINT_TO_POINTER (history.parents[row][j])));
        }
    }
  g_assert_cmpint (n_looked, >, N_HISTORIES / 2);
}

/* The line of first parents is the first lane from its first to its last revision. */
static void
test_lanes_first (void)
{
  static History history;

  for (int i = 0; i < N_HISTORIES; i++)
    {
      g_autoptr (GHashTable) line = g_hash_table_new (NULL, NULL);
      int at = 0;

      make_random (&history, 4);
      draw (&history);
      g_hash_table_add (line, GINT_TO_POINTER (0));
      while (history.n_parents[at] > 0)
        {
          at = history.parents[at][0];
          g_hash_table_add (line, GINT_TO_POINTER (at));
        }
      /* Whatever stands below its end may be in the lane, once that is free. */
      for (int row = 0; row <= at; row++)
        g_assert_cmpint (
            history.rows[row].lane == 0, ==, g_hash_table_contains (line, GINT_TO_POINTER (row)));
    }
}

/* However many branches there are, a row says what its revision is. */
static void
test_lanes_many (void)
{
  static History history;

  for (int i = 0; i < N_HISTORIES; i++)
    {
      make_random (&history, MOST_PARENTS);
      draw (&history);
      for (int row = 0; row < history.n; row++)
        {
          const TwfLaneRow *here = &history.rows[row];

          g_assert_cmpint (here->lane, <, TWF_LANES);
          g_assert_cmpint (here->n_parents, ==, history.n_parents[row]);
          g_assert_cmpint (here->parents != 0, ==, here->n_parents > 0);
          g_assert_cmpuint (twf_lane_row_count (here), >=, 1);
          g_assert_cmpuint (twf_lane_row_count (here), <=, TWF_LANES);
        }
    }
}

/* A merge of a delegation's two revisions, as it is drawn. */
static void
test_lanes_merge (void)
{
  static const History merged = {
    .n = 5, .n_parents = { 2, 1, 1, 1, 0 }, .parents = { { 3, 1 }, { 2 }, { 4 }, { 4 } }
  }; /* 0 merges 1-2 into 3; 4 is below */
  History history = merged;

  draw (&history);
  g_assert_cmpint (history.rows[0].parents, ==, 3);
  g_assert_cmpint (history.rows[1].lane, ==, 1);
  g_assert_true (history.rows[1].from_above);
  g_assert_cmpint (history.rows[1].passing, ==, 1);
  g_assert_cmpint (history.rows[2].lane, ==, 1);
  /* What both lead to is awaited in the first lane, which takes the second in. */
  g_assert_cmpint (history.rows[3].lane, ==, 0);
  g_assert_cmpint (history.rows[3].joining, ==, 2);
  g_assert_cmpint (history.rows[4].lane, ==, 0);
  g_assert_cmpint (history.rows[4].parents, ==, 0);
  g_assert_cmpuint (twf_lane_row_count (&history.rows[4]), ==, 1);
}

/* Only one lane, the first, leads on to another list. */
static void
test_lanes_on (void)
{
  static const History merged
      = { .n = 3, .n_parents = { 2, 1, 1 }, .parents = { { 2, 1 }, { 3 }, { 3 } } };
  g_autoptr (TwfLanes) lanes = twf_lanes_new ();

  g_assert_false (twf_lanes_leads_on (lanes, "3"));
  for (int i = 0; i < merged.n; i++)
    {
      g_assert_false (twf_lanes_leads_on (lanes, "3"));
      add_row (lanes, &merged, i);
    }
  g_assert_true (twf_lanes_leads_on (lanes, "3"));
  g_assert_false (twf_lanes_leads_on (lanes, "2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/lanes/lead", test_lanes_lead);
  g_test_add_func ("/history/lanes/first", test_lanes_first);
  g_test_add_func ("/history/lanes/many", test_lanes_many);
  g_test_add_func ("/history/lanes/merge", test_lanes_merge);
  g_test_add_func ("/history/lanes/on", test_lanes_on);
  return g_test_run ();
}
