/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-values.h"

/* What is asked about the records of delegations and about remarks. */

static void
ask_for_record (TwfAsks *self,
                TwfContribution *from,
                TwfDelegation *standing,
                TwfDelegation *tip,
                const char *code,
                const char *field,
                GStrv values,
                gboolean overrides,
                gboolean exceeds)
{
  TwfTarget *target = twf_asks_get_target (self, NULL);
  TwfRequest *request = twf_request_new (TWF_REQUEST_DELEGATION, NULL);
  g_autofree char *content = NULL;

  request->delegation = g_strdup (code);
  request->field = g_strdup (field);
  request->values = g_strdupv (values);
  request->removes = tip == NULL;
  request->own = from->owner == NULL || g_str_equal (from->owner, code);
  request->overrides = overrides;
  request->exceeds = exceeds;
  if (field != NULL)
    {
      request->new_text = twf_values_join ((const char *const *)values);
      if (standing != NULL)
        request->old_text = twf_values_join (twf_delegation_get_values (standing, field));
    }
  content = g_strdup_printf ("%s %d %s %s",
                             code,
                             request->removes,
                             field != NULL ? field : "",
                             request->new_text != NULL ? request->new_text : "");
  twf_asks_add_record (self, target, request, from->owner, content);
}

static void
gather_record_field (TwfAsks *self,
                     TwfContribution *from,
                     TwfDelegationPair *pair,
                     TwfDelegation *standing,
                     const char *field)
{
  gboolean is_key = g_str_equal (field, TWF_DELEGATION_KEY);
  const char *const *base
      = pair->old_one != NULL ? twf_delegation_get_values (pair->old_one, field) : NULL;
  const char *const *rolling
      = standing != NULL ? twf_delegation_get_values (standing, field) : NULL;
  const char *const *tip = twf_delegation_get_values (pair->new_one, field);
  gboolean is_set = g_str_equal (field, TWF_DELEGATION_MEMBER);
  g_auto (GStrv) values = NULL;

  if (twf_values_equal (base, tip) || twf_values_equal (rolling, tip))
    return;
  if (is_set)
    values = twf_values_carry (tip, base, rolling);
  else if (tip != NULL)
    values = g_strdupv ((GStrv)tip);
  else
    values = g_new0 (char *, 1);
  ask_for_record (self,
                  from,
                  standing,
                  pair->new_one,
                  twf_delegation_get_code (pair->new_one),
                  field,
                  values,
                  !is_set && !is_key && !twf_values_equal (base, rolling),
                  is_key && !twf_asks_brings_register (self, from));
}

/* With the record its keys would go. */
static gboolean
has_keys (TwfDelegation *standing)
{
  return twf_delegation_get_values (standing, TWF_DELEGATION_KEY) != NULL;
}

static void
gather_delegation (TwfAsks *self, TwfContribution *from, TwfDelegationPair *pair)
{
  TwfDelegation *either = pair->new_one != NULL ? pair->new_one : pair->old_one;
  const char *code = twf_delegation_get_code (either);
  TwfDelegation *standing = twf_plan_get_delegation (self->rolling, code);
  g_auto (GStrv) fields = NULL;

  if (pair->new_one == NULL)
    {
      if (standing != NULL)
        ask_for_record (self,
                        from,
                        standing,
                        NULL,
                        code,
                        NULL,
                        NULL,
                        FALSE,
                        has_keys (standing) && !twf_asks_brings_register (self, from));
      return;
    }
  if (standing == NULL)
    ask_for_record (
        self, from, NULL, pair->new_one, code, NULL, NULL, pair->old_one != NULL, FALSE);
  fields = twf_values_unite (twf_delegation_list_fields (pair->new_one),
                             pair->old_one != NULL ? twf_delegation_list_fields (pair->old_one)
                                                   : NULL);
  for (guint i = 0; fields[i] != NULL; i++)
    gather_record_field (self, from, pair, standing, fields[i]);
}

/**
 * twf_asks_gather_delegations:
 * @self: what is asked for
 * @from: a contribution
 *
 * Finds what is asked about the records of delegations.
 */
void
twf_asks_gather_delegations (TwfAsks *self, TwfContribution *from)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, from->delegations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    gather_delegation (self, from, value);
}

static TwfRemark *
find_remark (TwfProvision *provision, const char *id)
{
  return provision != NULL ? twf_provision_get_remark (provision, id) : NULL;
}

static void
ask_for_remark (TwfAsks *self,
                TwfTarget *target,
                TwfContribution *from,
                TwfRemark *remark,
                gboolean removes)
{
  TwfRequest *request = twf_request_new (TWF_REQUEST_REMARK, target->id);
  const char *author = twf_remark_get_author (remark);
  const char *language = twf_remark_get_language (remark);
  g_autofree char *content = NULL;

  if (target->standing != NULL)
    request->section = twf_provision_get_section (target->standing);
  request->item = g_strdup (twf_remark_get_id (remark));
  request->removes = removes;
  request->own = from->owner == NULL || g_strcmp0 (from->owner, author) == 0;
  request->exceeds = !request->own;
  request->record = g_object_ref (G_OBJECT (remark));
  if (removes)
    request->old_text = g_strdup (twf_remark_get_text (remark));
  else
    request->new_text = g_strdup (twf_remark_get_text (remark));
  content = g_strdup_printf ("%s %d %s %" G_GINT64_FORMAT " %s %s %s",
                             request->item,
                             removes,
                             author != NULL ? author : "",
                             twf_remark_get_when (remark),
                             twf_remark_kind_get_name (twf_remark_get_kind (remark)),
                             language != NULL ? language : "",
                             twf_remark_get_text (remark));
  twf_asks_add_record (self, target, request, from->owner, content);
}

static GListModel *
list_remarks (TwfProvision *provision)
{
  return provision != NULL && twf_provision_has_remarks (provision)
             ? twf_provision_list_remarks (provision)
             : NULL;
}

/**
 * twf_asks_gather_remarks:
 * @self: what is asked for
 * @from: a contribution
 * @pair: what it does to one provision that it does not delete
 *
 * Finds what is asked about the discussion of the provision.
 */
void
twf_asks_gather_remarks (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  TwfTarget *target = twf_asks_get_target (self, twf_provision_get_id (pair->new_one));
  TwfProvision *standing = target->is_new ? NULL : target->standing;
  GListModel *news = list_remarks (pair->new_one);
  GListModel *olds = list_remarks (pair->old_one);

  for (guint i = 0; news != NULL && i < g_list_model_get_n_items (news); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (news, i);
      const char *id = twf_remark_get_id (remark);

      if (find_remark (pair->old_one, id) == NULL && find_remark (standing, id) == NULL)
        ask_for_remark (self, target, from, remark, FALSE);
    }
  for (guint i = 0; olds != NULL && i < g_list_model_get_n_items (olds); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (olds, i);
      const char *id = twf_remark_get_id (remark);

      if (find_remark (pair->new_one, id) == NULL && find_remark (standing, id) != NULL)
        ask_for_remark (self, target, from, remark, TRUE);
    }
}
