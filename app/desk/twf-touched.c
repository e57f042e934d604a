/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-format.h"

/**
 * twf_touched_new:
 *
 * Returns: (transfer full): nothing touched
 */
TwfTouched *
twf_touched_new (void)
{
  TwfTouched *self = g_new0 (TwfTouched, 1);

  self->provisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->delegations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * twf_touched_free:
 * @self: (transfer full) (nullable): what is touched
 */
void
twf_touched_free (TwfTouched *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->provisions);
  g_hash_table_unref (self->delegations);
  g_free (self);
}

/**
 * twf_touched_add:
 * @self: what is touched
 * @edit: an edit that was made
 *
 * Adds what @edit changes.
 */
void
twf_touched_add (TwfTouched *self, const TwfEdit *edit)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_ADD:
      g_hash_table_add (self->provisions,
                        g_strdup (twf_provision_get_id (twf_edit_get_provision (edit))));
      break;
    case TWF_EDIT_SET_DELEGATION:
      g_hash_table_add (self->delegations,
                        g_strdup (twf_delegation_get_code (twf_edit_get_delegation (edit))));
      break;
    case TWF_EDIT_DROP_DELEGATION:
      g_hash_table_add (self->delegations, g_strdup (twf_edit_get_id (edit)));
      break;
    case TWF_EDIT_SET_TEXT:
    case TWF_EDIT_SET_VALUES:
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_PLACE:
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
    default:
      if (twf_edit_get_id (edit) != NULL)
        g_hash_table_add (self->provisions, g_strdup (twf_edit_get_id (edit)));
      else
        self->head = TRUE;
      break;
    }
}

static void
merge_set (GHashTable *set, GHashTable *other)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (set, g_strdup (key));
}

/**
 * twf_touched_merge:
 * @self: what is touched
 * @other: what else is
 *
 * Adds @other to @self: a save that did not succeed gives back what it held.
 */
void
twf_touched_merge (TwfTouched *self, TwfTouched *other)
{
  merge_set (self->provisions, other->provisions);
  merge_set (self->delegations, other->delegations);
  self->head = self->head || other->head;
}

/**
 * twf_touched_is_empty:
 * @self: what is touched
 *
 * Returns: whether that is nothing
 */
gboolean
twf_touched_is_empty (TwfTouched *self)
{
  return !self->head && g_hash_table_size (self->provisions) == 0
         && g_hash_table_size (self->delegations) == 0;
}

/**
 * twf_touched_write:
 * @self: what is touched
 * @plan: the plan it is touched in
 * @prefixes: (element-type utf8): the files and folders that are written whole are added
 * @files: what stands under them is added
 *
 * Writes what is touched in its stored form into memory.
 */
void
twf_touched_write (TwfTouched *self, TwfPlan *plan, GPtrArray *prefixes, GHashTable *files)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      TwfProvision *provision = twf_plan_get_provision (plan, key);

      g_ptr_array_add (prefixes, twf_format_dup_provision_path (key));
      if (provision != NULL)
        twf_format_write_provision (provision, files);
    }
  g_hash_table_iter_init (&iter, self->delegations);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      TwfDelegation *delegation = twf_plan_get_delegation (plan, key);

      g_ptr_array_add (prefixes, twf_format_dup_delegation_path (key));
      if (delegation != NULL)
        twf_format_write_delegation (delegation, files);
    }
  if (!self->head)
    return;
  g_ptr_array_add (prefixes, g_strdup ("plan"));
  g_ptr_array_add (prefixes, g_strdup ("title"));
  g_ptr_array_add (prefixes, g_strdup ("proposals"));
  twf_format_write_head (plan, files);
}
