/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-keys.h"

G_BEGIN_DECLS

/* Bytes that one file may have. A longer paragraph is not for a person to read, and what lays out
 * text takes time in the square of its length. */
#define TWF_FILE_MOST (64 * 1024)

/* The lines "Key: value" that a file of fields is made of, and the text that a text file is. */

/* Takes the values of one key: at least one, and checked as the key says. */
typedef void (*TwfTakeValues) (gpointer object, const char *key, const char *const *values);

void twf_lines_refuse (GError **error, const char *path, guint line, const char *reason);
gboolean twf_lines_check_text (const char *text,
                               gsize length,
                               const char *path,
                               guint first_line,
                               GError **error);
gboolean twf_lines_check_after (const char *text,
                                gsize length,
                                const char *former,
                                gsize former_length,
                                const char *path,
                                GError **error);
gboolean twf_lines_parse (char *text,
                          const TwfKey *keys,
                          const char *path,
                          TwfTakeValues take,
                          gpointer object,
                          GError **error);
char *twf_lines_dup_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void twf_lines_append (GString *to, const TwfKey *key, const char *const *values);

G_END_DECLS
