/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-engine.h"

#include <string.h>

/**
 * twf_text_carry:
 * @wording: (nullable): a wording made on @old_text
 * @old_text: (nullable): the text it was made on
 * @new_text: (nullable): what became of that text since
 * @language: (nullable): their language
 * @clash: (out) (optional): whether @wording and @new_text changed the same words somewhere
 *
 * Carries a wording along when the text under it changes. Where both touched the same words, the
 * wording's own stay.
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
  return twf_pieces_dup_text (pieces, 0);
}
