/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void twf_text_codec_prepare (GtkTextBuffer *buffer);
char *twf_text_codec_dup_text (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_codec_set_text (GtkTextBuffer *buffer, const char *text);
void twf_text_codec_mark_paragraphs (GtkTextBuffer *buffer, const char *language);

void twf_text_codec_get_iter (GtkTextBuffer *buffer, GtkTextIter *iter, int offset);

G_END_DECLS
