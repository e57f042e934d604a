/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What changed in meaning, and in which order a capital reads it. */
#include "merge-fixture.h"
#include "random-plan.h"
#include "twf-proposal-life.h"
#include "twf-since.h"

#include <string.h>

static TwfSince *
compare (TwfPlan *base, TwfPlan *side, const char *code)
{
  TwfSinceHead head = { .code = code, .base = "one", .side = "other" };

  return twf_since_new (base, side, &head, "en");
}

/* "own o1 · text a2", by the names of the fixture. */
static char *
draw (TwfSince *since)
{
  static const char *const names[]
      = { "pillar", "p1", "p2", "o1", "o2", "a1", "a1a", "a2", "a3", "a4", "new" };
  static const char *const groups[] = { "own", "groups", "text", "proposals", "rest" };
  GPtrArray *rows = twf_comparison_get_rows (twf_since_get_comparison (since));
  g_autoptr (GPtrArray) entries = twf_since_list_entries (since, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const TwfSinceEntry *entry = entries->pdata[i];
      const TwfRow *row = rows->pdata[entry->row];
      const char *name = row->kind == TWF_ROW_PLAN ? "plan" : row->delegation;

      for (gsize n = 0; row->id != NULL && n < G_N_ELEMENTS (names); n++)
        if (g_str_equal (row->id, fixture_id (names[n])))
          name = names[n];
      g_string_append_printf (
          line, "%s%s %s", i > 0 ? " · " : "", groups[entry->group], name != NULL ? name : "?");
    }
  return g_string_free (line, FALSE);
}

static void
assert_since (TwfPlan *base, TwfPlan *side, const char *code, const char *expected)
{
  g_autoptr (TwfSince) since = compare (base, side, code);
  g_autofree char *drawn = draw (since);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
know (TwfPlan *plan, const char *code)
{
  const char *const value[] = { "signatory", NULL };
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = NULL;

  twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, value);
  edit = twf_edit_new_delegation (delegation);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static void
found_group (TwfPlan *plan, const char *code, const char *const *members)
{
  g_autoptr (TwfDelegation) group = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = NULL;

  twf_delegation_set_values (group, TWF_DELEGATION_MEMBER, members);
  twf_delegation_set_localized (group, TWF_DELEGATION_NAME, "en", "Group of friends");
  edit = twf_edit_new_delegation (group);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static TwfPlan *
make_plan (void)
{
  TwfPlan *plan = fixture_plan ();

  know (plan, "EG");
  know (plan, "US");
  return plan;
}

static void
apply_all (TwfPlan *plan, GPtrArray *edits, GError *error)
{
  g_autoptr (GPtrArray) owned = edits;
  GError *reason = NULL;

  g_assert_no_error (error);
  twf_plan_apply_all (plan, owned, &reason);
  g_assert_no_error (reason);
}

static char *
propose (TwfPlan *plan, const char *name, const char *wording, const char *owner)
{
  const char *const owners[] = { owner, NULL };
  GError *error = NULL;
  char *pid = NULL;
  GPtrArray *edits = twf_proposal_make_text (
      plan, fixture_id (name), TWF_PART_BODY, "en", wording, owners, NULL, &pid, &error);

  apply_all (plan, edits, error);
  return pid;
}

static void
take_position (TwfPlan *plan, const char *pid, const char *code, const char *word)
{
  GError *error = NULL;
  GPtrArray *edits = twf_proposal_set_position (plan, pid, code, word, NULL, &error);

  apply_all (plan, edits, error);
}

static void
act (TwfPlan *plan,
     const char *pid,
     GPtrArray *(*what) (TwfPlan *plan, const char *pid, GError **error))
{
  GError *error = NULL;
  GPtrArray *edits = what (plan, pid, &error);

  apply_all (plan, edits, error);
}

static char *
stretch (const char *text)
{
  const char *second = g_utf8_next_char (text);

  return g_strdup_printf ("%.*s\331\200\331\200%s ", (int)(second - text), text, second);
}

/* A plan that was only tidied up says nothing to a capital. */
static void
test_tidied (void)
{
  g_autoptr (TwfPlan) base = make_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autofree char *spaced
      = g_strdelimit (g_strdup (fixture_get_text (base, "a2", "en")), " ", '\n');
  g_autofree char *stretched = stretch (fixture_get_text (base, "a3", "ar"));

  fixture_text (side, "a2", "en", spaced);
  fixture_text (side, "a3", "ar", stretched);
  fixture_value (side, "a1", TWF_FIELD_NUMBER, "7");
  fixture_value (side, "a2", TWF_FIELD_TRANSLATED, "ar from=en:1 is=ar:2 by=EG");
  assert_since (base, side, "EG", "");
}

/* All ranks anew, in the same order; then one of them in another place. */
static void
test_renumbered (void)
{
  static const char *const actions[] = { "a1", "a2", "a3", "a4" };
  g_autoptr (TwfPlan) base = make_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    fixture_move (side, actions[i], NULL, NULL, "EG");
  assert_since (base, side, NULL, "");
  fixture_move (side, "a1", NULL, NULL, "EG");
  assert_since (base, side, NULL, "text a1");
  fixture_move (side, "a4", "a2", NULL, "EG");
  assert_since (base, side, NULL, "text a4 · text a1");
}

/* Two change places, and only one of them got another rank: that one moved. */
static void
test_swapped (void)
{
  g_autoptr (TwfPlan) base = make_plan ();
  g_autoptr (TwfPlan) side = fixture_copy (base);

  fixture_move (side, "a3", NULL, "a1", "EG");
  assert_since (base, side, NULL, "text a3");
}

static void
test_order (void)
{
  g_autoptr (TwfPlan) base = make_plan ();
  g_autoptr (TwfPlan) side = NULL;
  g_autofree char *own = propose (base, "a4", "Do the fourth thing well", "EG");
  g_autofree char *other = NULL;

  side = fixture_copy (base);
  know (side, "MX");
  fixture_text (side, "a1", "en", "Do another thing");
  other = propose (side, "a2", "Do the second thing badly", "US");
  take_position (side, own, "US", "delete");
  fixture_insert (side, "new", TWF_SECTION_ACTIONS, NULL, "a4", "US", "Do a new thing");
  fixture_value (side, "new", TWF_FIELD_PROPOSED, "US");
  assert_since (base, side, "EG", "own a4 · text a1 · proposals a2 · proposals new · rest MX");
  assert_since (
      base, side, NULL, "text a1 · proposals a2 · proposals a4 · proposals new · rest MX");
}

static const TwfFate *
get_fate (TwfSince *since, guint i)
{
  return twf_since_get_fates (since)->pdata[i];
}

static void
assert_fate (TwfPlan *base, TwfPlan *side, TwfFateKind kind, const char *positions)
{
  g_autoptr (TwfSince) since = compare (base, side, "EG");

  g_assert_cmpuint (twf_since_get_fates (since)->len, ==, 1);
  g_assert_cmpint ((int)get_fate (since, 0)->kind, ==, (int)kind);
  g_assert_cmpstr (get_fate (since, 0)->positions, ==, positions);
  g_assert_cmpuint (twf_since_count_fates (since, kind), ==, 1);
}

static void
test_fates (void)
{
  g_autoptr (TwfPlan) before = make_plan ();
  g_autoptr (TwfPlan) base = fixture_copy (before);
  g_autofree char *own = propose (base, "a2", "Do the second thing well", "EG");
  g_autoptr (TwfPlan) side = fixture_copy (base);
  g_autoptr (TwfPlan) gone = fixture_copy (base);

  assert_fate (base, side, TWF_FATE_OPEN, NULL);
  assert_since (base, side, "EG", "");
  assert_fate (before, base, TWF_FATE_MADE, NULL);
  take_position (side, own, "US", "delete");
  take_position (side, own, "EG", "reflect");
  assert_fate (base, side, TWF_FATE_OPEN, "US delete");
  act (side, own, twf_proposal_park);
  assert_fate (base, side, TWF_FATE_PARKED, "US delete");
  act (side, own, twf_proposal_reject);
  assert_fate (base, side, TWF_FATE_REJECTED, "US delete");
  assert_fate (side, base, TWF_FATE_REOPENED, NULL);
  fixture_remove (gone, "a2");
  assert_fate (base, gone, TWF_FATE_GONE, NULL);
}

/* What is left out of a comparison is only what differs in no words; what is in it is complete. */
static void
test_law (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int () & G_MAXINT);
      Chance chance = { .rand = rand };
      g_autoptr (TwfPlan) base = random_plan (&chance, 12);
      g_autoptr (TwfPlan) side = fixture_copy (base);
      g_autoptr (TwfSince) since = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (TwfSince) same = compare (base, base, "EG");
      g_autoptr (GPtrArray) none = twf_since_list_entries (same, NULL);
      GPtrArray *rows;
      guint n = 0;

      for (guint i = 0; i < 6; i++)
        random_edit (&chance, side, "EG");
      since = compare (base, side, "EG");
      entries = twf_since_list_entries (since, NULL);
      rows = twf_comparison_get_rows (twf_since_get_comparison (since));
      for (guint i = 0; i < rows->len; i++)
        n += twf_row_has_changed (rows->pdata[i], NULL);
      g_assert_cmpuint (entries->len, ==, n);
      g_assert_cmpuint (none->len, ==, 0);
      for (guint i = 1; i < entries->len; i++)
        {
          const TwfSinceEntry *one = entries->pdata[i - 1], *other = entries->pdata[i];

          g_assert_true (one->group < other->group
                         || (one->group == other->group && one->row < other->row));
        }
    }
}

/* What a group asks for is not its members' own: it comes behind that, and before what others ask
 * for. */
static void
test_groups (void)
{
  const char *const members[] = { "EG", "JO", NULL };
  const char *const both[] = { "EG", "GF", NULL };
  g_autoptr (TwfPlan) base = make_plan ();
  g_autoptr (TwfPlan) side = make_plan ();
  g_autoptr (TwfSince) since = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *joint = NULL;
  g_autofree char *own = NULL;
  g_autofree char *others = NULL;
  g_autofree char *shared = NULL;
  const TwfSinceEntry *entry;
  const TwfFate *fate;
  GError *error = NULL;

  know (base, "JO");
  found_group (base, "GF", members);
  know (side, "JO");
  found_group (side, "GF", members);
  joint = propose (base, "a2", "Two days a week", "GF");
  g_free (propose (side, "a2", "Two days a week", "GF"));
  own = propose (side, "o2", "Other words", "EG");
  others = propose (side, "a1", "Words of another", "US");
  {
    GPtrArray *edits = twf_proposal_make_text (
        side, fixture_id ("a3"), TWF_PART_BODY, "en", "Shared", both, NULL, &shared, &error);

    apply_all (side, edits, error);
  }
  act (side, joint, twf_proposal_reject);
  assert_since (base, side, "EG", "own o2 · own a3 · groups a2 · proposals a1");
  assert_since (base, side, "JO", "groups a2 · groups a3 · proposals o2 · proposals a1");
  assert_since (base, side, "US", "own a1 · proposals o2 · proposals a2 · proposals a3");
  assert_since (base, side, "GF", "own a2 · own a3 · proposals o2 · proposals a1");

  since = compare (base, side, "EG");
  g_assert_cmpuint (twf_since_get_fates (since)->len, ==, 2);
  g_assert_cmpuint (twf_since_get_group_fates (since)->len, ==, 1);
  entries = twf_since_list_entries (since, NULL);
  entry = entries->pdata[2];
  g_assert_cmpuint (entry->fates->len, ==, 1);
  fate = entry->fates->pdata[0];
  g_assert_cmpstr (fate->proposal, ==, joint);
  g_assert_cmpstr (fate->group, ==, "GF");
  g_assert_cmpint (fate->kind, ==, TWF_FATE_REJECTED);
  g_assert_cmpstr (twf_since_get_group (since, "GF", "en"), ==, "Group of friends");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/since/tidied", test_tidied);
  g_test_add_func ("/merge/since/renumbered", test_renumbered);
  g_test_add_func ("/merge/since/swapped", test_swapped);
  g_test_add_func ("/merge/since/order", test_order);
  g_test_add_func ("/merge/since/fates", test_fates);
  g_test_add_func ("/merge/since/law", test_law);
  g_test_add_func ("/since/groups", test_groups);
  return g_test_run ();
}
