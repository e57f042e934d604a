/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Above this many bytes a text is refused: laying out a longer paragraph holds the window up. */
#define TWF_TEXT_VIEW_MOST_BYTES (64u * 1024)

#define TWF_TYPE_TEXT_VIEW (twf_text_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfTextView, twf_text_view, TWF, TEXT_VIEW, GtkTextView)

/* Where a text in one language is typed. Signals: "edited" (char *text) after a person changed it;
 * "refused" (char *reason) when something typed or pasted was not taken as it was. */
GtkWidget *twf_text_view_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_text_view_set_language (TwfTextView *self, const char *language);
const char *twf_text_view_get_text (TwfTextView *self);
void twf_text_view_set_text (TwfTextView *self, const char *text);
char *twf_text_view_dup_selection (TwfTextView *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_text_view_flush (TwfTextView *self);
void twf_text_view_set_forms (TwfTextView *self, TwfOpeningForms forms);
void twf_text_view_set_least_lines (TwfTextView *self, guint lines);

G_END_DECLS
