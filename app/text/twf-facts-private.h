/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-facts.h"

G_BEGIN_DECLS

/* A text sign by sign, without what a reader of facts does not tell apart: marks above and below
 * letters, tatweel, isolates, forms of spaces, dashes, digits and letters. */
typedef struct
{
  guint n;
  gunichar *folded; /* small letters; a 0 at the end */
  gunichar *raw;    /* the same with its capitals */
  guint *starts;    /* bytes of the text */
  guint *ends;
} TwfSigns;

TwfSigns *twf_signs_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void twf_signs_free (TwfSigns *self);
char *twf_signs_dup_word (const TwfSigns *self, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
void twf_signs_write_word (const TwfSigns *self, guint from, guint to, char *word, gsize size);

typedef enum
{
  TWF_PIECE_NUMBER,
  TWF_PIECE_SYMBOL,
  TWF_PIECE_WORD, /* letters in a row */
  TWF_PIECE_HAN,  /* one sign */
  TWF_PIECE_SIGN, /* a mark */
} TwfPieceKind;

/* Longest word that is looked up, in bytes. */
#define TWF_PIECE_WORD_SIZE 64

typedef struct
{
  TwfPieceKind kind;
  guint from; /* signs */
  guint to;
  gboolean spaced;                /* there is a space before it */
  double value;                   /* of a number */
  char word[TWF_PIECE_WORD_SIZE]; /* of a word, folded; of a number or symbol its key */
  /* Of a number that may also be read otherwise, its key then: Arabic groups of digits may stand in
   * the order in which they are seen. */
  char turned[TWF_FACT_KEY_SIZE];
  gboolean certain; /* it is not the other one */
} TwfPiece;

GArray *twf_pieces_new (const TwfSigns *signs,
                        const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPiece */

/* What is looked for, and where it goes. */
typedef struct
{
  const TwfSigns *signs;
  const TwfPiece *pieces;
  guint n;
  const char *language; /* two letters */
  GArray *facts;
} TwfFactSearch;

void twf_facts_add (const TwfFactSearch *self,
                    TwfFactKind kind,
                    gboolean weak,
                    guint first,
                    guint last,
                    const char *key);
gboolean twf_facts_is (const TwfFactSearch *self, guint index, const char *word);
void twf_facts_find_number_words (const TwfFactSearch *self);
void twf_facts_find_names (const TwfFactSearch *self);
guint twf_facts_read_month (const TwfFactSearch *self, guint index, guint *n_pieces);
double twf_facts_read_magnitude (const TwfFactSearch *self, guint index, guint *n_pieces);
gboolean twf_facts_read_percent (const TwfFactSearch *self, guint index);
guint twf_facts_read_item (const TwfFactSearch *self, guint index, gboolean *weak);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSigns, twf_signs_free)

G_END_DECLS
