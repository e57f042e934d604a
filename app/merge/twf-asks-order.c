/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-values.h"

#include <string.h>

/* Reading order: the plan itself, then provisions as they are read, new ones at their place. */

typedef struct
{
  TwfAsks *asks;
  GHashTable *under;   /* char* parent id, or "<section number>" -> GPtrArray* of TwfTarget* */
  GHashTable *visited; /* char* id */
  GPtrArray *requests;
} Walk;

static int
compare_requests (gconstpointer one, gconstpointer other)
{
  const TwfRequest *first = *(TwfRequest *const *)one;
  const TwfRequest *second = *(TwfRequest *const *)other;
  static const int order[] = { 4, 5, 0, 1, 2, 3, 6, 7 }; /* by TwfRequestKind */
  int found = order[first->kind] - order[second->kind];

  if (found == 0)
    found = g_strcmp0 (first->delegation, second->delegation);
  if (found == 0)
    found = (int)first->part - (int)second->part;
  if (found == 0)
    found = g_strcmp0 (first->language, second->language);
  if (found == 0)
    found = g_strcmp0 (first->field, second->field);
  return found != 0 ? found : strcmp (first->id, second->id);
}

static void
add_requests (Walk *self, TwfTarget *target)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (target->requests, NULL, NULL);

  g_ptr_array_sort (sorted, compare_requests);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (self->requests, g_object_ref (sorted->pdata[i]));
}

static int
compare_targets (gconstpointer one, gconstpointer other)
{
  TwfTarget *first = *(TwfTarget *const *)one;
  TwfTarget *second = *(TwfTarget *const *)other;
  int order = g_strcmp0 (twf_provision_get_rank (first->standing),
                         twf_provision_get_rank (second->standing));

  return order != 0 ? order : strcmp (first->id, second->id);
}

static void walk (Walk *self, TwfSection section, const char *parent);

static void
visit (Walk *self, TwfProvision *provision)
{
  const char *id = twf_provision_get_id (provision);
  TwfTarget *target = twf_asks_find_target (self->asks, id);

  if (!g_hash_table_add (self->visited, (char *)id))
    return;
  if (target != NULL)
    add_requests (self, target);
  walk (self, twf_provision_get_section (provision), id);
}

static gboolean
comes_first (TwfTarget *target, TwfProvision *provision)
{
  int order
      = g_strcmp0 (twf_provision_get_rank (target->standing), twf_provision_get_rank (provision));

  return order < 0 || (order == 0 && strcmp (target->id, twf_provision_get_id (provision)) < 0);
}

static void
walk (Walk *self, TwfSection section, const char *parent)
{
  g_autofree char *top = parent == NULL ? g_strdup_printf ("%d", section) : NULL;
  GPtrArray *added = g_hash_table_lookup (self->under, parent != NULL ? parent : top);
  GListModel *children = parent == NULL || twf_plan_has_children (self->asks->rolling, parent)
                             ? twf_plan_list_children (self->asks->rolling, section, parent)
                             : NULL;
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;
  guint at = 0;

  if (added != NULL)
    g_ptr_array_sort (added, compare_targets);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);

      for (; added != NULL && at < added->len && comes_first (added->pdata[at], child); at++)
        visit (self, ((TwfTarget *)added->pdata[at])->standing);
      visit (self, child);
    }
  for (; added != NULL && at < added->len; at++)
    visit (self, ((TwfTarget *)added->pdata[at])->standing);
}

static void
note_new (Walk *self, TwfTarget *target)
{
  const char *parent = twf_provision_get_parent (target->standing);
  char *key = parent != NULL ? g_strdup (parent)
                             : g_strdup_printf ("%d", twf_provision_get_section (target->standing));
  GPtrArray *added = g_hash_table_lookup (self->under, key);

  if (added == NULL)
    {
      added = g_ptr_array_new ();
      g_hash_table_insert (self->under, g_strdup (key), added);
    }
  g_ptr_array_add (added, target);
  g_free (key);
}

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 ((*(TwfTarget *const *)one)->id, (*(TwfTarget *const *)other)->id);
}

/* What stands nowhere, as under a parent that is not there, or stands no longer, comes last. */
static void
add_rest (Walk *self)
{
  g_autoptr (GPtrArray) targets = twf_table_list_values (self->asks->targets);

  g_ptr_array_sort (targets, compare_ids);
  for (guint i = 0; i < targets->len; i++)
    {
      TwfTarget *target = targets->pdata[i];

      if (target->id != NULL && target->standing != NULL)
        visit (self, target->standing);
      else if (target->id != NULL)
        add_requests (self, target);
    }
}

/**
 * twf_asks_list_in_order:
 * @self: all that is asked for
 *
 * Returns: (transfer full) (element-type TwfRequest): the requests in reading order
 */
GPtrArray *
twf_asks_list_in_order (TwfAsks *self)
{
  Walk at = { self };
  GHashTableIter iter;
  gpointer value;

  at.under
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  at.visited = g_hash_table_new (g_str_hash, g_str_equal);
  at.requests = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TwfTarget *)value)->is_new)
      note_new (&at, value);
  add_requests (&at, twf_asks_get_target (self, NULL));
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    walk (&at, section, NULL);
  add_rest (&at);
  g_hash_table_unref (at.under);
  g_hash_table_unref (at.visited);
  return at.requests;
}
