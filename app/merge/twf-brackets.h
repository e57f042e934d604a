/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-merge.h"

G_BEGIN_DECLS

/* A stretch of a bracketed text: words that nobody wants otherwise, or a bracket. What stands in a
 * bracket may hold brackets itself: in a passage that some want to go, others want other words. */
typedef struct
{
  char *text;              /* what stands in the text; of a bracket: empty where words are added */
  GPtrArray *alternatives; /* of TwfAlternative, by their first side; NULL: no bracket */
  GPtrArray *inside;       /* of TwfBracketPiece: what stands, cut up further; NULL: it is not */
} TwfBracketPiece;

void twf_bracket_piece_free (TwfBracketPiece *self);
GPtrArray *twf_brackets_new (const char *text,
                             const char *const *wordings,
                             guint n_wordings,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_brackets_dup_reading (GPtrArray *pieces, guint side) G_GNUC_WARN_UNUSED_RESULT;
guint twf_brackets_count (GPtrArray *pieces);

/* The reading of nobody: the text that stands. */
#define TWF_READING_STANDING G_MAXUINT

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfBracketPiece, twf_bracket_piece_free)

G_END_DECLS
