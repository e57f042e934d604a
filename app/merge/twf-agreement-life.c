/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-agreement-life.h"

#include "twf-clock.h"
#include "twf-id.h"
#include "twf-life-private.h"

static GPtrArray *
new_edits (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
}

/* One that is named twice is meant once. */
static gboolean
is_named_before (const char *const *ids, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (ids[i], ids[index]))
      return TRUE;
  return FALSE;
}

static gboolean
is_facilitator (const char *as, GError **error)
{
  return as == NULL
         || twf_life_refuse (error,
                             TWF_ERROR_INVALID,
                             "what is agreed is the facilitator's to record, not %s's",
                             as);
}

/* Whether @pending alone asks for it. */
static gboolean
is_of_pending (TwfProposal *proposal, const char *pending)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  return pending != NULL && owners != NULL && owners[0] != NULL && owners[1] == NULL
         && g_str_equal (owners[0], pending);
}

static gboolean
is_about_words (TwfProposal *proposal)
{
  TwfProposalKind kind = twf_proposal_get_kind (proposal);

  return kind == TWF_PROPOSAL_DELETE
         || (kind == TWF_PROPOSAL_REPLACE
             && twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) == NULL);
}

static const char *
find_open (TwfProvision *provision, const char *pending)
{
  GListModel *proposals = twf_provision_list_proposals (provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN && is_about_words (proposal)
          && !is_of_pending (proposal, pending))
        return twf_proposal_get_id (proposal);
    }
  return NULL;
}

/* Whether saying it again would say nothing new. */
static gboolean
is_agreed_so (TwfPlan *plan, TwfProvision *provision, TwfAgreementLevel level, const char *pending)
{
  g_autoptr (TwfStanding) standing = twf_standing_new (plan, provision);

  if (standing->state != TWF_AGREED_STANDS || standing->agreement->level != level
      || g_strcmp0 (standing->agreement->code, pending) != 0)
    return FALSE;
  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];

      if (item->state != TWF_AGREED_STANDS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_text (TwfProvision *provision)
{
  g_autoptr (TwfAgreement) agreement
      = twf_agreement_new (provision, TWF_AGREEMENT_PLENARY, NULL, 0);

  return agreement != NULL;
}

static TwfHindrance
look_at_one (TwfPlan *plan, const char *id, const char *pending, const char **item)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  if (provision == NULL)
    return TWF_HINDRANCE_UNKNOWN;
  if (twf_provision_is_proposed (provision, NULL))
    return TWF_HINDRANCE_PROPOSED;
  if (!has_text (provision))
    return TWF_HINDRANCE_NO_TEXT;
  *item = find_open (provision, pending);
  return *item != NULL ? TWF_HINDRANCE_OPEN : TWF_HINDRANCE_NONE;
}

/* The other members are agreed already, or in the same act: so a package is agreed as a whole, and
 * a member that was reopened can be agreed anew by itself. */
static TwfHindrance
look_at_packages (TwfPlan *plan, const char *id, const char *const *ids, const char **item)
{
  const char *const *names
      = twf_provision_get_values (twf_plan_get_provision (plan, id), TWF_FIELD_PACKAGE);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (TwfPackage) package = twf_plan_find_package (plan, names[i]);

      for (guint j = 0; package != NULL && j < package->open->len; j++)
        if (!g_strv_contains (ids, twf_provision_get_id (package->open->pdata[j])))
          {
            *item = names[i];
            return TWF_HINDRANCE_PACKAGE;
          }
    }
  return TWF_HINDRANCE_NONE;
}

/**
 * twf_agreement_find_hindrance:
 * @plan: a plan
 * @ids: provisions of it
 * @level: by whom they are to be agreed
 * @pending: (nullable): with %TWF_AGREEMENT_PENDING: the delegation that is waited for
 * @id: (out) (transfer none): which of @ids it is about
 * @item: (out) (transfer none) (nullable): the proposal that is open, the package, or the
 *   delegation
 *
 * Returns: what keeps @ids from being agreed together
 */
TwfHindrance
twf_agreement_find_hindrance (TwfPlan *plan,
                              const char *const *ids,
                              TwfAgreementLevel level,
                              const char *pending,
                              const char **id,
                              const char **item)
{
  TwfHindrance found = TWF_HINDRANCE_NONE;
  gboolean says_nothing = TRUE;

  *id = ids[0];
  *item = pending;
  if (pending != NULL && twf_plan_get_delegation (plan, pending) == NULL)
    return TWF_HINDRANCE_DELEGATION;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      *id = ids[i];
      *item = NULL;
      found = look_at_one (plan, ids[i], pending, item);
      if (found == TWF_HINDRANCE_NONE)
        found = look_at_packages (plan, ids[i], ids, item);
      if (found != TWF_HINDRANCE_NONE)
        return found;
      says_nothing = says_nothing
                     && is_agreed_so (plan, twf_plan_get_provision (plan, ids[i]), level, pending);
    }
  return says_nothing ? TWF_HINDRANCE_AGREED : TWF_HINDRANCE_NONE;
}

static void
refuse_for (GError **error, TwfHindrance found, const char *id, const char *item)
{
  switch (found)
    {
    case TWF_HINDRANCE_UNKNOWN:
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no provision %s", id);
      return;
    case TWF_HINDRANCE_PROPOSED:
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is itself only proposed", id);
      return;
    case TWF_HINDRANCE_NO_TEXT:
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s has no text", id);
      return;
    case TWF_HINDRANCE_OPEN:
      twf_life_refuse (error, TWF_ERROR_INVALID, "proposal %s about %s is open", item, id);
      return;
    case TWF_HINDRANCE_AGREED:
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is agreed so already", id);
      return;
    case TWF_HINDRANCE_PACKAGE:
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is agreed with all of package “%s”", id, item);
      return;
    case TWF_HINDRANCE_DELEGATION:
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", item);
      return;
    case TWF_HINDRANCE_NONE:
    default:
      g_assert_not_reached ();
    }
}

/**
 * twf_agreement_agree:
 * @plan: a plan
 * @ids: provisions of it, at least one
 * @level: by whom they are agreed
 * @pending: (nullable): with %TWF_AGREEMENT_PENDING alone: the delegation that is waited for
 * @as: (nullable): who acts
 * @error: where an error goes
 *
 * Binds the agreement to all texts that the provisions have now, in the place of one that they had:
 * all of them, or none.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_INVALID if it is not the facilitator who acts, @pending does not go with
 * @level, or something hinders it (twf_agreement_find_hindrance()); TWF_ERROR_NOT_FOUND if there is
 * no such provision or delegation
 */
GPtrArray *
twf_agreement_agree (TwfPlan *plan,
                     const char *const *ids,
                     TwfAgreementLevel level,
                     const char *pending,
                     const char *as,
                     GError **error)
{
  g_autoptr (GPtrArray) edits = new_edits ();
  const char *id = NULL;
  const char *item = NULL;
  TwfHindrance found;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && ids != NULL && ids[0] != NULL, NULL);

  if (!is_facilitator (as, error))
    return NULL;
  if ((pending != NULL) != (level == TWF_AGREEMENT_PENDING))
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "“pending”, and that alone, names a delegation");
      return NULL;
    }
  found = twf_agreement_find_hindrance (plan, ids, level, pending, &id, &item);
  if (found != TWF_HINDRANCE_NONE)
    {
      refuse_for (error, found, id, item);
      return NULL;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TwfAgreement) agreement = twf_agreement_new (
          twf_plan_get_provision (plan, ids[i]), level, pending, twf_clock_now ());
      g_autofree char *value = twf_agreement_format (agreement);

      if (!is_named_before (ids, i))
        g_ptr_array_add (edits, twf_edit_new_value (ids[i], TWF_FIELD_AGREED, value));
    }
  return g_steal_pointer (&edits);
}

/**
 * twf_agreement_take_away:
 * @plan: a plan
 * @ids: provisions of it, at least one
 * @as: (nullable): who acts
 * @error: where an error goes
 *
 * The provisions are not agreed any more. Who said so and why is in the revision.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_INVALID if it is not the facilitator who acts, or one is not agreed;
 * TWF_ERROR_NOT_FOUND if there is no such provision
 */
GPtrArray *
twf_agreement_take_away (TwfPlan *plan, const char *const *ids, const char *as, GError **error)
{
  g_autoptr (GPtrArray) edits = new_edits ();

  g_return_val_if_fail (TWF_IS_PLAN (plan) && ids != NULL && ids[0] != NULL, NULL);

  if (!is_facilitator (as, error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TwfProvision *provision = twf_plan_get_provision (plan, ids[i]);

      if (provision == NULL)
        {
          twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no provision %s", ids[i]);
          return NULL;
        }
      if (!twf_provision_is_agreed (provision))
        {
          twf_life_refuse (error, TWF_ERROR_INVALID, "%s is not agreed", ids[i]);
          return NULL;
        }
      if (!is_named_before (ids, i))
        g_ptr_array_add (edits, twf_edit_new_values (ids[i], TWF_FIELD_AGREED, NULL));
    }
  return g_steal_pointer (&edits);
}

static TwfProvision *
find_for_statement (TwfPlan *plan, const char *id, const char *code, GError **error)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  if (provision == NULL)
    twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no provision %s", id);
  else if (code == NULL || twf_plan_get_delegation (plan, code) == NULL)
    twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", code != NULL ? code : "");
  else
    return provision;
  return NULL;
}

/**
 * twf_statement_make:
 * @plan: a plan
 * @id: a provision of it
 * @kind: a reservation or an explanation of position
 * @code: the delegation that makes it
 * @language: the language it is made in
 * @text: what it says
 * @rid: (out) (optional) (transfer full): id of the statement
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision or delegation; TWF_ERROR_INVALID if the
 * plan does not have @language, or @text says nothing
 */
GPtrArray *
twf_statement_make (TwfPlan *plan,
                    const char *id,
                    TwfRemarkKind kind,
                    const char *code,
                    const char *language,
                    const char *text,
                    char **rid,
                    GError **error)
{
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autofree char *name = NULL;
  g_autofree char *clean = NULL;
  g_autoptr (TwfRemark) remark = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && kind != TWF_REMARK_COMMENT, NULL);

  if (find_for_statement (plan, id, code, error) == NULL)
    return NULL;
  if (language == NULL || !g_strv_contains (twf_plan_get_languages (plan), language))
    {
      twf_life_refuse (error,
                       TWF_ERROR_INVALID,
                       "“%s” is no language of the plan",
                       language != NULL ? language : "");
      return NULL;
    }
  clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  if (clean == NULL || *clean == '\0')
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "a statement that says nothing");
      return NULL;
    }
  name = twf_id_new ();
  remark = twf_remark_new_statement (name, kind, code, twf_clock_now (), language, clean);
  g_ptr_array_add (edits, twf_edit_new_remark (id, remark));
  if (rid != NULL)
    *rid = g_steal_pointer (&name);
  return g_steal_pointer (&edits);
}

/**
 * twf_statement_withdraw:
 * @plan: a plan
 * @id: a provision of it
 * @rid: a reservation or an explanation of position about it
 * @code: (nullable): the delegation that made it; %NULL: the facilitator, who may withdraw none
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if it is not there; TWF_ERROR_INVALID if @code did not make it
 */
GPtrArray *
twf_statement_withdraw (TwfPlan *plan,
                        const char *id,
                        const char *rid,
                        const char *code,
                        GError **error)
{
  g_autoptr (GPtrArray) edits = new_edits ();
  TwfProvision *provision = find_for_statement (plan, id, code, error);
  TwfRemark *remark = provision != NULL ? twf_provision_get_remark (provision, rid) : NULL;

  if (provision == NULL)
    return NULL;
  if (remark == NULL || twf_remark_get_kind (remark) == TWF_REMARK_COMMENT)
    {
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no statement %s", rid);
      return NULL;
    }
  if (g_strcmp0 (twf_remark_get_author (remark), code) != 0)
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is not %s's", rid, code);
      return NULL;
    }
  g_ptr_array_add (edits, twf_edit_new_drop_remark (id, rid));
  return g_steal_pointer (&edits);
}
