/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-list.h"

#include "twf-compare-item.h"
#include "twf-compare-owned.h"
#include "twf-compare-sight.h"
#include "twf-compare-since.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

struct _TwfCompareList
{
  GtkWidget parent_instance;

  /* Borrowed: children. */
  GtkListView *view;
  GtkWidget *scroller;

  /* Owned. */
  GListStore *items; /* of TwfCompareItem */
  GtkSingleSelection *selection;
  TwfWorkbench *workbench;   /* nullable until it shows something */
  TwfComparison *comparison; /* the same */
  TwfSince *since;           /* nullable: the rows stand in the order of the plan */
  GHashTable *fates;         /* guint row -> GPtrArray (borrowed) of what is told in it besides */
  GStrv names;
  char *language; /* nullable: all */
  TwfCompareSight sight;
  TwfCompareLayout layout;
  gboolean only_deletions;
  gboolean with_owners;
};

enum
{
  OWNERS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfCompareList, twf_compare_list, GTK_TYPE_WIDGET)

static TwfCompareView
get_view (TwfCompareList *self)
{
  TwfCompareView view = { .workbench = self->workbench,
                          .comparison = self->comparison,
                          .names = (const char *const *)self->names,
                          .language = self->language,
                          .layout = self->layout,
                          .owners = self->sight.owners };

  return view;
}

static const TwfRow *
get_row (TwfCompareList *self, TwfCompareItem *item)
{
  return twf_comparison_get_rows (self->comparison)->pdata[twf_compare_item_get_first (item)];
}

static gboolean
is_change (TwfCompareList *self, guint position)
{
  g_autoptr (TwfCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item != NULL && twf_compare_item_get_heading (item) < 0
         && twf_compare_item_get_n_folded (item) == 0
         && twf_row_has_changed (get_row (self, item), self->language);
}

/* All that a row shows, as one would read it out. */
static void
name_row (GtkWidget *child)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GQueue) waiting = g_queue_new ();

  g_queue_push_tail (waiting, child);
  while (!g_queue_is_empty (waiting))
    {
      GtkWidget *widget = g_queue_pop_head (waiting);

      if (GTK_IS_LABEL (widget))
        g_ptr_array_add (parts, (gpointer)twf_compare_owned_get_spoken (widget));
      for (GtkWidget *inner = gtk_widget_get_last_child (widget); inner != NULL;
           inner = gtk_widget_get_prev_sibling (inner))
        g_queue_push_head (waiting, inner);
    }
  g_ptr_array_add (parts, NULL);
  twf_spoken_name_row (child, (const char *const *)parts->pdata);
}

static GtkWidget *
make_child (TwfCompareList *self, TwfCompareItem *item)
{
  guint n = twf_compare_item_get_n_folded (item);
  TwfCompareView view = get_view (self);

  if (twf_compare_item_get_heading (item) >= 0)
    return twf_compare_since_new_heading ((TwfSinceGroup)twf_compare_item_get_heading (item));
  if (n > 0)
    return twf_compare_row_new_folded (&view, n);
  if (self->sight.owners != NULL)
    view.owned = twf_compare_owners_get (self->sight.owners, twf_compare_item_get_first (item));
  view.fates
      = g_hash_table_lookup (self->fates, GUINT_TO_POINTER (twf_compare_item_get_first (item)));
  return twf_compare_row_new (&view, get_row (self, item));
}

static void
show_item (TwfCompareList *self, GtkListItem *list_item)
{
  TwfCompareItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = make_child (self, item);

  g_object_set_data (G_OBJECT (child), "twf-item", item);
  gtk_list_item_set_child (list_item, child);
  name_row (child);
}

static void
owner_added_cb (TwfCompareList *self)
{
  g_signal_emit (self, signals[OWNERS_CHANGED], 0);
}

/* Of what is shown now; colours begin anew. */
static void
begin_owners (TwfCompareList *self)
{
  TwfCompareOwners *owners = NULL;

  if (self->with_owners && self->comparison != NULL)
    {
      owners = twf_compare_owners_new (self->workbench, self->comparison, self->language);
      g_signal_connect_object (
          owners, "owner-added", G_CALLBACK (owner_added_cb), self, G_CONNECT_SWAPPED);
    }
  twf_compare_sight_set_owners (&self->sight, owners);
  g_signal_emit (self, signals[OWNERS_CHANGED], 0);
}

static void
row_bind_cb (TwfCompareList *self, GtkListItem *list_item)
{
  show_item (self, list_item);
  twf_compare_sight_add (&self->sight, list_item);
}

static void
row_unbind_cb (TwfCompareList *self, GtkListItem *list_item)
{
  twf_compare_sight_remove (&self->sight, list_item);
  gtk_list_item_set_child (list_item, NULL);
}

static void
append_row (GPtrArray *items, guint row)
{
  g_ptr_array_add (items, twf_compare_item_new (row, 0));
}

static gboolean
is_wanted (TwfCompareList *self, guint row)
{
  return !self->only_deletions
         || twf_row_has_lost (twf_comparison_get_rows (self->comparison)->pdata[row],
                              self->language);
}

/* What changed, a heading above each group. */
static void
list_groups (TwfCompareList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) entries = twf_since_list_entries (self->since, self->language);
  int group = -1;

  for (guint i = 0; i < entries->len; i++)
    {
      TwfSinceEntry *entry = entries->pdata[i];

      if (!is_wanted (self, entry->row))
        continue;
      if ((int)entry->group != group)
        g_ptr_array_add (items, twf_compare_item_new_heading ((int)entry->group));
      group = (int)entry->group;
      append_row (items, entry->row);
      g_hash_table_insert (self->fates, GUINT_TO_POINTER (entry->row), entry->fates);
    }
}

static void
list_stretches (TwfCompareList *self, GPtrArray *items)
{
  g_autoptr (GArray) stretches = NULL;
  GPtrArray *rows;

  rows = twf_comparison_get_rows (self->comparison);
  stretches = twf_comparison_list_stretches (self->comparison, self->language);
  for (guint i = 0; i < stretches->len; i++)
    {
      const TwfStretch *stretch = &g_array_index (stretches, TwfStretch, i);

      if (stretch->folded && !self->only_deletions)
        g_ptr_array_add (items, twf_compare_item_new (stretch->first, stretch->n));
      for (guint r = 0; r < stretch->n && !stretch->folded; r++)
        /* The plan's own title and fields are said only where they changed. */
        if ((((const TwfRow *)rows->pdata[stretch->first + r])->kind != TWF_ROW_PLAN
             || twf_row_has_changed (rows->pdata[stretch->first + r], self->language))
            && is_wanted (self, stretch->first + r))
          append_row (items, stretch->first + r);
    }
}

static void
refill (TwfCompareList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->comparison == NULL)
    return;
  if (self->since != NULL)
    list_groups (self, items);
  else
    list_stretches (self, items);
  g_list_store_splice (self->items,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata,
                       items->len);
}

/* The list has no way of giving a row the keyboard; that of the row itself takes it, once it is
 * there. */
static gboolean
focus_row_cb (GtkWidget *view, GdkFrameClock *clock, gpointer item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && g_object_get_data (G_OBJECT (child), "twf-item") == item)
        gtk_widget_grab_focus (row);
    }
  return G_SOURCE_REMOVE;
}

static void
go_to (TwfCompareList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view),
                                focus_row_cb,
                                g_list_model_get_item (G_LIST_MODEL (self->items), position),
                                g_object_unref);
}

/* What is folded unfolds where it is; the keyboard stays on its first row. */
static void
activate_cb (TwfCompareList *self, guint position)
{
  g_autoptr (TwfCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = item != NULL ? twf_compare_item_get_n_folded (item) : 0; /* of a heading: none */

  if (n == 0)
    return;
  for (guint r = 0; r < n; r++)
    append_row (rows, twf_compare_item_get_first (item) + r);
  g_list_store_splice (self->items, position, 1, rows->pdata, rows->len);
  go_to (self, position);
}

static void
twf_compare_list_dispose (GObject *object)
{
  TwfCompareList *self = TWF_COMPARE_LIST (object);

  twf_compare_sight_clear (&self->sight);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->comparison, twf_comparison_unref);
  g_clear_pointer (&self->since, twf_since_unref);
  G_OBJECT_CLASS (twf_compare_list_parent_class)->dispose (object);
}

static void
twf_compare_list_finalize (GObject *object)
{
  TwfCompareList *self = TWF_COMPARE_LIST (object);

  g_hash_table_unref (self->fates);
  g_strfreev (self->names);
  g_free (self->language);
  G_OBJECT_CLASS (twf_compare_list_parent_class)->finalize (object);
}

static gboolean
twf_compare_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TWF_COMPARE_LIST (widget)->view));
}

static void
twf_compare_list_class_init (TwfCompareListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_compare_list_dispose;
  object_class->finalize = twf_compare_list_finalize;
  widget_class->grab_focus = twf_compare_list_grab_focus;
  signals[OWNERS_CHANGED] = g_signal_new ("owners-changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
twf_compare_list_init (TwfCompareList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->fates = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  self->items = g_list_store_new (TWF_TYPE_COMPARE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "compare-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  twf_compare_sight_init (
      &self->sight, GTK_WIDGET (self), self->scroller, (TwfCompareSightFunc)show_item);
}

/**
 * twf_compare_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
twf_compare_list_new (void)
{
  return g_object_new (TWF_TYPE_COMPARE_LIST, NULL);
}

/**
 * twf_compare_list_set_comparison:
 * @self: a list
 * @workbench: the open plan, by which ids are shown as what they stand for
 * @comparison: what to show
 * @since: (nullable): whose comparison it is: then only what changed, in its order and groups
 * @names: what the base and the sides are called
 */
void
twf_compare_list_set_comparison (TwfCompareList *self,
                                 TwfWorkbench *workbench,
                                 TwfComparison *comparison,
                                 TwfSince *since,
                                 const char *const *names)
{
  g_return_if_fail (TWF_IS_COMPARE_LIST (self));

  g_list_store_remove_all (self->items);
  g_set_object (&self->workbench, workbench);
  g_clear_pointer (&self->comparison, twf_comparison_unref);
  self->comparison = twf_comparison_ref (comparison);
  g_hash_table_remove_all (self->fates);
  g_clear_pointer (&self->since, twf_since_unref);
  self->since = since != NULL ? twf_since_ref (since) : NULL;
  g_strfreev (self->names);
  self->names = g_strdupv ((char **)names);
  begin_owners (self);
  refill (self);
}

/**
 * twf_compare_list_set_language:
 * @self: a list
 * @language: (nullable): of the texts that are shown; %NULL: all
 */
void
twf_compare_list_set_language (TwfCompareList *self, const char *language)
{
  g_return_if_fail (TWF_IS_COMPARE_LIST (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  begin_owners (self);
  refill (self);
}

/**
 * twf_compare_list_set_layout:
 * @self: a list
 * @layout: how texts that changed are shown
 */
void
twf_compare_list_set_layout (TwfCompareList *self, TwfCompareLayout layout)
{
  g_return_if_fail (TWF_IS_COMPARE_LIST (self));

  if (self->layout == layout)
    return;
  self->layout = layout;
  refill (self);
}

/**
 * twf_compare_list_set_only_deletions:
 * @self: a list
 * @only_deletions: whether only those places are shown where something is gone
 */
void
twf_compare_list_set_only_deletions (TwfCompareList *self, gboolean only_deletions)
{
  g_return_if_fail (TWF_IS_COMPARE_LIST (self));

  if (self->only_deletions == only_deletions)
    return;
  self->only_deletions = only_deletions;
  refill (self);
}

/**
 * twf_compare_list_set_with_owners:
 * @self: a list
 * @with_owners: whether it is shown whose the words are that came, and who took away those that
 * went
 *
 * It is looked up for the rows that are in sight. "owners-changed" says when somebody appears.
 */
void
twf_compare_list_set_with_owners (TwfCompareList *self, gboolean with_owners)
{
  g_return_if_fail (TWF_IS_COMPARE_LIST (self));

  if (self->with_owners == with_owners)
    return;
  self->with_owners = with_owners;
  begin_owners (self);
  twf_compare_sight_show_all (&self->sight);
}

/**
 * twf_compare_list_get_owners:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): whose words are shown; %NULL: it is not asked
 */
TwfCompareOwners *
twf_compare_list_get_owners (TwfCompareList *self)
{
  return self->sight.owners;
}

/**
 * twf_compare_list_is_without_change:
 * @self: a list
 *
 * Returns: whether nothing changed in what is shown
 */
gboolean
twf_compare_list_is_without_change (TwfCompareList *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    if (is_change (self, i))
      return FALSE;
  return TRUE;
}

/**
 * twf_compare_list_step:
 * @self: a list
 * @direction: 1: on, -1: back
 *
 * Goes to the next change and gives it the keyboard.
 *
 * Returns: whether there is one
 */
gboolean
twf_compare_list_step (TwfCompareList *self, int direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at == GTK_INVALID_LIST_POSITION)
    at = direction > 0 ? (guint)-1 : n;
  for (at += (guint)direction; at < n; at += (guint)direction)
    if (is_change (self, at))
      {
        go_to (self, at);
        return TRUE;
      }
  return FALSE;
}
