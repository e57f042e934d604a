/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-merge.h"

G_BEGIN_DECLS

GPtrArray *twf_pieces_refine (GPtrArray *pieces,
                              const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

G_END_DECLS
