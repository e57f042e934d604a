/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-procedure.h"
#include "twf-values.h"

/* What is asked about fields: a set element by element, a single value as a whole. */

/* One field in three states; NULL: no value. */
typedef struct
{
  const char *field;
  const char *const *base;
  const char *const *rolling;
  const char *const *tip;
  gboolean own; /* of one's own draft */
} Values;

/* The register of keys is the facilitator's, and that something is agreed the reading's to say. */
static gboolean
is_reserved (const char *field)
{
  return g_str_equal (field, TWF_FIELD_AGREED) || g_str_equal (field, TWF_PLAN_REGISTER)
         || g_str_equal (field, TWF_PLAN_FACILITATOR_KEY);
}

static gboolean
is_of_register (const char *field)
{
  return g_str_equal (field, TWF_PLAN_REGISTER) || g_str_equal (field, TWF_PLAN_FACILITATOR_KEY);
}

static guint64
get_version (TwfPlan *plan)
{
  const char *value = twf_plan_get_field (plan, TWF_PLAN_REGISTER);

  return value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;
}

/**
 * twf_asks_brings_register:
 * @self: what is asked for
 * @from: a contribution
 *
 * Returns: whether it brings a register of keys that takes the place of the one that stands: the
 *   facilitator's, and of a larger number
 */
gboolean
twf_asks_brings_register (TwfAsks *self, TwfContribution *from)
{
  return from->owner == NULL && from->new_head != NULL
         && get_version (from->new_head) > get_version (self->rolling);
}

static TwfRequest *
new_request (TwfTarget *target, TwfContribution *from, const Values *of, GStrv values)
{
  TwfRequest *request = twf_request_new (TWF_REQUEST_FIELD, target->id);
  const char *const field[] = { of->field, NULL };

  request->section = target->standing != NULL ? twf_provision_get_section (target->standing) : 0;
  request->field = g_strdup (of->field);
  request->old_text = twf_values_join (of->rolling);
  request->new_text = twf_values_join ((const char *const *)values);
  request->proposal = twf_proposal_new ("field");
  twf_proposal_set_values (request->proposal, TWF_PROPOSAL_FIELD_FIELD, field);
  twf_proposal_set_values (
      request->proposal, TWF_PROPOSAL_FIELD_VALUE, (const char *const *)values);
  return request;
}

static void
ask_for_element (TwfAsks *self,
                 TwfTarget *target,
                 TwfContribution *from,
                 const Values *of,
                 const char *element,
                 gboolean removes)
{
  g_auto (GStrv) values = removes ? twf_values_without (of->rolling, element)
                                  : twf_values_with (of->rolling, element);
  TwfRequest *request = new_request (target, from, of, values);

  request->element = g_strdup (element);
  request->removes = removes;
  request->own = of->own;
  if (!removes && g_str_equal (of->field, TWF_PLAN_LANGUAGES))
    for (guint i = 1; of->tip[i] != NULL; i++)
      if (g_str_equal (of->tip[i], element))
        request->behind = g_strdup (of->tip[i - 1]);
  twf_asks_add (self, target, request, from->owner);
}

static void
gather_set (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  for (guint i = 0; of->tip != NULL && of->tip[i] != NULL; i++)
    if (!twf_values_hold (of->base, of->tip[i]) && !twf_values_hold (of->rolling, of->tip[i]))
      ask_for_element (self, target, from, of, of->tip[i], FALSE);
  for (guint i = 0; of->base != NULL && of->base[i] != NULL; i++)
    if (!twf_values_hold (of->tip, of->base[i]) && twf_values_hold (of->rolling, of->base[i])
        && !twf_asks_link_goes_along (from, of->field, of->base[i]))
      ask_for_element (self, target, from, of, of->base[i], TRUE);
}

static void
gather_single (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  TwfRequest *request;

  if (twf_values_equal (of->base, of->tip) || twf_values_equal (of->rolling, of->tip))
    return;
  request = new_request (target, from, of, (GStrv)of->tip);
  request->values = g_strdupv ((GStrv)of->tip);
  request->overrides = !twf_values_equal (of->base, of->rolling);
  request->own = of->own;
  twf_asks_add (self, target, request, from->owner);
}

/* What the languages would be in the order of the tip, those that only one side has left out. */
static void
gather_order (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  g_auto (GStrv) before = twf_values_common (of->base, of->tip);
  g_auto (GStrv) after = twf_values_common (of->tip, of->base);
  g_auto (GStrv) wanted = NULL;
  g_autofree char *content = NULL;
  TwfRequest *request;

  if (before[0] == NULL || g_strv_equal ((const char *const *)before, (const char *const *)after))
    return;
  wanted = twf_values_reorder (of->rolling, (const char *const *)after);
  if (twf_values_equal (of->rolling, (const char *const *)wanted))
    return;
  request = new_request (target, from, of, wanted);
  request->values = g_steal_pointer (&wanted);
  request->overrides = !twf_values_equal (of->base, of->rolling);
  /* A proposal's values are a set: it cannot hold an order. */
  g_clear_object (&request->proposal);
  content = g_strdup_printf ("order %s", request->new_text);
  twf_asks_add_record (self, target, request, from->owner, content);
}

/* It can be no proposal: a newer register comes as a whole, all else is left out and told of. */
static void
gather_reserved (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  TwfRequest *request;
  g_autofree char *content = NULL;

  if (twf_values_equal (of->base, of->tip) || twf_values_equal (of->rolling, of->tip))
    return;
  request = new_request (target, from, of, (GStrv)of->tip);
  g_clear_object (&request->proposal);
  request->values = of->tip != NULL ? g_strdupv ((GStrv)of->tip) : g_new0 (char *, 1);
  request->own = is_of_register (of->field) && twf_asks_brings_register (self, from);
  request->exceeds = !request->own;
  content = g_strdup_printf (
      "reserved %s %s", of->field, request->new_text != NULL ? request->new_text : "");
  twf_asks_add_record (self, target, request, from->owner, content);
}

/* Of what is on record of the procedure a delegation may add that it breaks a silence. */
static gboolean
may_record (TwfAsks *self, TwfContribution *from, const char *value)
{
  const char *const *standing = twf_plan_get_values (self->rolling, TWF_PLAN_PROCEDURE);
  g_auto (GStrv) held = twf_values_with (standing, value);
  g_autoptr (TwfProcedure) procedure = NULL;
  g_autoptr (TwfProcedureAct) act = NULL;

  if (!twf_procedure_may_hold ((const char *const *)held))
    return FALSE;
  if (from->owner == NULL)
    return TRUE;
  if (!twf_procedure_is_own_break (value, from->owner))
    return FALSE;
  act = twf_procedure_act_parse (value);
  procedure = twf_procedure_of (self->rolling);
  return twf_procedure_find_silence (procedure, act->id) != NULL;
}

static void
record (TwfAsks *self,
        TwfTarget *target,
        TwfContribution *from,
        const Values *of,
        const char *act,
        gboolean removes)
{
  g_auto (GStrv) one = g_new0 (char *, 2);
  g_autofree char *content = NULL;
  TwfRequest *request;

  one[0] = g_strdup (act);
  request = new_request (target, from, of, one);
  g_clear_object (&request->proposal);
  /* The others on record are not touched, and not shown as if they were. */
  g_free (request->old_text);
  request->old_text = removes ? g_steal_pointer (&request->new_text) : NULL;
  request->element = g_strdup (act);
  request->removes = removes;
  request->own = !removes && may_record (self, from, act);
  request->exceeds = !request->own;
  content = g_strdup_printf ("procedure %d %d %s", removes, request->own, act);
  twf_asks_add_record (self, target, request, from->owner, content);
}

/* What was done stays on record: nobody's branch takes it away. */
static void
gather_procedure (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  for (guint i = 0; of->tip != NULL && of->tip[i] != NULL; i++)
    if (!twf_values_hold (of->base, of->tip[i]) && !twf_values_hold (of->rolling, of->tip[i]))
      record (self, target, from, of, of->tip[i], FALSE);
  for (guint i = 0; of->base != NULL && of->base[i] != NULL; i++)
    if (!twf_values_hold (of->tip, of->base[i]) && twf_values_hold (of->rolling, of->base[i]))
      record (self, target, from, of, of->base[i], TRUE);
}

static void
gather_field (TwfAsks *self, TwfTarget *target, TwfContribution *from, const Values *of)
{
  TwfSection section = target->standing != NULL ? twf_provision_get_section (target->standing) : 0;

  if (is_reserved (of->field) && (from->owner != NULL || is_of_register (of->field)))
    {
      gather_reserved (self, target, from, of);
    }
  else if (g_str_equal (of->field, TWF_PLAN_PROCEDURE))
    {
      gather_procedure (self, target, from, of);
    }
  else if (g_str_equal (of->field, TWF_PLAN_LANGUAGES))
    {
      gather_set (self, target, from, of);
      gather_order (self, target, from, of);
    }
  else if (twf_field_holds_set (section, of->field))
    {
      gather_set (self, target, from, of);
    }
  else
    {
      gather_single (self, target, from, of);
    }
}

/**
 * twf_asks_gather_fields:
 * @self: what is asked for
 * @from: a contribution
 * @pair: what it does to one provision that it does not delete
 *
 * Finds what is asked about the provision's fields. That it is itself proposed is no field that
 * could be asked for.
 */
void
twf_asks_gather_fields (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  TwfTarget *target = twf_asks_get_target (self, twf_provision_get_id (pair->new_one));
  gboolean own = twf_asks_is_own_draft (target, from, pair);
  TwfProvision *base = own && pair->old_one == NULL ? target->standing : pair->old_one;
  g_auto (GStrv) fields = NULL;

  if (target->standing == NULL)
    return;
  fields = twf_values_unite (twf_provision_list_fields (pair->new_one),
                             base != NULL ? twf_provision_list_fields (base) : NULL);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      Values of = { fields[i] };

      if (g_str_equal (fields[i], TWF_FIELD_PROPOSED)
          || twf_asks_field_goes_along (pair, fields[i]))
        continue;
      of.base = base != NULL ? twf_provision_get_values (base, fields[i]) : NULL;
      of.rolling = twf_provision_get_values (target->standing, fields[i]);
      of.tip = twf_provision_get_values (pair->new_one, fields[i]);
      of.own = own;
      gather_field (self, target, from, &of);
    }
}

/**
 * twf_asks_gather_own_fields:
 * @self: what is asked for
 * @from: a contribution that says something about the plan itself
 *
 * Finds what is asked about the plan's own fields.
 */
void
twf_asks_gather_own_fields (TwfAsks *self, TwfContribution *from)
{
  TwfTarget *target = twf_asks_get_target (self, NULL);
  g_auto (GStrv) fields = twf_values_unite (twf_plan_list_fields (from->new_head),
                                            twf_plan_list_fields (from->old_head));

  for (guint i = 0; fields[i] != NULL; i++)
    {
      Values of = { fields[i] };

      of.base = twf_plan_get_values (from->old_head, fields[i]);
      of.rolling = twf_plan_get_values (self->rolling, fields[i]);
      of.tip = twf_plan_get_values (from->new_head, fields[i]);
      gather_field (self, target, from, &of);
    }
}
