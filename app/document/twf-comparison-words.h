/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a comparison says about a plan, in the language of the document. Those behind a count are
 * labels of a number, so that no language has to inflect them by it. */
typedef enum
{
  TWF_COMPARED_TITLE,
  TWF_COMPARED_ADDED,
  TWF_COMPARED_REMOVED,
  TWF_COMPARED_MOVED,
  TWF_COMPARED_WAS,       /* the number it had */
  TWF_COMPARED_NOW,       /* the number it has */
  TWF_COMPARED_UNCHANGED, /* a count of provisions */
  TWF_COMPARED_NOTHING,
  TWF_COMPARED_WORDS_INSERTED,
  TWF_COMPARED_WORDS_DELETED,
  TWF_COMPARED_N_ADDED,
  TWF_COMPARED_N_REMOVED,
  TWF_COMPARED_N_MOVED,
  TWF_COMPARED_N_EDITED,
  TWF_COMPARED_PROPOSAL,
  TWF_COMPARED_REMARK,
  TWF_COMPARED_N_WORDS
} TwfComparedWord;

const char *twf_compared_word (TwfComparedWord word, const char *language);

G_END_DECLS
