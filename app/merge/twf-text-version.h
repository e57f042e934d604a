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
} TwfVersion;

TwfLexicon *twf_lexicon_new_for_merge (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_lexicon_free_for_merge (TwfLexicon *self);

TwfVersion *twf_version_new (const char *text,
                             const char *language,
                             TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void twf_version_free (TwfVersion *self);
void twf_version_align (TwfVersion *self, const TwfVersion *base, TwfLexicon *lexicon);
guint twf_version_get_length (const TwfVersion *self);
gsize twf_version_get_start (const TwfVersion *self, guint word);
gsize twf_version_get_end (const TwfVersion *self, guint word);
guint32 twf_version_get_symbol (const TwfVersion *self, guint word);
int twf_version_compare_words (const TwfVersion *self,
                               guint word,
                               const TwfVersion *other,
                               guint other_word);
guint twf_version_locate (const TwfVersion *self, guint gap, gboolean after);
const TwfHunk *twf_version_find_hunk (const TwfVersion *self, guint gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLexicon, twf_lexicon_free_for_merge)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfVersion, twf_version_free)

G_END_DECLS
