/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-sight.h"

/**
 * twf_compare_sight_init:
 * @self: to be cleared with twf_compare_sight_clear()
 * @list: the list whose rows they are
 * @scroller: in which it scrolls
 * @show: makes what a row shows anew
 */
void
twf_compare_sight_init (TwfCompareSight *self,
                        GtkWidget *list,
                        GtkWidget *scroller,
                        TwfCompareSightFunc show)
{
  *self = (TwfCompareSight){ .list = list, .scroller = scroller, .show = show };
  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            "value-changed",
                            G_CALLBACK (twf_compare_sight_look),
                            self);
}

static void
forget_owners (TwfCompareSight *self)
{
  if (self->owners == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->owners, self);
  twf_compare_owners_stop (self->owners);
  g_clear_object (&self->owners);
}

/**
 * twf_compare_sight_clear:
 * @self: rows in sight
 *
 * Ends it, before its list and scroller go.
 */
void
twf_compare_sight_clear (TwfCompareSight *self)
{
  if (self->bound == NULL)
    return;
  forget_owners (self);
  g_signal_handlers_disconnect_by_data (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self);
  if (self->look != 0)
    gtk_widget_remove_tick_callback (self->list, self->look);
  g_clear_pointer (&self->bound, g_hash_table_unref);
}

static gboolean
is_row (TwfCompareItem *item)
{
  return item != NULL && twf_compare_item_get_heading (item) < 0
         && twf_compare_item_get_n_folded (item) == 0;
}

/* The list keeps some hundred rows ready: of those, what is in sight, or nearly. */
static gboolean
is_near (TwfCompareSight *self, GtkWidget *child)
{
  graphene_rect_t bounds;
  float height = (float)gtk_widget_get_height (self->scroller);

  return child != NULL && gtk_widget_compute_bounds (child, self->scroller, &bounds)
         && bounds.origin.y + bounds.size.height > -height / 2 && bounds.origin.y < height * 1.5F;
}

static int
compare_rows (gconstpointer one, gconstpointer other)
{
  guint a = *(const guint *)one, b = *(const guint *)other;

  return (a < b) - (a > b);
}

static gboolean
look_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TwfCompareSight *self = user_data;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key;

  self->look = 0;
  if (self->owners == NULL)
    return G_SOURCE_REMOVE;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      TwfCompareItem *item = gtk_list_item_get_item (key);

      if (is_row (item) && is_near (self, gtk_list_item_get_child (key)))
        {
          guint row = twf_compare_item_get_first (item);

          g_array_append_val (rows, row);
        }
    }
  /* What is wanted last is looked up first: the topmost. */
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    twf_compare_owners_want (self->owners, g_array_index (rows, guint, i));
  return G_SOURCE_REMOVE;
}

/**
 * twf_compare_sight_look:
 * @self: rows in sight
 *
 * With the next frame, when the rows have their places, asks of those that are in sight whose their
 * words are.
 */
void
twf_compare_sight_look (TwfCompareSight *self)
{
  if (self->owners != NULL && self->look == 0)
    self->look = gtk_widget_add_tick_callback (self->list, look_cb, self, NULL);
}

static void
found_cb (TwfCompareSight *self, guint row)
{
  g_autoptr (GList) bound = g_hash_table_get_keys (self->bound);

  for (GList *at = bound; at != NULL; at = at->next)
    {
      TwfCompareItem *item = gtk_list_item_get_item (at->data);

      if (is_row (item) && twf_compare_item_get_first (item) == row)
        self->show (self->list, at->data);
    }
  /* What it says of them moves others into sight, or out of it. */
  twf_compare_sight_look (self);
}

/**
 * twf_compare_sight_set_owners:
 * @self: rows in sight
 * @owners: (transfer full) (nullable): what finds whose their words are; %NULL: it is not asked
 */
void
twf_compare_sight_set_owners (TwfCompareSight *self, TwfCompareOwners *owners)
{
  forget_owners (self);
  self->owners = owners;
  if (owners == NULL)
    return;
  g_signal_connect_swapped (owners, "found", G_CALLBACK (found_cb), self);
  twf_compare_sight_look (self);
}

/**
 * twf_compare_sight_add:
 * @self: rows in sight
 * @list_item: a row that is there now
 */
void
twf_compare_sight_add (TwfCompareSight *self, GtkListItem *list_item)
{
  g_hash_table_add (self->bound, list_item);
  twf_compare_sight_look (self);
}

/**
 * twf_compare_sight_remove:
 * @self: rows in sight
 * @list_item: a row that goes
 */
void
twf_compare_sight_remove (TwfCompareSight *self, GtkListItem *list_item)
{
  if (self->bound != NULL)
    g_hash_table_remove (self->bound, list_item);
}

/**
 * twf_compare_sight_show_all:
 * @self: rows in sight
 *
 * Makes all rows anew where they stand.
 */
void
twf_compare_sight_show_all (TwfCompareSight *self)
{
  g_autoptr (GList) bound = g_hash_table_get_keys (self->bound);

  for (GList *at = bound; at != NULL; at = at->next)
    self->show (self->list, at->data);
}
