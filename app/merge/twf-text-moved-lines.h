/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-wording.h"

G_BEGIN_DECLS

/* Bytes of a text, without the blanks behind its last line; @end is that of the blanks. */
typedef struct
{
  gsize start, last, end;
} TwfRange;

/* Whole lines of the base that some side has elsewhere. */
typedef struct
{
  guint x0, x1; /* words of the base */
  TwfRange range;
  TwfRange *ranges; /* (array length=n_sides): where each side has them */
  gboolean *moved;  /* (array length=n_sides) */
  guint *places;    /* (array length=n_sides): the gap of the base at which a mover has them */
  guint n_movers;
} TwfMovedLines;

GPtrArray *
twf_moved_lines_find (const TwfWording *base,
                      TwfWording *const *sides,
                      guint n_sides,
                      TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT; /* of TwfMovedLines */

G_END_DECLS
