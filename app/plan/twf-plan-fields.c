/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-error.h"
#include "twf-plan-private.h"
#include "twf-procedure.h"
#include "twf-public-key.h"

#include <string.h>

/**
 * twf_admit_values:
 * @field: the field they are for
 * @values: (nullable): its values
 * @error: where an error goes
 *
 * Returns: (transfer full): the values as they are kept, without empty ones; %NULL on error
 * Errors: TWF_ERROR_INVALID as twf_admit_value() says, or if @field has one value
 */
char **
twf_admit_values (const char *field, const char *const *values, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *value = twf_admit_value (values[i], error);

      if (value == NULL)
        {
          g_prefix_error (error, "%s: ", field);
          return NULL;
        }
      if (*value == '\0')
        continue;
      g_strv_builder_add (builder, value);
      n++;
    }
  if (n > 1 && !twf_field_is_set (field) && !g_str_equal (field, TWF_PLAN_LANGUAGES))
    {
      twf_refuse (error, TWF_ERROR_INVALID, "%s has one value", field);
      return NULL;
    }
  return g_strv_builder_end (builder);
}

/* Links that are there already may stay: a plan that was read may hold worse. */
static gboolean
check_links (TwfPlan *self,
             TwfProvision *provision,
             const char *field,
             const char *const *values,
             GError **error)
{
  const char *const *old = twf_provision_get_values (provision, field);
  TwfSection target;

  if (!twf_field_get_target (field, &target))
    return TRUE;
  for (guint i = 0; values[i] != NULL; i++)
    {
      TwfProvision *linked;

      if (old != NULL && old != values && g_strv_contains (old, values[i]))
        continue;
      linked = twf_plan_find (self, values[i], error);
      if (linked == NULL)
        return FALSE;
      if (twf_provision_get_section (linked) != target)
        return twf_refuse (error,
                           TWF_ERROR_INVALID,
                           "%s of %s points to %s, which is not among the %s",
                           field,
                           twf_provision_get_id (provision),
                           values[i],
                           twf_section_get_name (target));
    }
  return TRUE;
}

/**
 * twf_plan_check_field:
 * @self: a plan
 * @provision: a provision, in the plan or about to be
 * @field: a field
 * @values: what it is to hold; perhaps nothing
 * @error: where an error goes
 *
 * Returns: whether @field of @provision may hold @values
 * Errors: TWF_ERROR_INVALID if it may not; TWF_ERROR_NOT_FOUND if a link points to nothing
 */
gboolean
twf_plan_check_field (TwfPlan *self,
                      TwfProvision *provision,
                      const char *field,
                      const char *const *values,
                      GError **error)
{
  TwfSection section = twf_provision_get_section (provision);

  if (!twf_section_has_field (section, field))
    return twf_refuse (
        error, TWF_ERROR_INVALID, "%s has no %s", twf_section_get_name (section), field);
  if (values[0] == NULL)
    return TRUE;
  if (g_str_equal (field, TWF_FIELD_HEADING) && !g_str_equal (values[0], "yes"))
    return twf_refuse (error, TWF_ERROR_INVALID, "%s is “yes” or is not there", field);
  if (g_str_equal (field, TWF_FIELD_PILLAR) && section == TWF_SECTION_PRINCIPLES
      && values[1] != NULL)
    return twf_refuse (error, TWF_ERROR_INVALID, "a principle states one pillar");
  return check_links (self, provision, field, values, error);
}

static gboolean
check_languages (TwfPlan *self, const char *const *values, GError **error)
{
  const char *source = twf_plan_get_field (self, TWF_PLAN_SOURCE_LANGUAGE);

  if (values[0] == NULL && (self->titles.n > 0 || g_hash_table_size (self->provisions) > 0))
    return twf_refuse (error, TWF_ERROR_INVALID, "a plan has at least one language");
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (!twf_admit_language (values[i], error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (values[i], values[j]))
          return twf_refuse (error, TWF_ERROR_INVALID, "%s stands twice", values[i]);
    }
  if (values[0] != NULL && source != NULL && !g_strv_contains (values, source))
    return twf_refuse (error, TWF_ERROR_INVALID, "the source language, %s, must stay", source);
  return TRUE;
}

static gboolean
is_day (const char *value)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *full = g_strconcat (value, "T00:00:00Z", NULL);

  if (strlen (value) != 10 || value[4] != '-')
    return FALSE;
  moment = g_date_time_new_from_iso8601 (full, NULL);
  return moment != NULL;
}

/**
 * twf_plan_check_keys:
 * @standing: (nullable): the lines that stand in the register
 * @lines: those that are to
 * @error: where an error goes
 *
 * Lines that are there already may stay: a plan that was read may hold worse.
 *
 * Returns: whether @lines may stand in the register
 * Errors: TWF_ERROR_INVALID if a new one is no key
 */
gboolean
twf_plan_check_keys (const char *const *standing, const char *const *lines, GError **error)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (TwfPublicKey) key = NULL;

      if (standing != NULL && g_strv_contains (standing, lines[i]))
        continue;
      key = twf_public_key_parse (lines[i], error);
      if (key == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_number (const char *value)
{
  return *value >= '1' && *value <= '9' && strlen (value) <= 9
         && strspn (value, "0123456789") == strlen (value);
}

/* The storage format has these and no others: one that it does not know could not be stored. */
static gboolean
is_field_name (const char *field)
{
  static const char *const names[]
      = { TWF_PLAN_LANGUAGES,  TWF_PLAN_SOURCE_LANGUAGE, TWF_PLAN_SYMBOL,
          TWF_PLAN_SESSION,    TWF_PLAN_AGENDA_ITEM,     TWF_PLAN_DATE,
          TWF_PLAN_CONVENTION, TWF_PLAN_REGISTER,        TWF_PLAN_FACILITATOR_KEY,
          TWF_PLAN_PROCEDURE,  TWF_FIELD_ACCEPTED,       NULL };

  return g_strv_contains (names, field);
}

/**
 * twf_plan_check_own_field:
 * @self: a plan
 * @field: one of its own fields
 * @values: what it is to hold; perhaps nothing
 * @error: where an error goes
 *
 * Returns: whether @field may hold @values
 * Errors: TWF_ERROR_INVALID if it may not; TWF_ERROR_TOO_LARGE
 */
gboolean
twf_plan_check_own_field (TwfPlan *self,
                          const char *field,
                          const char *const *values,
                          GError **error)
{
  if (!is_field_name (field))
    return twf_refuse (error, TWF_ERROR_INVALID, "a plan has no field “%s”", field);
  if (g_str_equal (field, TWF_PLAN_LANGUAGES))
    return check_languages (self, values, error);
  if (g_str_equal (field, TWF_PLAN_PROCEDURE))
    return twf_procedure_check (twf_plan_get_values (self, field), values, error);
  if (values[0] == NULL)
    return TRUE;
  if (g_str_equal (field, TWF_PLAN_SOURCE_LANGUAGE))
    {
      const char *const *languages = twf_plan_get_values (self, TWF_PLAN_LANGUAGES);

      if (languages == NULL || !g_strv_contains (languages, values[0]))
        return twf_refuse (error, TWF_ERROR_INVALID, "%s is not a language of the plan", values[0]);
    }
  if (g_str_equal (field, TWF_PLAN_REGISTER) && !is_number (values[0]))
    return twf_refuse (error, TWF_ERROR_INVALID, "“%s” is not a number", values[0]);
  if (g_str_equal (field, TWF_PLAN_FACILITATOR_KEY))
    return twf_plan_check_keys (twf_plan_get_values (self, field), values, error);
  if (g_str_equal (field, TWF_PLAN_DATE) && !is_day (values[0]))
    return twf_refuse (
        error, TWF_ERROR_INVALID, "“%s” is not a day of the form 2010-12-31", values[0]);
  return TRUE;
}
