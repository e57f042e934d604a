/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-delegations-window.h"

#include "twf-bidi.h"
#include "twf-delegation-dialog.h"
#include "twf-delegation-words.h"
#include "twf-interface.h"
#include "twf-row-button.h"
#include "twf-search.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* So many lines of a group's members are seen; the dialog has them all. */
#define MOST_LINES 3
/* Fewer are seen at once. */
#define MOST_UNSEARCHED 8
/* What a row is found by. */
#define SEARCHED "twf-searched"

struct _TwfDelegationsWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkEditable *search_entry;
  GtkListBox *list;
  GtkWidget *add;
  GtkWidget *undo;
  GtkLabel *problem;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *plan_signals;
  TwfSearch *search; /* NULL: everything is shown */

  guint n_done; /* steps that were done here and can be taken back here */
  gboolean undoing;
};

G_DEFINE_FINAL_TYPE (TwfDelegationsWindow, twf_delegations_window, ADW_TYPE_WINDOW)

static TwfPlan *
get_plan (TwfDelegationsWindow *self)
{
  return twf_workbench_get_plan (self->workbench);
}

static void
show_problem (TwfDelegationsWindow *self, const char *sentence)
{
  g_autofree char *line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;

  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* "EG"; "G77: Egypt · Mexico" */
static char *
dup_subtitle (TwfDelegationsWindow *self, TwfDelegation *delegation)
{
  const char *const *members = twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER);
  g_autofree char *code = twf_text_isolate (twf_delegation_get_code (delegation));
  g_autofree char *names
      = members != NULL ? twf_words_dup_delegations (self->workbench, members) : NULL;
  g_autofree char *line
      = names != NULL ? g_strdup_printf (_ ("%s: %s"), code, names) : g_steal_pointer (&code);

  return twf_interface_dup_line (line);
}

/* The code, and the name in every language that is known. */
static char *
dup_searched (TwfDelegationsWindow *self, TwfDelegation *delegation, const char *name)
{
  const char *const *languages = twf_plan_get_languages (get_plan (self));
  GString *searched = g_string_new (twf_delegation_get_code (delegation));

  g_string_append_printf (searched, "\n%s", name);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *other = twf_delegation_dup_name (delegation, languages[i]);

      g_string_append_printf (searched, "\n%s", other);
    }
  return g_string_free (searched, FALSE);
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  TwfDelegationsWindow *self = user_data;

  return self->search == NULL
         || twf_search_matches (self->search, g_object_get_data (G_OBJECT (row), SEARCHED));
}

static void
search_changed_cb (TwfDelegationsWindow *self)
{
  g_autofree char *language = twf_interface_dup_language ();
  const char *pattern = gtk_editable_get_text (self->search_entry);

  g_clear_pointer (&self->search, twf_search_free);
  if (*pattern != '\0')
    self->search = twf_search_new (pattern, language);
  gtk_list_box_invalidate_filter (self->list);
}

static GtkWidget *
create_row (TwfDelegationsWindow *self, TwfDelegation *delegation)
{
  const char *code = twf_delegation_get_code (delegation);
  g_autofree char *name = twf_words_dup_delegation (self->workbench, code);
  g_autofree char *title = twf_interface_dup_line (name);
  g_autofree char *subtitle = dup_subtitle (self, delegation);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), SEARCHED, dup_searched (self, delegation, name), g_free);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MOST_LINES);
  if (twf_workbench_is_read_only (self->workbench))
    return row;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "delegations.edit");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  twf_row_add_button (
      ADW_ACTION_ROW (row), "document-edit-symbolic", _ ("Edit"), "delegations.edit", code);
  twf_row_add_button (
      ADW_ACTION_ROW (row), "user-trash-symbolic", _ ("Remove"), "delegations.remove", code);
  return row;
}

/* In which row the keyboard is; -1: in none. */
static int
find_focus (TwfDelegationsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL && focus != NULL && GTK_IS_LIST_BOX_ROW (focus))
    row = focus;
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* To the row @at, or where there is no such row that is shown, to what leads to others. */
static void
focus_near (TwfDelegationsWindow *self, int at)
{
  GtkListBoxRow *row = at >= 0 ? gtk_list_box_get_row_at_index (self->list, at) : NULL;

  if (row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_widget_grab_focus (self->add);
}

/* The keyboard stays where it was, or comes to what took that place. */
static void
update (TwfDelegationsWindow *self)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GPtrArray) delegations = twf_delegations_list (get_plan (self), language);
  int at = find_focus (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < delegations->len; i++)
    gtk_list_box_append (self->list, create_row (self, delegations->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), delegations->len > MOST_UNSEARCHED);
  gtk_stack_set_visible_child_name (self->stack, delegations->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "delegations.undo", self->n_done > 0);
  gtk_widget_set_visible (self->undo, self->n_done > 0);
  if (at >= 0)
    focus_near (self, MIN (at, (int)delegations->len - 1));
}

static void
plan_edited_cb (TwfDelegationsWindow *self, TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (kind != TWF_EDIT_SET_DELEGATION && kind != TWF_EDIT_DROP_DELEGATION)
    return;
  if (!self->undoing)
    self->n_done++;
  else if (self->n_done > 0)
    self->n_done--;
  show_problem (self, NULL);
  update (self);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  twf_delegation_dialog_present (
      GTK_WINDOW (widget), TWF_DELEGATIONS_WINDOW (widget)->workbench, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  TwfDelegationsWindow *self = TWF_DELEGATIONS_WINDOW (widget);
  TwfDelegation *delegation
      = twf_plan_get_delegation (get_plan (self), g_variant_get_string (code, NULL));

  if (delegation != NULL)
    twf_delegation_dialog_present (GTK_WINDOW (self), self->workbench, delegation);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwfDelegationsWindow *self = TWF_DELEGATIONS_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);
  g_autoptr (TwfEdit) edit = twf_edit_new_drop_delegation (code);
  TwfDelegationUses uses;

  if (twf_delegation_find_uses (get_plan (self), code, &uses))
    {
      g_autofree char *name = twf_words_dup_delegation (self->workbench, code);
      g_autofree char *sentence
          = twf_delegation_uses_dup_words (&uses, name, twf_workbench_get_digits (self->workbench));

      show_problem (self, sentence);
      return;
    }
  twf_workbench_apply (self->workbench, edit);
}

/* What was done in other windows is not taken back from here, unseen. */
static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwfDelegationsWindow *self = TWF_DELEGATIONS_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->n_done == 0 || parent == NULL)
    return;
  self->undoing = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
  self->undoing = FALSE;
}

static void
twf_delegations_window_dispose (GObject *object)
{
  TwfDelegationsWindow *self = TWF_DELEGATIONS_WINDOW (object);

  g_clear_object (&self->plan_signals);
  g_clear_pointer (&self->search, twf_search_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_DELEGATIONS_WINDOW);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_delegations_window_parent_class)->dispose (object);
}

static void
twf_delegations_window_class_init (TwfDelegationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_delegations_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-delegations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, add);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationsWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "delegations.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "delegations.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "delegations.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "delegations.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "delegations.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_delegations_window_init (TwfDelegationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_delegations_window_new:
 * @parent: (nullable): the window it belongs to, which undoes
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a window with the plan's delegations and groups
 */
GtkWidget *
twf_delegations_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfDelegationsWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_DELEGATIONS_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  gtk_widget_set_visible (self->add, !twf_workbench_is_read_only (workbench));
  g_signal_group_set_target (self->plan_signals, get_plan (self));
  update (self);
  return GTK_WIDGET (self);
}
