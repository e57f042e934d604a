/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-blocks.h"

G_BEGIN_DECLS

/* A passage that stands elsewhere now: @n_old words from @x in the old text, @n_new from @y in the
 * new one. What stayed inside it are @n_blocks blocks from @first_block. */
typedef struct
{
  guint x, n_old;
  guint y, n_new;
  guint first_block, n_blocks;
} TwfMove;

typedef struct
{
  GArray *moves;  /* of TwfMove, ascending in the old text; no two have a word in common */
  GArray *blocks; /* of TwfBlock */
} TwfMoves;

TwfMoves *twf_moves_new (const TwfTokens *old_tokens,
                         const TwfTokens *new_tokens,
                         GArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
void twf_moves_free (TwfMoves *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfMoves, twf_moves_free)

G_END_DECLS
