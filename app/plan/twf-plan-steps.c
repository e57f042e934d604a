/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-error.h"
#include "twf-plan-private.h"

/* The one that stands before @provision in its list; NULL if it is the first. */
static TwfProvision *
find_previous (TwfPlan *self, TwfProvision *provision)
{
  guint position;

  if (!twf_children_find (twf_plan_get_list (self, provision), provision, &position)
      || position == 0)
    return NULL;
  return twf_children_get (twf_plan_get_list (self, provision), position - 1);
}

/**
 * twf_plan_can_indent:
 * @self: a plan
 * @id: (nullable): a provision
 *
 * Returns: whether there is one before it under which it could go
 */
gboolean
twf_plan_can_indent (TwfPlan *self, const char *id)
{
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = twf_plan_get_provision (self, id);
  return provision != NULL && find_previous (self, provision) != NULL;
}

/**
 * twf_plan_indent:
 * @self: a plan
 * @id: a provision
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Puts a provision under the one before it, as its last.
 *
 * Returns: whether it was moved
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision; TWF_ERROR_INVALID if it is the first
 */
gboolean
twf_plan_indent (TwfPlan *self, const char *id, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *previous;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL)
    return FALSE;
  previous = find_previous (self, provision);
  if (previous == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "nothing stands before %s", id);
      return FALSE;
    }
  return twf_plan_move (self,
                        id,
                        twf_provision_get_section (provision),
                        twf_provision_get_id (previous),
                        NULL,
                        owner,
                        error);
}

/**
 * twf_plan_outdent:
 * @self: a plan
 * @id: a provision
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Puts a provision directly behind the one it stands under.
 *
 * Returns: whether it was moved
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision; TWF_ERROR_INVALID if it stands at the
 * top
 */
gboolean
twf_plan_outdent (TwfPlan *self, const char *id, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *above;
  TwfProvision *top;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL)
    return FALSE;
  above = twf_provision_get_node (provision)->above;
  if (above == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s stands at the top", id);
      return FALSE;
    }
  top = twf_provision_get_node (above)->above;
  return twf_plan_move (self,
                        id,
                        twf_provision_get_section (provision),
                        top != NULL ? twf_provision_get_id (top) : NULL,
                        twf_provision_get_id (above),
                        owner,
                        error);
}

/**
 * twf_plan_move_by:
 * @self: a plan
 * @id: a provision
 * @steps: how many places towards the end; negative: towards the start; stops at either
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Moves a provision among those under the same parent.
 *
 * Returns: whether it could be done; standing at the end already is no error
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision
 */
gboolean
twf_plan_move_by (TwfPlan *self, const char *id, int steps, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *above;
  TwfChildren *list;
  guint position;
  gint64 target;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL)
    return FALSE;
  list = twf_plan_get_list (self, provision);
  above = twf_provision_get_node (provision)->above;
  if (!twf_children_find (list, provision, &position))
    g_return_val_if_reached (FALSE);
  target = CLAMP ((gint64)position + steps, 0, (gint64)twf_children_get_length (list) - 1);
  if (target == position)
    return TRUE;
  /* Counted with it still in the list: behind its own place one more. */
  return twf_plan_move_to (self,
                           provision,
                           twf_provision_get_section (provision),
                           above != NULL ? twf_provision_get_id (above) : NULL,
                           target > position ? target + 1 : target,
                           owner,
                           error);
}
