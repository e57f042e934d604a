/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "make-plan.h"

#include "twf-delegation.h"
#include "twf-id.h"
#include "twf-proposal.h"
#include "twf-remark.h"

#define N_LANGUAGES 6

static const char *const un_languages[] = { "ar", "en", "es", "fr", "ru", "zh", NULL };
static const char *const codes[] = { "EG", "G77", "FR", "CN", "EU", "MX" };

static const char *const procedure[] = {
  "2026-11-23T16:40:05Z reading 1 0123456789abcdef0123456789abcdef01234567",
  "2026-11-23T18:40:05Z close 1 0123456789abcdef0123456789abcdef01234567 bbcdefghijkm",
  "2026-11-24T09:00:00Z silence bbcdefghijkm 0123456789abcdef0123456789abcdef01234567 "
  "2026-11-27T09:00:00Z A/80/L.1",
  "2026-11-25T09:00:00Z break bbcdefghijkm EG الفقرة 3، كما هي، غير مقبولة: نعود إليها.",
  "what is no act",
};

/* Sentences of our own, and what a text may well hold: isolates, marks, several paragraphs. */
static const char *const sentences[] = {
  "تحمي الدول المتاحف والمواقع الأثرية. ",
  "تُعاد القطع المسروقة إلى بلدانها الأصلية، وفق الفقرة 3 (أ)؛ ",
  "States protect museums, archives and libraries. ",
  "Each object is described before it is lent; ",
  "Los Estados devuelven lo que fue robado. ",
  "Les musées tiennent un registre à jour : œuvre par œuvre. ",
  "Государства охраняют археологические памятники. ",
  "各国保护博物馆和档案馆。",
  "As \u2068A/64/10\u2069 says, \u200fنعم\u200f. ",
  "A second paragraph:\nwith a line of its own.\n",
  " spaces  stay ",
  "\t",
};

static guint
draw (guint n)
{
  return (guint)g_test_rand_int_range (0, (gint32)n);
}

static char *
make_id (void)
{
  g_autofree char *seed = g_strdup_printf ("%d %d", g_test_rand_int (), g_test_rand_int ());

  return twf_id_from_content (seed);
}

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);
  guint n = draw (6);

  for (guint i = 0; i <= n; i++)
    g_string_append (text, sentences[draw (G_N_ELEMENTS (sentences))]);
  return g_string_free (text, FALSE);
}

/* Up to @most values out of @from, in any order and perhaps one twice. */
static GStrv
make_values (const char *const *from, guint n, guint most)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = draw (most + 1); i > 0; i--)
    g_strv_builder_add (values, from[draw (n)]);
  return g_strv_builder_end (values);
}

static void
set_field (TwfProvision *provision, const char *field, GPtrArray *ids)
{
  g_auto (GStrv) values = NULL;

  if (ids->len == 0 || !twf_section_has_field (twf_provision_get_section (provision), field))
    return;
  values = make_values ((const char *const *)ids->pdata, ids->len, 4);
  twf_provision_set_values (provision, field, (const char *const *)values);
}

static void
set_one (TwfProvision *provision, const char *field, const char *value)
{
  const char *const values[] = { value, NULL };

  if (draw (4) == 0)
    twf_provision_set_values (provision, field, values);
}

static void
add_texts (TwfProvision *provision)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    for (guint i = 0; i < N_LANGUAGES; i++)
      {
        g_autofree char *text = make_text ();

        if (draw (part == TWF_PART_BODY ? 2 : 5) == 0)
          twf_provision_set_text (provision, part, un_languages[i], text);
      }
}

static void
set_proposal_field (TwfProposal *proposal, const char *field, const char *value)
{
  const char *const values[] = { value, NULL };

  if (draw (3) == 0)
    g_assert_true (twf_proposal_set_values (proposal, field, values));
}

static TwfProposal *
make_proposal (void)
{
  static const char *const positions[]
      = { "US delete", "G77 retain", "EU reserve", "CN withdraws-if bbcdefghijkm" };
  static const char *const bases[] = { "ar=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                                       "en=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                                       "from nowhere" };
  g_autofree char *id = make_id ();
  TwfProposal *proposal = twf_proposal_new (id);
  g_auto (GStrv) owners = make_values (codes, G_N_ELEMENTS (codes), 3);
  g_auto (GStrv) asking = make_values (codes, G_N_ELEMENTS (codes), 3);
  g_auto (GStrv) said = make_values (positions, G_N_ELEMENTS (positions), 3);
  g_auto (GStrv) base = make_values (bases, G_N_ELEMENTS (bases), 3);

  twf_proposal_set_kind (proposal, draw (4));
  twf_proposal_set_state (proposal, draw (5));
  twf_proposal_set_part (proposal, draw (TWF_N_PARTS));
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_OWNER, (const char *const *)owners);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, (const char *const *)asking);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_POSITION, (const char *const *)said);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_BASE, (const char *const *)base);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_VALUE, (const char *const *)owners);
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_FIELD, TWF_PLAN_SYMBOL);
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_SECTION, "actions");
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_PARENT, "bbcdefghijkm");
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_RANK, "15.EG.15");
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_REASON, "أوضح هكذا");
  set_proposal_field (proposal, TWF_PROPOSAL_FIELD_REPLACED_BY, "bbcdefghijkm");
  for (guint n = draw (3); n > 0; n--)
    {
      g_autofree char *text = make_text ();

      twf_proposal_set_text (proposal, un_languages[draw (N_LANGUAGES)], text);
    }
  return proposal;
}

static void
add_proposals (TwfProvision *provision)
{
  for (guint n = draw (3); n > 0; n--)
    twf_provision_take_proposal (provision, make_proposal ());
}

static void
add_remarks (TwfProvision *provision)
{
  for (guint n = draw (3); n > 0; n--)
    {
      g_autofree char *id = make_id ();
      g_autofree char *text = make_text ();
      const char *author = draw (3) == 0 ? NULL : codes[draw (G_N_ELEMENTS (codes))];

      twf_provision_take_remark (
          provision, twf_remark_new (id, author, 1700000000 + (gint64)draw (100000000), text));
    }
}

static void
add_delegations (TwfPlan *plan)
{
  static const char *const sponsors[] = { "signatory", "co-sponsor" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      TwfDelegation *delegation = twf_delegation_new (codes[i]);
      const char *const sponsor[] = { sponsors[draw (2)], NULL };
      g_auto (GStrv) members = make_values (codes, G_N_ELEMENTS (codes), 3);

      twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, sponsor);
      twf_delegation_set_values (delegation, TWF_DELEGATION_MEMBER, (const char *const *)members);
      if (draw (2) == 0)
        {
          twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "ar", "اسم الوفد");
          twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", "The name");
        }
      twf_plan_take_delegation (plan, delegation);
    }
}

static void
set_head (TwfPlan *plan)
{
  const char *const source[] = { "ar", NULL };
  const char *const symbol[] = { "A/64/L.12 الوثيقة", NULL };
  g_auto (GStrv) acts = make_values (procedure, G_N_ELEMENTS (procedure), 4);

  twf_plan_set_values (plan, TWF_PLAN_PROCEDURE, (const char *const *)acts);
  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, un_languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, source);
  if (draw (2) == 0)
    twf_plan_set_values (plan, TWF_PLAN_SYMBOL, symbol);
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      g_autofree char *title = make_text ();

      if (draw (2) == 0)
        twf_plan_set_title (plan, un_languages[i], title);
    }
  for (guint n = draw (4); n > 0; n--)
    twf_plan_take_proposal (plan, make_proposal ());
}

TwfPlan *
make_random_plan (guint most_provisions)
{
  TwfPlan *plan = twf_plan_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  set_head (plan);
  add_delegations (plan);
  for (guint n = draw (most_provisions + 1); n > 0; n--)
    {
      char *id = make_id ();
      TwfProvision *provision = twf_provision_new (id, draw (TWF_N_SECTIONS));
      g_autofree char *rank = g_strdup_printf ("i%c.EG.i%c", 'a' + draw (26), '1' + draw (9));
      const char *parent = ids->len > 0 && draw (3) == 0 ? ids->pdata[draw (ids->len)] : NULL;

      /* Parents in other sections and rings of them are what a foreign merge may leave. */
      twf_provision_set_place (provision, twf_provision_get_section (provision), parent, rank);
      set_field (provision, TWF_FIELD_PILLAR, ids);
      set_field (provision, TWF_FIELD_RESTS_ON, ids);
      set_field (provision, TWF_FIELD_SERVES, ids);
      set_one (provision, TWF_FIELD_HEADING, "yes");
      set_one (provision, TWF_FIELD_NUMBER, "3 مكرراً");
      set_one (provision, TWF_FIELD_SOURCE, "74/176:op12");
      set_one (provision, TWF_FIELD_PROPOSED, "G77");
      set_one (provision, TWF_FIELD_AGREED, "plenary 2026-11-23T16:40Z");
      add_texts (provision);
      add_proposals (provision);
      add_remarks (provision);
      twf_plan_take_provision (plan, provision);
      g_ptr_array_add (ids, id);
    }
  return plan;
}

TwfPlan *
make_large_plan (guint n_provisions)
{
  static const char *const languages[] = { "ar", "en", NULL };
  TwfPlan *plan = twf_plan_new ();

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  for (guint i = 0; i < n_provisions; i++)
    {
      g_autofree char *seed = g_strdup_printf ("provision %u", i);
      g_autofree char *id = twf_id_from_content (seed);
      g_autofree char *rank = g_strdup_printf (
          "l%c%c%c%c", 'a' + i / 17576 % 26, 'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
      g_autofree char *arabic = g_strdup_printf ("%u. %s%s", i, sentences[0], sentences[1]);
      g_autofree char *english = g_strdup_printf ("%u. %s%s", i, sentences[2], sentences[3]);
      TwfProvision *provision = twf_provision_new (id, i % TWF_N_SECTIONS);

      twf_provision_set_place (provision, i % TWF_N_SECTIONS, NULL, rank);
      twf_provision_set_text (provision, TWF_PART_BODY, "ar", arabic);
      twf_provision_set_text (provision, TWF_PART_BODY, "en", english);
      twf_plan_take_provision (plan, provision);
    }
  return plan;
}

static void
assert_values_equal (const char *const *one, const char *const *other)
{
  if (one == NULL || other == NULL)
    g_assert_true (one == other);
  else
    g_assert_cmpstrv ((char **)one, (char **)other);
}

static void
assert_proposals_equal (GListModel *one, GListModel *other)
{
  g_assert_cmpuint (g_list_model_get_n_items (one), ==, g_list_model_get_n_items (other));
  for (guint i = 0; i < g_list_model_get_n_items (one); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (one, i);
      g_autoptr (TwfProposal) same = g_list_model_get_item (other, i);

      g_assert_true (twf_proposal_equal (proposal, same));
    }
}

static void
assert_heads_equal (TwfPlan *one, TwfPlan *other)
{
  g_auto (GStrv) fields = twf_plan_list_fields (one);
  g_auto (GStrv) other_fields = twf_plan_list_fields (other);
  g_auto (GStrv) titles = twf_plan_list_title_languages (one);
  g_auto (GStrv) other_titles = twf_plan_list_title_languages (other);

  g_assert_cmpstrv (fields, other_fields);
  for (guint i = 0; fields[i] != NULL; i++)
    assert_values_equal (twf_plan_get_values (one, fields[i]),
                         twf_plan_get_values (other, fields[i]));
  g_assert_cmpstrv (titles, other_titles);
  for (guint i = 0; titles[i] != NULL; i++)
    g_assert_cmpstr (
        twf_plan_get_title (one, titles[i]), ==, twf_plan_get_title (other, titles[i]));
  assert_proposals_equal (twf_plan_list_proposals (one), twf_plan_list_proposals (other));
}

void
assert_plans_equal (TwfPlan *one, TwfPlan *other)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (one);
  GListModel *delegations = twf_plan_list_delegations (one);

  assert_heads_equal (one, other);
  g_assert_cmpuint (twf_plan_get_n_provisions (one), ==, twf_plan_get_n_provisions (other));
  for (guint i = 0; i < provisions->len; i++)
    {
      TwfProvision *provision = g_ptr_array_index (provisions, i);
      TwfProvision *same = twf_plan_get_provision (other, twf_provision_get_id (provision));

      g_assert_nonnull (same);
      g_assert_true (twf_provision_equal (provision, same));
    }
  g_assert_cmpuint (g_list_model_get_n_items (delegations),
                    ==,
                    g_list_model_get_n_items (twf_plan_list_delegations (other)));
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      TwfDelegation *same = twf_plan_get_delegation (other, twf_delegation_get_code (delegation));

      g_assert_nonnull (same);
      g_assert_true (twf_delegation_equal (delegation, same));
    }
}

void
assert_files_equal (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      GBytes *same = g_hash_table_lookup (other, path);

      if (same == NULL)
        g_error ("%s is not there", (const char *)path);
      if (!g_bytes_equal (bytes, same))
        g_error ("%s differs", (const char *)path);
    }
  g_assert_cmpuint (g_hash_table_size (one), ==, g_hash_table_size (other));
}
