/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-plan-private.h"

#include <string.h>

/* "ar en" is two languages, as the storage format has them in one line. */
static char **
split_languages (const char *const *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (values[i], " ", -1);

      for (guint j = 0; pieces[j] != NULL; j++)
        if (*pieces[j] != '\0')
          g_strv_builder_add (builder, pieces[j]);
    }
  return g_strv_builder_end (builder);
}

static void
update_languages (TwfPlan *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *stored = twf_fields_get (&self->fields, TWF_PLAN_LANGUAGES);
  const char *source = twf_fields_get_first (&self->fields, TWF_PLAN_SOURCE_LANGUAGE);

  if (source != NULL)
    g_strv_builder_add (builder, source);
  for (guint i = 0; stored != NULL && stored[i] != NULL; i++)
    if (g_strcmp0 (stored[i], source) != 0)
      g_strv_builder_add (builder, stored[i]);
  g_strfreev (self->languages);
  self->languages = g_strv_builder_end (builder);
}

static gboolean
is_number (const char *text)
{
  return text != NULL && *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static int
compare_delegations (gconstpointer one, gconstpointer other, gpointer user_data)
{
  TwfDelegation *first = (TwfDelegation *)one;
  TwfDelegation *second = (TwfDelegation *)other;
  const char *first_rank = twf_delegation_get_field (first, TWF_DELEGATION_RANK);
  const char *second_rank = twf_delegation_get_field (second, TWF_DELEGATION_RANK);
  int order = 0;

  if ((first_rank == NULL) != (second_rank == NULL))
    return first_rank == NULL ? 1 : -1;
  if (is_number (first_rank) && is_number (second_rank))
    {
      guint64 first_number = g_ascii_strtoull (first_rank, NULL, 10);
      guint64 second_number = g_ascii_strtoull (second_rank, NULL, 10);

      order = (first_number > second_number) - (first_number < second_number);
    }
  else if (first_rank != NULL)
    order = strcmp (first_rank, second_rank);
  if (order != 0)
    return order;
  return strcmp (twf_delegation_get_code (first), twf_delegation_get_code (second));
}

/**
 * twf_plan_take_provision:
 * @self: a plan that is being built
 * @provision: (transfer full): a provision; one with the same id that is there already goes
 *
 * Puts @provision into the plan. Its parent may come later.
 */
void
twf_plan_take_provision (TwfPlan *self, TwfProvision *provision)
{
  g_return_if_fail (TWF_IS_PLAN (self) && TWF_IS_PROVISION (provision));

  g_hash_table_replace (self->provisions, (char *)twf_provision_get_id (provision), provision);
  self->is_listed = FALSE;
  g_clear_pointer (&self->bearers, g_hash_table_unref);
}

/**
 * twf_plan_take_delegation:
 * @self: a plan that is being built
 * @delegation: (transfer full): a delegation; one with the same code that is there already goes
 */
void
twf_plan_take_delegation (TwfPlan *self, TwfDelegation *delegation)
{
  g_return_if_fail (TWF_IS_PLAN (self) && TWF_IS_DELEGATION (delegation));

  twf_plan_store_delegation (self, delegation);
  g_object_unref (delegation);
}

/**
 * twf_plan_set_values:
 * @self: a plan that is being built
 * @field: a name as it is stored
 * @values: (nullable): its values; %NULL or empty: none
 */
void
twf_plan_set_values (TwfPlan *self, const char *field, const char *const *values)
{
  g_return_if_fail (TWF_IS_PLAN (self) && field != NULL);

  twf_plan_store_values (self, field, values);
}

/**
 * twf_plan_set_title:
 * @self: a plan that is being built
 * @language: a BCP 47 tag
 * @title: (nullable): the title; %NULL or empty: none
 */
void
twf_plan_set_title (TwfPlan *self, const char *language, const char *title)
{
  g_return_if_fail (TWF_IS_PLAN (self) && language != NULL);

  twf_texts_set (&self->titles, 0, language, title);
}

/**
 * twf_plan_store_values:
 * @self: a plan
 * @field: one of its own fields
 * @values: (nullable): its values
 *
 * Sets a field and what follows from it.
 */
void
twf_plan_store_values (TwfPlan *self, const char *field, const char *const *values)
{
  if (g_str_equal (field, TWF_PLAN_LANGUAGES))
    {
      g_auto (GStrv) languages = split_languages (values);

      twf_fields_set (&self->fields, field, (const char *const *)languages, FALSE);
    }
  else
    {
      twf_fields_set (&self->fields, field, values, twf_field_is_set (field));
    }
  if (g_str_equal (field, TWF_PLAN_LANGUAGES) || g_str_equal (field, TWF_PLAN_SOURCE_LANGUAGE))
    update_languages (self);
}

/**
 * twf_plan_store_delegation:
 * @self: a plan
 * @delegation: a delegation
 *
 * Puts @delegation in the place of the one with its code, or adds it.
 */
void
twf_plan_store_delegation (TwfPlan *self, TwfDelegation *delegation)
{
  twf_plan_drop_delegation (self, twf_delegation_get_code (delegation));
  g_hash_table_insert (
      self->delegations, (char *)twf_delegation_get_code (delegation), g_object_ref (delegation));
  g_list_store_insert_sorted (self->delegation_list, delegation, compare_delegations, NULL);
}

/**
 * twf_plan_drop_delegation:
 * @self: a plan
 * @code: a code
 *
 * Takes the delegation with that code out, if there is one.
 */
void
twf_plan_drop_delegation (TwfPlan *self, const char *code)
{
  guint position = 0;
  TwfDelegation *delegation = g_hash_table_lookup (self->delegations, code);

  if (delegation == NULL)
    return;
  if (g_list_store_find (self->delegation_list, delegation, &position))
    g_list_store_remove (self->delegation_list, position);
  g_hash_table_remove (self->delegations, code);
}
