/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sheet.h"

G_BEGIN_DECLS

char *twf_block_dup_drawn (const TwfBlock *block) G_GNUC_WARN_UNUSED_RESULT;
GArray *twf_block_list_openings (const TwfBlock *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
