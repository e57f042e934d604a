/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-provenance.h"

G_BEGIN_DECLS

/* In place of a version: the text was not there yet. */
#define TWF_NO_VERSION G_MAXUINT

typedef enum
{
  TWF_PIECE_KEPT,
  TWF_PIECE_DELETED,
  TWF_PIECE_INSERTED,
  TWF_PIECE_MOVED_AWAY, /* it stands elsewhere now: there it is MOVED_HERE */
  TWF_PIECE_MOVED_HERE,
} TwfPieceKind;

/* A stretch of words of one of two versions, or of both, and the versions that made it so. */
typedef struct
{
  TwfPieceKind kind;
  char *text;
  GArray *by; /* of guint: versions, the last first; KEPT: none */
} TwfPiece;

void twf_piece_free (TwfPiece *self);
GPtrArray *twf_account_of_text (TwfProvenance *provenance,
                                guint former,
                                guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */
GArray *twf_account_of_whole (TwfProvenance *provenance,
                              guint former,
                              guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of guint */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPiece, twf_piece_free)

G_END_DECLS
