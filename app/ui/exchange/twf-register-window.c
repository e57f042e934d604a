/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-register-window.h"

#include "twf-add-key.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-register-row.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfRegisterWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *add;
  GtkLabel *problem;

  /* Owned. */
  TwfWorkbench *workbench; /* NULL: the window is closed */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (TwfRegisterWindow, twf_register_window, ADW_TYPE_WINDOW)

static TwfDesk *
get_desk (TwfRegisterWindow *self)
{
  return twf_workbench_get_desk (self->workbench);
}

static gboolean
may_change (TwfRegisterWindow *self)
{
  return twf_desk_get_identity (get_desk (self)) == NULL
         && !twf_workbench_is_read_only (self->workbench);
}

static void
show_error (TwfRegisterWindow *self, const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      name = g_path_get_basename (twf_desk_get_path (get_desk (self)));
      sentence = twf_error_describe (error, name);
    }
  line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;
  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void look (TwfRegisterWindow *self);

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRegisterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = twf_desk_change_register_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  show_error (self, done ? NULL : error);
  look (self);
}

static void
revoke_response_cb (TwfRegisterWindow *self, const char *response, GtkWidget *dialog)
{
  TwfRegisterRow *row = g_object_get_data (G_OBJECT (dialog), "row");
  g_autofree char *who = NULL;
  g_autofree char *message = NULL;

  if (!g_str_equal (response, "revoke") || self->workbench == NULL)
    return;
  who = twf_words_dup_delegation (self->workbench, twf_register_row_get_code (row));
  message = g_strdup_printf (_ ("A key of %s is revoked"), who);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  twf_desk_revoke_key_async (get_desk (self),
                             twf_register_row_get_code (row),
                             twf_register_row_get_fingerprint (row),
                             message,
                             self->closing,
                             changed_cb,
                             g_object_ref (self));
}

static void
revoke_cb (TwfRegisterWindow *self, TwfRegisterRow *row)
{
  g_autofree char *who
      = twf_words_dup_delegation (self->workbench, twf_register_row_get_code (row));
  g_autofree char *body = g_strdup_printf (
      _ ("Nobody is to trust this key of %s any more, nor what it signed before. It cannot be "
         "registered again."),
      who);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Revoke the Key?"), body);

  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "revoke", _ ("_Revoke"), NULL);
  adw_message_dialog_set_response_appearance (
      ADW_MESSAGE_DIALOG (dialog), "revoke", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "row", g_object_ref (row), g_object_unref);
  g_signal_connect_object (
      dialog, "response", G_CALLBACK (revoke_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_register (TwfRegisterWindow *self, TwfRegister *held)
{
  GPtrArray *entries = twf_register_get_entries (held);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = twf_register_row_new (self->workbench, entries->pdata[i], may_change (self));

      g_signal_connect_object (row, "revoke", G_CALLBACK (revoke_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRegisterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRegister) held = twf_desk_read_register_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (held != NULL)
    show_register (self, held);
  else
    show_error (self, error);
}

static void
look (TwfRegisterWindow *self)
{
  if (self->workbench != NULL)
    twf_desk_read_register_async (get_desk (self), self->closing, read_cb, g_object_ref (self));
}

/* A key was chosen, and whose it is. */
static void
chosen_cb (TwfRegisterWindow *self, const char *code, const TwfPublicKey *key)
{
  g_autofree char *who = NULL;
  g_autofree char *message = NULL;

  if (self->workbench == NULL)
    return;
  who = twf_words_dup_delegation (self->workbench, code);
  message = g_strdup_printf (_ ("A key of %s is registered"), who);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  twf_desk_register_key_async (
      get_desk (self), code, key, message, self->closing, changed_cb, g_object_ref (self));
}

static void
add_clicked_cb (TwfRegisterWindow *self)
{
  GtkWidget *window = twf_add_key_new (GTK_WINDOW (self), self->workbench);

  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
twf_register_window_dispose (GObject *object)
{
  TwfRegisterWindow *self = TWF_REGISTER_WINDOW (object);

  g_cancellable_cancel (self->closing);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_REGISTER_WINDOW);
  G_OBJECT_CLASS (twf_register_window_parent_class)->dispose (object);
}

static void
twf_register_window_finalize (GObject *object)
{
  g_object_unref (TWF_REGISTER_WINDOW (object)->closing);
  G_OBJECT_CLASS (twf_register_window_parent_class)->finalize (object);
}

static void
twf_register_window_class_init (TwfRegisterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_register_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_register_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-register-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterWindow, add);
  gtk_widget_class_bind_template_child (widget_class, TwfRegisterWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_register_window_init (TwfRegisterWindow *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_register_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a window with the register of keys of the rolling text
 */
GtkWidget *
twf_register_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfRegisterWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_REGISTER_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  gtk_widget_set_visible (self->add, may_change (self));
  g_signal_connect_object (
      get_desk (self), "notify::revision", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  return GTK_WIDGET (self);
}
