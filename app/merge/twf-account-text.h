/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-provenance.h"

G_BEGIN_DECLS

/* In place of a version: the text was not there yet. */
#define TWF_NO_VERSION G_MAXUINT

typedef enum
{
  TWF_ACCOUNT_PIECE_KEPT,
  TWF_ACCOUNT_PIECE_DELETED,
  TWF_ACCOUNT_PIECE_INSERTED,
  TWF_ACCOUNT_PIECE_MOVED_AWAY, /* it stands elsewhere now: there it is MOVED_HERE */
  TWF_ACCOUNT_PIECE_MOVED_HERE,
} TwfAccountPieceKind;

/* A stretch of words of one of two versions, or of both, and the versions that made it so. */
typedef struct
{
  TwfAccountPieceKind kind;
  char *text;
  GArray *by; /* of guint: versions, the last first; KEPT: none */
} TwfAccountPiece;

void twf_account_piece_free (TwfAccountPiece *self);
GPtrArray *twf_account_of_text (TwfProvenance *provenance,
                                guint former,
                                guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of TwfAccountPiece */
GArray *twf_account_of_whole (TwfProvenance *provenance,
                              guint former,
                              guint latter) G_GNUC_WARN_UNUSED_RESULT; /* of guint */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAccountPiece, twf_account_piece_free)

G_END_DECLS
