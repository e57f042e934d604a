/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean twf_rank_is_valid (const char *rank);
char *twf_rank_between (const char *before,
                        const char *after,
                        const char *owner) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_rank_sequence (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
