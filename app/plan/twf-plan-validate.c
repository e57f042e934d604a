/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-error.h"
#include "twf-id.h"
#include "twf-plan-private.h"
#include "twf-rank.h"

#include <string.h>

static gboolean
check_language (TwfPlan *self, const char *language, GError **error)
{
  if (g_strv_contains ((const char *const *)self->languages, language))
    return TRUE;
  return twf_refuse (error, TWF_ERROR_INVALID, "%s is not a language of the plan", language);
}

static gboolean
check_part (TwfSection section, TwfPart part, GError **error)
{
  if (part < TWF_N_PARTS && twf_section_has_part (section, part))
    return TRUE;
  return twf_refuse (error,
                     TWF_ERROR_INVALID,
                     "%s has no %s",
                     twf_section_get_name (section),
                     part < TWF_N_PARTS ? twf_part_get_name (part) : "such part");
}

/**
 * twf_plan_check_place:
 * @self: a plan
 * @id: a provision, in the plan or about to be
 * @section: where it is to stand
 * @parent: (nullable): under what; %NULL: at the top
 * @rank: (nullable): its place there
 * @error: where an error goes
 *
 * Returns: whether it may stand there
 * Errors: TWF_ERROR_NOT_FOUND if @parent is not there; TWF_ERROR_INVALID if it is in another
 * section or under @id, or the rank is none
 */
gboolean
twf_plan_check_place (TwfPlan *self,
                      const char *id,
                      TwfSection section,
                      const char *parent,
                      const char *rank,
                      GError **error)
{
  if (section >= TWF_N_SECTIONS)
    return twf_refuse (error, TWF_ERROR_INVALID, "no such section");
  if (!twf_rank_is_valid (rank))
    return twf_refuse (error, TWF_ERROR_INVALID, "“%s” is not a rank", rank);
  if (parent != NULL && !g_str_equal (parent, id) && twf_plan_find (self, parent, error) == NULL)
    return FALSE;
  if (!twf_plan_parent_holds (self, id, section, parent))
    return twf_refuse (error, TWF_ERROR_INVALID, "%s cannot stand under %s", id, parent);
  return TRUE;
}

static TwfEdit *
admit_text_edit (TwfPlan *self, TwfEdit *edit, GError **error)
{
  const char *id = twf_edit_get_id (edit);
  const char *language = twf_edit_get_language (edit);
  const char *text = twf_edit_get_text (edit);
  TwfPart part = twf_edit_get_part (edit);
  TwfProvision *provision = id != NULL ? twf_plan_find (self, id, error) : NULL;
  TwfSection section;
  g_autofree char *admitted = NULL;

  if (id != NULL && provision == NULL)
    return NULL;
  /* A plan's title has one part, as everything but an action. */
  section = provision != NULL ? twf_provision_get_section (provision) : TWF_SECTION_LETTER;
  if (!check_part (section, part, error) || !twf_admit_language (language, error))
    return NULL;
  /* What is there in a language that the plan no longer has may be taken away. */
  if (text != NULL && !check_language (self, language, error))
    return NULL;
  if (text == NULL)
    return twf_edit_ref (edit);
  admitted = twf_admit_text (text, error);
  if (admitted == NULL)
    return NULL;
  if (g_str_equal (admitted, text))
    return twf_edit_ref (edit);
  return twf_edit_new_text (id, part, language, admitted);
}

static TwfEdit *
admit_values_edit (TwfPlan *self, TwfEdit *edit, GError **error)
{
  const char *id = twf_edit_get_id (edit);
  const char *field = twf_edit_get_field (edit);
  TwfProvision *provision = id != NULL ? twf_plan_find (self, id, error) : NULL;
  g_auto (GStrv) values = NULL;
  gboolean good;

  if (id != NULL && provision == NULL)
    return NULL;
  values = twf_admit_values (field, twf_edit_get_values (edit), error);
  if (values == NULL)
    return NULL;
  if (provision != NULL)
    good = twf_plan_check_field (self, provision, field, (const char *const *)values, error);
  else
    good = twf_plan_check_own_field (self, field, (const char *const *)values, error);
  if (!good)
    return NULL;
  return twf_edit_new_values (id, field, (const char *const *)values);
}

static gboolean
admit_texts (TwfPlan *self, TwfProvision *copy, GError **error)
{
  const TwfTexts *texts = twf_provision_get_texts (copy);

  for (guint i = 0; i < texts->n; i++)
    {
      const TwfTextItem *item = &texts->items[i];
      g_autofree char *admitted = NULL;

      if (!check_part (twf_provision_get_section (copy), item->part, error)
          || !check_language (self, item->language, error))
        return FALSE;
      admitted = twf_admit_text (item->text, error);
      if (admitted == NULL)
        return FALSE;
      twf_provision_set_text (copy, item->part, item->language, admitted);
    }
  return TRUE;
}

static gboolean
admit_fields (TwfPlan *self, TwfProvision *copy, GError **error)
{
  g_auto (GStrv) names = twf_provision_list_fields (copy);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) values
          = twf_admit_values (names[i], twf_provision_get_values (copy, names[i]), error);

      if (values == NULL)
        return FALSE;
      twf_provision_set_values (copy, names[i], NULL);
      if (!twf_plan_check_field (self, copy, names[i], (const char *const *)values, error))
        return FALSE;
      twf_provision_set_values (copy, names[i], (const char *const *)values);
    }
  return TRUE;
}

static TwfEdit *
admit_add_edit (TwfPlan *self, TwfEdit *edit, GError **error)
{
  TwfProvision *provision = twf_edit_get_provision (edit);
  g_autoptr (TwfProvision) copy = NULL;
  const char *id = twf_edit_get_id (edit);

  if (!twf_id_is_valid (id))
    {
      twf_refuse (error, TWF_ERROR_INVALID, "“%s” is not an id", id);
      return NULL;
    }
  if (!twf_plan_check_place (self,
                             id,
                             twf_provision_get_section (provision),
                             twf_provision_get_parent (provision),
                             twf_provision_get_rank (provision),
                             error))
    return NULL;
  copy = twf_provision_copy (provision);
  if (!admit_texts (self, copy, error) || !admit_fields (self, copy, error)
      || !twf_plan_admit_discussion (copy, error))
    return NULL;
  return twf_edit_new_add (copy);
}

/* What a provision carries must have room in the section it goes to: nothing is dropped on the way.
 */
static gboolean
check_luggage (TwfProvision *provision, TwfSection section, GError **error)
{
  const TwfTexts *texts = twf_provision_get_texts (provision);
  const TwfFields *fields = twf_provision_get_fields (provision);

  for (guint i = 0; i < texts->n; i++)
    if (!check_part (section, texts->items[i].part, error))
      return FALSE;
  for (guint i = 0; i < fields->n; i++)
    if (!twf_section_has_field (section, fields->items[i].name))
      return twf_refuse (error,
                         TWF_ERROR_INVALID,
                         "%s has no %s",
                         twf_section_get_name (section),
                         fields->items[i].name);
  return TRUE;
}

static gboolean
check_place_edit (TwfPlan *self, TwfEdit *edit, GError **error)
{
  const char *id = twf_edit_get_id (edit);
  TwfSection section = twf_edit_get_section (edit);
  TwfProvision *provision = g_hash_table_lookup (self->provisions, id);
  TwfChildren *under = twf_provision_get_node (provision)->children;

  if (!twf_plan_check_place (
          self, id, section, twf_edit_get_parent (edit), twf_edit_get_rank (edit), error))
    return FALSE;
  if (section == twf_provision_get_section (provision))
    return TRUE;
  if (under != NULL && twf_children_get_length (under) > 0)
    return twf_refuse (
        error, TWF_ERROR_INVALID, "%s cannot change its section before what stands under it", id);
  return check_luggage (provision, section, error);
}

static TwfEdit *
admit_delegation_edit (TwfPlan *self, TwfEdit *edit, GError **error)
{
  TwfDelegation *standing = g_hash_table_lookup (self->delegations, twf_edit_get_id (edit));
  g_autoptr (TwfDelegation) copy = twf_delegation_copy (twf_edit_get_delegation (edit));
  static const char *const known[] = { TWF_DELEGATION_NAME,  TWF_DELEGATION_REPRESENTATIVE,
                                       TWF_DELEGATION_TITLE, TWF_DELEGATION_SPONSOR,
                                       TWF_DELEGATION_RANK,  TWF_DELEGATION_MEMBER,
                                       TWF_DELEGATION_KEY,   NULL };
  g_auto (GStrv) names = twf_delegation_list_fields (copy);

  if (!twf_delegation_code_is_valid (twf_edit_get_id (edit)))
    {
      twf_refuse (
          error, TWF_ERROR_INVALID, "“%s” is not the code of a delegation", twf_edit_get_id (edit));
      return NULL;
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (known, names[i]))
      {
        twf_refuse (error, TWF_ERROR_INVALID, "a delegation has no field “%s”", names[i]);
        return NULL;
      }
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) values
          = twf_admit_values (names[i], twf_delegation_get_values (copy, names[i]), error);

      if (values == NULL)
        return NULL;
      twf_delegation_set_values (copy, names[i], (const char *const *)values);
    }
  if (!twf_plan_check_keys (
          standing != NULL ? twf_delegation_get_values (standing, TWF_DELEGATION_KEY) : NULL,
          twf_delegation_get_values (copy, TWF_DELEGATION_KEY),
          error))
    return NULL;
  return twf_edit_new_delegation (copy);
}

static gboolean
check_item (TwfPlan *self, TwfEdit *edit, GError **error)
{
  const char *id = twf_edit_get_id (edit);
  const char *item = twf_edit_get_item (edit);
  gboolean is_remark = twf_edit_get_kind (edit) == TWF_EDIT_DROP_REMARK;
  TwfProvision *provision = id != NULL ? twf_plan_find (self, id, error) : NULL;
  TwfDiscussion *discussion;

  if (id != NULL && provision == NULL)
    return FALSE;
  discussion = provision != NULL ? twf_provision_get_discussion (provision) : &self->discussion;
  if (is_remark ? twf_discussion_get_remark (discussion, item) != NULL
                : twf_discussion_get_proposal (discussion, item) != NULL)
    return TRUE;
  return twf_refuse (
      error, TWF_ERROR_NOT_FOUND, "no %s %s", is_remark ? "remark" : "proposal", item);
}

/* What every edit must find, whoever makes it. */
static gboolean
check_presence (TwfPlan *self, TwfEdit *edit, GError **error)
{
  const char *id = twf_edit_get_id (edit);
  TwfProvision *provision;
  TwfChildren *under;

  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_TEXT:
    case TWF_EDIT_SET_VALUES:
    case TWF_EDIT_SET_PROPOSAL:
      return id == NULL || twf_plan_find (self, id, error) != NULL;
    case TWF_EDIT_PLACE:
    case TWF_EDIT_SET_REMARK:
      return twf_plan_find (self, id, error) != NULL;
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_DROP_REMARK:
      return check_item (self, edit, error);
    case TWF_EDIT_ADD:
      if (g_hash_table_contains (self->provisions, id))
        return twf_refuse (error, TWF_ERROR_EXISTS, "provision %s", id);
      return TRUE;
    case TWF_EDIT_REMOVE:
      provision = twf_plan_find (self, id, error);
      under = provision != NULL ? twf_provision_get_node (provision)->children : NULL;
      if (under != NULL && twf_children_get_length (under) > 0)
        return twf_refuse (error, TWF_ERROR_INVALID, "%s goes after what stands under it", id);
      return provision != NULL;
    case TWF_EDIT_DROP_DELEGATION:
      if (g_hash_table_contains (self->delegations, id))
        return TRUE;
      return twf_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", id);
    case TWF_EDIT_SET_DELEGATION:
      return TRUE;
    default:
      return twf_refuse (error, TWF_ERROR_INVALID, "no such edit");
    }
}

/**
 * twf_plan_validate:
 * @self: a plan whose lists are up to date
 * @edit: an edit
 * @admitted: (out) (transfer full): the edit as it may be done, with its texts in normal form
 * @error: where an error goes
 *
 * An edit that turns another one round is not asked about its content: it brings back what was
 * there, and that may be the damage of a plan that was read.
 *
 * Returns: whether @edit may be done
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_EXISTS or TWF_ERROR_INVALID as twf_plan_apply() says
 */
gboolean
twf_plan_validate (TwfPlan *self, TwfEdit *edit, TwfEdit **admitted, GError **error)
{
  *admitted = NULL;
  if (!check_presence (self, edit, error))
    return FALSE;
  if (twf_edit_get_restoring (edit))
    {
      *admitted = twf_edit_ref (edit);
      return TRUE;
    }
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_TEXT:
      *admitted = admit_text_edit (self, edit, error);
      break;
    case TWF_EDIT_SET_VALUES:
      *admitted = admit_values_edit (self, edit, error);
      break;
    case TWF_EDIT_ADD:
      *admitted = admit_add_edit (self, edit, error);
      break;
    case TWF_EDIT_SET_DELEGATION:
      *admitted = admit_delegation_edit (self, edit, error);
      break;
    case TWF_EDIT_SET_PROPOSAL:
      *admitted = twf_plan_admit_proposal (edit, error);
      break;
    case TWF_EDIT_SET_REMARK:
      *admitted = twf_plan_admit_remark (edit, error);
      break;
    case TWF_EDIT_PLACE:
      if (check_place_edit (self, edit, error))
        *admitted = twf_edit_ref (edit);
      break;
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_DROP_DELEGATION:
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_DROP_REMARK:
    default:
      *admitted = twf_edit_ref (edit);
      break;
    }
  return *admitted != NULL;
}
