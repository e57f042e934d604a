/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The line of a document's first page that says in which language it was written. */
char *twf_original_line_dup (const char *original, const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_original_line_recognize (const char *text);

G_END_DECLS
