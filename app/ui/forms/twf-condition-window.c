/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-condition-window.h"

#include "twf-interface.h"
#include "twf-proposal-words.h"
#include "twf-search.h"
#include "twf-spoken.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfConditionWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkLabel *who;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *list;

  /* Owned. */
  TwfWorkbench *workbench;
  GtkFilterListModel *filtered; /* of GtkStringObject: ids of proposals */
  GtkFilter *filter;
  TwfSearch *search; /* NULL: everything is shown */
};

G_DEFINE_FINAL_TYPE (TwfConditionWindow, twf_condition_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static char *
dup_name (TwfConditionWindow *self, GtkStringObject *item)
{
  return twf_proposal_words_dup_name (self->workbench, NULL, gtk_string_object_get_string (item));
}

/* By what it is called, and by the words of the provision that it is about. */
static gboolean
matches (gpointer item, gpointer user_data)
{
  TwfConditionWindow *self = user_data;
  TwfProvision *provision = NULL;
  g_autofree char *name = NULL;
  const char *text = NULL;

  if (self->search == NULL)
    return TRUE;
  name = dup_name (self, item);
  twf_plan_get_proposal (
      twf_workbench_get_plan (self->workbench), gtk_string_object_get_string (item), &provision);
  if (provision != NULL)
    text = twf_provision_get_text (
        provision, TWF_PART_BODY, twf_workbench_get_language (self->workbench));
  return twf_search_matches (self->search, name)
         || (text != NULL && twf_search_matches (self->search, text));
}

static void
show_whether_any (TwfConditionWindow *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0 ? "list" : "empty");
}

static void
search_changed_cb (TwfConditionWindow *self)
{
  const char *pattern = gtk_editable_get_text (self->search_entry);
  g_autofree char *language = twf_interface_dup_language ();

  if (self->filter == NULL)
    return;
  g_clear_pointer (&self->search, twf_search_free);
  if (*pattern != '\0')
    self->search = twf_search_new (pattern, language);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_whether_any (self);
}

static void
row_activated_cb (TwfConditionWindow *self, guint position)
{
  g_autoptr (GtkStringObject) item
      = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item == NULL)
    return;
  g_signal_emit (self, chosen_signal, 0, gtk_string_object_get_string (item));
  gtk_window_close (GTK_WINDOW (self));
}

/* Return chooses the first that is found. */
static void
search_activated_cb (TwfConditionWindow *self)
{
  search_changed_cb (self);
  row_activated_cb (self, 0);
}

static void
setup_cb (TwfConditionWindow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (TwfConditionWindow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *name = dup_name (self, gtk_list_item_get_item (item));
  g_autofree char *line = twf_interface_dup_line (name);

  gtk_label_set_text (GTK_LABEL (label), line);
  twf_spoken_name_row (label, (const char *const[]){ name, NULL });
}

static void
twf_condition_window_dispose (GObject *object)
{
  TwfConditionWindow *self = TWF_CONDITION_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_CONDITION_WINDOW);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->search, twf_search_free);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_condition_window_parent_class)->dispose (object);
}

static void
twf_condition_window_class_init (TwfConditionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_condition_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-condition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfConditionWindow, who);
  gtk_widget_class_bind_template_child (widget_class, TwfConditionWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TwfConditionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfConditionWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
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
twf_condition_window_init (TwfConditionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_open (GtkStringList *pids, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        gtk_string_list_append (pids, twf_proposal_get_id (proposal));
    }
}

/* In the order of reading. */
static void
fill (TwfConditionWindow *self, TwfProvision *but)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  GtkStringList *pids = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (but != NULL)
    add_open (pids, twf_plan_list_proposals (plan));
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] != but && twf_provision_has_proposals (all->pdata[i]))
      add_open (pids, twf_provision_list_proposals (all->pdata[i]));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (pids), g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  show_whether_any (self);
}

/**
 * twf_condition_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the open plan
 * @provision: (nullable): what the proposal is about that would be withdrawn; what is about the
 * same is not listed
 * @code: who would withdraw
 *
 * Returns: (transfer full): a window in which the condition is chosen
 */
GtkWidget *
twf_condition_window_new (GtkWindow *parent,
                          TwfWorkbench *workbench,
                          TwfProvision *provision,
                          const char *code)
{
  TwfConditionWindow *self
      = g_object_new (TWF_TYPE_CONDITION_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = twf_words_dup_delegation (workbench, code);
  g_autofree char *line
      = g_strdup_printf (_ ("%s withdraws if the proposal chosen here is accepted."), name);

  self->workbench = g_object_ref (workbench);
  gtk_label_set_label (self->who, line);
  fill (self, provision);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return GTK_WIDGET (self);
}
