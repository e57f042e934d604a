/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-engine.h"

G_BEGIN_DECLS

GPtrArray *twf_text_merge_moved (const TwfWording *base,
                                 TwfWording *const *sides,
                                 guint n_sides,
                                 TwfLexicon *lexicon,
                                 const char *language,
                                 TwfGrain grain) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

G_END_DECLS
