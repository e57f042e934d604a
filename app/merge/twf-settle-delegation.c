/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-delegation.h"

/* Records of delegations. */

static gboolean
is_about (TwfRequest *request, const char *code)
{
  return request->kind == TWF_REQUEST_DELEGATION && twf_request_is_accepted (request)
         && g_str_equal (request->delegation, code);
}

static gboolean
is_known_field (const char *field)
{
  static const char *const known[] = { TWF_DELEGATION_NAME,  TWF_DELEGATION_REPRESENTATIVE,
                                       TWF_DELEGATION_TITLE, TWF_DELEGATION_SPONSOR,
                                       TWF_DELEGATION_RANK,  TWF_DELEGATION_MEMBER,
                                       TWF_DELEGATION_KEY,   NULL };

  return field == NULL || g_strv_contains (known, field);
}

static void
leave_out (TwfRequest *request, TwfOutcomeReason reason)
{
  request->fate = TWF_OUTCOME_LEFT_OUT;
  request->reason = reason;
}

/* Of several values for one field the delegation's own stands; without it none. */
static void
settle_field (GPtrArray *requests, TwfRequest *request)
{
  gboolean own = twf_request_is_from (request, request->delegation);
  gboolean clash = FALSE;

  for (guint i = 0; i < requests->len; i++)
    {
      TwfRequest *other = requests->pdata[i];

      if (other == request || !is_about (other, request->delegation)
          || (g_strcmp0 (other->field, request->field) != 0 && other->removes == request->removes))
        continue;
      clash = TRUE;
      if (own && !twf_request_is_from (other, request->delegation))
        leave_out (other, TWF_REASON_OTHER_VALUE);
      else if (!own)
        leave_out (other, TWF_REASON_OTHER_VALUE);
    }
  if (clash && !own)
    leave_out (request, TWF_REASON_OTHER_VALUE);
}

/* The record as it is to be; NULL: it goes. */
static TwfDelegation *
make_record (TwfSettlement *self, GPtrArray *requests, const char *code)
{
  TwfDelegation *standing = twf_plan_get_delegation (self->rolling, code);
  TwfDelegation *record
      = standing != NULL ? twf_delegation_copy (standing) : twf_delegation_new (code);

  for (guint i = 0; i < requests->len; i++)
    {
      TwfRequest *request = requests->pdata[i];

      if (!is_about (request, code))
        continue;
      if (request->removes)
        g_clear_object (&record);
      else if (request->field != NULL && record != NULL)
        twf_delegation_set_values (record, request->field, (const char *const *)request->values);
    }
  return record;
}

static void
add_edit (TwfSettlement *self, GPtrArray *requests, const char *code)
{
  g_autoptr (TwfDelegation) record = make_record (self, requests, code);

  if (record != NULL)
    g_ptr_array_add (self->edits, twf_edit_new_delegation (record));
  else if (twf_plan_get_delegation (self->rolling, code) != NULL)
    g_ptr_array_add (self->edits, twf_edit_new_drop_delegation (code));
}

/**
 * twf_settle_delegations:
 * @self: a settlement
 *
 * Takes over what is accepted about the records of delegations.
 */
void
twf_settle_delegations (TwfSettlement *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) requests = g_ptr_array_new ();

  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];

      if (request->kind != TWF_REQUEST_DELEGATION || !twf_request_is_accepted (request))
        continue;
      if (!twf_delegation_code_is_valid (request->delegation) || !is_known_field (request->field))
        leave_out (request, TWF_REASON_NO_ROOM);
      /* What stands has changed since, and nobody but the delegation knows better. */
      else if (request->overrides && !twf_request_is_from (request, request->delegation))
        leave_out (request, TWF_REASON_OTHER_VALUE);
      else
        g_ptr_array_add (requests, request);
    }
  for (guint i = 0; i < requests->len; i++)
    if (twf_request_is_accepted (requests->pdata[i]))
      settle_field (requests, requests->pdata[i]);
  for (guint i = 0; i < requests->len; i++)
    {
      TwfRequest *request = requests->pdata[i];

      if (twf_request_is_accepted (request) && g_hash_table_add (done, request->delegation))
        add_edit (self, requests, request->delegation);
    }
}
