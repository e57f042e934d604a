/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan-comparison.h"
#include "twf-sheet.h"

G_BEGIN_DECLS

/* A comparison as a list of blocks in reading order. */
GPtrArray *twf_sheet_new_of_comparison (TwfComparison *comparison,
                                        const char *const *names,
                                        const char *language,
                                        const char *shown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
