/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-plan-comparison-private.h"

static gboolean
has_moved (const Building *self, const char *id)
{
  GPtrArray *changes = g_hash_table_lookup (self->changes[0], id);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (((const TwfChange *)changes->pdata[i])->kind == TWF_CHANGE_MOVED)
      return TRUE;
  return FALSE;
}

/* By its number a reader looks for it there. */
static gboolean
leaves_trace (const Building *self, TwfProvision *provision)
{
  g_autofree char *number = NULL;

  if (!has_moved (self, twf_provision_get_id (provision)))
    return FALSE;
  number = twf_plan_dup_number (self->plans[0], provision, self->comparison->language);
  return number != NULL && *number != '\0';
}

/* What stands in both in the same order. */
static gboolean
holds_place (const Building *self, const char *id, TwfSection section)
{
  TwfProvision *now = twf_plan_get_provision (self->plans[1], id);

  return now != NULL && !has_moved (self, id) && twf_provision_get_section (now) == section;
}

/*
 * twf_traces_list:
 * @self: a comparison that is made
 * @section: a section
 *
 * Where there is one side, what moved is looked for in its old place as well.
 *
 * Returns: (transfer full): what of the base moved away from @section: set of char* (borrowed) id
 *   it stood behind, "" for the section's beginning -> GPtrArray of TwfProvision (borrowed)
 */
GHashTable *
twf_traces_list (const Building *self, TwfSection section)
{
  GHashTable *traces
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->plans[0]);
  const char *before = "";

  for (guint i = 0; self->n_sides == 1 && i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];
      const char *id = twf_provision_get_id (provision);
      GPtrArray *behind;

      if (twf_provision_get_section (provision) != section)
        continue;
      if (holds_place (self, id, section))
        before = id;
      if (!leaves_trace (self, provision))
        continue;
      behind = g_hash_table_lookup (traces, before);
      if (behind == NULL)
        {
          behind = g_ptr_array_new ();
          g_hash_table_insert (traces, (gpointer)before, behind);
        }
      g_ptr_array_add (behind, provision);
    }
  return traces;
}
