/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-field.h"

#include <stdio.h>

/* Those that the forms show, in their order. */
static const char *const links[] = { TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES, TWF_FIELD_PILLAR };
static const char *const values_of_plan[]
    = { TWF_PLAN_SYMBOL, TWF_PLAN_SESSION, TWF_PLAN_AGENDA_ITEM, TWF_PLAN_DATE };

static void
draft_field_free (gpointer data)
{
  TwfDraftField *self = data;

  g_strfreev (self->standing);
  g_strfreev (self->values);
  g_free (self);
}

static GStrv
dup_values (const char *const *values)
{
  return values != NULL ? g_strdupv ((char **)values) : g_new0 (char *, 1);
}

static void
add_field (GPtrArray *fields, const char *field, const char *const *standing, gboolean is_single)
{
  TwfDraftField *self = g_new0 (TwfDraftField, 1);

  self->field = field;
  self->standing = dup_values (standing);
  self->values = dup_values (standing);
  self->is_single = is_single;
  g_ptr_array_add (fields, self);
}

/**
 * twf_draft_field_list:
 * @plan: a plan
 * @provision: (nullable): one of its provisions; %NULL: the plan itself
 *
 * Returns: (transfer full) (element-type TwfDraftField): the fields that can be proposed, as they
 *   stand
 */
GPtrArray *
twf_draft_field_list (TwfPlan *plan, TwfProvision *provision)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (draft_field_free);
  TwfSection section;

  if (provision == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (values_of_plan); i++)
        add_field (fields, values_of_plan[i], twf_plan_get_values (plan, values_of_plan[i]), FALSE);
      return fields;
    }
  section = twf_provision_get_section (provision);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (twf_section_has_field (section, links[i]))
      add_field (fields,
                 links[i],
                 twf_provision_get_values (provision, links[i]),
                 section == TWF_SECTION_PRINCIPLES);
  if (twf_section_has_field (section, TWF_FIELD_HEADING))
    add_field (
        fields, TWF_FIELD_HEADING, twf_provision_get_values (provision, TWF_FIELD_HEADING), FALSE);
  return fields;
}

/* The order of values says nothing. */
static gboolean
holds_all (GStrv values, GStrv others)
{
  for (guint i = 0; others[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)values, others[i]))
      return FALSE;
  return TRUE;
}

/**
 * twf_draft_field_is_changed:
 * @self: a field
 *
 * Returns: whether something else is chosen than what stands
 */
gboolean
twf_draft_field_is_changed (const TwfDraftField *self)
{
  return !holds_all (self->values, self->standing) || !holds_all (self->standing, self->values);
}

/**
 * twf_draft_field_is_valid:
 * @self: a field
 *
 * Returns: whether it could hold what is written: a date is a day, or none
 */
gboolean
twf_draft_field_is_valid (const TwfDraftField *self)
{
  const char *value = self->values[0];
  int year, month, day, length = 0;

  if (!g_str_equal (self->field, TWF_PLAN_DATE) || value == NULL)
    return TRUE;
  return sscanf (value, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 && value[length] == '\0'
         && length == 10 && g_date_valid_dmy ((GDateDay)day, month, (GDateYear)year);
}

/**
 * twf_draft_field_set_value:
 * @self: a field
 * @value: (nullable): what it is to hold; empty or %NULL: nothing
 */
void
twf_draft_field_set_value (TwfDraftField *self, const char *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value != NULL ? value : ""));
  const char *values[] = { *stripped != '\0' ? stripped : NULL, NULL };

  g_strfreev (self->values);
  self->values = dup_values (values);
}

/**
 * twf_draft_field_set_link:
 * @self: a field whose values are ids
 * @id: one of them
 * @on: whether the field is to hold it
 */
void
twf_draft_field_set_link (TwfDraftField *self, const char *id, gboolean on)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  GStrv former = self->values;

  for (guint i = 0; former[i] != NULL && !(self->is_single && on); i++)
    if (!g_str_equal (former[i], id))
      g_strv_builder_add (kept, former[i]);
  if (on)
    g_strv_builder_add (kept, id);
  self->values = g_strv_builder_end (kept);
  g_strfreev (former);
}
