/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_date_format (const GDate *date, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_date_format_moment (GDateTime *moment, const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_date_parse (const char *text, const char *language, GDate *date);
gboolean twf_date_parse_moment (const char *text, gint64 *when);

G_END_DECLS
