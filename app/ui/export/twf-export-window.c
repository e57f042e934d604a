/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-export-window.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-place.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

/* In the order of TwfExportKind. */
static const char *const suffixes[] = { ".txt", ".html", ".pdf" };

struct _TwfExportWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkDropDown *kind;
  GtkDropDown *language;
  GtkDropDown *view;
  GtkCheckButton *sources;
  GtkEntry *path;
  GtkButton *export_button;
  GtkSpinner *spinner;
  GtkLabel *problem;

  /* Owned. */
  TwfWorkbench *workbench;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TwfExportWindow, twf_export_window, ADW_TYPE_WINDOW)

static TwfExportKind
get_kind (TwfExportWindow *self)
{
  return (TwfExportKind)gtk_drop_down_get_selected (self->kind);
}

/* As the list has them: a compilation is there in each notation. */
static const struct
{
  TwfView view;
  TwfNotation notation;
} views[] = {
  { TWF_VIEW_CLEAN, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_COMPILATION, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_COMPILATION, TWF_NOTATION_INLINE },
  { TWF_VIEW_COMPILATION, TWF_NOTATION_UNATTRIBUTED },
  { TWF_VIEW_CHANGES, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_TABLE, TWF_NOTATION_POSITIONS },
  { TWF_VIEW_CHAIR, TWF_NOTATION_POSITIONS },
};

static const char *
get_language (TwfExportWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected < g_strv_length ((char **)languages) ? languages[selected] : languages[0];
}

static void
set_busy (TwfExportWindow *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
suggest_path (TwfExportWindow *self)
{
  g_autofree char *title
      = twf_plan_dup_display_title (twf_workbench_get_plan (self->workbench), get_language (self));
  g_autofree char *path = twf_place_suggest (title, suffixes[get_kind (self)]);

  gtk_editable_set_text (GTK_EDITABLE (self->path), path);
}

static void
choice_changed_cb (TwfExportWindow *self)
{
  if (self->workbench != NULL)
    suggest_path (self);
}

static void
choose_clicked_cb (TwfExportWindow *self)
{
  twf_place_choose_into (GTK_EDITABLE (self->path), _ ("Export the Plan"));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *path = gtk_editable_get_text (GTK_EDITABLE (self->path));

  if (twf_desk_export_finish (TWF_DESK (source), result, &error))
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *isolated = twf_text_isolate (name);
      g_autofree char *notice = g_strdup_printf (_ ("Exported as %s"), isolated);

      twf_workbench_notice (self->workbench, notice, FALSE);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  set_busy (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = twf_error_describe (error, path);

      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
}

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfExportWindow *self = TWF_EXPORT_WINDOW (widget);
  guint view = MIN (gtk_drop_down_get_selected (self->view), G_N_ELEMENTS (views) - 1);
  TwfExportOrder order = { get_kind (self),
                           get_language (self),
                           views[view].view,
                           views[view].notation,
                           gtk_check_button_get_active (self->sources) };

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->export_button)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  set_busy (self, TRUE);
  twf_desk_export_async (twf_workbench_get_desk (self->workbench),
                         &order,
                         gtk_editable_get_text (GTK_EDITABLE (self->path)),
                         self->cancellable,
                         exported_cb,
                         g_object_ref (self));
}

static void
fill_languages (TwfExportWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint shown = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (languages[i], twf_workbench_get_language (self->workbench)) == 0)
        shown = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, shown);
}

static void
twf_export_window_dispose (GObject *object)
{
  TwfExportWindow *self = TWF_EXPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_EXPORT_WINDOW);
  G_OBJECT_CLASS (twf_export_window_parent_class)->dispose (object);
}

static void
twf_export_window_finalize (GObject *object)
{
  g_object_unref (TWF_EXPORT_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (twf_export_window_parent_class)->finalize (object);
}

static void
twf_export_window_class_init (TwfExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_export_window_dispose;
  object_class->finalize = twf_export_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/export/twf-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, path);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TwfExportWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_install_action (widget_class, "export.run", NULL, export_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_export_window_init (TwfExportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
}

/**
 * twf_export_window_new:
 * @parent: the window it belongs to
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): a dialog; it closes itself when the document is written
 */
GtkWidget *
twf_export_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfExportWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (
      TWF_TYPE_EXPORT_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->workbench = g_object_ref (workbench);
  fill_languages (self);
  gtk_drop_down_set_selected (self->kind, TWF_EXPORT_PDF);
  suggest_path (self);
  return GTK_WIDGET (self);
}
