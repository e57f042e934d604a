/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as chunks, each of which can be cut into words without looking at the others. */
typedef struct
{
  char *text;      /* one of each chunk, in the order in which they are first met; ends with NUL */
  guint32 *starts; /* n_different + 1: where each of them begins in @text */
  guint n_different;
  guint32 *chunks; /* n_chunks: which of them the whole text is made of, in order */
  guint n_chunks;
} TwfRepeats;

TwfRepeats *twf_repeats_new (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void twf_repeats_free (TwfRepeats *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRepeats, twf_repeats_free)

G_END_DECLS
