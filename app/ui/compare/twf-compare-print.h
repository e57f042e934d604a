/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told at the end: that it was sent; or why not (both none: nobody wanted it any more). */
typedef void (*TwfPrintedFunc) (gboolean sent, const GError *error, gpointer user_data);

char *twf_compare_print_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_compare_print_forget (const char *path);
void twf_compare_print (GtkWindow *parent,
                        const char *title,
                        const char *path,
                        TwfPrintedFunc done,
                        gpointer user_data,
                        GDestroyNotify destroy);

G_END_DECLS
