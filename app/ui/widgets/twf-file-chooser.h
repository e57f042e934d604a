/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with what was chosen; not called when the person thought better of it. */
typedef void (*TwfFileChosen) (GtkWindow *parent, const char *path, gpointer user_data);

/* The same for several; %NULL at the end. */
typedef void (*TwfFilesChosen) (GtkWindow *parent, const char *const *paths, gpointer user_data);

void twf_file_chooser_ask_files (GtkWindow *parent,
                                 const char *title,
                                 const char *kind,
                                 const char *pattern,
                                 TwfFilesChosen chosen,
                                 gpointer user_data);
void twf_file_chooser_ask_folder (GtkWindow *parent,
                                  const char *title,
                                  TwfFileChosen chosen,
                                  gpointer user_data);
void twf_file_chooser_ask_file (GtkWindow *parent,
                                const char *title,
                                TwfFileChosen chosen,
                                gpointer user_data);
void twf_file_chooser_ask_name (GtkWindow *parent,
                                const char *title,
                                const char *name,
                                TwfFileChosen chosen,
                                gpointer user_data);

G_END_DECLS
