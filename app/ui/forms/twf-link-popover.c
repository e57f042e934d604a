/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-link-popover.h"

#include "twf-search.h"

struct _TwfLinkPopover
{
  GtkPopover parent_instance;

  /* Template widgets. */
  GtkWidget *search_entry;
  GtkListView *list;
  GtkStack *stack;

  /* Owned. */
  TwfWorkbench *workbench;
  GListStore *provisions; /* of TwfProvision */
  GtkFilter *filter;
  TwfSearch *search;  /* NULL: everything is shown */
  GHashTable *chosen; /* char* id -> itself */

  gboolean binding;
};

G_DEFINE_FINAL_TYPE (TwfLinkPopover, twf_link_popover, GTK_TYPE_POPOVER)

static guint toggled_signal;

static gboolean
matches (gpointer item, gpointer user_data)
{
  TwfLinkPopover *self = user_data;
  const char *text;

  if (self->search == NULL)
    return TRUE;
  text = twf_provision_get_text (item, TWF_PART_BODY, twf_workbench_get_language (self->workbench));
  return text != NULL && twf_search_matches (self->search, text);
}

static void
search_changed_cb (TwfLinkPopover *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_clear_pointer (&self->search, twf_search_free);
  if (*pattern != '\0')
    self->search = twf_search_new (pattern, twf_workbench_get_language (self->workbench));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
check_toggled_cb (GtkCheckButton *check, TwfLinkPopover *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "provision-id");
  gboolean on = gtk_check_button_get_active (check);

  if (self->binding || id == NULL)
    return;
  if (on)
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  g_signal_emit (self, toggled_signal, 0, id, on);
}

static void
setup_cb (TwfLinkPopover *self, GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (TwfLinkPopover *self, GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  TwfProvision *provision = gtk_list_item_get_item (item);
  const char *id = twf_provision_get_id (provision);
  g_autofree char *text = twf_workbench_dup_label (self->workbench, provision);

  self->binding = TRUE;
  /* The check button is what is focused and named, not the row around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (check), "provision-id", g_strdup (id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, id));
  self->binding = FALSE;
}

static void
twf_link_popover_dispose (GObject *object)
{
  TwfLinkPopover *self = TWF_LINK_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_LINK_POPOVER);
  g_clear_pointer (&self->search, twf_search_free);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_object (&self->provisions);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_link_popover_parent_class)->dispose (object);
}

static void
twf_link_popover_class_init (TwfLinkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_link_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/forms/twf-link-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfLinkPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TwfLinkPopover, list);
  gtk_widget_class_bind_template_child (widget_class, TwfLinkPopover, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  toggled_signal = g_signal_new ("toggled",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_STRING,
                                 G_TYPE_BOOLEAN);
}

static void
twf_link_popover_init (TwfLinkPopover *self)
{
  GtkFilterListModel *filtered;
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->provisions = g_list_store_new (TWF_TYPE_PROVISION);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered
      = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->provisions)), self->filter);
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * twf_link_popover_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
twf_link_popover_new (void)
{
  return g_object_new (TWF_TYPE_LINK_POPOVER, NULL);
}

/**
 * twf_link_popover_fill:
 * @self: a popover
 * @workbench: the workbench
 * @section: the section whose provisions are listed
 * @chosen: (nullable): ids of those that are ticked
 *
 * Lists the provisions of @section as they are now.
 */
void
twf_link_popover_fill (TwfLinkPopover *self,
                       TwfWorkbench *workbench,
                       TwfSection section,
                       const char *const *chosen)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (twf_workbench_get_plan (workbench));
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  g_return_if_fail (TWF_IS_LINK_POPOVER (self));

  g_set_object (&self->workbench, workbench);
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (chosen[i]));
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_get_section (g_ptr_array_index (all, i)) == section)
      g_ptr_array_add (listed, g_ptr_array_index (all, i));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_set_visible (self->search_entry, listed->len > 8);
  g_list_store_splice (self->provisions,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->provisions)),
                       listed->pdata,
                       listed->len);
  gtk_stack_set_visible_child_name (self->stack, listed->len > 0 ? "list" : "empty");
}
