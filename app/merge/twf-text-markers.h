/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-merge.h"

G_BEGIN_DECLS

char *
twf_pieces_dup_brackets (GPtrArray *pieces, const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
char *twf_pieces_dup_markers (GPtrArray *pieces,
                              const char *ours,
                              const char *theirs) G_GNUC_WARN_UNUSED_RESULT;

/* Between git's marks stand whole lines: each as one side has it, and not half joined. */
GPtrArray *twf_merge_lines (const char *base,
                            const char *ours,
                            const char *theirs,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

G_END_DECLS
