/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-segments.h"

G_BEGIN_DECLS

/* A piece of a text that is kept or changed as one: a word, a number, a mark, a run of spaces. */
typedef struct
{
  guint32 start; /* in bytes */
  guint32 length;
  guint32 symbol; /* the same for the same bytes, in every text that shares the lexicon */
  TwfSegmentKind kind;
} TwfToken;

/* Gives the same number to the same word. Texts that are compared share one. */
typedef struct _TwfWordTable TwfWordTable;

/* What is counted of a word. */
typedef struct
{
  guint32 count;
  guint32 weight;
} TwfTally;

TwfWordTable *twf_word_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_word_table_free (TwfWordTable *self);
guint32 twf_word_table_add (TwfWordTable *self, const char *word, gsize length);
guint twf_word_table_get_size (TwfWordTable *self);
TwfTally *twf_word_table_get_tallies (TwfWordTable *self);

/* A text cut up. Invariant: the tokens cover @text in order, without gap or overlap. */
typedef struct
{
  const char *text; /* borrowed */
  TwfToken *tokens;
  guint n_tokens;
  guint32 *words;     /* the tokens that are no spaces: their symbols */
  guint32 *positions; /* and where each of them is in @tokens */
  guint n_words;
} TwfTokens;

/* Some words of a text cut up that stand beside each other. */
typedef struct
{
  guint first;
  guint n;
} TwfNewWords;

/* Adds a token where there is room for it. */
static inline void
twf_tokens_append (TwfTokens *self, TwfToken token)
{
  if (token.kind != TWF_SEGMENT_SPACE)
    {
      self->words[self->n_words] = token.symbol;
      self->positions[self->n_words++] = self->n_tokens;
    }
  self->tokens[self->n_tokens++] = token;
}

TwfTokens *twf_tokens_new (const char *text,
                           const char *language,
                           TwfWordTable *lexicon) G_GNUC_WARN_UNUSED_RESULT;
TwfTokens *twf_tokens_new_after (const char *text,
                                 const char *language,
                                 TwfWordTable *lexicon,
                                 const TwfTokens *former,
                                 GArray *new_words) G_GNUC_WARN_UNUSED_RESULT;
TwfTokens *twf_tokens_new_beside (const char *text,
                                  const char *language,
                                  TwfWordTable *lexicon,
                                  const TwfTokens *former) G_GNUC_WARN_UNUSED_RESULT;
void twf_tokens_free (TwfTokens *self);
gboolean twf_tokens_break_after (const TwfTokens *self, guint word);
guint twf_tokens_get_weight (const TwfTokens *self, guint word);
void twf_tokens_clear_tallies (const TwfTokens *self, TwfTally *tallies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfWordTable, twf_word_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTokens, twf_tokens_free)

G_END_DECLS
