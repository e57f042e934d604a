/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-show-file.h"

#define NAME "org.freedesktop.FileManager1"
#define PLACE "/org/freedesktop/FileManager1"

typedef struct
{
  GWeakRef parent;
  char *path;
} Showing;

static void
free_showing (Showing *showing)
{
  g_weak_ref_clear (&showing->parent);
  g_free (showing->path);
  g_free (showing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, free_showing)

/* A desktop without such a file manager shows the folder in whatever opens folders. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Showing) showing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&showing->parent);
  g_autofree char *folder = g_path_get_dirname (showing->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (answer != NULL)
    return;
  g_debug ("%s", error->message);
  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/**
 * twf_show_file:
 * @parent: the window that asks
 * @path: (type filename): an absolute path
 *
 * Opens the folder of @path with the file marked in it.
 */
void
twf_show_file (GtkWindow *parent, const char *path)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (parent));
  GDBusConnection *bus
      = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *const uris[] = { uri, NULL };
  Showing *showing;

  if (bus == NULL || uri == NULL)
    return;
  showing = g_new0 (Showing, 1);
  g_weak_ref_init (&showing->parent, parent);
  showing->path = g_strdup (path);
  g_dbus_connection_call (bus,
                          NAME,
                          PLACE,
                          NAME,
                          "ShowItems",
                          g_variant_new ("(^ass)", uris, ""),
                          NULL,
                          G_DBUS_CALL_FLAGS_NONE,
                          -1,
                          NULL,
                          shown_cb,
                          showing);
}
