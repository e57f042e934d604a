/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_READING_STYLE (twf_reading_style_get_type ())
G_DECLARE_FINAL_TYPE (TwfReadingStyle, twf_reading_style, TWF, READING_STYLE, GObject)

/* How the lines of the Reading page look in a buffer: what is open, what is agreed, numbers that
 * stand out into the margin at the side where the language begins. */
TwfReadingStyle *twf_reading_style_new (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
void twf_reading_style_insert_section (TwfReadingStyle *self,
                                       GtkTextIter *place,
                                       const char *title,
                                       const char *language);
void twf_reading_style_insert_block (TwfReadingStyle *self,
                                     GtkTextIter *place,
                                     const TwfBlock *block,
                                     guint depth,
                                     const char *language);
void twf_reading_style_mark_current (TwfReadingStyle *self,
                                     const GtkTextIter *start,
                                     const GtkTextIter *end);

G_END_DECLS
