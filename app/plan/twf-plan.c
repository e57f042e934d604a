/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-plan.h"

#include "twf-plan-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TwfPlan, twf_plan, G_TYPE_OBJECT)

enum
{
  APPLIED,
  EDITED,
  GROUPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
twf_plan_finalize (GObject *object)
{
  TwfPlan *self = TWF_PLAN (object);

  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    g_clear_object (&self->tops[i]);
  g_clear_object (&self->nothing);
  g_clear_object (&self->delegation_list);
  g_hash_table_unref (self->delegations);
  g_hash_table_unref (self->provisions);
  twf_discussion_clear (&self->discussion);
  g_clear_pointer (&self->bearers, g_hash_table_unref);
  g_clear_pointer (&self->fixed, g_hash_table_unref);
  g_strfreev (self->languages);
  twf_texts_clear (&self->titles);
  twf_fields_clear (&self->fields);
  G_OBJECT_CLASS (twf_plan_parent_class)->finalize (object);
}

static void
twf_plan_class_init (TwfPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_plan_finalize;

  /**
   * TwfPlan::applied:
   * @self: the plan
   * @edit: what was done
   * @inverse: what turns it round
   *
   * An edit was applied. For who keeps a history; everybody else listens to "edited", which
   * follows.
   */
  signals[APPLIED] = g_signal_new ("applied",
                                   TWF_TYPE_PLAN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   TWF_TYPE_EDIT,
                                   TWF_TYPE_EDIT);
  /**
   * TwfPlan::edited:
   * @self: the plan
   * @edit: what was done, in the form in which it was done: texts are normalised
   *
   * An edit was applied and changed something.
   */
  signals[EDITED] = g_signal_new ("edited",
                                  TWF_TYPE_PLAN,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  TWF_TYPE_EDIT);
  /**
   * TwfPlan::grouped:
   * @self: the plan
   * @begins: whether a group begins; else one ends
   *
   * The edits between are one act: a removal with all that hung under it.
   */
  signals[GROUPED] = g_signal_new ("grouped",
                                   TWF_TYPE_PLAN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_BOOLEAN);
}

static void
twf_plan_init (TwfPlan *self)
{
  self->provisions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->delegations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->delegation_list = g_list_store_new (TWF_TYPE_DELEGATION);
  self->languages = g_new0 (char *, 1);
  self->nothing = twf_children_new ();
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    self->tops[i] = twf_children_new ();
  self->is_listed = TRUE;
}

/**
 * twf_plan_new:
 *
 * Returns: (transfer full): a plan with nothing in it, not even a language
 */
TwfPlan *
twf_plan_new (void)
{
  return g_object_new (TWF_TYPE_PLAN, NULL);
}

/**
 * twf_plan_get_title:
 * @self: a plan
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer none): its title in @language; %NULL if it has none
 */
const char *
twf_plan_get_title (TwfPlan *self, const char *language)
{
  g_return_val_if_fail (TWF_IS_PLAN (self) && language != NULL, NULL);

  return twf_texts_get (&self->titles, 0, language);
}

/**
 * twf_plan_list_title_languages:
 * @self: a plan
 *
 * Returns: (transfer full): the languages in which it has a title, sorted; a title may still be
 * there in a language that the plan no longer has
 */
GStrv
twf_plan_list_title_languages (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return twf_texts_list (&self->titles, 0);
}

/**
 * twf_plan_dup_display_title:
 * @self: a plan
 * @language: (nullable): the language that is wanted
 *
 * Returns: (transfer full): its title in @language, else in its source language, else in any, else
 * its symbol, else an empty string
 */
char *
twf_plan_dup_display_title (TwfPlan *self, const char *language)
{
  const char *title = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  if (language != NULL)
    title = twf_plan_get_title (self, language);
  for (guint i = 0; title == NULL && self->languages[i] != NULL; i++)
    title = twf_plan_get_title (self, self->languages[i]);
  if (title == NULL && self->titles.n > 0)
    title = self->titles.items[0].text;
  if (title == NULL)
    title = twf_plan_get_field (self, TWF_PLAN_SYMBOL);
  return g_strdup (title != NULL ? title : "");
}

/**
 * twf_plan_get_languages:
 * @self: a plan
 *
 * Returns: (transfer none): its languages, the source language first
 */
const char *const *
twf_plan_get_languages (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return (const char *const *)self->languages;
}

/**
 * twf_plan_get_source_language:
 * @self: a plan
 *
 * Returns: (nullable) (transfer none): the language it is drafted in: the one that is named so,
 * else the first; %NULL in a plan without languages
 */
const char *
twf_plan_get_source_language (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return self->languages[0];
}

/**
 * twf_plan_get_field:
 * @self: a plan
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the first value of the plan's own field
 */
const char *
twf_plan_get_field (TwfPlan *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PLAN (self) && field != NULL, NULL);

  return twf_fields_get_first (&self->fields, field);
}

/**
 * twf_plan_get_values:
 * @self: a plan
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the values of the plan's own field; %NULL: it has none
 */
const char *const *
twf_plan_get_values (TwfPlan *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PLAN (self) && field != NULL, NULL);

  return twf_fields_get (&self->fields, field);
}

/**
 * twf_plan_list_fields:
 * @self: a plan
 *
 * Returns: (transfer full): the names of the plan's own fields that hold something, sorted
 */
GStrv
twf_plan_list_fields (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return twf_fields_list (&self->fields);
}

/**
 * twf_plan_get_provision:
 * @self: a plan
 * @id: (nullable): an id
 *
 * Returns: (nullable) (transfer none): the provision with that id
 */
TwfProvision *
twf_plan_get_provision (TwfPlan *self, const char *id)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;
}

/**
 * twf_plan_get_n_provisions:
 * @self: a plan
 *
 * Returns: how many provisions it has
 */
guint
twf_plan_get_n_provisions (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), 0);

  return g_hash_table_size (self->provisions);
}

/**
 * twf_plan_has_children:
 * @self: a plan
 * @id: a provision
 *
 * Asks without making the list, which of ten thousand provisions hardly any needs.
 *
 * Returns: whether anything stands under it
 */
gboolean
twf_plan_has_children (TwfPlan *self, const char *id)
{
  TwfProvision *provision = twf_plan_get_provision (self, id);
  TwfChildren *under;

  twf_plan_ensure_listed (self);
  under = provision != NULL ? twf_provision_get_node (provision)->children : NULL;
  return under != NULL && twf_children_get_length (under) > 0;
}

/**
 * twf_plan_list_children:
 * @self: a plan
 * @section: a section
 * @parent: (nullable): id of a provision of @section; %NULL: the top
 *
 * The list is always the same object and stays up to date. A provision whose parent is missing or
 * stands in another section is listed at the top of its own; of provisions that stand under each
 * other one is.
 *
 * Returns: (transfer none): of TwfProvision in order; empty where @parent is not in @section
 */
GListModel *
twf_plan_list_children (TwfPlan *self, TwfSection section, const char *parent)
{
  g_return_val_if_fail (TWF_IS_PLAN (self) && section < TWF_N_SECTIONS, NULL);

  return G_LIST_MODEL (twf_plan_get_children (self, section, parent));
}

static void
add_all (GPtrArray *all, TwfChildren *list)
{
  for (guint i = 0; i < twf_children_get_length (list); i++)
    {
      TwfProvision *provision = twf_children_get (list, i);
      TwfChildren *under = twf_provision_get_node (provision)->children;

      g_ptr_array_add (all, g_object_ref (provision));
      if (under != NULL)
        add_all (all, under);
    }
}

/**
 * twf_plan_list_all:
 * @self: a plan
 *
 * Returns: (transfer full): of TwfProvision: all of them in the order in which they are read
 */
GPtrArray *
twf_plan_list_all (TwfPlan *self)
{
  GPtrArray *all;

  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  twf_plan_ensure_listed (self);
  all = g_ptr_array_new_full (g_hash_table_size (self->provisions), g_object_unref);
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    add_all (all, self->tops[i]);
  return all;
}

/**
 * twf_plan_get_delegation:
 * @self: a plan
 * @code: (nullable): a code
 *
 * Returns: (nullable) (transfer none): the delegation with that code
 */
TwfDelegation *
twf_plan_get_delegation (TwfPlan *self, const char *code)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return code != NULL ? g_hash_table_lookup (self->delegations, code) : NULL;
}

/**
 * twf_plan_list_delegations:
 * @self: a plan
 *
 * Returns: (transfer none): of TwfDelegation: by their place in the list of signatories, then by
 * code; always the same object, which stays up to date
 */
GListModel *
twf_plan_list_delegations (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->delegation_list);
}

/**
 * twf_plan_emit_applied:
 * @self: a plan
 * @edit: what was done
 * @inverse: what turns it round
 */
void
twf_plan_emit_applied (TwfPlan *self, TwfEdit *edit, TwfEdit *inverse)
{
  g_signal_emit (self, signals[APPLIED], 0, edit, inverse);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

/**
 * twf_plan_begin_group:
 * @self: a plan
 *
 * Says that the edits that follow are one act.
 */
void
twf_plan_begin_group (TwfPlan *self)
{
  g_signal_emit (self, signals[GROUPED], 0, TRUE);
}

/**
 * twf_plan_end_group:
 * @self: a plan
 *
 * Says that the act ends.
 */
void
twf_plan_end_group (TwfPlan *self)
{
  g_signal_emit (self, signals[GROUPED], 0, FALSE);
}
