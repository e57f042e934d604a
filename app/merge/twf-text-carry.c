/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-engine.h"

#include <string.h>

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Words that both put at one place stand there one after the other: neither touched the other's. */
static char *
dup_carried (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];
      const char *own = twf_piece_get_text (piece, 0);
      const char *standing = twf_piece_get_text (piece, 1);

      if (piece->alternatives != NULL && is_blank (piece->text) && !is_blank (own)
          && !is_blank (standing))
        {
          g_string_append (text, standing);
          if (!g_unichar_isspace (g_utf8_get_char (own))
              && !g_ascii_isspace (text->str[text->len - 1]))
            g_string_append_c (text, ' ');
        }
      g_string_append (text, own);
    }
  return g_string_free (text, FALSE);
}

/**
 * twf_text_carry:
 * @wording: (nullable): a wording made on @old_text
 * @old_text: (nullable): the text it was made on
 * @new_text: (nullable): what became of that text since
 * @language: (nullable): their language
 * @clash: (out) (optional): whether @wording and @new_text changed the same words somewhere
 *
 * Carries a wording along when the text under it changes. Where both touched the same words, the
 * wording's own stay; where both put words at one place, all of them, those of the text first.
 *
 * Returns: (transfer full): the wording, made on @new_text
 */
char *
twf_text_carry (const char *wording,
                const char *old_text,
                const char *new_text,
                const char *language,
                gboolean *clash)
{
  const char *const sides[] = { wording, new_text };
  g_autoptr (GPtrArray) pieces
      = twf_text_merge_by_grain (old_text, sides, G_N_ELEMENTS (sides), language, TWF_GRAIN_WORD);

  if (clash != NULL)
    *clash = !twf_pieces_are_decided (pieces);
  return dup_carried (pieces);
}
