/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-private.h"

#include "twf-bidi.h"
#include "twf-sheet-words.h"
#include "twf-taken.h"

#include <string.h>

/* "OP27(a)" as a reader is told of it: ", paragraph 27 (a)". */
static char *
dup_paragraph (const char *place, const char *language)
{
  gboolean preamble = g_str_has_prefix (place, "PP");
  const char *number = place + (preamble || g_str_has_prefix (place, "OP") ? strlen ("OP") : 0);
  g_auto (GStrv) pieces = g_strsplit (number, "(", 2);
  g_autofree char *spaced = g_strjoinv (" (", pieces);

  return twf_sheet_word_with (
      preamble ? TWF_WORD_PREAMBULAR : TWF_WORD_PARAGRAPH, language, spaced);
}

/*
 * _twf_sheet_add_sources:
 * @sheet: a sheet
 * @provision: one of its provisions
 * @language: of its text that is shown
 * @depth: of the lines
 *
 * Says from where the words were taken, as long as they are those: "Agreed language: A/RES/76/186,
 * paragraph 27".
 */
void
_twf_sheet_add_sources (TwfSheet *sheet, TwfProvision *provision, const char *language, guint depth)
{
  g_autoptr (GPtrArray) list = twf_taken_list (provision);

  for (guint i = 0; i < list->len; i++)
    {
      const TwfTaken *taken = list->pdata[i];
      g_autofree char *symbol = twf_text_isolate_in (taken->symbol, "en");
      g_autofree char *paragraph = dup_paragraph (taken->place, sheet->language);
      g_autofree char *line = g_strconcat (symbol, paragraph, NULL);

      /* A text without a symbol can be told to nobody. */
      if (g_str_equal (taken->symbol, "?") || !twf_taken_holds (taken, provision, language))
        continue;
      twf_sheet_add (sheet->blocks,
                     TWF_BLOCK_DETAIL,
                     twf_sheet_word (TWF_WORD_AGREED_LANGUAGE, sheet->language),
                     line,
                     sheet->language)
          ->depth
          = depth;
    }
}
