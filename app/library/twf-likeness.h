/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-terms.h"

G_BEGIN_DECLS

/* A stretch of terms. */
typedef struct
{
  guint first;
  guint end;
} TwfStretch;

/* A phrase made ready to be looked for, letter variants and signs apart. */
typedef struct
{
  GArray *terms;     /* of TwfTerm */
  guint n;           /* of these, which are asked for as they are */
  gboolean unending; /* the last of them may go on: one Han sign alone */
} TwfPhrase;

void twf_phrase_init (TwfPhrase *self, TwfTerms *cutter, const char *phrase);
void twf_phrase_clear (TwfPhrase *self);
gboolean twf_phrase_find (const TwfPhrase *self, const GArray *terms, TwfStretch *found);
double twf_phrase_compare (const TwfPhrase *self, const GArray *terms, TwfStretch *found);

GArray *twf_clauses_cut (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_clauses_narrow (const char *text,
                         const char *language,
                         gsize start,
                         gsize end,
                         const char *other,
                         const char *other_language,
                         gsize *other_start,
                         gsize *other_end);

G_END_DECLS
