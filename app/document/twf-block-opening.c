/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-block-opening.h"

#include <string.h>

/* What a piece of a drawn text is to the words that it opens with. */
typedef enum
{
  PIECE_COMMON, /* all say it */
  PIECE_SIDE,   /* one of the wordings */
  PIECE_SIGN,   /* no words of the text */
} Piece;

static guint
get_length (const TwfBlock *block)
{
  return block->runs != NULL ? block->runs->len : block->spans != NULL ? block->spans->len : 1;
}

static const char *
get_piece (const TwfBlock *block, guint i, Piece *piece)
{
  *piece = PIECE_COMMON;
  if (block->runs != NULL)
    {
      const TwfRun *run = block->runs->pdata[i];

      *piece = run->kind == TWF_RUN_EQUAL ? PIECE_COMMON : PIECE_SIDE;
      return run->text;
    }
  if (block->spans != NULL)
    {
      const TwfSpan *span = block->spans->pdata[i];

      if (span->kind == TWF_SPAN_SIGN || span->kind == TWF_SPAN_ATTRIBUTION)
        *piece = PIECE_SIGN;
      else if (span->kind != TWF_SPAN_TEXT)
        *piece = PIECE_SIDE;
      return span->text;
    }
  return block->text;
}

/**
 * twf_block_dup_drawn:
 * @block: a block
 *
 * Returns: (transfer full): its text as it is drawn: with what was deleted, with brackets
 */
char *
twf_block_dup_drawn (const TwfBlock *block)
{
  GString *drawn = g_string_new (NULL);

  for (guint i = 0; i < get_length (block); i++)
    {
      Piece piece;

      g_string_append (drawn, get_piece (block, i, &piece));
    }
  return g_string_free (drawn, FALSE);
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/**
 * twf_block_list_openings:
 * @block: a block
 *
 * Finds what is printed apart in a text because it opens with it. Where it opens with "[Urges]
 * [Encourages]", that is both.
 *
 * Returns: (transfer full) (element-type TwfOpening): bytes of twf_block_dup_drawn(), in order;
 *   mostly one or none
 */
GArray *
twf_block_list_openings (const TwfBlock *block)
{
  GArray *openings = g_array_new (FALSE, FALSE, sizeof (TwfOpening));
  gsize start = 0;

  for (guint i = 0; block->forms != TWF_OPENING_NONE && i < get_length (block); i++)
    {
      Piece piece;
      const char *text = get_piece (block, i, &piece);
      TwfOpening opening;

      if (piece != PIECE_SIGN && twf_opening_find (text, block->language, block->forms, &opening))
        {
          opening.start += start;
          opening.end += start;
          g_array_append_val (openings, opening);
        }
      /* Behind what all say, nothing opens the paragraph any more. */
      if (piece == PIECE_COMMON && !is_blank (text))
        break;
      start += strlen (text);
    }
  return openings;
}
