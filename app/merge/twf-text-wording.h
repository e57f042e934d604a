/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-tokens.h"

G_BEGIN_DECLS

/* How much of an end stands between two words. */
typedef enum
{
  TWF_GRAIN_WORD,
  TWF_GRAIN_CLAUSE,
  TWF_GRAIN_SENTENCE,
  TWF_GRAIN_LINE,
  TWF_GRAIN_PARAGRAPH,
} TwfGrain;

/* Words of the base from @x0 up to @x1 that a version has as its own from @y0 up to @y1. */
typedef struct
{
  guint x0, x1;
  guint y0, y1;
} TwfHunk;

/* What the texts of one merge share. */
typedef struct
{
  TwfWordTable *words;
  GStringChunk *keys; /* words in the form in which they are compared, where that is another */
} TwfLexicon;

/* A text of a merge: its words, the ends among them, and what differs from the base. */
typedef struct
{
  TwfTokens *tokens;
  const char **keys; /* by word; NULL, or NULL in it: compared as it is written */
  guint8 *grains; /* by gap, of which there is one more than words: TwfGrain of what ends there */
  GArray *hunks;  /* of TwfHunk, ascending, never touching one another; the base has none */
  guint32 *match; /* as twf_match_words() pairs the base with it; NULL: not aligned */
} TwfWording;

TwfLexicon *twf_lexicon_new_for_merge (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_lexicon_free_for_merge (TwfLexicon *self);

TwfWording *twf_wording_new (const char *text,
                             const char *language,
                             TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
TwfWording *twf_wording_new_version (const char *text,
                                     const char *language,
                                     TwfLexicon *lexicon,
                                     const TwfWording *base) G_GNUC_WARN_UNUSED_RESULT;
void twf_wording_free (TwfWording *self);
void twf_wording_align (TwfWording *self, const TwfWording *base);
guint twf_wording_get_length (const TwfWording *self);
gsize twf_wording_get_start (const TwfWording *self, guint word);
gsize twf_wording_get_end (const TwfWording *self, guint word);
guint32 twf_wording_get_symbol (const TwfWording *self, guint word);
int twf_wording_compare_words (const TwfWording *self,
                               guint word,
                               const TwfWording *other,
                               guint other_word);
guint twf_wording_locate (const TwfWording *self, guint gap, gboolean after);
const TwfHunk *twf_wording_find_hunk (const TwfWording *self, guint gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLexicon, twf_lexicon_free_for_merge)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfWording, twf_wording_free)

G_END_DECLS
