/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a note to the capital says, in the language of the document. Those behind a count are labels
 * of a number; fates, positions and what is asked for are in the order of their enumerations. */
typedef enum
{
  TWF_SINCE_WORD_TITLE,
  TWF_SINCE_WORD_DELEGATION,
  TWF_SINCE_WORD_CLEARED,
  TWF_SINCE_WORD_FROM,
  TWF_SINCE_WORD_TO,
  TWF_SINCE_WORD_NOTE,
  TWF_SINCE_WORD_LEGEND,
  TWF_SINCE_WORD_NOTHING,
  TWF_SINCE_WORD_CHANGES, /* a count of provisions */
  TWF_SINCE_WORD_MORE,    /* a count, then names */
  TWF_SINCE_WORD_OWN,     /* groups */
  TWF_SINCE_WORD_GROUPS,
  TWF_SINCE_WORD_TEXT,
  TWF_SINCE_WORD_PROPOSALS,
  TWF_SINCE_WORD_REST,
  TWF_SINCE_WORD_OWN_PROPOSAL,
  TWF_SINCE_WORD_GROUP_PROPOSAL,
  TWF_SINCE_WORD_ASKED, /* what it asks for */
  TWF_SINCE_WORD_PLAN,
  TWF_SINCE_WORD_OPEN, /* fates */
  TWF_SINCE_WORD_MADE,
  TWF_SINCE_WORD_CHANGED,
  TWF_SINCE_WORD_ACCEPTED,
  TWF_SINCE_WORD_REJECTED,
  TWF_SINCE_WORD_PARKED,
  TWF_SINCE_WORD_WITHDRAWN,
  TWF_SINCE_WORD_TAKEN_UP,
  TWF_SINCE_WORD_REOPENED,
  TWF_SINCE_WORD_GONE,
  TWF_SINCE_WORD_RETAIN, /* positions */
  TWF_SINCE_WORD_DELETE,
  TWF_SINCE_WORD_RESERVE,
  TWF_SINCE_WORD_SUPPORT,
  TWF_SINCE_WORD_REFLECT,
  TWF_SINCE_WORD_WITHDRAWS,
  TWF_SINCE_WORD_ASKS_REPLACE, /* what is asked for */
  TWF_SINCE_WORD_ASKS_DELETE,
  TWF_SINCE_WORD_ASKS_INSERT,
  TWF_SINCE_WORD_ASKS_MOVE,
  TWF_SINCE_N_WORDS
} TwfSinceWord;

const char *twf_since_word (TwfSinceWord word, const char *language);

G_END_DECLS
