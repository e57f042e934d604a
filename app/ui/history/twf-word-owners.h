/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-words.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* Somebody who brought words of a text; several who brought the same ones independently are one. */
typedef struct
{
  char *mark;    /* codes of the delegations, or who made the revision */
  char *name;    /* the same in full, isolated */
  guint n_words; /* that stand */
  guint n_gone;  /* that stand no longer */
} TwfWordOwner;

/* Words that came in the same way, and went in the same way. */
typedef struct
{
  const TwfWordRun *first; /* whose story it is; borrowed */
  GPtrArray *runs;         /* of TwfRun: the words */
} TwfWordStory;

/* The words of a text by whose they are. */
typedef struct
{
  GPtrArray *words;   /* of TwfWordRun: as the desk gave them */
  GPtrArray *owners;  /* of TwfWordOwner, in the order in which the text first has their words; the
                         number is that of the colour */
  GPtrArray *shown;   /* of TwfOwnedRun: the text */
  GPtrArray *stories; /* of TwfWordStory, in the order of the text, those that went last */
} TwfWordOwners;

TwfWordOwners *twf_word_owners_new (TwfWorkbench *workbench,
                                    GPtrArray *words,
                                    const char *language,
                                    gboolean with_gone) G_GNUC_WARN_UNUSED_RESULT;
void twf_word_owners_free (TwfWordOwners *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfWordOwners, twf_word_owners_free)

G_END_DECLS
