/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-merge.h"
#include "twf-text-wording.h"

G_BEGIN_DECLS

GPtrArray *twf_text_merge_by_grain (const char *base,
                                    const char *const *sides,
                                    guint n_sides,
                                    const char *language,
                                    TwfGrain grain) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_text_merge_in_place (const char *base,
                                    const char *const *sides,
                                    guint n_sides,
                                    const char *language,
                                    TwfGrain grain) G_GNUC_WARN_UNUSED_RESULT;
void twf_alternatives_add (GPtrArray *self, char *text, guint side);
void twf_alternatives_sort (GPtrArray *self);
void twf_piece_join_sides (TwfPiece *self, const GArray *sides);
gboolean twf_piece_can_take (const TwfPiece *self, const GArray *joined);
const char *twf_piece_get_text (const TwfPiece *self, guint side);

G_END_DECLS
