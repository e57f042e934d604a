/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-join.h"

G_BEGIN_DECLS

GPtrArray *twf_text_write (const TwfWording *base,
                           TwfWording *const *sides,
                           guint n_sides,
                           const TwfTextJoin *join) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

G_END_DECLS
