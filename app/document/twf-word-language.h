/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside the room only: which row of a table of words is a language's. */
guint twf_word_language_find (const char *language, gconstpointer rows, guint n, gsize size);

/* The row of @table, an array whose members begin with the code of a language. */
#define TWF_WORD_LANGUAGE_ROW(table, language)                                                     \
  twf_word_language_find (language, table, G_N_ELEMENTS (table), sizeof *(table))

G_END_DECLS
