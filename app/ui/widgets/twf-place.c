/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-place.h"

#include <glib/gi18n.h>
#include <string.h>

/* A title's first so many characters name its file. */
#define MOST_CHARACTERS 60

/* Signs that some file system or shell refuses in a name. */
static gboolean
fits_in_name (gunichar character)
{
  return g_unichar_isprint (character) && character != '/' && character != '\\' && character != ':'
         && character != '*' && character != '?' && character != '"' && character != '<'
         && character != '>' && character != '|' && g_unichar_type (character) != G_UNICODE_FORMAT;
}

/**
 * twf_place_suggest:
 * @title: what the file holds
 * @suffix: the ending of its name, with the dot
 *
 * Returns: (transfer full): a path in the person's folder of documents, in the encoding of file
 * names
 */
char *
twf_place_suggest (const char *title, const char *suffix)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = title; *at != '\0' && g_utf8_strlen (name->str, -1) < MOST_CHARACTERS;
       at = g_utf8_next_char (at))
    if (fits_in_name (g_utf8_get_char (at)))
      g_string_append_unichar (name, g_utf8_get_char (at));
  g_strstrip (name->str);
  name->len = strlen (name->str);
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_append (name, _ ("Plan"));
  g_string_append (name, suffix);
  return g_build_filename (folder != NULL ? folder : g_get_home_dir (), name->str, NULL);
}

static void
place_chosen_cb (GtkNativeDialog *chooser, int response, GtkEditable *entry)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *shown
          = path != NULL ? g_filename_to_utf8 (path, -1, NULL, NULL, NULL) : NULL;

      if (shown != NULL)
        gtk_editable_set_text (entry, shown);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/**
 * twf_place_choose_into:
 * @entry: where the path stands
 * @heading: what the chooser is called
 *
 * Lets a person choose a place with the system's own chooser, beginning from the one in @entry.
 */
void
twf_place_choose_into (GtkEditable *entry, const char *heading)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (entry));
  GtkFileChooserNative *chooser;
  g_autofree char *folder = g_path_get_dirname (gtk_editable_get_text (entry));
  g_autofree char *name = g_path_get_basename (gtk_editable_get_text (entry));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  chooser = gtk_file_chooser_native_new (
      heading, GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Choose"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (place_chosen_cb), entry, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
