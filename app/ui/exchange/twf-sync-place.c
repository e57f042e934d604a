/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sync-place.h"

#include "twf-bidi.h"
#include "twf-file-chooser.h"

#include <glib/gi18n.h>

struct _TwfSyncPlace
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *server;
  GtkSwitch *automatic;
  GtkLabel *problem;
  GtkWidget *go;
};

G_DEFINE_FINAL_TYPE (TwfSyncPlace, twf_sync_place, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
show_problem (TwfSyncPlace *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
changed_cb (TwfSyncPlace *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->server)));

  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->go, *typed != '\0');
}

static void
folder_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autofree char *shown = g_filename_display_name (path);

  gtk_editable_set_text (TWF_SYNC_PLACE (parent)->server, shown);
}

static void
choose_clicked_cb (TwfSyncPlace *self)
{
  twf_file_chooser_ask_folder (
      GTK_WINDOW (self), _ ("Folder Where the Plan Is Shared"), folder_chosen_cb, NULL);
}

static void
go_clicked_cb (TwfSyncPlace *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->server)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfLocation) location = twf_location_parse (typed, &error);
  g_autofree char *isolated = NULL;
  g_autofree char *sentence = NULL;

  if (location != NULL)
    {
      g_signal_emit (self, chosen_signal, 0, typed, gtk_switch_get_active (self->automatic));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  /* It is not repeated: it may hold a password. */
  isolated = twf_text_isolate (error->message);
  sentence = g_strdup_printf (_ ("This cannot be a server: %s."), isolated);
  show_problem (self, sentence);
}

static void
twf_sync_place_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TWF_TYPE_SYNC_PLACE);
  G_OBJECT_CLASS (twf_sync_place_parent_class)->dispose (object);
}

static void
twf_sync_place_class_init (TwfSyncPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_sync_place_dispose;
  chosen_signal = g_signal_new ("chosen",
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/exchange/twf-sync-place.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfSyncPlace, server);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncPlace, automatic);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncPlace, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfSyncPlace, go);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_sync_place_init (TwfSyncPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (self->server)),
                            GTK_TEXT_DIR_LTR);
}

/**
 * twf_sync_place_new:
 * @parent: (nullable): the window it belongs to
 * @place: (nullable): where the plan is shared by now
 *
 * Returns: (transfer full): a window that asks
 */
GtkWidget *
twf_sync_place_new (GtkWindow *parent, const TwfPlace *place)
{
  TwfSyncPlace *self = g_object_new (TWF_TYPE_SYNC_PLACE, "transient-for", parent, NULL);

  if (place != NULL)
    {
      gtk_editable_set_text (self->server, place->words);
      gtk_switch_set_active (self->automatic, place->automatic);
    }
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->server));
  return GTK_WIDGET (self);
}
