/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Edits as values: through the journal's JSON, and as the way from one plan to another. */
#include "../plan/fixture.h"

#include "twf-edit-json.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-transform.h"

#define CHANGES 2000
#define PAIRS 40

static TwfPlan *
copy_plan (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GError) error = NULL;
  TwfPlan *copy;

  twf_format_write_plan (plan, files);
  copy = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  return copy;
}

static void
assert_same (TwfPlan *one, TwfPlan *other)
{
  g_autofree char *first = fixture_dump (one);
  g_autofree char *second = fixture_dump (other);

  g_assert_cmpstr (first, ==, second);
}

static void
replay_cb (TwfPlan *plan, TwfEdit *edit, TwfPlan *copy)
{
  g_autoptr (JsonObject) object = twf_edit_to_json (edit);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *line = json_to_string (node, FALSE);
  g_autoptr (JsonNode) read = json_from_string (line, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfEdit) again = twf_edit_from_json (json_node_get_object (read), &error);

  g_assert_no_error (error);
  g_assert_false (twf_edit_stands (again, copy));
  g_assert_true (twf_plan_apply (copy, again, NULL, &error));
  g_assert_no_error (error);
  /* A set in another order is the same set: such an edit stands without being the same. */
  if (twf_edit_get_kind (edit) != TWF_EDIT_SET_VALUES)
    g_assert_true (twf_edit_stands (again, copy));
}

/* What the journal keeps is enough to make every edit again. */
static void
test_json_says_everything (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (4);
  g_autoptr (TwfPlan) copy = copy_plan (plan);

  g_signal_connect (plan, "edited", G_CALLBACK (replay_cb), copy);
  for (guint i = 0; i < CHANGES; i++)
    fixture_change_at_random (plan);
  assert_same (plan, copy);
}

static void
check_back_cb (TwfPlan *plan, TwfEdit *edit, TwfPlan *former)
{
  g_autoptr (TwfEdit) back = twf_edit_back_to (edit, former);
  g_autoptr (TwfPlan) copy = copy_plan (plan);
  g_autoptr (GError) error = NULL;

  /* A removal of what was added elsewhere is judged by others; here each edit is the only one. */
  if (twf_edit_get_kind (back) == TWF_EDIT_ADD || twf_edit_get_kind (back) == TWF_EDIT_REMOVE)
    return;
  twf_plan_apply (copy, back, NULL, &error);
  if (error == NULL)
    g_assert_true (twf_edit_stands (back, copy));
}

static void
test_back_to (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (3);
  g_autoptr (TwfPlan) former = copy_plan (plan);

  g_signal_connect (plan, "edited", G_CALLBACK (check_back_cb), former);
  for (guint i = 0; i < 200; i++)
    fixture_change_at_random (plan);
}

static void
test_between_plans (void)
{
  for (guint i = 0; i < PAIRS; i++)
    {
      g_autoptr (TwfPlan) plan = fixture_new_plan (3);
      g_autoptr (TwfPlan) target = copy_plan (plan);
      g_autoptr (GPtrArray) edits = NULL;
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 30; j++)
        {
          fixture_change_at_random (plan);
          fixture_change_at_random (target);
        }
      edits = twf_edits_between_plans (plan, target, NULL);
      twf_edits_apply (plan, edits, &error);
      g_assert_no_error (error);
      assert_same (plan, target);
      none = twf_edits_between_plans (plan, target, NULL);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

static void
apply (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
  twf_edit_unref (edit);
}

/* Bringing one provision back does not take back what was said since. */
static void
test_bring_back (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "before");
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autoptr (TwfProposal) early = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfProposal) late = twf_proposal_new ("bbcdefghijkm");
  g_autoptr (TwfRemark) remark = twf_remark_new ("cbcdefghijkm", NULL, 7, "Why?");
  g_autoptr (TwfProvision) former = NULL;
  g_autoptr (GPtrArray) edits = twf_edits_new ();

  apply (plan, twf_edit_new_proposal (id, early));
  former = twf_provision_copy (provision);
  apply (plan, twf_edit_new_text (id, TWF_PART_BODY, "en", "after"));
  apply (plan, twf_edit_new_drop_proposal (id, "abcdefghijkm"));
  apply (plan, twf_edit_new_proposal (id, late));
  apply (plan, twf_edit_new_remark (id, remark));
  twf_edits_bring_back_provision (edits, plan, former);
  g_assert_true (twf_edits_apply (plan, edits, NULL));
  g_assert_cmpstr (twf_provision_get_text (provision, TWF_PART_BODY, "en"), ==, "before");
  g_assert_nonnull (twf_provision_get_proposal (provision, "abcdefghijkm"));
  g_assert_nonnull (twf_provision_get_proposal (provision, "bbcdefghijkm"));
  g_assert_nonnull (twf_provision_get_remark (provision, "cbcdefghijkm"));
}

/* A link that led nowhere already, in a damaged plan: what is done and undone can be done again
 * from the journal, and the way to a revision that has it can be gone. */
static void
test_damage_comes_back (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *from = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "from");
  g_autofree char *to = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "to");
  g_autoptr (TwfPlan) damaged = NULL;
  g_autoptr (TwfPlan) again = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (TwfEdit) clear = twf_edit_new_value (from, TWF_FIELD_SERVES, NULL);
  g_autoptr (TwfEdit) back = NULL;
  g_autoptr (TwfEdit) read = NULL;
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (plan, from, TWF_FIELD_SERVES, to);
  apply (plan, twf_edit_new_remove (to));
  damaged = copy_plan (plan);
  g_assert_true (twf_plan_apply (plan, clear, &back, &error));
  again = copy_plan (plan);

  edits = twf_edits_between_plans (plan, damaged, NULL);
  g_assert_true (twf_edits_apply (plan, edits, &error));
  assert_same (plan, damaged);
  object = twf_edit_to_json (back);
  read = twf_edit_from_json (object, &error);
  g_assert_no_error (error);
  g_assert_true (twf_plan_apply (again, read, NULL, &error));
  g_assert_no_error (error);
  assert_same (again, damaged);
}

static void
test_refused_json (void)
{
  static const char *const bad[] = {
    "{\"op\":\"proposal\",\"id\":null,\"fields\":{},\"texts\":{}}",
    "{\"op\":\"proposal\",\"item\":\"abcdefghijkm\",\"fields\":{}}",
    "{\"op\":\"proposal\",\"item\":\"abcdefghijkm\",\"fields\":{\"Kind\":[\"x\"]},"
    "\"texts\":{}}",
    "{\"op\":\"drop-proposal\",\"id\":\"abcdefghijkm\"}",
    "{\"op\":\"remark\",\"item\":\"abcdefghijkm\",\"text\":\"x\"}",
    "{\"op\":\"drop-remark\",\"item\":\"abcdefghijkm\"}",
    "{\"op\":\"burn\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (twf_edit_from_json (json_node_get_object (node), &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edits/json-says-everything", test_json_says_everything);
  g_test_add_func ("/edits/back-to", test_back_to);
  g_test_add_func ("/edits/between-plans", test_between_plans);
  g_test_add_func ("/edits/bring-back", test_bring_back);
  g_test_add_func ("/edits/damage-comes-back", test_damage_comes_back);
  g_test_add_func ("/edits/refused-json", test_refused_json);
  return g_test_run ();
}
