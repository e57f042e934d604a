/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Where a made-up history takes its choices from: random numbers, or the bytes that a fuzzer found.
 * Every word that is made up is made up once, so that it can be followed through a merge. */
typedef struct
{
  GRand *rand; /* NULL: from the bytes */
  const guint8 *bytes;
  gsize n_bytes;
  gsize at;
  guint n_words;
} Chance;

guint chance_draw (Chance *self, guint n);
char *chance_word (Chance *self, const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *random_plan (Chance *self, guint most) G_GNUC_WARN_UNUSED_RESULT;
void random_edit (Chance *self, TwfPlan *plan, const char *owner);
void random_word_edit (Chance *self, TwfPlan *plan);
void random_words (const char *tree, GHashTable *words); /* adds to a set of char* (owned) */

G_END_DECLS
