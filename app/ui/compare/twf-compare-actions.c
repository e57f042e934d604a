/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-window-private.h"

#include "twf-cleared.h"
#include "twf-compare-print.h"
#include "twf-file-chooser.h"
#include "twf-message.h"

#include <glib/gi18n.h>

/*
 * twf_compare_window_get_language:
 * @self: a window
 *
 * Returns: (nullable): the language whose texts are shown; %NULL: all
 */
const char *
twf_compare_window_get_language (TwfCompareWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint chosen = gtk_drop_down_get_selected (self->language);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ? NULL : languages[chosen - 1];
}

static void
cleared_changed_cb (TwfCompareWindow *self, TwfCleared *cleared)
{
  g_signal_handlers_disconnect_by_func (cleared, cleared_changed_cb, self);
  if (self->workbench != NULL)
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("Recorded as cleared by the capital")));
}

/* What is compared with the base: who reads it there says so there. */
static void
cleared_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);
  TwfCleared *cleared = twf_cleared_get (self->workbench);
  const char *side
      = twf_compare_choices_get_revision (self->choices, gtk_drop_down_get_selected (self->side));

  if (side == NULL)
    return;
  g_signal_handlers_disconnect_by_func (cleared, cleared_changed_cb, self);
  g_signal_connect_object (
      cleared, "changed", G_CALLBACK (cleared_changed_cb), self, G_CONNECT_SWAPPED);
  twf_cleared_record (cleared, side);
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);
  int direction = g_str_equal (name, "compare.next") ? 1 : -1;

  if (!twf_compare_list_step (self->list, direction))
    adw_toast_overlay_add_toast (
        self->toasts,
        adw_toast_new (direction > 0 ? _ ("No further change") : _ ("No earlier change")));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (self->comparison == NULL)
    return;
  bytes = self->since != NULL ? twf_export_since (
              self->since, TWF_EXPORT_TEXT, twf_compare_window_get_language (self), NULL, NULL)
                              : twf_export_comparison (self->comparison,
                                                       TWF_EXPORT_TEXT,
                                                       (const char *const *)self->names,
                                                       twf_compare_window_get_language (self),
                                                       NULL,
                                                       NULL);
  if (bytes == NULL)
    return;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Comparison copied")));
}

static void
show_failure (TwfCompareWindow *self, const GError *error)
{
  g_autofree char *sentence = twf_error_describe (error, _ ("The comparison"));

  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static gboolean
finish_export (GObject *desk, GAsyncResult *result, GError **error)
{
  if (g_async_result_is_tagged (result, twf_desk_export_since_async))
    return twf_desk_export_since_finish (TWF_DESK (desk), result, error);
  return twf_desk_export_comparison_finish (TWF_DESK (desk), result, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (finish_export (source, result, &error) && self->workbench != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Comparison exported")));
  else if (self->workbench != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static void
export_to (TwfCompareWindow *self, TwfExportKind kind, const char *path, GAsyncReadyCallback done)
{
  if (self->since != NULL)
    {
      twf_desk_export_since_async (twf_workbench_get_desk (self->workbench),
                                   self->since,
                                   kind,
                                   twf_compare_window_get_language (self),
                                   path,
                                   self->closing,
                                   done,
                                   g_object_ref (self));
      return;
    }
  twf_desk_export_comparison_async (twf_workbench_get_desk (self->workbench),
                                    self->comparison,
                                    kind,
                                    (const char *const *)self->names,
                                    twf_compare_window_get_language (self),
                                    path,
                                    self->closing,
                                    done,
                                    g_object_ref (self));
}

static void
printed_cb (gboolean sent, const GError *error, gpointer user_data)
{
  TwfCompareWindow *self = user_data;

  if (self->workbench == NULL)
    return;
  if (sent)
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("Comparison sent to the printer")));
  else if (error != NULL)
    show_failure (self, error);
}

static void
pages_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_steal_pointer (&self->pages);

  if (finish_export (source, result, &error) && self->workbench != NULL)
    {
      twf_compare_print (GTK_WINDOW (self),
                         _ ("Comparison"),
                         path,
                         printed_cb,
                         g_object_ref (self),
                         g_object_unref);
      return;
    }
  twf_compare_print_forget (path);
  if (self->workbench != NULL)
    show_failure (self, error);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (widget);

  if (self->comparison == NULL || self->pages != NULL)
    return;
  self->pages = twf_compare_print_dup_path ();
  export_to (self, TWF_EXPORT_PDF, self->pages, pages_made_cb);
}

static void
name_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  TwfCompareWindow *self = TWF_COMPARE_WINDOW (parent);
  TwfExportKind kind;

  if (self->comparison == NULL)
    return;
  if (!twf_export_kind_from_file_name (path, &kind))
    kind = TWF_EXPORT_HTML;
  export_to (self, kind, path, exported_cb);
}

/* The name says what is made: .pdf, .html or .txt. */
static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *file
      = g_strconcat (_ ("Comparison"), ".", g_variant_get_string (parameter, NULL), NULL);

  twf_file_chooser_ask_name (
      GTK_WINDOW (widget), _ ("Export the Comparison"), file, name_chosen_cb, NULL);
}

/*
 * twf_compare_window_install_actions:
 * @widget_class: of the window
 */
void
twf_compare_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_F7, 0, "compare.next" },
    { GDK_KEY_F7, GDK_SHIFT_MASK, "compare.previous" },
    { GDK_KEY_Down, GDK_ALT_MASK, "compare.next" },
    { GDK_KEY_Up, GDK_ALT_MASK, "compare.previous" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compare.copy" },
    { GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compare.owners" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "compare.print" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "compare.next", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, step_activated);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "compare.export", "s", export_activated);
  gtk_widget_class_install_action (widget_class, "compare.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "compare.cleared", NULL, cleared_activated);
  gtk_widget_class_install_property_action (widget_class, "compare.owners", "with-owners");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

/**
 * twf_compare_window_show_deletions:
 * @self: a window
 *
 * Shows only those places where something is gone.
 */
void
twf_compare_window_show_deletions (TwfCompareWindow *self)
{
  g_return_if_fail (TWF_IS_COMPARE_WINDOW (self));

  gtk_check_button_set_active (self->deletions, TRUE);
}
