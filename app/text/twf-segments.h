/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_BOUNDARY_GRAPHEME,
  TWF_BOUNDARY_WORD,
  TWF_BOUNDARY_SENTENCE,
} TwfBoundary;

typedef enum
{
  TWF_SEGMENT_SPACE,
  TWF_SEGMENT_PUNCTUATION,
  TWF_SEGMENT_NUMBER,
  TWF_SEGMENT_WORD,
  TWF_SEGMENT_IDEOGRAPH,
  TWF_SEGMENT_OTHER, /* a grapheme, or a sentence: the kind says nothing */
} TwfSegmentKind;

/* A piece of a text; offsets in bytes. The pieces of a text cover it without gap or overlap. */
typedef struct
{
  gsize start;
  gsize length;
  TwfSegmentKind kind;
  guint32 piece; /* the same only for the same bytes; below how many segments there are */
} TwfSegment;

GArray *twf_text_segment (const char *text,
                          TwfBoundary boundary,
                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
GArray *twf_text_segment_at_once (const char *text,
                                  TwfBoundary boundary,
                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_can_cut (const char *text, gsize at);
guint twf_text_count_words (const char *text, const char *language);
char *twf_text_dup_first_words (const char *text,
                                guint most_graphemes,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
