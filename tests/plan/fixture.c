/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-id.h"
#include "twf-rank.h"

static const char *const texts[] = { "نص أول",
                                     "Second text, with a comma.",
                                     "Texte à accents: e\314\201tat",
                                     "First line\nSecond line",
                                     "文本",
                                     NULL };

static const char *const codes[] = { NULL, "EG", "US", "G77" };

/* A provision with a text in every section, n of them in objectives and in actions. */
TwfPlan *
fixture_new_plan (guint n)
{
  static const char *const languages[] = { "ar", "en", NULL };
  g_autoptr (GError) error = NULL;
  TwfPlan *plan = twf_plan_new_from_template ("un-plan", languages, "خطة", &error);

  g_assert_no_error (error);
  for (TwfSection section = TWF_SECTION_LETTER; section < TWF_N_SECTIONS; section++)
    for (guint i = 0; i < (section == TWF_SECTION_PILLARS ? 0 : n); i++)
      {
        g_autofree char *id = fixture_add (plan, section, NULL, "text");

        g_assert_nonnull (id);
      }
  return plan;
}

char *
fixture_add (TwfPlan *plan, TwfSection section, const char *parent, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *id = twf_plan_add (plan, section, parent, NULL, NULL, &error);
  g_autoptr (TwfEdit) edit = NULL;

  g_assert_no_error (error);
  edit = twf_edit_new_text (id, TWF_PART_BODY, "en", text);
  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
  return id;
}

void
fixture_set (TwfPlan *plan, const char *id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfEdit) edit = twf_edit_new_value (id, field, value);

  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
}

static void
dump_values (GString *dump, const char *name, const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_string_append_printf (dump, "%s: %s\n", name, values[i]);
}

static void
dump_proposals (GString *dump, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      g_auto (GStrv) names = twf_proposal_list_fields (proposal);
      g_auto (GStrv) languages = twf_proposal_list_languages (proposal);

      g_string_append_printf (dump, "<%s>\n", twf_proposal_get_id (proposal));
      for (guint j = 0; names[j] != NULL; j++)
        dump_values (dump, names[j], twf_proposal_get_values (proposal, names[j]));
      for (guint j = 0; languages[j] != NULL; j++)
        g_string_append_printf (
            dump, "%s=%s\n", languages[j], twf_proposal_get_text (proposal, languages[j]));
    }
}

static void
dump_remarks (GString *dump, GListModel *remarks)
{
  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);
      const char *author = twf_remark_get_author (remark);

      g_string_append_printf (dump,
                              "(%s) %s %" G_GINT64_FORMAT " %s\n",
                              twf_remark_get_id (remark),
                              author != NULL ? author : "-",
                              twf_remark_get_when (remark),
                              twf_remark_get_text (remark));
    }
}

static void
dump_provision (GString *dump, TwfProvision *provision)
{
  g_auto (GStrv) fields = twf_provision_list_fields (provision);
  const char *parent = twf_provision_get_parent (provision);

  g_string_append_printf (dump,
                          "[%s] %s under %s at %s\n",
                          twf_provision_get_id (provision),
                          twf_section_get_name (twf_provision_get_section (provision)),
                          parent != NULL ? parent : "-",
                          twf_provision_get_rank (provision));
  for (guint i = 0; fields[i] != NULL; i++)
    dump_values (dump, fields[i], twf_provision_get_values (provision, fields[i]));
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (guint i = 0; languages[i] != NULL; i++)
        g_string_append_printf (dump,
                                "%s.%s=%s\n",
                                twf_part_get_name (part),
                                languages[i],
                                twf_provision_get_text (provision, part, languages[i]));
    }
  dump_proposals (dump, twf_provision_list_proposals (provision));
  dump_remarks (dump, twf_provision_list_remarks (provision));
}

/* All that a plan is, in reading order: two plans with the same dump are the same. */
char *
fixture_dump (TwfPlan *plan)
{
  GString *dump = g_string_new (NULL);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_auto (GStrv) fields = twf_plan_list_fields (plan);
  const char *const *languages = twf_plan_get_languages (plan);
  GListModel *delegations = twf_plan_list_delegations (plan);

  for (guint i = 0; fields[i] != NULL; i++)
    dump_values (dump, fields[i], twf_plan_get_values (plan, fields[i]));
  for (guint i = 0; languages[i] != NULL; i++)
    g_string_append_printf (
        dump, "title.%s=%s\n", languages[i], twf_plan_get_title (plan, languages[i]));
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      g_auto (GStrv) names = twf_delegation_list_fields (delegation);

      g_string_append_printf (dump, "{%s}\n", twf_delegation_get_code (delegation));
      for (guint j = 0; names[j] != NULL; j++)
        dump_values (dump, names[j], twf_delegation_get_values (delegation, names[j]));
    }
  dump_proposals (dump, twf_plan_list_proposals (plan));
  g_assert_cmpuint (all->len, ==, twf_plan_get_n_provisions (plan));
  for (guint i = 0; i < all->len; i++)
    dump_provision (dump, g_ptr_array_index (all, i));
  return g_string_free (dump, FALSE);
}

/* Any provision; NULL in a plan without. */
TwfProvision *
fixture_pick (TwfPlan *plan)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  return all->len > 0 ? g_ptr_array_index (all, g_test_rand_int_range (0, all->len)) : NULL;
}

static const char *
pick_id (TwfPlan *plan)
{
  TwfProvision *provision = fixture_pick (plan);

  return provision != NULL ? twf_provision_get_id (provision) : NULL;
}

static TwfEdit *
new_random_delegation (void)
{
  const char *code = codes[g_test_rand_int_range (1, G_N_ELEMENTS (codes))];
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autofree char *rank = g_strdup_printf ("%d", g_test_rand_int_range (1, 20));

  if (g_test_rand_bit ())
    return twf_edit_new_drop_delegation (code);
  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", rank);
  twf_delegation_set_values (delegation, TWF_DELEGATION_RANK, (const char *const[]){ rank, NULL });
  return twf_edit_new_delegation (delegation);
}

static TwfEdit *
new_random_place (TwfPlan *plan)
{
  TwfProvision *parent = fixture_pick (plan);
  TwfSection section = twf_provision_get_section (parent);
  const char *under = g_test_rand_bit () ? twf_provision_get_id (parent) : NULL;
  g_autofree char *rank = twf_plan_make_rank (plan,
                                              section,
                                              under,
                                              g_test_rand_bit () ? TWF_PLAN_FIRST : NULL,
                                              codes[g_test_rand_int_range (0, 4)]);

  return twf_edit_new_place (pick_id (plan), section, under, rank);
}

/* One of a few, so that edits meet. */
static char *
make_item_id (void)
{
  g_autofree char *seed = g_strdup_printf ("item %d", g_test_rand_int_range (0, 6));

  return twf_id_from_content (seed);
}

static TwfEdit *
new_random_proposal (TwfPlan *plan)
{
  g_autofree char *pid = make_item_id ();
  g_autoptr (TwfProposal) proposal = twf_proposal_new (pid);
  const char *id = g_test_rand_int_range (0, 4) == 0 ? NULL : pick_id (plan);

  if (g_test_rand_int_range (0, 4) == 0)
    return twf_edit_new_drop_proposal (id, pid);
  twf_proposal_set_kind (proposal, g_test_rand_int_range (0, 4));
  twf_proposal_set_state (proposal, g_test_rand_int_range (0, 5));
  twf_proposal_set_part (proposal, g_test_rand_int_range (0, TWF_N_PARTS));
  twf_proposal_add_value (
      proposal, TWF_PROPOSAL_FIELD_OWNER, codes[g_test_rand_int_range (1, G_N_ELEMENTS (codes))]);
  twf_proposal_set_text (proposal,
                         g_test_rand_bit () ? "ar" : "en",
                         texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  return twf_edit_new_proposal (id, proposal);
}

static TwfEdit *
new_random_remark (TwfPlan *plan)
{
  g_autofree char *rid = make_item_id ();
  g_autoptr (TwfRemark) remark
      = twf_remark_new (rid,
                        codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))],
                        g_test_rand_int_range (0, 1000),
                        texts[g_test_rand_int_range (0, 5)]);

  if (g_test_rand_int_range (0, 4) == 0)
    return twf_edit_new_drop_remark (pick_id (plan), rid);
  return twf_edit_new_remark (pick_id (plan), remark);
}

static TwfEdit *
new_random_edit (TwfPlan *plan)
{
  static const char *const fields[] = { TWF_FIELD_PILLAR,  TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES,
                                        TWF_FIELD_HEADING, TWF_FIELD_NUMBER,   TWF_FIELD_SOURCE };
  const char *text = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
  const char *values[] = { pick_id (plan), pick_id (plan), NULL };
  const char *field = fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];

  switch (g_test_rand_int_range (0, 12))
    {
    case 8:
    case 9:
    case 10:
      return new_random_proposal (plan);
    case 11:
      return new_random_remark (plan);
    case 0:
      return new_random_delegation ();
    case 1:
      return new_random_place (plan);
    case 2:
      return twf_edit_new_remove (pick_id (plan));
    case 3:
      return twf_edit_new_text (NULL, TWF_PART_BODY, g_test_rand_bit () ? "ar" : "en", text);
    case 4:
      return twf_edit_new_values (pick_id (plan), field, g_test_rand_bit () ? values : NULL);
    case 5:
      return twf_edit_new_value (pick_id (plan), field, "yes");
    default:
      return twf_edit_new_text (pick_id (plan),
                                g_test_rand_int_range (0, TWF_N_PARTS),
                                g_test_rand_bit () ? "ar" : "en",
                                text);
    }
}

/* One change of any kind, as a person, a script or a mistake makes it; it may be refused. */
void
fixture_change_at_random (TwfPlan *plan)
{
  TwfProvision *other = fixture_pick (plan);
  const char *id = pick_id (plan);
  const char *owner = codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))];
  g_autofree char *added = NULL;
  g_autoptr (TwfEdit) edit = NULL;

  switch (g_test_rand_int_range (0, 14))
    {
    case 0:
    case 1:
      added = twf_plan_add (plan,
                            twf_provision_get_section (other),
                            g_test_rand_bit () ? twf_provision_get_id (other) : NULL,
                            g_test_rand_bit () ? TWF_PLAN_FIRST : NULL,
                            owner,
                            NULL);
      break;
    case 2:
      if (twf_plan_get_n_provisions (plan) > 20)
        twf_plan_remove (plan, id, NULL);
      break;
    case 3:
      twf_plan_indent (plan, id, owner, NULL);
      break;
    case 4:
      twf_plan_outdent (plan, id, owner, NULL);
      break;
    case 5:
      twf_plan_move_by (plan, id, g_test_rand_int_range (-4, 5), owner, NULL);
      break;
    case 6:
      twf_plan_move (plan, id, twf_provision_get_section (other), NULL, NULL, owner, NULL);
      break;
    default:
      edit = new_random_edit (plan);
      twf_plan_apply (plan, edit, NULL, NULL);
    }
}
