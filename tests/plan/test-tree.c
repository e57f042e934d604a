/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"
#include "twf-error.h"
#include "twf-undo.h"

#include <string.h>

/* A copy of a list that is kept by what items-changed says alone. */
static void
mirror_cb (GListModel *list, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_true (removed > 0 || added > 0);
  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, g_list_model_get_item (list, position + i));
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (list));
}

static GPtrArray *
new_mirror (GListModel *list)
{
  GPtrArray *mirror = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (mirror, g_list_model_get_item (list, i));
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  return mirror;
}

static void
assert_mirrors (GListModel *list, GPtrArray *mirror)
{
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      g_assert_true (item == g_ptr_array_index (mirror, i));
    }
}

static int
compare_naively (gconstpointer one, gconstpointer other)
{
  TwfProvision *first = *(TwfProvision *const *)one;
  TwfProvision *second = *(TwfProvision *const *)other;
  int order = strcmp (twf_provision_get_rank (first), twf_provision_get_rank (second));

  return order != 0 ? order : strcmp (twf_provision_get_id (first), twf_provision_get_id (second));
}

/* What should be listed at a place of a plan without damage, found the slow way. */
static void
assert_list (TwfPlan *plan, GPtrArray *all, TwfSection section, const char *parent)
{
  GListModel *list = twf_plan_list_children (plan, section, parent);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = g_ptr_array_index (all, i);

      if (twf_provision_get_section (provision) == section
          && g_strcmp0 (twf_provision_get_parent (provision), parent) == 0)
        g_ptr_array_add (expected, provision);
    }
  g_ptr_array_sort (expected, compare_naively);
  g_assert_cmpuint (expected->len, ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (TwfProvision) provision = g_list_model_get_item (list, i);

      g_assert_true (provision == g_ptr_array_index (expected, i));
    }
}

static void
assert_all_lists (TwfPlan *plan)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (TwfSection section = TWF_SECTION_LETTER; section < TWF_N_SECTIONS; section++)
    assert_list (plan, all, section, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = g_ptr_array_index (all, i);

      assert_list (
          plan, all, twf_provision_get_section (provision), twf_provision_get_id (provision));
    }
}

static void
test_lists_follow_random_edits (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (4);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  GListModel *lists[TWF_N_SECTIONS + 1];
  GPtrArray *mirrors[TWF_N_SECTIONS + 1];
  g_autofree char *kept = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Kept");

  for (TwfSection section = TWF_SECTION_LETTER; section < TWF_N_SECTIONS; section++)
    lists[section] = twf_plan_list_children (plan, section, NULL);
  lists[TWF_N_SECTIONS] = twf_plan_list_children (plan, TWF_SECTION_ACTIONS, kept);
  for (guint i = 0; i <= TWF_N_SECTIONS; i++)
    {
      g_object_ref (lists[i]);
      mirrors[i] = new_mirror (lists[i]);
    }

  for (guint n = 0; n < 3000; n++)
    {
      g_autofree char *id = NULL;

      if (g_test_rand_int_range (0, 12) == 0)
        id = twf_undo_undo (undo);
      else
        fixture_change_at_random (plan);
      assert_all_lists (plan);
      for (guint i = 0; i <= TWF_N_SECTIONS; i++)
        assert_mirrors (lists[i], mirrors[i]);
    }

  for (guint i = 0; i <= TWF_N_SECTIONS; i++)
    {
      g_signal_handlers_disconnect_by_data (lists[i], mirrors[i]);
      g_ptr_array_unref (mirrors[i]);
      g_object_unref (lists[i]);
    }
}

static TwfProvision *
new_provision (const char *id, TwfSection section, const char *parent, const char *rank)
{
  TwfProvision *provision = twf_provision_new (id, section);

  twf_provision_set_place (provision, section, parent, rank);
  return provision;
}

static char *
join_ids (GPtrArray *all)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (joined, " %s", twf_provision_get_id (g_ptr_array_index (all, i)));
  return g_string_free (joined, FALSE);
}

/* Damage of every kind, read in any order: nothing is lost and the order is the same. */
static void
test_damaged_plans_are_listed_whole (void)
{
  static const struct
  {
    const char *id;
    TwfSection section;
    const char *parent;
  } damaged[] = {
    { "aaaaaaaaaaaa", TWF_SECTION_ACTIONS, "bbbbbbbbbbbb" }, /* a cycle of three */
    { "bbbbbbbbbbbb", TWF_SECTION_ACTIONS, "cccccccccccc" },
    { "cccccccccccc", TWF_SECTION_ACTIONS, "aaaaaaaaaaaa" },
    { "dddddddddddd", TWF_SECTION_ACTIONS, "bbbbbbbbbbbb" },    /* hangs on the cycle */
    { "eeeeeeeeeeee", TWF_SECTION_ACTIONS, "eeeeeeeeeeee" },    /* under itself */
    { "ffffffffffff", TWF_SECTION_ACTIONS, "nnnnnnnnnnnn" },    /* under nothing */
    { "gggggggggggg", TWF_SECTION_OBJECTIVES, "ffffffffffff" }, /* under another section */
    { "hhhhhhhhhhhh", TWF_SECTION_OBJECTIVES, "gggggggggggg" },
  };
  g_autofree char *first = NULL;

  for (guint start = 0; start < G_N_ELEMENTS (damaged); start++)
    {
      g_autoptr (TwfPlan) plan = twf_plan_new ();
      g_autoptr (GPtrArray) all = NULL;
      g_autofree char *joined = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
        {
          guint at = (start + i) % G_N_ELEMENTS (damaged);

          twf_plan_take_provision (
              plan, new_provision (damaged[at].id, damaged[at].section, damaged[at].parent, "i0"));
          if (start % 2 == 0)
            twf_plan_list_children (plan, TWF_SECTION_ACTIONS, NULL);
        }
      all = twf_plan_list_all (plan);
      g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (damaged));
      joined = join_ids (all);
      if (first == NULL)
        first = g_steal_pointer (&joined);
      else
        g_assert_cmpstr (joined, ==, first);
    }
}

/* Repair and undo of repair in a damaged plan. */
static void
test_damaged_plans_can_be_edited (void)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (TwfPlan) plan = twf_plan_new ();
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  TwfSection actions = TWF_SECTION_ACTIONS;
  GListModel *top = twf_plan_list_children (plan, actions, NULL);
  g_autoptr (GPtrArray) mirror = new_mirror (top);

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_take_provision (plan, new_provision ("aaaaaaaaaaaa", actions, "bbbbbbbbbbbb", "i1"));
  twf_plan_take_provision (plan, new_provision ("bbbbbbbbbbbb", actions, "aaaaaaaaaaaa", "i2"));
  twf_plan_take_provision (plan, new_provision ("ffffffffffff", actions, "nnnnnnnnnnnn", "i3"));
  before = fixture_dump (plan);
  g_assert_cmpuint (mirror->len, ==, 2);

  g_assert_true (twf_plan_move_by (plan, "ffffffffffff", -1, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (twf_plan_outdent (plan, "bbbbbbbbbbbb", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mirror->len, ==, 2);
  g_assert_true (twf_plan_remove (plan, "bbbbbbbbbbbb", &error));
  g_assert_no_error (error);
  assert_mirrors (top, mirror);
  while (twf_undo_can_undo (undo))
    {
      g_free (id);
      id = twf_undo_undo (undo);
    }
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
  assert_mirrors (top, mirror);
  g_signal_handlers_disconnect_by_data (top, mirror);
}

static void
test_equal_ranks_make_room (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  TwfSection actions = TWF_SECTION_ACTIONS;
  GListModel *top = twf_plan_list_children (plan, actions, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfProvision) second = NULL;
  g_autoptr (TwfProvision) last = NULL;

  twf_plan_take_provision (plan, new_provision ("aaaaaaaaaaaa", actions, NULL, "i1"));
  twf_plan_take_provision (plan, new_provision ("bbbbbbbbbbbb", actions, NULL, "i1"));
  twf_plan_take_provision (plan, new_provision ("cccccccccccc", actions, NULL, "i1"));
  id = twf_plan_add (plan, actions, NULL, "aaaaaaaaaaaa", NULL, &error);
  g_assert_no_error (error);
  second = g_list_model_get_item (top, 1);
  g_assert_cmpstr (twf_provision_get_id (second), ==, id);
  g_assert_true (twf_plan_move_by (plan, "aaaaaaaaaaaa", 3, "EG", &error));
  last = g_list_model_get_item (top, 3);
  g_assert_cmpstr (twf_provision_get_id (last), ==, "aaaaaaaaaaaa");
}

static void
assert_order (TwfPlan *plan, TwfSection section, const char *parent, ...)
{
  GListModel *list = twf_plan_list_children (plan, section, parent);
  va_list ids;
  guint n = 0;

  va_start (ids, parent);
  for (const char *id = va_arg (ids, const char *); id != NULL; id = va_arg (ids, const char *))
    {
      g_autoptr (TwfProvision) provision = g_list_model_get_item (list, n++);

      g_assert_nonnull (provision);
      g_assert_cmpstr (twf_provision_get_id (provision), ==, id);
    }
  va_end (ids);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

static void
test_moves (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  TwfSection s = TWF_SECTION_OBJECTIVES;
  g_autofree char *a = fixture_add (plan, s, NULL, "a");
  g_autofree char *b = fixture_add (plan, s, NULL, "b");
  g_autofree char *c = fixture_add (plan, s, NULL, "c");
  g_autofree char *d = fixture_add (plan, s, NULL, "d");

  assert_order (plan, s, NULL, a, b, c, d, NULL);
  g_assert_true (twf_plan_move_by (plan, a, 1, NULL, NULL));
  assert_order (plan, s, NULL, b, a, c, d, NULL);
  g_assert_true (twf_plan_move_by (plan, d, -2, "EG", NULL));
  assert_order (plan, s, NULL, b, d, a, c, NULL);
  g_assert_true (twf_plan_move_by (plan, b, 99, "US", NULL));
  assert_order (plan, s, NULL, d, a, c, b, NULL);
  g_assert_true (twf_plan_move_by (plan, b, -99, NULL, NULL));
  assert_order (plan, s, NULL, b, d, a, c, NULL);
  g_assert_true (twf_plan_move (plan, b, s, NULL, d, NULL, NULL));
  assert_order (plan, s, NULL, d, b, a, c, NULL);
  g_assert_true (twf_plan_move (plan, b, s, NULL, b, NULL, NULL));
  assert_order (plan, s, NULL, d, b, a, c, NULL);

  g_assert_false (twf_plan_can_indent (plan, d));
  g_assert_true (twf_plan_can_indent (plan, b));
  g_assert_true (twf_plan_indent (plan, b, NULL, NULL));
  g_assert_true (twf_plan_indent (plan, a, NULL, NULL));
  assert_order (plan, s, NULL, d, c, NULL);
  assert_order (plan, s, d, b, a, NULL);
  g_assert_false (twf_plan_move (plan, d, s, b, NULL, NULL, NULL));
  g_assert_false (twf_plan_outdent (plan, d, NULL, NULL));
  g_assert_true (twf_plan_outdent (plan, b, NULL, NULL));
  assert_order (plan, s, NULL, d, b, c, NULL);
}

static void
test_move_to_another_section (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autofree char *principle = fixture_add (plan, TWF_SECTION_PRINCIPLES, NULL, "p");
  g_autofree char *objective = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "o");
  g_autofree char *under = fixture_add (plan, TWF_SECTION_OBJECTIVES, objective, "u");
  g_autofree char *deep = fixture_add (plan, TWF_SECTION_OBJECTIVES, under, "v");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "a");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autoptr (TwfEdit) means = twf_edit_new_text (action, TWF_PART_MEANS, "en", "Money");
  g_autoptr (GError) error = NULL;

  fixture_set (plan, objective, TWF_FIELD_RESTS_ON, principle);
  fixture_set (plan, action, TWF_FIELD_SERVES, under);
  before = fixture_dump (plan);
  g_assert_true (
      twf_plan_move (plan, objective, TWF_SECTION_ACTIONS, NULL, TWF_PLAN_FIRST, NULL, &error));
  g_assert_no_error (error);
  assert_order (plan, TWF_SECTION_ACTIONS, NULL, objective, action, NULL);
  assert_order (plan, TWF_SECTION_ACTIONS, objective, under, NULL);
  assert_order (plan, TWF_SECTION_ACTIONS, under, deep, NULL);
  g_assert_null (twf_provision_get_field (twf_plan_get_provision (plan, action), "Serves"));
  g_assert_null (twf_provision_get_field (twf_plan_get_provision (plan, objective), "Rests-on"));
  id = twf_undo_undo (undo);
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (twf_plan_apply (plan, means, NULL, NULL));
  g_assert_false (twf_plan_move (plan, action, TWF_SECTION_OBJECTIVES, NULL, NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  assert_order (plan, TWF_SECTION_ACTIONS, NULL, action, NULL);
}

static void
test_removal_takes_links_along (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autofree char *objective = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "o");
  g_autofree char *under = fixture_add (plan, TWF_SECTION_OBJECTIVES, objective, "u");
  g_autofree char *other = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "w");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "a");
  const char *both[] = { under, other, NULL };
  g_autoptr (TwfEdit) serves = twf_edit_new_values (action, TWF_FIELD_SERVES, both);
  TwfProvision *provision = twf_plan_get_provision (plan, action);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;

  g_assert_true (twf_plan_apply (plan, serves, NULL, NULL));
  before = fixture_dump (plan);
  g_assert_true (twf_plan_remove (plan, objective, NULL));
  g_assert_null (twf_plan_get_provision (plan, under));
  g_assert_cmpstr (twf_provision_get_field (provision, TWF_FIELD_SERVES), ==, other);
  g_assert_null (twf_provision_get_values (provision, TWF_FIELD_SERVES)[1]);
  id = twf_undo_undo (undo);
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tree/lists-follow-random-edits", test_lists_follow_random_edits);
  g_test_add_func ("/tree/damaged-plans-are-listed-whole", test_damaged_plans_are_listed_whole);
  g_test_add_func ("/tree/damaged-plans-can-be-edited", test_damaged_plans_can_be_edited);
  g_test_add_func ("/tree/equal-ranks-make-room", test_equal_ranks_make_room);
  g_test_add_func ("/tree/moves", test_moves);
  g_test_add_func ("/tree/move-to-another-section", test_move_to_another_section);
  g_test_add_func ("/tree/removal-takes-links-along", test_removal_takes_links_along);
  return g_test_run ();
}
