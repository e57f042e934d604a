/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-strength.h"

G_BEGIN_DECLS

char *twf_shift_dup_words (const char *before,
                           const char *after,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_shift_dup_words_of_runs (GPtrArray *runs, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
