/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-moved-choice.h"

#include "twf-text-engine.h"

#include <string.h>

static char *
dup_range (const TwfWording *version, const TwfRange *range)
{
  return g_strndup (version->tokens->text + range->start, range->last - range->start);
}

/* What a side that moved the lines has in them, with what those wrote who left them where they were
 * if that can be joined. */
static char *
dup_joined (const TwfMovedLines *self,
            const TwfTextMaterial *material,
            GPtrArray *texts,
            const char *base,
            guint mover)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new ();
  g_autoptr (GPtrArray) pieces = NULL;

  g_ptr_array_add (sides, texts->pdata[mover]);
  for (guint side = 0; side < material->n_sides; side++)
    if (!self->moved[side] && *(const char *)texts->pdata[side] != '\0')
      g_ptr_array_add (sides, texts->pdata[side]);
  pieces = twf_text_merge_in_place (
      base, (const char *const *)sides->pdata, sides->len, material->language, material->grain);
  return twf_pieces_dup_text (pieces, 0);
}

/* An undecided piece: the wording of each side that did anything to the lines. */
static TwfPiece *
make_choice (const TwfMovedLines *self,
             const TwfTextMaterial *material,
             GPtrArray *texts,
             const char *base,
             const gboolean *here,
             gboolean first)
{
  TwfPiece *piece = g_new0 (TwfPiece, 1);

  piece->text = g_strdup (first ? base : "");
  piece->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  for (guint side = 0; side < material->n_sides; side++)
    {
      const char *text = texts->pdata[side];
      g_autofree char *joined
          = self->moved[side] ? dup_joined (self, material, texts, base, side) : NULL;

      if (!self->moved[side] && g_str_equal (text, base))
        continue;
      if (here != NULL && !here[side])
        text = "";
      else if (joined != NULL)
        text = joined;
      twf_alternatives_add (piece->alternatives, g_strdup (text), side);
    }
  twf_alternatives_sort (piece->alternatives);
  return piece;
}

/**
 * twf_moved_lines_merge:
 * @self: lines that some side has elsewhere
 * @material: the texts that are merged
 * @here: (nullable) (array): which of the sides want them in the place that is asked for, where
 *   there are several; %NULL: there is one
 * @first: whether that place is the first of them, where the base's wording is shown
 *
 * Merges what became of the lines, for one of the places to which they were moved. Who deleted them
 * and who moved them do not agree whether they stand, and who moved them elsewhere not whether they
 * stand here: then each wording of theirs is kept.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_moved_lines_merge (const TwfMovedLines *self,
                       const TwfTextMaterial *material,
                       const gboolean *here,
                       gboolean first)
{
  g_autofree char *base = dup_range (material->base, &self->range);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean deleted = FALSE;
  GPtrArray *pieces;

  for (guint side = 0; side < material->n_sides; side++)
    {
      g_ptr_array_add (texts, dup_range (material->sides[side], &self->ranges[side]));
      deleted |= *(const char *)texts->pdata[side] == '\0';
    }
  if (!deleted && here == NULL)
    return twf_text_merge_in_place (base,
                                    (const char *const *)texts->pdata,
                                    material->n_sides,
                                    material->language,
                                    material->grain);
  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);
  g_ptr_array_add (pieces, make_choice (self, material, texts, base, here, first));
  return pieces;
}
