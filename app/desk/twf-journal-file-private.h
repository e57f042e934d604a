/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-journal-file.h"

G_BEGIN_DECLS

/* Between the journal that is written and the journals that are found. */
char *twf_journal_dup_path (const char *stem, guint number) G_GNUC_WARN_UNUSED_RESULT;
int twf_journal_lock (const char *path, int flags);
const char *twf_journal_line_get_json (const char *line);

G_END_DECLS
