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
