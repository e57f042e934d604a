/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-delegation.h"
#include "twf-edit.h"
#include "twf-id.h"
#include "twf-plan-private.h"

/* What is admitted is what the storage can hold, no less: a plan that was read may hold proposals
 * that point nowhere, and bringing it up to date must not fail over them. twf_plan_check() tells.
 */

static gboolean
check_id (const char *id, GError **error)
{
  return twf_id_is_valid (id)
         || twf_refuse (error, TWF_ERROR_INVALID, "“%s” is not an id", id != NULL ? id : "");
}

/* A rank as the storage knows it: compared bytewise, so of signs that every system orders alike. */
static gboolean
is_rank (const char *value)
{
  for (; g_ascii_isgraph (*value); value++)
    ;
  return *value == '\0';
}

static gboolean
is_value (const char *field, const char *value)
{
  TwfSection section;
  TwfPart part;

  if (g_str_equal (field, TWF_PROPOSAL_FIELD_PART))
    return twf_part_from_name (value, &part) && part != TWF_PART_BODY;
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_SECTION))
    return twf_section_from_name (value, &section);
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_PARENT)
      || g_str_equal (field, TWF_PROPOSAL_FIELD_REPLACED_BY)
      || g_str_equal (field, TWF_PROPOSAL_FIELD_TAKES_UP))
    return twf_id_is_valid (value);
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_RANK))
    return is_rank (value);
  return TRUE;
}

static gboolean
admit_values (TwfProposal *copy, const char *field, GError **error)
{
  const char *const *old = twf_proposal_get_values (copy, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (!twf_proposal_field_is_known (field))
    return twf_refuse (error, TWF_ERROR_INVALID, "a proposal has no field “%s”", field);
  for (guint i = 0; old[i] != NULL; i++)
    {
      g_autofree char *value = twf_admit_value (old[i], error);

      if (value == NULL)
        return FALSE;
      if (*value == '\0')
        continue;
      if (!is_value (field, value))
        return twf_refuse (error, TWF_ERROR_INVALID, "%s cannot be “%s”", field, value);
      g_strv_builder_add (builder, value);
    }
  values = g_strv_builder_end (builder);
  if (twf_proposal_set_values (copy, field, (const char *const *)values))
    return TRUE;
  return twf_refuse (error, TWF_ERROR_INVALID, "%s has one value", field);
}

/* Brings @copy into the form in which it is kept. */
static gboolean
admit_proposal (TwfProposal *copy, GError **error)
{
  g_auto (GStrv) fields = twf_proposal_list_fields (copy);
  g_auto (GStrv) languages = twf_proposal_list_languages (copy);

  if (!check_id (twf_proposal_get_id (copy), error))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (!admit_values (copy, fields[i], error))
      return FALSE;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (!twf_admit_language (languages[i], error))
        return FALSE;
      text = twf_admit_text (twf_proposal_get_text (copy, languages[i]), error);
      if (text == NULL)
        return FALSE;
      twf_proposal_set_text (copy, languages[i], text);
    }
  return TRUE;
}

static TwfRemark *
admit_remark (TwfRemark *remark, GError **error)
{
  const char *author = twf_remark_get_author (remark);
  const char *language = twf_remark_get_language (remark);
  g_autofree char *text = NULL;

  if (!check_id (twf_remark_get_id (remark), error))
    return NULL;
  if (author != NULL && !twf_delegation_code_is_valid (author))
    {
      twf_refuse (error, TWF_ERROR_INVALID, "“%s” is not the code of a delegation", author);
      return NULL;
    }
  if (language != NULL && !twf_admit_language (language, error))
    return NULL;
  text = twf_admit_text (twf_remark_get_text (remark), error);
  if (text == NULL)
    return NULL;
  if (*text == '\0')
    {
      twf_refuse (error, TWF_ERROR_INVALID, "a remark that says nothing");
      return NULL;
    }
  return twf_remark_new_statement (twf_remark_get_id (remark),
                                   twf_remark_get_kind (remark),
                                   author,
                                   twf_remark_get_when (remark),
                                   language,
                                   text);
}

/**
 * twf_plan_admit_proposal:
 * @edit: an edit that sets a proposal
 * @error: where an error goes
 *
 * Returns: (transfer full): the edit as it may be done; %NULL on error
 * Errors: TWF_ERROR_INVALID if an id, a field or a value is none that a proposal can hold, or a
 * text is not UTF-8 or hostile; TWF_ERROR_TOO_LARGE as twf_admit_text()
 */
TwfEdit *
twf_plan_admit_proposal (TwfEdit *edit, GError **error)
{
  g_autoptr (TwfProposal) copy = twf_proposal_copy (twf_edit_get_proposal (edit));

  if (!admit_proposal (copy, error))
    return NULL;
  return twf_edit_new_proposal (twf_edit_get_id (edit), copy);
}

/**
 * twf_plan_admit_remark:
 * @edit: an edit that sets a remark
 * @error: where an error goes
 *
 * Returns: (transfer full): the edit as it may be done; %NULL on error
 * Errors: TWF_ERROR_INVALID if its id, author or language is none, or its text is empty, not UTF-8
 * or hostile; TWF_ERROR_TOO_LARGE as twf_admit_text()
 */
TwfEdit *
twf_plan_admit_remark (TwfEdit *edit, GError **error)
{
  g_autoptr (TwfRemark) admitted = admit_remark (twf_edit_get_remark (edit), error);

  return admitted != NULL ? twf_edit_new_remark (twf_edit_get_id (edit), admitted) : NULL;
}

/**
 * twf_plan_admit_discussion:
 * @copy: a provision that is about to be added
 * @error: where an error goes
 *
 * Brings what hangs on @copy into the form in which it is kept.
 *
 * Returns: whether it may be kept
 * Errors: as twf_plan_admit_proposal() and twf_plan_admit_remark()
 */
gboolean
twf_plan_admit_discussion (TwfProvision *copy, GError **error)
{
  TwfDiscussion *discussion = twf_provision_get_discussion (copy);
  GListModel *list = G_LIST_MODEL (discussion->proposals);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (list, i);

      if (!admit_proposal (proposal, error))
        return FALSE;
    }
  list = G_LIST_MODEL (discussion->remarks);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (list, i);
      g_autoptr (TwfRemark) admitted = admit_remark (remark, error);

      if (admitted == NULL)
        return FALSE;
      twf_discussion_put_remark (discussion, admitted);
    }
  return TRUE;
}
