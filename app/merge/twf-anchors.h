/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that are looked for as one: @n of them from @start. */
typedef struct
{
  guint32 start;
  guint32 n;
} TwfPhrase;

/* A phrase that stands in both texts: @n words from @x in the old one and from @y in the new one.
 */
typedef struct
{
  guint32 x, y;
  guint32 n;
} TwfAnchor;

GArray *twf_anchors_find (const guint32 *old_words,
                          GArray *old_phrases,
                          const guint32 *new_words,
                          GArray *new_phrases) G_GNUC_WARN_UNUSED_RESULT; /* of TwfAnchor */
void twf_anchors_keep_chain (GArray *anchors);

G_END_DECLS
