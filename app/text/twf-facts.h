/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwfFactKind:
 * @TWF_FACT_NUMBER: a number or a year, as 0 to 9 without grouping: "1500000", "0.5", "2020"
 * @TWF_FACT_MONTH: the month of a date, "1" to "12"
 * @TWF_FACT_SYMBOL: of a document or a resolution: the numbers in it, "76/186"
 * @TWF_FACT_PERCENT: that a number is a share of a hundred; no key
 * @TWF_FACT_ITEM: the letter of a sub-paragraph, counted from 1
 * @TWF_FACT_BRACKET: an opening or closing square bracket
 * @TWF_FACT_NOTE: the raised figure of a footnote
 * @TWF_FACT_STATE: a state, by its ISO 3166-1 code
 * @TWF_FACT_BODY: an organization, by its English letters
 *
 * What a text states that must be the same in every language.
 */
typedef enum
{
  TWF_FACT_NUMBER,
  TWF_FACT_MONTH,
  TWF_FACT_SYMBOL,
  TWF_FACT_PERCENT,
  TWF_FACT_ITEM,
  TWF_FACT_BRACKET,
  TWF_FACT_NOTE,
  TWF_FACT_STATE,
  TWF_FACT_BODY,
} TwfFactKind;

#define TWF_N_FACT_KINDS 9

/* Bytes of a key with the zero at its end; a longer one is cut. */
#define TWF_FACT_KEY_SIZE 32

typedef struct
{
  TwfFactKind kind;
  /* It may stand for the same fact of another language, and does not ask for one: a number in
   * words, a Roman one, the name of a month by itself. */
  gboolean weak;
  guint start; /* bytes of the text */
  guint end;
  char key[TWF_FACT_KEY_SIZE]; /* the same in every language */
} TwfFact;

GArray *
twf_facts_find (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfFact */

G_END_DECLS
