/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-stretch.h"

#include <string.h>

enum
{
  MOST_WORDS = 1024, /* looked at at once: what one call costs does not grow with the text */
};

/* The first of the words from @word up to @end at which @side has something of its own. */
static guint
find_change (const TwfWording *side, guint word, guint end)
{
  const TwfHunk *hunk = twf_wording_find_hunk (side, word + 1);

  return hunk != NULL && hunk->x0 < end ? MAX (hunk->x0, word + 1) : end;
}

/* Whether @side spells the words behind @word up to @last as the base does, and spaces them so. */
static gboolean
is_same (const TwfWording *base, const TwfWording *side, guint word, guint last)
{
  guint there = twf_wording_locate (side, word + 1, FALSE) - 1;
  gsize start = twf_wording_get_end (base, word);
  gsize side_start = twf_wording_get_end (side, there);
  gsize length = twf_wording_get_end (base, last) - start;

  return twf_wording_get_end (side, there + (last - word)) - side_start == length
         && memcmp (base->tokens->text + start, side->tokens->text + side_start, length) == 0;
}

/**
 * twf_text_stretch_find_last:
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides, aligned
 * @n_sides: how many
 * @word: a word of the base that every side has kept
 * @end: the word of the base before which to stop; behind @word
 *
 * Most of a text is what nobody touched, and that needs no thought word by word.
 *
 * Returns: the last word such that what stands behind @word up to it is the same in all texts, byte
 *   for byte; @word itself where there is none
 */
guint
twf_text_stretch_find_last (const TwfWording *base,
                            TwfWording *const *sides,
                            guint n_sides,
                            guint word,
                            guint end)
{
  guint last;

  end = MIN (end, word + MOST_WORDS);
  for (guint i = 0; i < n_sides; i++)
    end = find_change (sides[i], word, end);
  for (last = end - 1; last > word; last = word + (last - word) / 2)
    {
      guint same = 0;

      while (same < n_sides && is_same (base, sides[same], word, last))
        same++;
      if (same == n_sides)
        return last;
    }
  return word;
}
