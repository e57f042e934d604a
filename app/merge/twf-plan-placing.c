/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-plan-comparison-private.h"

/* In which order versions are asked: the first side gives the order, then comes what was, then what
 * the second side has of its own. */
static const guint order[TWF_COMPARISON_VERSIONS] = { 1, 0, 2 };

/*
 * twf_placing_find:
 * @self: a comparison that is made
 * @id: of a provision
 *
 * Returns: the version by which the provision has its place
 */
guint
twf_placing_find (const Building *self, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] <= self->n_sides && twf_plan_get_provision (self->plans[order[i]], id) != NULL)
      return order[i];
  g_assert_not_reached ();
}

/* Where the provision stands among all, whichever version is being walked. */
static gboolean
belongs (const Building *self, const char *id, TwfSection section)
{
  TwfPlan *plan = self->plans[twf_placing_find (self, id)];

  return twf_provision_get_section (twf_plan_get_provision (plan, id)) == section;
}

/*
 * twf_placing_list:
 * @self: a comparison that is made
 * @section: a section
 *
 * Returns: (transfer container) (element-type utf8): ids of all provisions that have their place in
 *   @section, in reading order; what stands in one version alone follows what it stands after there
 */
GPtrArray *
twf_placing_list (const Building *self, TwfSection section)
{
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  GQueue queue = G_QUEUE_INIT;
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GPtrArray) provisions = NULL;
      GList *last = NULL;

      if (order[i] > self->n_sides)
        continue;
      provisions = twf_plan_list_all (self->plans[order[i]]);
      for (guint p = 0; p < provisions->len; p++)
        {
          const char *id = twf_provision_get_id (provisions->pdata[p]);
          GList *link = g_hash_table_lookup (links, id);

          if (link == NULL && belongs (self, id, section))
            {
              g_queue_insert_after (&queue, last, (gpointer)id);
              link = last != NULL ? last->next : queue.head;
              g_hash_table_insert (links, (gpointer)id, link);
            }
          if (link != NULL)
            last = link;
        }
    }
  for (GList *link = queue.head; link != NULL; link = link->next)
    g_ptr_array_add (ids, link->data);
  g_queue_clear (&queue);
  return ids;
}
