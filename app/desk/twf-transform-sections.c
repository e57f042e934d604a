/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-transform.h"

/* Provisions that are to stand in another section: a plan lets one change its section only with
 * nothing under it, and with nothing on it that has no room there. */

static gboolean
changes_section (TwfPlan *target, TwfProvision *provision)
{
  TwfProvision *wanted = twf_plan_get_provision (target, twf_provision_get_id (provision));

  return wanted != NULL
         && twf_provision_get_section (wanted) != twf_provision_get_section (provision);
}

static void
drop_what_has_no_room (GPtrArray *edits, TwfProvision *provision, TwfSection section)
{
  const char *id = twf_provision_get_id (provision);
  g_auto (GStrv) fields = twf_provision_list_fields (provision);

  for (guint i = 0; fields[i] != NULL; i++)
    if (!twf_section_has_field (section, fields[i]))
      g_ptr_array_add (edits, twf_edit_new_values (id, fields[i], NULL));
  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (guint i = 0; languages[i] != NULL && !twf_section_has_part (section, part); i++)
        g_ptr_array_add (edits, twf_edit_new_text (id, part, languages[i], NULL));
    }
}

/**
 * twf_edits_add_section_moves:
 * @edits: where they go
 * @plan: a plan
 * @target: another
 * @former: (element-type TwfProvision): the provisions of @plan in reading order
 *
 * Adds the edits that bring what changes its section to the top of its new one, and what stands
 * under such a one and stays to the top of its own; from below, so that nothing is in the way.
 *
 * Returns: (transfer full): set of char* id (of @former): the provisions that stand elsewhere then
 */
GHashTable *
twf_edits_add_section_moves (GPtrArray *edits, TwfPlan *plan, TwfPlan *target, GPtrArray *former)
{
  GHashTable *displaced = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = former->len; i > 0; i--)
    {
      TwfProvision *provision = former->pdata[i - 1];
      const char *id = twf_provision_get_id (provision);
      TwfProvision *above = twf_plan_get_provision (plan, twf_provision_get_parent (provision));
      TwfSection section = twf_provision_get_section (provision);

      if (changes_section (target, provision))
        {
          section = twf_provision_get_section (twf_plan_get_provision (target, id));
          drop_what_has_no_room (edits, provision, section);
        }
      else if (above == NULL || !changes_section (target, above))
        {
          continue;
        }
      g_ptr_array_add (edits,
                       twf_edit_new_place (id, section, NULL, twf_provision_get_rank (provision)));
      g_hash_table_add (displaced, (gpointer)id);
    }
  return displaced;
}
