/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-moved-lines.h"

G_BEGIN_DECLS

/* What is merged. */
typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const char *language;
  TwfGrain grain;
} TwfTextMaterial;

GPtrArray *twf_moved_lines_merge (const TwfMovedLines *self,
                                  const TwfTextMaterial *material,
                                  const gboolean *here,
                                  gboolean first) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

G_END_DECLS
