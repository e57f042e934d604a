/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-reading-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_READING_TEXT (twf_reading_text_get_type ())
G_DECLARE_FINAL_TYPE (TwfReadingText, twf_reading_text, TWF, READING_TEXT, GtkTextView)

/* The lines of a plan as one text that is read and not typed in; where its cursor is, one is.
 * Signals: "moved" when that is another line. */
void
twf_reading_text_set_list (TwfReadingText *self, TwfWorkbench *workbench, TwfReadingList *list);
guint twf_reading_text_get_position (TwfReadingText *self); /* GTK_INVALID_LIST_POSITION: nowhere */
void twf_reading_text_go_to (TwfReadingText *self, guint position);

G_END_DECLS
