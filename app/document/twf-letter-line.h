/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lexicon.h"

G_BEGIN_DECLS

/* One line of a letter with what its place on the page told before the spaces were taken out. */
typedef struct
{
  char *raw;    /* as it stood */
  char *core;   /* without bullet or number and the space around it, not yet repaired */
  char *text;   /* @core after the safe repairs */
  char *number; /* nullable: "1 -" at either end */
  guint line;   /* from 1 */
  guint lead;   /* spaces in front */
  guint trail;  /* and behind */
  gboolean bullet;
  gboolean blank;
} TwfLetterLine;

TwfLetterLine *
twf_letter_line_new (const char *raw, guint line, TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void twf_letter_line_free (TwfLetterLine *self);
gboolean twf_letter_line_is_signature (const TwfLetterLine *self);
char *twf_letter_line_dup_name (const TwfLetterLine *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
