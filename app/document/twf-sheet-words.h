/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few words that an export adds to a plan's own. They are in the language of the document, not
 * of the interface: gettext cannot give them. */
typedef enum
{
  TWF_WORD_SESSION,     /* takes the session's number */
  TWF_WORD_AGENDA_ITEM, /* takes the item's number */
  TWF_WORD_SIGNED,
  TWF_WORD_CO_SPONSORS,
  TWF_WORD_COLON, /* what stands between a label and its text */
  TWF_WORD_COMMA,
  TWF_WORD_QUOTED, /* the words of a text that is spoken of */
  TWF_WORD_PARKED, /* behind a text about which proposals were set aside */
  TWF_WORD_PARKED_PROPOSALS,
  TWF_WORD_FACILITATOR,
  TWF_WORD_OLDER_WORDING,  /* under a translation; takes the language it was translated from */
  TWF_WORD_NOT_TRANSLATED, /* under a text in another language; takes that language */
  TWF_WORD_NOT_AGREED,
  TWF_WORD_AGREED_LANGUAGE, /* words that were taken from another text as they are */
  TWF_WORD_PARAGRAPH,       /* behind that text's symbol; takes the paragraph's number */
  TWF_WORD_PREAMBULAR,
  TWF_N_SHEET_WORDS
} TwfWord;

const char *twf_sheet_word (TwfWord word, const char *language);
char *twf_sheet_word_with (TwfWord word,
                           const char *language,
                           const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
