/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "merge-fixture.h"

#include "twf-format.h"
#include "twf-id.h"

#include <string.h>

const char *
fixture_id (const char *name)
{
  static GHashTable *ids = NULL; /* char* name -> char* id, for as long as the test runs */
  char *id;

  if (name == NULL || *name == '\0')
    return name;
  if (ids == NULL)
    ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  id = g_hash_table_lookup (ids, name);
  if (id == NULL)
    {
      id = twf_id_from_content (name);
      g_hash_table_insert (ids, g_strdup (name), id);
    }
  return id;
}

static void
apply (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (TwfEdit) held = edit;
  g_autoptr (GError) error = NULL;

  if (!twf_plan_apply (plan, held, NULL, &error))
    g_error ("edit %d of %s: %s",
             twf_edit_get_kind (held),
             twf_edit_get_id (held) != NULL ? twf_edit_get_id (held) : "the plan",
             error->message);
}

void
fixture_text (TwfPlan *plan, const char *name, const char *language, const char *text)
{
  apply (plan, twf_edit_new_text (fixture_id (name), TWF_PART_BODY, language, text));
}

void
fixture_value (TwfPlan *plan, const char *name, const char *field, const char *value)
{
  apply (plan, twf_edit_new_value (fixture_id (name), field, value));
}

void
fixture_values (TwfPlan *plan, const char *name, const char *field, const char *const *values)
{
  apply (plan, twf_edit_new_values (fixture_id (name), field, values));
}

void
fixture_insert (TwfPlan *plan,
                const char *name,
                TwfSection section,
                const char *parent,
                const char *after,
                const char *owner,
                const char *text)
{
  g_autoptr (TwfProvision) provision = twf_provision_new (fixture_id (name), section);
  g_autofree char *rank
      = twf_plan_make_rank (plan, section, fixture_id (parent), fixture_id (after), owner);

  twf_provision_set_place (provision, section, fixture_id (parent), rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", text);
  apply (plan, twf_edit_new_add (provision));
}

void
fixture_move (TwfPlan *plan,
              const char *name,
              const char *parent,
              const char *after,
              const char *owner)
{
  TwfProvision *provision = twf_plan_get_provision (plan, fixture_id (name));
  g_autoptr (GError) error = NULL;

  twf_plan_move (plan,
                 fixture_id (name),
                 twf_provision_get_section (provision),
                 fixture_id (parent),
                 fixture_id (after),
                 owner,
                 &error);
  g_assert_no_error (error);
}

void
fixture_remove (TwfPlan *plan, const char *name)
{
  g_autoptr (GError) error = NULL;

  twf_plan_remove (plan, fixture_id (name), &error);
  g_assert_no_error (error);
}

static void
add (TwfPlan *plan,
     const char *name,
     TwfSection section,
     const char *parent,
     const char *english,
     const char *arabic)
{
  fixture_insert (plan, name, section, parent, NULL, NULL, english);
  fixture_text (plan, name, "ar", arabic);
}

TwfPlan *
fixture_plan (void)
{
  TwfPlan *plan = twf_plan_new ();
  const char *const languages[] = { "ar", "en", NULL };
  const char *const both[] = { fixture_id ("o1"), fixture_id ("o2"), NULL };
  g_autoptr (TwfDelegation) egypt = twf_delegation_new ("EG");
  g_autoptr (TwfDelegation) mexico = twf_delegation_new ("MX");

  apply (plan, twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, languages));
  apply (plan, twf_edit_new_value (NULL, TWF_PLAN_SOURCE_LANGUAGE, "ar"));
  apply (plan, twf_edit_new_value (NULL, TWF_PLAN_SYMBOL, "A/64/L.12"));
  apply (plan, twf_edit_new_text (NULL, TWF_PART_BODY, "en", "Plan for the museums"));
  apply (plan, twf_edit_new_text (NULL, TWF_PART_BODY, "ar", "خطة المتاحف"));
  twf_delegation_set_localized (egypt, TWF_DELEGATION_NAME, "en", "Egypt");
  twf_delegation_set_localized (mexico, TWF_DELEGATION_NAME, "en", "Mexico");
  apply (plan, twf_edit_new_delegation (egypt));
  apply (plan, twf_edit_new_delegation (mexico));
  add (plan, "pillar", TWF_SECTION_PILLARS, NULL, "Prevention", "الوقاية");
  add (plan, "p1", TWF_SECTION_PRINCIPLES, NULL, "States own what they dig up.", "ملكية الدول.");
  add (plan, "o1", TWF_SECTION_OBJECTIVES, NULL, "To guard each site.", "حراسة كل موقع.");
  add (plan, "o2", TWF_SECTION_OBJECTIVES, NULL, "To return each object.", "إعادة كل قطعة.");
  add (plan,
       "a1",
       TWF_SECTION_ACTIONS,
       NULL,
       "Museums describe every object before it is lent, and keep the record for ten years.",
       "تصف المتاحف كل قطعة قبل إعارتها، وتحفظ السجل عشر سنوات.");
  add (plan, "a1a", TWF_SECTION_ACTIONS, "a1", "A photograph is enough.", "تكفي صورة.");
  add (plan, "a2", TWF_SECTION_ACTIONS, NULL, "States train guards.", "تدرب الدول الحراس.");
  add (plan, "a3", TWF_SECTION_ACTIONS, NULL, "A register is opened.", "يفتح سجل.");
  add (plan, "a4", TWF_SECTION_ACTIONS, NULL, "A report follows.", "يلي ذلك تقرير.");
  fixture_values (plan, "a1", TWF_FIELD_SERVES, both);
  fixture_value (plan, "o1", TWF_FIELD_RESTS_ON, fixture_id ("p1"));
  fixture_value (plan, "p1", TWF_FIELD_PILLAR, fixture_id ("pillar"));
  return plan;
}

GHashTable *
fixture_files (TwfPlan *plan)
{
  GHashTable *files = twf_files_new ();

  twf_format_write_plan (plan, files);
  return files;
}

TwfPlan *
fixture_copy (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = fixture_files (plan);
  g_autoptr (GError) error = NULL;
  TwfPlan *copy = twf_format_read_plan (files, &error);

  g_assert_no_error (error);
  return copy;
}

/* All files with their content, as one string: two plans with the same tree have the same. */
char *
fixture_tree (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = fixture_files (plan);
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (files), (GCompareFunc)strcmp);
  GString *tree = g_string_new (NULL);

  for (GList *at = paths; at != NULL; at = at->next)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_hash_table_lookup (files, at->data), &size);

      g_string_append_printf (tree, "== %s\n", (const char *)at->data);
      g_string_append_len (tree, data, (gssize)size);
    }
  return g_string_free (tree, FALSE);
}

void
fixture_assert_same (TwfPlan *one, TwfPlan *other)
{
  g_autofree char *first = fixture_tree (one);
  g_autofree char *second = fixture_tree (other);

  g_assert_cmpstr (first, ==, second);
}

TwfPlanMerge *
fixture_merge (TwfPlan *rolling, TwfPlan *base, ...)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  va_list arguments;

  va_start (arguments, base);
  for (;;)
    {
      const char *owner = va_arg (arguments, const char *);
      TwfPlan *tip = va_arg (arguments, TwfPlan *);

      if (tip == NULL)
        break;
      g_ptr_array_add (contributions, twf_contribution_new_between (owner, base, tip));
    }
  va_end (arguments);
  return twf_plan_merge_new (rolling, contributions);
}

/* Every edit must be admitted, one after the other. */
void
fixture_apply (TwfPlan *rolling, TwfPlanMerge *merge)
{
  g_autoptr (GPtrArray) edits = twf_plan_merge_list_edits (merge);

  for (guint i = 0; i < edits->len; i++)
    apply (rolling, twf_edit_ref (edits->pdata[i]));
}

TwfOutcome *
fixture_outcome (GPtrArray *outcomes, TwfRequestKind kind, const char *owner)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      TwfOutcome *outcome = outcomes->pdata[i];

      if (outcome->request != NULL && twf_request_get_kind (outcome->request) == kind
          && twf_request_is_from (outcome->request, owner))
        return outcome;
    }
  return NULL;
}

const char *
fixture_get_text (TwfPlan *plan, const char *name, const char *language)
{
  TwfProvision *provision = twf_plan_get_provision (plan, fixture_id (name));

  if (name == NULL)
    return twf_plan_get_title (plan, language);
  return provision != NULL ? twf_provision_get_text (provision, TWF_PART_BODY, language) : NULL;
}

guint
fixture_count_open (TwfPlan *plan, const char *name)
{
  TwfProvision *provision = twf_plan_get_provision (plan, fixture_id (name));
  GListModel *proposals
      = name != NULL ? twf_provision_list_proposals (provision) : twf_plan_list_proposals (plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      n += twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN;
    }
  return n;
}
