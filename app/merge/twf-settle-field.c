/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-values.h"

#include <string.h>

/* Fields of provisions. */

static gboolean
link_holds (TwfSettlement *self, const char *field, const char *id)
{
  TwfSection section;

  return !twf_field_get_target (field, &section)
         || (twf_settle_exists (self, id) && twf_settle_get_section (self, id) == section);
}

/* Whether the field may hold @values in the plan as it is to be. */
static gboolean
has_place (TwfSettlement *self, TwfRequest *request, TwfOutcomeReason *reason)
{
  TwfSection section = twf_settle_get_section (self, request->provision_id);

  *reason = TWF_REASON_NO_ROOM;
  if (!twf_section_has_field (section, request->field))
    return FALSE;
  if (request->element != NULL)
    {
      *reason = TWF_REASON_DELETED;
      return request->removes || link_holds (self, request->field, request->element);
    }
  if (request->values == NULL || request->values[0] == NULL)
    return TRUE;
  if (request->values[1] != NULL)
    return FALSE;
  if (g_str_equal (request->field, TWF_FIELD_HEADING))
    return g_str_equal (request->values[0], "yes");
  *reason = TWF_REASON_DELETED;
  return link_holds (self, request->field, request->values[0]);
}

static void
demote_all (TwfSettlement *self, GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    twf_settlement_demote (self, group->pdata[i], TWF_REASON_OTHER_VALUE);
}

static void
settle_single (TwfSettlement *self, TwfTarget *target, GPtrArray *group)
{
  TwfRequest *first = group->pdata[0];

  if (group->len == 1)
    {
      twf_settled_set_field (
          twf_settlement_get (self, target->id), first->field, g_strdupv (first->values));
      return;
    }
  demote_all (self, group);
}

static void
settle_set (TwfSettlement *self, TwfTarget *target, GPtrArray *group)
{
  TwfRequest *first = group->pdata[0];
  GStrv values = g_strdupv ((GStrv)twf_provision_get_values (target->standing, first->field));

  for (guint i = 0; i < group->len; i++)
    {
      TwfRequest *request = group->pdata[i];
      const char *const *now = (const char *const *)values;
      GStrv next = request->removes ? twf_values_without (now, request->element)
                                    : twf_values_with (now, request->element);

      g_strfreev (values);
      values = next;
    }
  /* It moves to where the field holds a single value. */
  if (!twf_field_holds_set (twf_settle_get_section (self, target->id), first->field)
      && g_strv_length (values) > 1)
    {
      demote_all (self, group);
      g_strfreev (values);
      return;
    }
  twf_settled_set_field (twf_settlement_get (self, target->id), first->field, values);
}

static void
settle_group (TwfSettlement *self, TwfTarget *target, GPtrArray *group)
{
  if (group->len > 0 && ((TwfRequest *)group->pdata[0])->element != NULL)
    settle_set (self, target, group);
  else if (group->len > 0)
    settle_single (self, target, group);
  g_ptr_array_set_size (group, 0);
}

/* The requests about one thing lie by field: twf_asks_find_clashes() sorted them. */
static void
settle_target (TwfSettlement *self, TwfTarget *target)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();

  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];
      TwfOutcomeReason reason;

      if (request->kind != TWF_REQUEST_FIELD || !twf_request_is_accepted (request))
        continue;
      if (!has_place (self, request, &reason))
        {
          twf_settlement_demote (self, request, reason);
          continue;
        }
      if (group->len > 0 && !g_str_equal (((TwfRequest *)group->pdata[0])->field, request->field))
        settle_group (self, target, group);
      g_ptr_array_add (group, request);
    }
  settle_group (self, target, group);
}

/**
 * twf_settle_fields:
 * @self: a settlement whose structure is settled
 *
 * Puts accepted values into the fields of provisions.
 */
void
twf_settle_fields (TwfSettlement *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->asks->targets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfTarget *target = value;

      if (target->id != NULL)
        settle_target (self, target);
    }
}

/* What a field is to hold without the links that would then point nowhere. */
static void
drop_links (TwfSettlement *self, TwfProvision *provision, const char *field)
{
  const char *id = twf_provision_get_id (provision);
  const TwfSettledField *settled = twf_settled_get_field (twf_settlement_find (self, id), field);
  const char *const *values = settled != NULL ? (const char *const *)settled->values
                                              : twf_provision_get_values (provision, field);
  gboolean fits = twf_section_has_field (twf_settle_get_section (self, id), field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean all = TRUE;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      /* A plan that was read may hold links to nowhere: those are not this merge's doing. */
      gboolean was_there = twf_plan_get_provision (self->rolling, values[i]) != NULL;

      if (fits && (link_holds (self, field, values[i]) || !was_there))
        g_strv_builder_add (builder, values[i]);
      else
        all = FALSE;
    }
  if (!all)
    twf_settled_set_field (twf_settlement_get (self, id), field, g_strv_builder_end (builder));
}

/* Whether anything goes, or stands where links to it may no longer point. */
static gboolean
may_drop_links (TwfSettlement *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->settled);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfSettled *settled = value;
      TwfProvision *standing = twf_plan_get_provision (self->rolling, settled->id);

      if (standing != NULL
          && (settled->is_deleted
              || (settled->is_placed && settled->section != twf_provision_get_section (standing))))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_settle_dropped_links:
 * @self: a settlement whose content is settled
 *
 * Takes out links to what goes, and links that the section does not have to which a provision goes.
 */
void
twf_settle_dropped_links (TwfSettlement *self)
{
  static const char *const fields[] = { TWF_FIELD_PILLAR, TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES };
  g_autoptr (GPtrArray) all = NULL;

  if (!may_drop_links (self))
    return;
  all = twf_plan_list_all (self->rolling);
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      if (twf_provision_get_values (all->pdata[i], fields[j]) != NULL
          && twf_settle_exists (self, twf_provision_get_id (all->pdata[i])))
        drop_links (self, all->pdata[i], fields[j]);
}
