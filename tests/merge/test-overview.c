/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Figures of a plan: laws over made-up plans that several delegations propose changes to. */
#include "merge-fixture.h"
#include "random-plan.h"
#include "twf-agreement.h"
#include "twf-compilation.h"
#include "twf-positions.h"
#include "twf-reckoning.h"
#include "twf-segments.h"

#define ROUNDS 120
#define N_TIPS 4

static const char *const codes[N_TIPS] = { "EG", "MX", "FR", "CN" };
static const char *const read_in[] = { "en", "ar" };

typedef struct
{
  Chance chance;
  TwfPlan *base;
  TwfPlan *tips[N_TIPS];
} Table;

static void
set_up (Table *self, guint seed)
{
  *self = (Table){ .chance.rand = g_rand_new_with_seed (seed) };
  self->base = random_plan (&self->chance, 10);
  for (guint i = 0; i < N_TIPS; i++)
    {
      self->tips[i] = fixture_copy (self->base);
      for (guint n = 1 + chance_draw (&self->chance, 6); n > 0; n--)
        random_edit (&self->chance, self->tips[i], codes[i]);
    }
}

static void
tear_down (Table *self)
{
  g_rand_free (self->chance.rand);
  g_object_unref (self->base);
  for (guint i = 0; i < N_TIPS; i++)
    g_object_unref (self->tips[i]);
}

static TwfPlan *
merge (Table *self, gboolean backwards)
{
  TwfPlan *rolling = fixture_copy (self->base);
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  g_autoptr (TwfPlanMerge) merge = NULL;

  for (guint i = 0; i < N_TIPS; i++)
    {
      guint at = backwards ? N_TIPS - 1 - i : i;

      g_ptr_array_add (contributions,
                       twf_contribution_new_between (codes[at], self->base, self->tips[at]));
    }
  merge = twf_plan_merge_new (rolling, contributions);
  fixture_apply (rolling, merge);
  return rolling;
}

static void
agree_some (Table *self, TwfPlan *plan)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];
      TwfAgreementLevel level = chance_draw (&self->chance, TWF_N_AGREEMENT_LEVELS);
      g_autoptr (TwfAgreement) agreement = NULL;
      g_autofree char *value = NULL;
      g_autoptr (TwfEdit) edit = NULL;

      if (chance_draw (&self->chance, 2) == 0
          || twf_provision_get_text (provision, TWF_PART_BODY, "en") == NULL)
        continue;
      agreement = twf_agreement_new (
          provision, level, level == TWF_AGREEMENT_PENDING ? "EG" : NULL, 1790000000);
      value = twf_agreement_format (agreement);
      edit = twf_edit_new_value (twf_provision_get_id (provision), TWF_FIELD_AGREED, value);
      g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
    }
}

static TwfOverview *
reckon (TwfPlan *plan, const char *language)
{
  g_autoptr (TwfReckoning) reckoning = twf_reckoning_new (language);

  g_assert_true (twf_reckoning_update (reckoning, plan, G_MAXINT64));
  return twf_reckoning_sum (reckoning, plan);
}

static char *
describe (const TwfOverview *self)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out,
                   "provisions %u words %u waiting %u brackets %u title %u\n",
                   self->n_provisions,
                   self->n_words,
                   self->n_waiting,
                   self->n_brackets,
                   self->n_title_brackets);
  for (guint i = 0; i < TWF_N_STAGES; i++)
    g_string_append_printf (out, "%s %u\n", twf_stage_get_name (i), self->stages[i]);
  for (guint i = 0; i < TWF_N_AGREEMENT_LEVELS; i++)
    g_string_append_printf (out, "%s %u\n", twf_agreement_level_get_name (i), self->levels[i]);
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    g_string_append_printf (out,
                            "%s %u %u %u\n",
                            twf_section_get_name (i),
                            self->sections[i].n_provisions,
                            self->sections[i].n_agreed,
                            self->sections[i].n_brackets);
  for (guint i = 0; i < self->holders->len; i++)
    {
      const TwfHolder *holder = self->holders->pdata[i];

      g_string_append_printf (out,
                              "%s %u %u %u %u\n",
                              holder->code,
                              holder->n_brackets,
                              holder->n_proposals,
                              holder->n_reservations,
                              holder->n_pending);
    }
  for (guint i = 0; i < self->coverages->len; i++)
    {
      const TwfCoverage *coverage = self->coverages->pdata[i];

      g_string_append_printf (out,
                              "%s %u %u %u\n",
                              coverage->language,
                              coverage->n_agreed,
                              coverage->n_missing,
                              coverage->n_stale);
    }
  return g_string_free (out, FALSE);
}

/* As the compilation is written, line by line. */
static guint
count_brackets (TwfPlan *plan, TwfProvision *provision, const char *language)
{
  g_autoptr (GPtrArray) others = twf_compile_list_others (plan, provision);
  guint n = others->len;

  for (TwfPart part = TWF_PART_BODY; part < (provision != NULL ? TWF_N_PARTS : 1); part++)
    {
      g_autoptr (TwfCompiledText) text = twf_compile_text (plan, provision, part, language);
      g_auto (GStrv) elsewhere = twf_compile_list_elsewhere (plan, provision, part, language);

      n += (text != NULL ? twf_brackets_count (text->pieces) : 0) + g_strv_length (elsewhere);
    }
  return n + (provision != NULL && twf_compile_find_insert (provision) != NULL ? 1 : 0);
}

static gboolean
is_shown (TwfPlan *plan, TwfProvision *provision)
{
  for (; provision != NULL;
       provision = twf_plan_get_provision (plan, twf_provision_get_parent (provision)))
    if (!twf_compile_shows (provision))
      return FALSE;
  return TRUE;
}

static guint
count_words (TwfProvision *provision, const char *language)
{
  guint n = 0;

  if (twf_provision_is_proposed (provision, NULL))
    return 0;
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    if (twf_provision_get_text (provision, part, language) != NULL)
      n += twf_text_count_words (twf_provision_get_text (provision, part, language), language);
  return n;
}

static guint
count_held (TwfPlan *plan, TwfProvision *provision, const char *code, gboolean reserved)
{
  g_autoptr (GPtrArray) open = twf_compile_list_proposals (plan, provision);
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    {
      g_autoptr (GPtrArray) positions = twf_proposal_list_positions (open->pdata[i]);

      if (!reserved)
        n += twf_proposal_has_value (open->pdata[i], TWF_PROPOSAL_FIELD_OWNER, code);
      for (guint p = 0; reserved && p < positions->len; p++)
        n += ((TwfPosition *)positions->pdata[p])->word == TWF_POSITION_RESERVE
             && g_str_equal (((TwfPosition *)positions->pdata[p])->code, code);
    }
  return n;
}

static void
assert_holders (const TwfOverview *overview, TwfPlan *plan, GPtrArray *shown)
{
  for (guint c = 0; c < N_TIPS; c++)
    {
      guint n_proposals = count_held (plan, NULL, codes[c], FALSE);
      guint n_withheld = count_held (plan, NULL, codes[c], TRUE);
      TwfHolder none = { 0 };
      const TwfHolder *holder = &none;

      for (guint i = 0; i < shown->len; i++)
        {
          GListModel *remarks = twf_provision_list_remarks (shown->pdata[i]);

          n_proposals += count_held (plan, shown->pdata[i], codes[c], FALSE);
          n_withheld += count_held (plan, shown->pdata[i], codes[c], TRUE);
          for (guint r = 0; r < g_list_model_get_n_items (remarks); r++)
            {
              g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, r);

              n_withheld += twf_remark_get_kind (remark) == TWF_REMARK_RESERVATION
                            && g_strcmp0 (twf_remark_get_author (remark), codes[c]) == 0;
            }
        }
      for (guint i = 0; i < overview->holders->len; i++)
        if (g_str_equal (((TwfHolder *)overview->holders->pdata[i])->code, codes[c]))
          holder = overview->holders->pdata[i];
      g_assert_cmpuint (holder->n_proposals, ==, n_proposals);
      g_assert_cmpuint (holder->n_reservations, ==, n_withheld);
      g_assert_true (holder->n_brackets == 0 || n_proposals > 0);
      g_assert_cmpuint (holder->n_brackets, <=, overview->n_brackets);
    }
}

static void
assert_counted (TwfPlan *plan, const char *language)
{
  g_autoptr (TwfOverview) overview = reckon (plan, language);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  guint n_brackets = count_brackets (plan, NULL, language);
  guint n_words = 0;
  guint n_reopened = 0;
  guint n_agreed = 0;

  for (guint i = all->len; i > 0; i--)
    if (!is_shown (plan, all->pdata[i - 1]))
      g_ptr_array_remove_index (all, i - 1);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (TwfStanding) standing = twf_standing_new (plan, all->pdata[i]);

      n_brackets += count_brackets (plan, all->pdata[i], language);
      n_words += count_words (all->pdata[i], language);
      n_agreed += standing->state == TWF_AGREED_STANDS;
      n_reopened += standing->state == TWF_AGREED_REOPENED;
    }
  g_assert_cmpuint (overview->n_brackets, ==, n_brackets);
  g_assert_cmpuint (overview->n_words, ==, n_words);
  g_assert_cmpuint (overview->stages[TWF_STAGE_AGREED], ==, n_agreed);
  g_assert_cmpuint (overview->stages[TWF_STAGE_REOPENED], ==, n_reopened);
  g_assert_true (overview->n_waiting == 0 || overview->n_brackets > 0);
  assert_holders (overview, plan, all);
}

/* Sums are the sums of their parts. */
static void
assert_adds_up (TwfPlan *plan, const char *language)
{
  g_autoptr (TwfOverview) overview = reckon (plan, language);
  guint n_stages = 0, n_levels = 0, n_provisions = 0, n_agreed = 0;
  guint n_brackets = overview->n_title_brackets;

  for (guint i = 0; i < TWF_N_STAGES; i++)
    n_stages += overview->stages[i];
  for (guint i = 0; i < TWF_N_AGREEMENT_LEVELS; i++)
    n_levels += overview->levels[i];
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    {
      n_provisions += overview->sections[i].n_provisions;
      n_agreed += overview->sections[i].n_agreed;
      n_brackets += overview->sections[i].n_brackets;
    }
  g_assert_cmpuint (overview->n_provisions, ==, n_stages);
  g_assert_cmpuint (overview->n_provisions, ==, n_provisions);
  g_assert_cmpuint (overview->stages[TWF_STAGE_AGREED], ==, n_levels);
  g_assert_cmpuint (n_agreed, ==, n_levels);
  g_assert_cmpuint (overview->n_brackets, ==, n_brackets);
}

static guint
count_listed (TwfReckoning *reckoning, TwfPlan *plan, const char *name)
{
  TwfFigureKind kind;
  const char *detail;
  g_auto (GStrv) ids = NULL;

  g_assert_true (twf_figure_parse (name, &kind, &detail));
  ids = twf_reckoning_list (reckoning, plan, kind, detail);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (g_str_equal (ids[i], TWF_FIGURE_OF_PLAN)
                   || twf_plan_get_provision (plan, ids[i]) != NULL);
  return g_strv_length (ids);
}

/* What a figure opens is as much as it says. */
static void
assert_opens (TwfPlan *plan, const char *language)
{
  g_autoptr (TwfReckoning) reckoning = twf_reckoning_new (language);
  g_autoptr (TwfOverview) overview = NULL;

  twf_reckoning_update (reckoning, plan, G_MAXINT64);
  overview = twf_reckoning_sum (reckoning, plan);
  g_assert_cmpuint (count_listed (reckoning, plan, "provisions"), ==, overview->n_provisions);
  for (guint i = 0; i < TWF_N_STAGES; i++)
    {
      g_autofree char *name = g_strconcat ("stage:", twf_stage_get_name (i), NULL);

      g_assert_cmpuint (count_listed (reckoning, plan, name), ==, overview->stages[i]);
    }
  for (guint i = 0; i < TWF_N_AGREEMENT_LEVELS; i++)
    {
      g_autofree char *name = g_strconcat ("level:", twf_agreement_level_get_name (i), NULL);

      g_assert_cmpuint (count_listed (reckoning, plan, name), ==, overview->levels[i]);
    }
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    {
      g_autofree char *name = g_strconcat ("brackets:", twf_section_get_name (i), NULL);
      guint n = count_listed (reckoning, plan, name);

      g_assert_cmpuint (n, <=, overview->sections[i].n_brackets);
      g_assert_true ((n > 0) == (overview->sections[i].n_brackets > 0));
    }
  for (guint i = 0; i < overview->holders->len; i++)
    {
      const TwfHolder *holder = overview->holders->pdata[i];
      g_autofree char *name = g_strconcat ("held:", holder->code, NULL);

      g_assert_cmpuint (count_listed (reckoning, plan, name), ==, holder->n_provisions);
    }
  for (guint i = 0; i < overview->coverages->len; i++)
    {
      const TwfCoverage *coverage = overview->coverages->pdata[i];
      g_autofree char *name = g_strconcat ("missing:", coverage->language, NULL);

      g_assert_true ((count_listed (reckoning, plan, name) > 0) == (coverage->n_missing > 0));
    }
}

static void
test_counts (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Table table;
      g_autoptr (TwfPlan) plan = NULL;

      set_up (&table, round);
      agree_some (&table, table.base);
      plan = merge (&table, FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (read_in); i++)
        {
          assert_counted (plan, read_in[i]);
          assert_adds_up (plan, read_in[i]);
          assert_opens (plan, read_in[i]);
        }
      tear_down (&table);
    }
}

static void
test_order (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Table table;
      g_autoptr (TwfPlan) forward = NULL;
      g_autoptr (TwfPlan) backward = NULL;
      g_autoptr (TwfOverview) one = NULL;
      g_autoptr (TwfOverview) other = NULL;
      g_autofree char *said = NULL;
      g_autofree char *said_other = NULL;

      set_up (&table, round);
      forward = merge (&table, FALSE);
      backward = merge (&table, TRUE);
      one = reckon (forward, "en");
      other = reckon (backward, "en");
      said = describe (one);
      said_other = describe (other);
      g_assert_cmpstr (said, ==, said_other);
      tear_down (&table);
    }
}

static void
edited_cb (TwfPlan *plan, TwfEdit *edit, TwfReckoning *reckoning)
{
  twf_reckoning_forget (reckoning, edit);
}

/* What is kept through changes is what is reckoned anew. */
static void
test_keeping (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Table table;
      g_autoptr (TwfReckoning) kept = twf_reckoning_new ("en");
      g_autoptr (TwfPlan) plan = NULL;

      set_up (&table, round);
      plan = merge (&table, FALSE);
      g_signal_connect (plan, "edited", G_CALLBACK (edited_cb), kept);
      for (guint step = 0; step < 8; step++)
        {
          g_autoptr (TwfReckoning) copy = NULL;
          g_autoptr (TwfOverview) one = NULL;
          g_autoptr (TwfOverview) other = NULL;
          g_autofree char *said = NULL;
          g_autofree char *said_anew = NULL;

          g_assert_true (twf_reckoning_update (kept, plan, G_MAXINT64));
          copy = twf_reckoning_copy (kept);
          one = twf_reckoning_sum (copy, plan);
          other = reckon (plan, "en");
          said = describe (one);
          said_anew = describe (other);
          g_assert_cmpstr (said, ==, said_anew);
          random_edit (&table.chance, plan, "EG");
          if (step == 4)
            agree_some (&table, plan);
        }
      g_signal_handlers_disconnect_by_func (plan, edited_cb, kept);
      tear_down (&table);
    }
}

/* A reckoning of provisions one by one, from a plan without any, is the same. */
static void
test_one_by_one (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Table table;
      g_autoptr (TwfReckoning) reckoning = twf_reckoning_new ("ar");
      g_autoptr (TwfPlan) plan = NULL;
      g_autoptr (TwfPlan) head = twf_plan_new ();
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (TwfOverview) one = NULL;
      g_autoptr (TwfOverview) other = NULL;
      g_autofree char *said = NULL;
      g_autofree char *said_whole = NULL;

      set_up (&table, round);
      agree_some (&table, table.base);
      plan = merge (&table, FALSE);
      twf_plan_set_values (
          head, TWF_PLAN_LANGUAGES, twf_plan_get_values (plan, TWF_PLAN_LANGUAGES));
      twf_plan_set_values (
          head, TWF_PLAN_SOURCE_LANGUAGE, twf_plan_get_values (plan, TWF_PLAN_SOURCE_LANGUAGE));
      all = twf_plan_list_all (plan);
      for (guint i = 0; i < all->len; i++)
        twf_reckoning_put (reckoning, head, all->pdata[i]);
      twf_reckoning_put_title (reckoning, plan);
      one = twf_reckoning_sum (reckoning, head);
      other = reckon (plan, "ar");
      said = describe (one);
      said_whole = describe (other);
      g_assert_cmpstr (said, ==, said_whole);
      tear_down (&table);
    }
}

/* A text that a translation was not made from any more. */
static void
test_stale (void)
{
  g_autoptr (TwfPlan) plan = fixture_plan ();
  const char *value = "ar from=en:0000000000000000000000000000000000000000 by=EG";
  g_autoptr (TwfReckoning) reckoning = twf_reckoning_new ("en");
  g_autoptr (TwfOverview) overview = NULL;
  g_auto (GStrv) ids = NULL;

  fixture_value (plan, "a1", TWF_FIELD_TRANSLATED, value);
  twf_reckoning_update (reckoning, plan, G_MAXINT64);
  overview = twf_reckoning_sum (reckoning, plan);
  g_assert_cmpuint (twf_coverages_find (overview->coverages, "ar")->n_stale, ==, 1);
  g_assert_cmpuint (twf_coverages_find (overview->coverages, "en")->n_stale, ==, 0);
  ids = twf_reckoning_list (reckoning, plan, TWF_FIGURE_STALE, "ar");
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, fixture_id ("a1"));
}

/* Of two agreed languages one was changed since: the other stays agreed. */
static void
test_agreed_in (void)
{
  g_autoptr (TwfPlan) plan = fixture_plan ();
  TwfProvision *provision = twf_plan_get_provision (plan, fixture_id ("a1"));
  g_autoptr (TwfReckoning) reckoning = twf_reckoning_new ("en");
  g_autoptr (TwfAgreement) agreement = NULL;
  g_autoptr (TwfOverview) overview = NULL;
  g_autofree char *value = NULL;
  g_auto (GStrv) ids = NULL;

  fixture_text (plan, "a1", "ar", "نص");
  agreement = twf_agreement_new (provision, TWF_AGREEMENT_PLENARY, NULL, 0);
  value = twf_agreement_format (agreement);
  fixture_value (plan, "a1", TWF_FIELD_AGREED, value);
  fixture_text (plan, "a1", "en", "Another wording.");
  twf_reckoning_update (reckoning, plan, G_MAXINT64);
  overview = twf_reckoning_sum (reckoning, plan);
  g_assert_cmpuint (overview->stages[TWF_STAGE_REOPENED], ==, 1);
  g_assert_cmpuint (twf_coverages_find (overview->coverages, "ar")->n_agreed, ==, 1);
  g_assert_cmpuint (twf_coverages_find (overview->coverages, "en")->n_agreed, ==, 0);
  ids = twf_reckoning_list (reckoning, plan, TWF_FIGURE_AGREED_IN, "ar");
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, fixture_id ("a1"));
}

static void
test_names (void)
{
  TwfFigureKind kind;
  const char *detail;

  for (guint i = 0; i <= TWF_FIGURE_AGREED_IN; i++)
    {
      g_autofree char *name = g_strconcat (twf_figure_kind_get_name (i), ":x", NULL);

      g_assert_true (twf_figure_parse (name, &kind, &detail));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (detail, ==, "x");
    }
  g_assert_true (twf_figure_parse ("brackets", &kind, &detail));
  g_assert_null (detail);
  g_assert_false (twf_figure_parse ("bracket", &kind, &detail));
  g_assert_false (twf_figure_parse ("", &kind, &detail));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/counts", test_counts);
  g_test_add_func ("/overview/order", test_order);
  g_test_add_func ("/overview/keeping", test_keeping);
  g_test_add_func ("/overview/one-by-one", test_one_by_one);
  g_test_add_func ("/overview/stale", test_stale);
  g_test_add_func ("/overview/agreed-in", test_agreed_in);
  g_test_add_func ("/overview/names", test_names);
  return g_test_run ();
}
