/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What holds of every comparison, over made-up plans; then what one says, by example. */
#include "merge-fixture.h"
#include "random-plan.h"
#include "twf-plan-comparison.h"

#include <string.h>

#define N_PLANS 150

static char *
draw_change (const TwfChange *change)
{
  return g_strdup_printf ("%d %s %s %d %s %s %s|%s|%s",
                          change->kind,
                          change->id,
                          change->delegation,
                          change->part,
                          change->language,
                          change->field,
                          change->item,
                          change->old_value,
                          change->new_value);
}

static gint
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/* In any order, each as often as it is there. */
static char *
draw_changes (GPtrArray *changes, GPtrArray *lines)
{
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (lines, draw_change (changes->pdata[i]));
  return NULL;
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
assert_changes_once (TwfComparison *comparison, guint side, TwfPlan *base, TwfPlan *latter)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  g_autoptr (GPtrArray) changes = twf_changes_between_plans (base, latter);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < rows->len; i++)
    draw_changes (((TwfRow *)rows->pdata[i])->changes[side], found);
  draw_changes (changes, expected);
  one = join_sorted (found);
  other = join_sorted (expected);
  g_assert_cmpstr (one, ==, other);
}

static void
assert_text (const TwfRowText *text, guint side)
{
  g_autoptr (GString) former = g_string_new (NULL);
  g_autoptr (GString) latter = g_string_new (NULL);

  if (text->runs[side] == NULL)
    {
      g_assert_cmpstr (text->versions[0], ==, text->versions[side + 1]);
      return;
    }
  for (guint i = 0; i < text->runs[side]->len; i++)
    {
      const TwfRun *run = text->runs[side]->pdata[i];

      if (run->kind != TWF_RUN_INSERTED)
        g_string_append (former, run->text);
      if (run->kind != TWF_RUN_DELETED)
        g_string_append (latter, run->text);
    }
  g_assert_cmpstr (former->str, ==, text->versions[0] != NULL ? text->versions[0] : "");
  g_assert_cmpstr (
      latter->str, ==, text->versions[side + 1] != NULL ? text->versions[side + 1] : "");
}

/* Every provision of every version has one row; those of the first side are in its order. */
static void
assert_order (TwfComparison *comparison, TwfPlan *const *plans, guint n_plans)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  g_autoptr (GPtrArray) order = twf_plan_list_all (plans[1]);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint at = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TwfRow *row = rows->pdata[i];

      if (row->kind != TWF_ROW_PROVISION)
        continue;
      g_assert_true (g_hash_table_add (seen, row->id));
      if (row->numbers[1] != NULL)
        g_assert_cmpstr (row->id, ==, twf_provision_get_id (order->pdata[at++]));
    }
  g_assert_cmpuint (at, ==, order->len);
  for (guint i = 0; i < n_plans; i++)
    {
      g_autoptr (GPtrArray) all = twf_plan_list_all (plans[i]);

      for (guint p = 0; p < all->len; p++)
        g_assert_true (g_hash_table_contains (seen, twf_provision_get_id (all->pdata[p])));
    }
}

static void
assert_stretches (TwfComparison *comparison, const char *language)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  g_autoptr (GArray) stretches = twf_comparison_list_stretches (comparison, language);
  guint next = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const TwfStretch *stretch = &g_array_index (stretches, TwfStretch, i);

      g_assert_cmpuint (stretch->first, ==, next);
      g_assert_cmpuint (stretch->n, >, 0);
      next += stretch->n;
      for (guint r = 0; stretch->folded && r < stretch->n; r++)
        g_assert_false (twf_row_has_changed (rows->pdata[stretch->first + r], language));
    }
  g_assert_cmpuint (next, ==, rows->len);
}

/* Where words or provisions are counted as gone there is a row that says so. */
static void
assert_losses (TwfComparison *comparison, const char *language)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  TwfComparisonCounts counts;
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (twf_row_has_lost (rows->pdata[i], language))
      {
        g_assert_true (twf_row_has_changed (rows->pdata[i], NULL));
        any = TRUE;
      }
  for (guint side = 0; side < twf_comparison_get_n_sides (comparison); side++)
    {
      twf_comparison_count (comparison, side, language, &counts);
      g_assert_true (any || counts.deleted + counts.removed == 0);
    }
}

static void
assert_laws (TwfPlan *const *plans, guint n_sides)
{
  g_autoptr (TwfComparison) comparison = twf_comparison_new (plans[0], plans + 1, n_sides, "ar");
  GPtrArray *rows = twf_comparison_get_rows (comparison);

  g_assert_cmpuint (twf_comparison_get_n_sides (comparison), ==, n_sides);
  for (guint side = 0; side < n_sides; side++)
    {
      assert_changes_once (comparison, side, plans[0], plans[side + 1]);
      for (guint i = 0; i < rows->len; i++)
        for (guint t = 0; t < ((TwfRow *)rows->pdata[i])->texts->len; t++)
          assert_text (((TwfRow *)rows->pdata[i])->texts->pdata[t], side);
    }
  assert_order (comparison, plans, n_sides + 1);
  assert_stretches (comparison, NULL);
  assert_stretches (comparison, "ar");
  assert_losses (comparison, NULL);
  assert_losses (comparison, "ar");
}

static void
test_laws (void)
{
  for (guint32 number = 0; number < N_PLANS; number++)
    {
      Chance chance = { .rand = g_rand_new_with_seed (number) };
      TwfPlan *plans[TWF_COMPARISON_VERSIONS];

      plans[0] = random_plan (&chance, 12);
      for (guint i = 1; i < TWF_COMPARISON_VERSIONS; i++)
        {
          plans[i] = fixture_copy (plans[0]);
          for (guint n = chance_draw (&chance, 8); n > 0; n--)
            random_edit (&chance, plans[i], i == 1 ? "EG" : "MX");
        }
      assert_laws (plans, 1);
      assert_laws (plans, 2);
      for (guint i = 0; i < TWF_COMPARISON_VERSIONS; i++)
        g_object_unref (plans[i]);
      g_rand_free (chance.rand);
    }
}

static const TwfRow *
find_row (TwfComparison *comparison, const char *name)
{
  GPtrArray *rows = twf_comparison_get_rows (comparison);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((TwfRow *)rows->pdata[i])->id, fixture_id (name)) == 0)
      return rows->pdata[i];
  g_assert_not_reached ();
}

static void
test_moved_and_edited (void)
{
  g_autoptr (TwfPlan) base = fixture_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autoptr (TwfComparison) comparison = NULL;
  TwfComparisonCounts counts;
  const TwfRow *row;

  fixture_text (base, "a4", "en", "Train customs officers.");
  fixture_text (side, "a4", "en", "Train customs and border officers.");
  fixture_move (side, "a4", NULL, TWF_PLAN_FIRST, "EG");
  comparison = twf_comparison_new (base, &side, 1, "en");
  row = find_row (comparison, "a4");
  g_assert_true (twf_row_has (row, 0, TWF_CHANGE_MOVED));
  g_assert_true (twf_row_has (row, 0, TWF_CHANGE_TEXT));
  g_assert_cmpstr (row->numbers[0], ==, "4.");
  g_assert_cmpstr (row->numbers[1], ==, "1.");
  twf_comparison_count (comparison, 0, "en", &counts);
  g_assert_cmpuint (counts.inserted, ==, 2);
  g_assert_cmpuint (counts.deleted, ==, 0);
  g_assert_cmpuint (counts.moved, ==, 1);
  g_assert_cmpuint (counts.edited, ==, 1);
  g_assert_cmpuint (counts.added + counts.removed, ==, 0);
  g_assert_false (twf_row_has_lost (row, NULL));
  /* In the other language it only moved. */
  twf_comparison_count (comparison, 0, "ar", &counts);
  g_assert_cmpuint (counts.edited, ==, 0);
  g_assert_cmpuint (counts.moved, ==, 1);
}

/* Where it stood a reader finds where it went; between that and its new place the rest stays. */
static void
test_trace (void)
{
  g_autoptr (TwfPlan) base = fixture_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autoptr (TwfPlan) other = fixture_copy (base);
  TwfPlan *const sides[] = { side, other };
  g_autoptr (TwfComparison) comparison = NULL;
  g_autoptr (TwfComparison) three = NULL;
  GPtrArray *rows;
  guint n_traces = 0;

  fixture_move (side, "a2", NULL, TWF_PLAN_FIRST, "EG");
  comparison = twf_comparison_new (base, &side, 1, "en");
  rows = twf_comparison_get_rows (comparison);
  for (guint i = 0; i < rows->len; i++)
    {
      const TwfRow *row = rows->pdata[i];

      if (row->kind != TWF_ROW_TRACE)
        continue;
      n_traces++;
      g_assert_cmpstr (row->id, ==, find_row (comparison, "a2")->id);
      g_assert_cmpstr (row->numbers[0], ==, "2.");
      g_assert_cmpstr (row->numbers[1], ==, "1.");
      g_assert_cmpuint (row->texts->len + row->changes[0]->len, ==, 0);
      g_assert_true (rows->pdata[i - 1] == find_row (comparison, "a1a"));
    }
  g_assert_cmpuint (n_traces, ==, 1);
  three = twf_comparison_new (base, sides, 2, "en");
  rows = twf_comparison_get_rows (three);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (((const TwfRow *)rows->pdata[i])->kind, !=, TWF_ROW_TRACE);
}

static void
test_came_and_went (void)
{
  g_autoptr (TwfPlan) base = fixture_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autoptr (TwfComparison) comparison = NULL;
  TwfComparisonCounts counts;

  fixture_remove (side, "a2");
  fixture_insert (side, "a9", TWF_SECTION_ACTIONS, NULL, "a4", "EG", "Three new words.");
  comparison = twf_comparison_new (base, &side, 1, "en");
  g_assert_null (find_row (comparison, "a2")->numbers[1]);
  g_assert_null (find_row (comparison, "a9")->numbers[0]);
  g_assert_true (twf_row_has (find_row (comparison, "a2"), 0, TWF_CHANGE_REMOVED));
  g_assert_true (twf_row_has_lost (find_row (comparison, "a2"), "en"));
  g_assert_false (twf_row_has_lost (find_row (comparison, "a9"), NULL));
  twf_comparison_count (comparison, 0, NULL, &counts);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.removed, ==, 1);
  g_assert_cmpuint (counts.inserted, ==, 3);
  g_assert_cmpuint (counts.deleted, >, 0);
}

/* A comma alone is a deletion as well. */
static void
test_lost (void)
{
  g_autoptr (TwfPlan) base = fixture_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autoptr (TwfComparison) comparison = NULL;

  fixture_text (base, "a4", "en", "Train, equip and pay officers.");
  fixture_text (side, "a4", "en", "Train equip and pay officers.");
  comparison = twf_comparison_new (base, &side, 1, "en");
  g_assert_true (twf_row_has_lost (find_row (comparison, "a4"), "en"));
  g_assert_false (twf_row_has_lost (find_row (comparison, "a4"), "ar"));
  g_assert_false (twf_row_has_lost (find_row (comparison, "a2"), NULL));
}

static void
test_nothing (void)
{
  g_autoptr (TwfPlan) plan = fixture_plan ();
  g_autoptr (TwfComparison) comparison = twf_comparison_new (plan, &plan, 1, NULL);
  g_autoptr (GArray) stretches = twf_comparison_list_stretches (comparison, NULL);
  TwfComparisonCounts counts;
  gboolean any_folded = FALSE;

  twf_comparison_count (comparison, 0, NULL, &counts);
  g_assert_cmpuint (counts.inserted + counts.deleted + counts.added + counts.removed, ==, 0);
  g_assert_cmpuint (counts.moved + counts.edited, ==, 0);
  for (guint i = 0; i < stretches->len; i++)
    any_folded = any_folded || g_array_index (stretches, TwfStretch, i).folded;
  g_assert_true (any_folded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/laws", test_laws);
  g_test_add_func ("/comparison/moved-and-edited", test_moved_and_edited);
  g_test_add_func ("/comparison/trace", test_trace);
  g_test_add_func ("/comparison/came-and-went", test_came_and_went);
  g_test_add_func ("/comparison/lost", test_lost);
  g_test_add_func ("/comparison/nothing", test_nothing);
  return g_test_run ();
}
