/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-account-window.h"

#include "twf-account-rows.h"
#include "twf-bidi.h"
#include "twf-compare-choices.h"
#include "twf-compare-item.h"
#include "twf-drop-down.h"
#include "twf-error.h"
#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-row-maker.h"
#include "twf-row-maker.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

struct _TwfAccountWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkDropDown *former;
  GtkDropDown *latter;
  GtkLabel *verdict;
  GtkLabel *counts;
  GtkCheckButton *only;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *problem;
  AdwToastOverlay *toasts;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfCompareChoices *choices;
  TwfAccount *account;       /* nullable until it is made */
  GListStore *items;         /* of TwfCompareItem: index of an item of the account */
  GCancellable *cancellable; /* of the account under way; nullable */
  GCancellable *closing;     /* of all the rest */
  gboolean filling;          /* the lists are being filled: nobody chose */
};

G_DEFINE_FINAL_TYPE (TwfAccountWindow, twf_account_window, ADW_TYPE_WINDOW)

static void
show_problem (TwfAccountWindow *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID))
    sentence = g_strdup (_ ("The second was not made from the first. Choose them the other way "
                            "round, or two of one line."));
  else
    sentence = twf_error_describe (error, _ ("The account"));
  adw_status_page_set_description (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
append_count (GString *line, TwfAccountWindow *self, const char *name, guint count)
{
  g_autofree char *number = twf_workbench_dup_count (self->workbench, count);
  g_autofree char *isolated = twf_text_isolate (number);

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (line, "%s %s", name, isolated);
}

static void
show_counts (TwfAccountWindow *self)
{
  const TwfAccountCounts *counts = &self->account->counts;
  g_autofree char *number = twf_workbench_dup_count (self->workbench, counts->unaccounted);
  g_autofree char *verdict = g_strdup_printf (
      g_dngettext (NULL, "%s unaccounted change", "%s unaccounted changes", counts->unaccounted),
      number);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *whole = NULL;

  append_count (line, self, _ ("Words inserted:"), counts->inserted);
  append_count (line, self, _ ("deleted:"), counts->deleted);
  append_count (line, self, _ ("moved:"), counts->moved);
  append_count (line, self, _ ("Provisions added:"), counts->added);
  append_count (line, self, _ ("removed:"), counts->removed);
  append_count (line, self, _ ("moved:"), counts->rearranged);
  whole = twf_interface_dup_line (line->str);
  gtk_label_set_label (self->counts, whole);
  gtk_label_set_label (self->verdict, verdict);
  if (counts->unaccounted > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->only), counts->unaccounted > 0);
}

static void
refill (TwfAccountWindow *self)
{
  gboolean only = gtk_check_button_get_active (self->only) && self->account->counts.unaccounted > 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->account->items->len; i++)
    if (!only || !twf_account_item_is_owned (self->account->items->pdata[i]))
      g_ptr_array_add (items, twf_compare_item_new (i, 0));
  g_list_store_splice (self->items,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata,
                       items->len);
}

static void
show_labels (TwfAccountWindow *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), shown);
  if (!shown)
    gtk_widget_set_visible (GTK_WIDGET (self->only), FALSE);
}

static void
accounted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAccountWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfAccount) account = twf_desk_account_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->account, twf_account_unref);
  self->account = g_steal_pointer (&account);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.export", self->account != NULL);
  show_labels (self, self->account != NULL);
  if (self->account == NULL)
    {
      show_problem (self, error);
      return;
    }
  show_counts (self);
  refill (self);
  gtk_stack_set_visible_child_name (self->stack, self->account->items->len > 0 ? "list" : "same");
}

static void
account (TwfAccountWindow *self)
{
  const char *former
      = twf_compare_choices_get_revision (self->choices, gtk_drop_down_get_selected (self->former));
  const char *latter
      = twf_compare_choices_get_revision (self->choices, gtk_drop_down_get_selected (self->latter));

  if (former == NULL || latter == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "working");
  twf_desk_account_async (twf_workbench_get_desk (self->workbench),
                          former,
                          latter,
                          self->cancellable,
                          accounted_cb,
                          g_object_ref (self));
}

static void
chosen_cb (TwfAccountWindow *self)
{
  if (!self->filling)
    account (self);
}

static void
only_toggled_cb (TwfAccountWindow *self)
{
  if (self->account != NULL)
    refill (self);
}

/* What was issued last is accounted for from what was issued before, or, where there is only one,
 * all since that. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAccountWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = twf_compare_choices_load_finish (TWF_COMPARE_CHOICES (source), result, &error);
  GListModel *names;
  guint n_issued;

  if (self->workbench == NULL)
    return;
  if (!loaded)
    {
      show_problem (self, error);
      return;
    }
  names = twf_compare_choices_list_names (self->choices);
  n_issued = twf_compare_choices_get_n_issued (self->choices);
  gtk_drop_down_set_model (self->former, names);
  gtk_drop_down_set_model (self->latter, names);
  gtk_drop_down_set_selected (self->former,
                              n_issued > 0 ? MIN (n_issued, 2)
                                           : twf_compare_choices_get_former (self->choices));
  gtk_drop_down_set_selected (self->latter, n_issued > 1 ? 1 : 0);
  self->filling = FALSE;
  account (self);
}

static void
row_bind_cb (TwfAccountWindow *self, GtkListItem *list_item)
{
  guint index = twf_compare_item_get_first (gtk_list_item_get_item (list_item));
  GtkWidget *child = twf_account_row_new (self->workbench, self->account->items->pdata[index]);

  gtk_list_item_set_child (list_item, child);
  twf_row_maker_name_item (child);
}

static void
row_unbind_cb (TwfAccountWindow *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAccountWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = twf_desk_export_account_finish (TWF_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->workbench == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = done ? g_strdup (_ ("Certificate exported"))
                  : twf_error_describe (error, _ ("The certificate"));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static void
name_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  TwfAccountWindow *self = TWF_ACCOUNT_WINDOW (parent);
  TwfExportKind kind;

  if (self->account == NULL)
    return;
  if (!twf_export_kind_from_file_name (path, &kind))
    kind = TWF_EXPORT_PDF;
  twf_desk_export_account_async (twf_workbench_get_desk (self->workbench),
                                 self->account,
                                 kind,
                                 twf_workbench_get_language (self->workbench),
                                 path,
                                 NULL,
                                 self->closing,
                                 exported_cb,
                                 g_object_ref (self));
}

/* The name says what is made: .pdf, .html or .txt. */
static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *file
      = g_strconcat (_ ("Certificate"), ".", g_variant_get_string (parameter, NULL), NULL);

  twf_file_chooser_ask_name (
      GTK_WINDOW (widget), _ ("Export the Certificate"), file, name_chosen_cb, NULL);
}

static void
twf_account_window_dispose (GObject *object)
{
  TwfAccountWindow *self = TWF_ACCOUNT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->choices);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_ACCOUNT_WINDOW);
  G_OBJECT_CLASS (twf_account_window_parent_class)->dispose (object);
}

static void
twf_account_window_finalize (GObject *object)
{
  TwfAccountWindow *self = TWF_ACCOUNT_WINDOW (object);

  g_clear_pointer (&self->account, twf_account_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (twf_account_window_parent_class)->finalize (object);
}

static void
twf_account_window_class_init (TwfAccountWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_account_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_account_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/issue/twf-account-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, former);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, latter);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, only);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfAccountWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
  gtk_widget_class_install_action (widget_class, "account.export", "s", export_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_account_window_init (TwfAccountWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  self->filling = TRUE;
  self->closing = g_cancellable_new ();
  self->items = g_list_store_new (TWF_TYPE_COMPARE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_drop_down_let_shrink (self->former);
  twf_drop_down_let_shrink (self->latter);
  twf_spoken_follow_toasts (GTK_WIDGET (self->toasts));
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, G_CONNECT_SWAPPED);
  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (factory);
  g_object_unref (selection);
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.export", FALSE);
}

/**
 * twf_account_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a window that accounts for what changed between the last two issued
 *   documents, and lets one choose otherwise
 */
GtkWidget *
twf_account_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfAccountWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_ACCOUNT_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  self->choices = twf_compare_choices_new (workbench);
  twf_compare_choices_load_async (self->choices, self->closing, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
