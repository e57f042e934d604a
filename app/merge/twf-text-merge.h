/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One wording of an undecided piece. */
typedef struct
{
  char *text;
  guint *sides; /* (array length=n_sides): who wants it, ascending */
  guint n_sides;
} TwfAlternative;

/* A piece of a merged text. The pieces put together, with one alternative each, are a text. */
typedef struct
{
  char *text;              /* agreed: what stands; undecided: the base's wording */
  GPtrArray *alternatives; /* of TwfAlternative, at least two, ascending by bytes; NULL: agreed */
  GArray *joined;          /* of guint, ascending: agreed, but these sides' edits were joined in one
                              sentence here; NULL: none were */
} TwfPiece;

void twf_alternative_free (TwfAlternative *self);
void twf_piece_free (TwfPiece *self);

GPtrArray *twf_merge_texts (const char *base,
                            const char *const *sides,
                            guint n_sides,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */
gboolean twf_pieces_are_decided (GPtrArray *pieces);
char *twf_pieces_dup_text (GPtrArray *pieces, guint side) G_GNUC_WARN_UNUSED_RESULT;
char *twf_text_carry (const char *wording,
                      const char *old_text,
                      const char *new_text,
                      const char *language,
                      gboolean *clash) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_text_split (const char *base,
                           const char *wording,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of char* */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAlternative, twf_alternative_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPiece, twf_piece_free)

G_END_DECLS
