/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *
twf_pieces_dup_brackets (GPtrArray *pieces, const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
char *twf_pieces_dup_markers (GPtrArray *pieces,
                              const char *ours,
                              const char *theirs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
