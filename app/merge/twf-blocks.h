/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-match.h"

G_BEGIN_DECLS

/* Words that stayed: @n of them, from @x in the old text and from @y in the new one. */
typedef struct
{
  guint x, y;
  guint n;
} TwfBlock;

GArray *twf_blocks_new (const TwfTokens *old_tokens,
                        const TwfTokens *new_tokens,
                        TwfWordTable *lexicon) G_GNUC_WARN_UNUSED_RESULT; /* of TwfBlock */
GArray *twf_blocks_new_for_match (const TwfTokens *old_tokens,
                                  const TwfTokens *new_tokens,
                                  TwfWordTable *lexicon,
                                  const guint32 *match) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
