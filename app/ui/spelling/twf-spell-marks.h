/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Underlines below words that nobody knows. A tag changes nothing of how letters join. */
void twf_spell_marks_prepare (GtkTextBuffer *buffer);
void twf_spell_marks_clear (GtkTextBuffer *buffer);
void twf_spell_marks_set (GtkTextBuffer *buffer, const char *text, GArray *found);
gboolean twf_spell_marks_get_word (GtkTextBuffer *buffer,
                                   const GtkTextIter *at,
                                   GtkTextIter *start,
                                   GtkTextIter *end);
gboolean twf_spell_marks_select_next (GtkTextBuffer *buffer, gboolean from_caret);

G_END_DECLS
