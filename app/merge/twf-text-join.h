/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-wording.h"

G_BEGIN_DECLS

/* A hunk and the side that has it. */
typedef struct
{
  TwfHunk hunk;
  guint side;
} TwfSideHunk;

/* The same change made by one or more sides. */
typedef struct
{
  const TwfSideHunk *owners; /* (array length=n_owners): ascending by side */
  guint n_owners;
  gboolean joined; /* it stands; otherwise it is inside an undecided passage */
} TwfTextEdit;

/* A passage of the base, from gap to gap, in which sides do not agree. */
typedef struct
{
  guint x0, x1;
  gboolean with_first; /* words inserted at its first gap belong to it */
  gboolean with_last;  /* words inserted at its last gap belong to it */
} TwfPassage;

/* What became of the changes of all sides. */
typedef struct
{
  GArray *hunks;    /* of TwfSideHunk */
  GArray *edits;    /* of TwfTextEdit, ascending by place */
  GArray *passages; /* of TwfPassage, ascending, not touching the same words */
  guint forms_from; /* words of the base, from here ... */
  guint forms_to;   /* ... up to here, are spaced and spelt as sides have it, others as the base */
} TwfTextJoin;

TwfTextJoin *twf_text_join_new (const TwfWording *base,
                                TwfWording *const *sides,
                                guint n_sides,
                                TwfGrain grain) G_GNUC_WARN_UNUSED_RESULT;
void twf_text_join_free (TwfTextJoin *self);
void twf_text_join_add_passage (TwfTextJoin *self, guint from, guint to);
void twf_text_join_add_rivals (TwfTextJoin *self,
                               const TwfWording *base,
                               TwfWording *const *sides,
                               guint n_sides);
gboolean twf_passage_has_hunk (const TwfPassage *self, const TwfHunk *hunk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTextJoin, twf_text_join_free)

G_END_DECLS
