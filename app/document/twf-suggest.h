/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lexicon.h"

G_BEGIN_DECLS

/* What a line would be with its runs in reading order; see twf-suggest.c for what is looked for. */
typedef struct
{
  char *from;
  char *to;
  const char *reason;
  gsize start; /* byte offset of @from in the repaired line */
} TwfProposed;

GPtrArray *
twf_suggest_for_line (const char *core,
                      const char *text,
                      TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT; /* of TwfProposed */

G_END_DECLS
