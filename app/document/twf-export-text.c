/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-export-private.h"

#include "twf-bidi.h"
#include "twf-sheet-words.h"

#define INDENT 4 /* spaces a level */

static void
append_line (GString *out, guint depth, const char *line, const char *language)
{
  for (guint i = 0; i < depth * INDENT; i++)
    g_string_append_c (out, ' ');
  /* Readers of plain text take a line's direction from its first strong letter. */
  g_string_append (out, twf_text_get_view_mark (line, language));
  g_string_append (out, line);
  g_string_append_c (out, '\n');
}

static void
append_block (GString *out, const TwfBlock *block, const char *language)
{
  g_autofree char *line = NULL;
  g_autofree char *isolated = NULL;

  switch (block->kind)
    {
    case TWF_BLOCK_PROVISION:
      line = g_strconcat (block->label,
                          *block->label != '\0' ? " " : "",
                          block->text,
                          block->state != NULL ? " [" : "",
                          block->state != NULL ? block->state : "",
                          block->state != NULL ? "]" : "",
                          NULL);
      g_string_append_c (out, '\n');
      append_line (out, block->depth, line, block->language);
      break;
    case TWF_BLOCK_DETAIL:
      isolated = twf_text_isolate_in (block->text, block->language);
      line = *block->label == '\0'
                 ? g_strdup (isolated)
                 : g_strconcat (
                     block->label, twf_sheet_word (TWF_WORD_COLON, language), isolated, NULL);
      append_line (out, block->depth, line, language);
      break;
    case TWF_BLOCK_SIGNATORY:
      if (*block->label != '\0')
        {
          isolated = twf_text_isolate (block->label);
          line = g_strconcat (twf_sheet_word (TWF_WORD_SIGNED, language),
                              " ",
                              isolated,
                              twf_sheet_word (TWF_WORD_COMMA, language),
                              block->text,
                              NULL);
        }
      append_line (out, 0, line != NULL ? line : block->text, language);
      break;
    case TWF_BLOCK_MASTHEAD:
    case TWF_BLOCK_NOTE:
      append_line (out, 0, block->text, language);
      break;
    case TWF_BLOCK_TITLE:
    case TWF_BLOCK_SECTION:
    case TWF_BLOCK_HEADING:
      g_string_append (out, "\n");
      append_line (out, 0, block->text, block->language);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Plain text has no columns: what is proposed stands below, behind a line. */
static void
append_aside (GString *out, const TwfBlock *block, guint depth, const char *language)
{
  g_autofree char *isolated = twf_text_isolate_in (block->text, block->language);
  g_autofree char *line
      = g_strconcat ("│ ", block->label, twf_sheet_word (TWF_WORD_COLON, language), isolated, NULL);

  append_line (out, depth, line, language);
}

/**
 * _twf_export_text:
 * @sheet: (element-type TwfBlock): what to write
 * @language: of the document
 *
 * Writes plain text in UTF-8, one paragraph a line.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
_twf_export_text (GPtrArray *sheet, const char *language)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sheet->len; i++)
    {
      const TwfBlock *block = g_ptr_array_index (sheet, i);

      append_block (out, block, language);
      for (guint a = 0; block->aside != NULL && a < block->aside->len; a++)
        append_aside (out, block->aside->pdata[a], block->depth + 1, language);
    }
  return g_string_free_to_bytes (out);
}
