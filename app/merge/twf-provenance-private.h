/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-blocks.h"
#include "twf-provenance.h"

G_BEGIN_DECLS

#define TWF_NO_WORD G_MAXUINT32

/* Versions that are kept cut up: a version is compared with one that was added just before. */
#define TWF_MOST_CUT 32

/* A word as somebody once put it in; a word that stays, moves or comes back is the same one. */
typedef struct
{
  guint32 symbol;
  guint32 origin; /* version that brought it */
  GArray *same; /* of guint32, words: that several brought alike, and which this one joins; NULL */
} TwfWord;

/* One version. Those whose text is that of their parent share its arrays. */
typedef struct
{
  char *text;
  const guint32 *symbols; /* of its words in order, without spaces */
  const guint32 *words;   /* which word each of them is: index in TwfProvenance.words */
  guint n_words;
  guint alike;       /* the version before it whose text has the same hash, plus one; 0: none */
  gboolean proposal; /* the wording of one */
  gboolean shares;   /* whether the arrays are another version's */
  GArray *parents;   /* of guint */
  guint since;       /* it contains every version from this one on up to itself */
  guint64 *contains; /* bits of the versions before @since that it contains; NULL: none or all */
  TwfTokens *tokens; /* nullable: cut up again when needed */
} TwfReading;

/* Words that stood together in a version and not in one made from it. */
typedef struct
{
  guint version; /* the last it stood in */
  guint start;
  guint n;
  guint deleted_by;
  gboolean left_out; /* it stood in one of those that were joined, unknown to the others */
} TwfLoss;

/* Passages by the words that begin in them. */
typedef struct _TwfLossIndex TwfLossIndex;

TwfLossIndex *twf_loss_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_loss_index_free (TwfLossIndex *self);
void twf_loss_index_add (TwfLossIndex *self, const TwfLoss *loss, const guint32 *symbols);
const TwfLoss *
twf_loss_index_next (TwfLossIndex *self, const guint32 *symbols, guint n, guint *cursor, guint *at);
GArray *twf_loss_index_list (TwfLossIndex *self); /* of TwfLoss; borrowed */

struct _TwfProvenance
{
  char *language; /* nullable */
  TwfWordTable *lexicon;
  GStringChunk *keys;      /* words of the lexicon that no text has as they stand */
  GPtrArray *versions;     /* of TwfReading* (owned) */
  GArray *words;           /* of TwfWord */
  GArray *counts;          /* of guint32: how many words a symbol was put in as, by symbol */
  TwfLossIndex *losses;    /* of all versions */
  GHashTable *texts;       /* hash of a text -> the newest version with it, plus one */
  GArray *marks;           /* of guint32, by word: the last finding that has it */
  guint32 mark;            /* of the newest finding */
  guint cut[TWF_MOST_CUT]; /* versions whose tokens are kept, plus one */
  guint next_cut;
};

/* The words of a version while they are found out. */
typedef struct
{
  TwfProvenance *provenance;
  const TwfTokens *tokens;
  guint version;
  guint32 *words;   /* TWF_NO_WORD: not known yet; owned */
  gboolean *stayed; /* whether the word was found in its place; owned */
  guint32 mark;     /* of the words that are in it */
} TwfFinding;

TwfReading *twf_provenance_get (TwfProvenance *self, guint version);
const TwfTokens *twf_provenance_cut (TwfProvenance *self, guint version);
const TwfWord *twf_provenance_get_word (TwfProvenance *self, guint32 word);
guint *
twf_provenance_list_origins (TwfProvenance *self, guint32 word, guint *n) G_GNUC_WARN_UNUSED_RESULT;

void twf_finding_init (TwfFinding *self, TwfProvenance *provenance, guint version);
void twf_finding_clear (TwfFinding *self);
void twf_finding_mark (TwfFinding *self, guint32 word);
gboolean twf_finding_has (const TwfFinding *self, guint32 word);
void twf_finding_take_from_parent (TwfFinding *self, guint parent);
void twf_finding_fetch (TwfFinding *self, TwfLossIndex *losses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLossIndex, twf_loss_index_free)

G_END_DECLS
