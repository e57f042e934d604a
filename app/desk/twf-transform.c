/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-transform.h"

/**
 * twf_edits_new:
 *
 * Returns: (transfer full) (element-type TwfEdit): no edits
 */
GPtrArray *
twf_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
}

static gboolean
values_equal (const char *const *one, const char *const *other)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (one != NULL ? one : none, other != NULL ? other : none);
}

static void
add_values (GPtrArray *edits,
            const char *id,
            const char *field,
            const char *const *values,
            const char *const *target)
{
  if (!values_equal (values, target))
    g_ptr_array_add (edits, twf_edit_new_values (id, field, target));
}

static void
add_fields (GPtrArray *edits, TwfProvision *provision, TwfProvision *target)
{
  g_auto (GStrv) former = twf_provision_list_fields (provision);
  g_auto (GStrv) fields = twf_provision_list_fields (target);
  const char *id = twf_provision_get_id (target);

  /* What the section has no room for went before the provision went there. */
  for (gsize i = 0; former[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)fields, former[i])
        && twf_section_has_field (twf_provision_get_section (target), former[i]))
      g_ptr_array_add (edits, twf_edit_new_values (id, former[i], NULL));
  for (gsize i = 0; fields[i] != NULL; i++)
    add_values (edits,
                id,
                fields[i],
                twf_provision_get_values (provision, fields[i]),
                twf_provision_get_values (target, fields[i]));
}

static void
add_texts (GPtrArray *edits, TwfProvision *provision, TwfProvision *target, TwfPart part)
{
  g_auto (GStrv) former = twf_provision_list_languages (provision, part);
  g_auto (GStrv) languages = twf_provision_list_languages (target, part);
  const char *id = twf_provision_get_id (target);

  for (gsize i = 0; former[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)languages, former[i])
        && twf_section_has_part (twf_provision_get_section (target), part))
      g_ptr_array_add (edits, twf_edit_new_text (id, part, former[i], NULL));
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      const char *text = twf_provision_get_text (target, part, languages[i]);

      if (g_strcmp0 (text, twf_provision_get_text (provision, part, languages[i])) != 0)
        g_ptr_array_add (edits, twf_edit_new_text (id, part, languages[i], text));
    }
}

static gboolean
place_equal (TwfProvision *one, TwfProvision *other)
{
  return twf_provision_get_section (one) == twf_provision_get_section (other)
         && g_strcmp0 (twf_provision_get_parent (one), twf_provision_get_parent (other)) == 0
         && g_strcmp0 (twf_provision_get_rank (one), twf_provision_get_rank (other)) == 0;
}

static void
add_place (GPtrArray *edits, TwfPlan *plan, TwfProvision *target, gboolean displaced)
{
  TwfProvision *provision = twf_plan_get_provision (plan, twf_provision_get_id (target));
  g_autoptr (TwfProvision) copy = NULL;

  if (provision == NULL)
    {
      copy = twf_provision_copy (target);
      g_ptr_array_add (edits, twf_edit_new_add (copy));
    }
  else if (displaced || !place_equal (provision, target))
    {
      g_ptr_array_add (edits,
                       twf_edit_new_place (twf_provision_get_id (target),
                                           twf_provision_get_section (target),
                                           twf_provision_get_parent (target),
                                           twf_provision_get_rank (target)));
    }
}

static void
add_content (GPtrArray *edits, TwfPlan *plan, TwfProvision *target)
{
  TwfProvision *provision = twf_plan_get_provision (plan, twf_provision_get_id (target));

  if (provision == NULL || twf_provision_equal (provision, target))
    return;
  add_fields (edits, provision, target);
  for (guint part = 0; part < TWF_N_PARTS; part++)
    add_texts (edits, provision, target, part);
  twf_edits_add_discussion (edits, provision, target);
}

/**
 * twf_edits_add_provision:
 * @edits: where they go
 * @plan: a plan
 * @target: a provision as it is to be, new or not
 *
 * Adds the edits that make @plan's provision of that id into @target.
 */
void
twf_edits_add_provision (GPtrArray *edits, TwfPlan *plan, TwfProvision *target)
{
  add_place (edits, plan, target, FALSE);
  add_content (edits, plan, target);
}

static void
add_title (GPtrArray *edits, TwfPlan *plan, TwfPlan *target, const char *language)
{
  const char *title = twf_plan_get_title (target, language);

  if (g_strcmp0 (twf_plan_get_title (plan, language), title) != 0)
    g_ptr_array_add (edits, twf_edit_new_text (NULL, TWF_PART_BODY, language, title));
}

static gboolean
delegation_equal (TwfDelegation *one, TwfDelegation *other)
{
  g_auto (GStrv) fields = twf_delegation_list_fields (one);
  g_auto (GStrv) others = twf_delegation_list_fields (other);

  if (!g_strv_equal ((const char *const *)fields, (const char *const *)others))
    return FALSE;
  for (gsize i = 0; fields[i] != NULL; i++)
    if (!values_equal (twf_delegation_get_values (one, fields[i]),
                       twf_delegation_get_values (other, fields[i])))
      return FALSE;
  return TRUE;
}

static void
add_delegations (GPtrArray *edits, TwfPlan *plan, TwfPlan *target)
{
  GListModel *former = twf_plan_list_delegations (plan);
  GListModel *delegations = twf_plan_list_delegations (target);

  for (guint i = 0; i < g_list_model_get_n_items (former); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (former, i);
      const char *code = twf_delegation_get_code (delegation);

      if (twf_plan_get_delegation (target, code) == NULL)
        g_ptr_array_add (edits, twf_edit_new_drop_delegation (code));
    }
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      TwfDelegation *standing
          = twf_plan_get_delegation (plan, twf_delegation_get_code (delegation));
      g_autoptr (TwfDelegation) copy = NULL;

      if (standing != NULL && delegation_equal (standing, delegation))
        continue;
      copy = twf_delegation_copy (delegation);
      g_ptr_array_add (edits, twf_edit_new_delegation (copy));
    }
}

/**
 * twf_edits_add_head:
 * @edits: where they go
 * @plan: a plan
 * @target: how its fields, titles, delegations and the proposals about it are to be
 *
 * Adds the edits that make @plan into @target, provisions aside.
 */
void
twf_edits_add_head (GPtrArray *edits, TwfPlan *plan, TwfPlan *target)
{
  g_auto (GStrv) former = twf_plan_list_fields (plan);
  g_auto (GStrv) fields = twf_plan_list_fields (target);
  const char *const *languages = twf_plan_get_languages (plan);

  /* Titles of languages that go, while the plan still has the language. */
  for (gsize i = 0; languages != NULL && languages[i] != NULL; i++)
    if (twf_plan_get_title (target, languages[i]) == NULL)
      add_title (edits, plan, target, languages[i]);
  for (gsize i = 0; former[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)fields, former[i]))
      g_ptr_array_add (edits, twf_edit_new_values (NULL, former[i], NULL));
  for (gsize i = 0; fields[i] != NULL; i++)
    add_values (edits,
                NULL,
                fields[i],
                twf_plan_get_values (plan, fields[i]),
                twf_plan_get_values (target, fields[i]));
  languages = twf_plan_get_languages (target);
  for (gsize i = 0; languages != NULL && languages[i] != NULL; i++)
    add_title (edits, plan, target, languages[i]);
  add_delegations (edits, plan, target);
  twf_edits_add_proposals (
      edits, NULL, twf_plan_list_proposals (plan), twf_plan_list_proposals (target));
}

static gboolean
is_among (TwfProvision *provision, GHashTable *ids)
{
  return ids == NULL || g_hash_table_contains (ids, twf_provision_get_id (provision));
}

/**
 * twf_edits_between_plans:
 * @plan: a plan
 * @target: another
 * @ids: (nullable): set of char*: the provisions that may differ; %NULL: any
 *
 * Provisions come before what stands under them and links after what they point to; what goes goes
 * last, from below.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that make @plan into @target
 */
GPtrArray *
twf_edits_between_plans (TwfPlan *plan, TwfPlan *target, GHashTable *ids)
{
  g_autoptr (GPtrArray) edits = twf_edits_new ();
  g_autoptr (GPtrArray) former = twf_plan_list_all (plan);
  g_autoptr (GPtrArray) wanted = twf_plan_list_all (target);
  g_autoptr (GHashTable) displaced = NULL;

  twf_edits_add_head (edits, plan, target);
  displaced = twf_edits_add_section_moves (edits, plan, target, former);
  for (guint i = 0; i < wanted->len; i++)
    {
      gboolean elsewhere
          = g_hash_table_contains (displaced, twf_provision_get_id (wanted->pdata[i]));

      if (elsewhere || is_among (wanted->pdata[i], ids))
        add_place (edits, plan, wanted->pdata[i], elsewhere);
    }
  for (guint i = 0; i < wanted->len; i++)
    if (is_among (wanted->pdata[i], ids))
      add_content (edits, plan, wanted->pdata[i]);
  for (guint i = former->len; i > 0; i--)
    {
      const char *id = twf_provision_get_id (former->pdata[i - 1]);

      if (is_among (former->pdata[i - 1], ids) && twf_plan_get_provision (target, id) == NULL)
        g_ptr_array_add (edits, twf_edit_new_remove (id));
    }
  /* A link that leads nowhere in @target leads nowhere here. */
  for (guint i = 0; i < edits->len; i++)
    if (twf_edit_get_kind (edits->pdata[i]) == TWF_EDIT_SET_VALUES
        && twf_edit_get_id (edits->pdata[i]) != NULL)
      twf_edit_set_restoring (edits->pdata[i]);
  return g_steal_pointer (&edits);
}

/**
 * twf_edits_bring_back_provision:
 * @edits: where they go
 * @plan: a plan
 * @former: a provision as it was once
 *
 * As twf_edits_add_provision(), except that nothing said since is taken back: of proposals and
 * remarks those that went come back, and those that are there stay as they are.
 */
void
twf_edits_bring_back_provision (GPtrArray *edits, TwfPlan *plan, TwfProvision *former)
{
  TwfProvision *standing = twf_plan_get_provision (plan, twf_provision_get_id (former));
  g_autoptr (TwfProvision) target = twf_provision_copy (former);

  if (standing != NULL)
    twf_edits_keep_discussion (target, standing);
  twf_edits_add_provision (edits, plan, target);
}

/* The texts that @other has and @plan lacks or has otherwise; what @plan has beside them stays. */
static void
add_texts_of (GPtrArray *edits, TwfProvision *standing, TwfProvision *other)
{
  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (other, part);

      for (gsize i = 0; languages[i] != NULL; i++)
        {
          const char *text = twf_provision_get_text (other, part, languages[i]);

          if (g_strcmp0 (text, twf_provision_get_text (standing, part, languages[i])) != 0)
            g_ptr_array_add (
                edits, twf_edit_new_text (twf_provision_get_id (other), part, languages[i], text));
        }
    }
}

static void
add_head_of (GPtrArray *edits, TwfPlan *plan, TwfPlan *other)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) languages = NULL;
  const char *const *standing = twf_plan_get_languages (plan);
  const char *const *coming = twf_plan_get_languages (other);
  GListModel *delegations = twf_plan_list_delegations (other);

  g_strv_builder_addv (builder, (const char **)standing);
  for (gsize i = 0; coming[i] != NULL; i++)
    if (!g_strv_contains (standing, coming[i]))
      g_strv_builder_add (builder, coming[i]);
  languages = g_strv_builder_end (builder);
  add_values (edits, NULL, TWF_PLAN_LANGUAGES, standing, (const char *const *)languages);
  for (gsize i = 0; coming[i] != NULL; i++)
    if (twf_plan_get_title (plan, coming[i]) == NULL)
      add_title (edits, plan, other, coming[i]);
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      if (twf_plan_get_delegation (plan, twf_delegation_get_code (delegation)) == NULL)
        g_ptr_array_add (edits, twf_edit_new_delegation (delegation));
    }
}

/* The rank behind @former and behind everything that stands in the plan. */
static char *
make_next_rank (TwfPlan *plan, TwfProvision *copy, const char *former, const char *owner)
{
  g_autoptr (TwfPlan) scratch = NULL;
  g_autoptr (TwfProvision) last = NULL;

  if (former == NULL)
    return twf_plan_make_rank (
        plan, twf_provision_get_section (copy), twf_provision_get_parent (copy), NULL, owner);
  scratch = twf_plan_new ();
  last = twf_provision_new (twf_provision_get_id (copy), twf_provision_get_section (copy));
  twf_provision_set_place (last, twf_provision_get_section (copy), NULL, former);
  twf_plan_take_provision (scratch, g_object_ref (last));
  return twf_plan_make_rank (scratch, twf_provision_get_section (copy), NULL, NULL, owner);
}

/**
 * twf_edits_taking_in:
 * @plan: a plan
 * @other: a plan, usually an imported one
 * @owner: (nullable): code of the delegation that acts
 *
 * What @plan lacks is added behind what it has, in @other's order; a provision that both have takes
 * the other's texts in @other's languages, and proposals and remarks it lacks. Nothing is removed.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that take @other into @plan
 */
GPtrArray *
twf_edits_taking_in (TwfPlan *plan, TwfPlan *other, const char *owner)
{
  g_autoptr (GPtrArray) edits = twf_edits_new ();
  g_autoptr (GPtrArray) coming = twf_plan_list_all (other);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_head_of (edits, plan, other);
  for (guint i = 0; i < coming->len; i++)
    {
      TwfProvision *provision = coming->pdata[i];
      TwfSection section = twf_provision_get_section (provision);
      const char *parent = twf_provision_get_parent (provision);
      TwfProvision *standing = twf_plan_get_provision (plan, twf_provision_get_id (provision));
      g_autoptr (TwfProvision) copy = NULL;
      g_autofree char *list = NULL;
      g_autofree char *rank = NULL;

      if (standing != NULL)
        {
          add_texts_of (edits, standing, provision);
          twf_edits_add_missing_discussion (edits, standing, provision);
          continue;
        }
      copy = twf_provision_copy (provision);
      list = g_strdup_printf ("%d %s", (int)section, parent != NULL ? parent : "");
      rank = make_next_rank (plan, copy, g_hash_table_lookup (last, list), owner);
      twf_provision_set_place (copy, section, parent, rank);
      g_hash_table_replace (last, g_steal_pointer (&list), g_strdup (rank));
      g_ptr_array_add (edits, twf_edit_new_add (copy));
    }
  return g_steal_pointer (&edits);
}

/**
 * twf_edits_apply:
 * @plan: a plan
 * @edits: (element-type TwfEdit): edits
 * @error: return location
 *
 * Applies the edits in order, until one is refused.
 *
 * Errors: as twf_plan_apply()
 */
gboolean
twf_edits_apply (TwfPlan *plan, GPtrArray *edits, GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    if (!twf_plan_apply (plan, edits->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}
