/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-file-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  TwfFileChosen chosen;
  gpointer user_data;
} Asking;

static void
response_cb (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_native_dialog_get_transient_for (dialog));
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    asking->chosen (parent, g_file_peek_path (file), asking->user_data);
  g_free (asking);
  g_object_unref (dialog);
}

static void
ask (GtkWindow *parent,
     const char *title,
     const char *name,
     GtkFileChooserAction action,
     TwfFileChosen chosen,
     gpointer user_data)
{
  const char *accept = action == GTK_FILE_CHOOSER_ACTION_SAVE ? _ ("_Save") : _ ("_Open");
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  Asking *asking = g_new0 (Asking, 1);

  asking->chosen = chosen;
  asking->user_data = user_data;
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * twf_file_chooser_ask_folder:
 * @parent: the window that asks
 * @title: what is asked
 * @chosen: called with the folder's path
 * @user_data: handed to @chosen
 *
 * Asks for a folder; a stored plan is one.
 */
void
twf_file_chooser_ask_folder (GtkWindow *parent,
                             const char *title,
                             TwfFileChosen chosen,
                             gpointer user_data)
{
  ask (parent, title, NULL, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, chosen, user_data);
}

/**
 * twf_file_chooser_ask_file:
 * @parent: the window that asks
 * @title: what is asked
 * @chosen: called with the file's path
 * @user_data: handed to @chosen
 *
 * Asks for a file that is there.
 */
void
twf_file_chooser_ask_file (GtkWindow *parent,
                           const char *title,
                           TwfFileChosen chosen,
                           gpointer user_data)
{
  ask (parent, title, NULL, GTK_FILE_CHOOSER_ACTION_OPEN, chosen, user_data);
}

/**
 * twf_file_chooser_ask_name:
 * @parent: the window that asks
 * @title: what is asked
 * @name: a file name to begin with
 * @chosen: called with the path
 * @user_data: handed to @chosen
 *
 * Asks where to write.
 */
void
twf_file_chooser_ask_name (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           TwfFileChosen chosen,
                           gpointer user_data)
{
  ask (parent, title, name, GTK_FILE_CHOOSER_ACTION_SAVE, chosen, user_data);
}

typedef struct
{
  TwfFilesChosen chosen;
  gpointer user_data;
} AskingMany;

/* Returns: (transfer full): paths of those that lie on this machine. */
static GStrv
list_paths (GListModel *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  return g_strv_builder_end (paths);
}

static void
files_response_cb (GtkNativeDialog *dialog, int response, AskingMany *asking)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_native_dialog_get_transient_for (dialog));

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_auto (GStrv) paths = list_paths (files);

      if (paths[0] != NULL)
        asking->chosen (parent, (const char *const *)paths, asking->user_data);
    }
  g_free (asking);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * twf_file_chooser_ask_files:
 * @parent: the window that asks
 * @title: what is asked
 * @kind: what files of that kind are called
 * @pattern: how their names end: "*.tawafuq"; others are shown when one asks for all
 * @chosen: called with the paths
 * @user_data: handed to @chosen
 *
 * Asks for files to read, one or several.
 */
void
twf_file_chooser_ask_files (GtkWindow *parent,
                            const char *title,
                            const char *kind,
                            const char *pattern,
                            TwfFilesChosen chosen,
                            gpointer user_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  AskingMany *asking = g_new0 (AskingMany, 1);

  asking->chosen = chosen;
  asking->user_data = user_data;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  add_filter (GTK_FILE_CHOOSER (native), kind, pattern);
  add_filter (GTK_FILE_CHOOSER (native), _ ("All Files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (files_response_cb), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
