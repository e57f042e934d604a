/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one spelling of a moment in values of fields, to the minute: "2026-11-23T16:40Z". */
gboolean twf_moment_parse (const char *word, gint64 *when);
char *twf_moment_format (gint64 when) G_GNUC_WARN_UNUSED_RESULT; /* NULL: no such moment */

G_END_DECLS
