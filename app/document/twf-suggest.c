/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-suggest.h"

GPtrArray *
twf_suggest_for_line (const char *core, const char *text, TwfLexicon *lexicon)
{
  return g_ptr_array_new ();
}
