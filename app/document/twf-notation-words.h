/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-positions.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a compilation says beside the plan's own words, in the language of the document. */
typedef enum
{
  TWF_NOTED_SEMICOLON,    /* between what several say, with its spaces */
  TWF_NOTED_NO_TEXT,      /* the alternative that nothing stands there */
  TWF_NOTED_AFTER,        /* a place: takes a number */
  TWF_NOTED_FIRST,        /* a place: before all others there */
  TWF_NOTED_PLACE,        /* label of proposed places */
  TWF_NOTED_AGREED_GROUP, /* states of agreement, in the order of TwfAgreementLevel */
  TWF_NOTED_AGREED_PLENARY,
  TWF_NOTED_AGREED_AD_REFERENDUM,
  TWF_NOTED_AGREED_PENDING, /* takes a delegation */
  TWF_NOTED_REOPENED,
  TWF_NOTED_EXCEPT, /* between a group and members that say something else, with its spaces */
  TWF_NOTED_N_WORDS
} TwfNotedWord;

const char *twf_noted_word (TwfNotedWord word, const char *language);
const char *twf_noted_position (TwfPositionWord word, const char *language);
gboolean twf_noted_position_begins (const char *text, TwfPositionWord *word, const char **rest);
gboolean twf_noted_is_no_text (const char *text);
gsize twf_noted_find_except (const char *name);
gsize twf_noted_find_state (const char *text);

G_END_DECLS
