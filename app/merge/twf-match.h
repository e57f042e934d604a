/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-myers.h"
#include "twf-tokens.h"

G_BEGIN_DECLS

guint32 *twf_match_words (const TwfTokens *old_tokens,
                          const TwfTokens *new_tokens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
