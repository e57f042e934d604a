/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-delegation-list.h"

#include "twf-collation.h"
#include "twf-interface.h"
#include "twf-search.h"
#include "twf-spoken.h"
#include "twf-template.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* Fewer are seen at once. */
#define MOST_UNSEARCHED 8

struct _TwfDelegationList
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkSearchEntry *search_entry;
  GtkListView *list;
  GtkStack *stack;

  /* Owned. */
  GtkFilterListModel *filtered; /* of GtkStringObject: codes */
  GtkFilter *filter;
  TwfSearch *search;  /* NULL: everything is shown */
  GPtrArray *entries; /* of Entry, in the order of their names */
  GHashTable *chosen; /* char* code -> itself */
  char *language;     /* that of the interface */
  char *left_out;     /* nullable: code of the one that is not shown */

  gboolean several;
  gboolean binding;
};

G_DEFINE_FINAL_TYPE (TwfDelegationList, twf_delegation_list, GTK_TYPE_WIDGET)

/* What is searched are the names in all languages that are known, and the code. */
typedef struct
{
  char *code;
  char *name;
  char *searched;
} Entry;

static guint chosen_signal;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->name);
  g_free (entry->searched);
  g_free (entry);
}

static Entry *
find_entry (TwfDelegationList *self, const char *code)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->code, code))
        return entry;
    }
  return NULL;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  TwfDelegationList *self = user_data;
  Entry *entry = find_entry (self, gtk_string_object_get_string (item));

  if (entry != NULL && g_strcmp0 (entry->code, self->left_out) == 0)
    return FALSE;
  return self->search == NULL
         || (entry != NULL && twf_search_matches (self->search, entry->searched));
}

static void
search_changed_cb (TwfDelegationList *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean some;

  g_clear_pointer (&self->search, twf_search_free);
  if (*pattern != '\0')
    self->search = twf_search_new (pattern, self->language);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  some = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;
  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "empty");
}

static void
choose (TwfDelegationList *self, guint position)
{
  g_autoptr (GtkStringObject) item
      = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item != NULL)
    g_signal_emit (self, chosen_signal, 0, gtk_string_object_get_string (item));
}

/* Return chooses the first that is found, or leads to where the boxes are ticked. */
static void
search_activated_cb (TwfDelegationList *self)
{
  search_changed_cb (self);
  if (self->several)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else
    choose (self, 0);
}

static void
row_activated_cb (TwfDelegationList *self, guint position)
{
  if (!self->several)
    choose (self, position);
}

static void
check_toggled_cb (TwfDelegationList *self, GtkCheckButton *check)
{
  const char *code = g_object_get_data (G_OBJECT (check), "twf-code");

  if (self->binding || code == NULL)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (code));
  else
    g_hash_table_remove (self->chosen, code);
  g_signal_emit (self, chosen_signal, 0, code);
}

static void
setup_cb (TwfDelegationList *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
  if (!self->several)
    return;
  check = gtk_check_button_new ();
  g_object_ref (label);
  gtk_list_item_set_child (item, check);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_object_unref (label);
  g_signal_connect_object (
      check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (TwfDelegationList *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  const char *code = gtk_string_object_get_string (gtk_list_item_get_item (item));
  Entry *entry = find_entry (self, code);
  g_autofree char *line = NULL;

  if (entry == NULL)
    return;
  line = twf_interface_dup_line (entry->name);
  if (!self->several)
    {
      gtk_label_set_text (GTK_LABEL (child), line);
      twf_spoken_name_row (child, (const char *const[]){ entry->name, NULL });
      return;
    }
  self->binding = TRUE;
  /* The check button is what has the keyboard and a name, not the row around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (child))), line);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name, -1);
  g_object_set_data_full (G_OBJECT (child), "twf-code", g_strdup (code), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                               g_hash_table_contains (self->chosen, code));
  self->binding = FALSE;
}

static gboolean
twf_delegation_list_grab_focus (GtkWidget *widget)
{
  TwfDelegationList *self = TWF_DELEGATION_LIST (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->search_entry)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
twf_delegation_list_dispose (GObject *object)
{
  TwfDelegationList *self = TWF_DELEGATION_LIST (object);

  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_DELEGATION_LIST);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->search, twf_search_free);
  G_OBJECT_CLASS (twf_delegation_list_parent_class)->dispose (object);
}

static void
twf_delegation_list_finalize (GObject *object)
{
  TwfDelegationList *self = TWF_DELEGATION_LIST (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->chosen);
  g_free (self->language);
  g_free (self->left_out);
  G_OBJECT_CLASS (twf_delegation_list_parent_class)->finalize (object);
}

static void
twf_delegation_list_class_init (TwfDelegationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_delegation_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_delegation_list_finalize;
  widget_class->grab_focus = twf_delegation_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-delegation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationList, list);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationList, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static void
twf_delegation_list_init (TwfDelegationList *self)
{
  self->language = twf_interface_dup_language ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static Entry *
make_entry (TwfWorkbench *workbench, TwfDelegation *delegation)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (workbench));
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GString) searched = g_string_new (twf_delegation_get_code (delegation));

  entry->code = g_strdup (twf_delegation_get_code (delegation));
  entry->name = twf_words_dup_delegation (workbench, entry->code);
  g_string_append_printf (searched, "\n%s", entry->name);
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_delegation_dup_name (delegation, languages[i]);

      if (name != NULL)
        g_string_append_printf (searched, "\n%s", name);
    }
  entry->searched = g_string_free (g_steal_pointer (&searched), FALSE);
  return entry;
}

static int
compare_entries (gconstpointer one, gconstpointer other, gpointer collator)
{
  const Entry *first = *(Entry *const *)one;
  const Entry *second = *(Entry *const *)other;

  return twf_collator_compare (collator, first->name, second->name);
}

static void
fill (TwfDelegationList *self, TwfWorkbench *workbench)
{
  GListModel *delegations = twf_plan_list_delegations (twf_workbench_get_plan (workbench));
  g_autoptr (TwfCollator) collator = twf_collator_new (self->language);
  GtkStringList *codes = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      g_ptr_array_add (self->entries, make_entry (workbench, delegation));
    }
  g_ptr_array_sort_with_data (self->entries, compare_entries, collator);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_string_list_append (codes, ((Entry *)g_ptr_array_index (self->entries, i))->code);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (codes), g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_single_click_activate (self->list, !self->several);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->entries->len > MOST_UNSEARCHED);
}

/**
 * twf_delegation_list_new:
 * @workbench: the open plan
 * @several: whether more than one can be chosen
 *
 * Returns: (transfer floating): the delegations as they are now
 */
GtkWidget *
twf_delegation_list_new (TwfWorkbench *workbench, gboolean several)
{
  TwfDelegationList *self = g_object_new (TWF_TYPE_DELEGATION_LIST, NULL);

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), GTK_WIDGET (self));

  self->several = several;
  fill (self, workbench);
  return GTK_WIDGET (self);
}

/**
 * twf_delegation_list_leave_out:
 * @self: the delegations
 * @code: (nullable): code of the one that is not to be shown; %NULL: all are
 */
void
twf_delegation_list_leave_out (TwfDelegationList *self, const char *code)
{
  g_return_if_fail (TWF_IS_DELEGATION_LIST (self));

  g_free (self->left_out);
  self->left_out = g_strdup (code);
  search_changed_cb (self);
}

/**
 * twf_delegation_list_choose:
 * @self: the delegations, of which several can be chosen; not shown yet
 * @codes: (nullable): those that are ticked
 */
void
twf_delegation_list_choose (TwfDelegationList *self, const char *const *codes)
{
  g_return_if_fail (TWF_IS_DELEGATION_LIST (self) && self->several);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (codes[i]));
}

/**
 * twf_delegation_list_list_chosen:
 * @self: the delegations
 *
 * Returns: (transfer full): codes of those that are ticked, in the order of their names
 */
GStrv
twf_delegation_list_list_chosen (TwfDelegationList *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (TWF_IS_DELEGATION_LIST (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_hash_table_contains (self->chosen, entry->code))
        g_strv_builder_add (codes, entry->code);
    }
  return g_strv_builder_end (codes);
}
