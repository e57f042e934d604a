/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An oral revision: words that were read out in the room and typed there. It is an edit like any
 * other, and its mandate says so: "as orally revised 2026-11-23T16:40:05Z EG"; without a code it
 * was the chair who read it out. */
#define TWF_MANDATE_ORAL "as orally revised"

char *twf_oral_dup_mandate (const char *code, gint64 when) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_oral_read_mandate (const char *part, char **code, gint64 *when);
char *twf_oral_dup_reader (const char *mandate) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
