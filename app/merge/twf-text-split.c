/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-engine.h"

#include "twf-blocks.h"
#include "twf-moves.h"
#include "twf-text-write.h"

#include <string.h>

/* Whether two changes that follow each other are read as one: no sentence ends between them. */
static gboolean
belong_together (const TwfWording *base,
                 const TwfWording *wording,
                 const TwfHunk *one,
                 const TwfHunk *next)
{
  gboolean ends_base = FALSE;
  gboolean ends_wording = FALSE;

  for (guint x = one->x1; x <= next->x0; x++)
    ends_base |= base->grains[x] >= TWF_GRAIN_SENTENCE;
  for (guint y = one->y1; y <= next->y0; y++)
    ends_wording |= wording->grains[y] >= TWF_GRAIN_SENTENCE;
  return !ends_base || !ends_wording;
}

/* The whole base with the edits from @from up to @to alone. How words are spaced and spelt follows
 * the wording in the part of the text that is theirs, so that every such change is in one split. */
static char *
write_some (const TwfWording *base, TwfWording *wording, guint from, guint to)
{
  g_autoptr (TwfTextJoin) join = twf_text_join_new (base, &wording, 1, TWF_GRAIN_WORD);
  g_autoptr (GPtrArray) pieces = NULL;

  for (guint i = 0; i < join->edits->len; i++)
    g_array_index (join->edits, TwfTextEdit, i).joined = i >= from && i < to;
  if (from > 0)
    join->forms_from = g_array_index (wording->hunks, TwfHunk, from).x0;
  if (to < wording->hunks->len)
    join->forms_to = g_array_index (wording->hunks, TwfHunk, to).x0;
  pieces = twf_text_write (base, &wording, 1, join);
  return twf_pieces_dup_text (pieces, G_MAXUINT);
}

/* Whether all the changes together make the wording again. */
static gboolean
make_up (GPtrArray *changes, const char *base, const char *wording, const char *language)
{
  g_autoptr (GPtrArray) pieces
      = twf_merge_texts (base, (const char *const *)changes->pdata, changes->len, language);
  g_autofree char *text = twf_pieces_dup_text (pieces, G_MAXUINT);

  return twf_pieces_are_decided (pieces) && g_str_equal (text, wording);
}

/* Which hunk holds word @at of the base, or of the wording; G_MAXUINT: none. */
static guint
find_hunk (GArray *hunks, guint at, gboolean of_base)
{
  for (guint i = 0; i < hunks->len; i++)
    {
      const TwfHunk *hunk = &g_array_index (hunks, TwfHunk, i);

      if (of_base ? hunk->x0 <= at && at < hunk->x1 : hunk->y0 <= at && at < hunk->y1)
        return i;
    }
  return G_MAXUINT;
}

/* By hunk the last one that it cannot be told from: what moved goes from one to the other, and one
 * without the other would have it twice, or nowhere. */
static guint *
list_reaches (const TwfWording *base, const TwfWording *wording, TwfLexicon *lexicon)
{
  GArray *hunks = wording->hunks;
  guint *reaches = g_new (guint, hunks->len);
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (TwfMoves) moves = NULL;

  for (guint i = 0; i < hunks->len; i++)
    reaches[i] = i;
  if (hunks->len < 2 || wording->match == NULL)
    return reaches;
  blocks = twf_blocks_new_for_match (base->tokens, wording->tokens, lexicon->words, wording->match);
  moves = twf_moves_new (base->tokens, wording->tokens, blocks);
  for (guint i = 0; i < moves->moves->len; i++)
    {
      const TwfMove *move = &g_array_index (moves->moves, TwfMove, i);
      guint from = find_hunk (hunks, move->x, TRUE);
      guint to = find_hunk (hunks, move->y, FALSE);
      guint first = MIN (from, to);

      if (from != G_MAXUINT && to != G_MAXUINT)
        reaches[first] = MAX (reaches[first], MAX (from, to));
    }
  return reaches;
}

static GPtrArray *
split (const TwfWording *base, TwfWording *wording, TwfLexicon *lexicon)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);
  GArray *hunks = wording->hunks;
  g_autofree guint *reaches = list_reaches (base, wording, lexicon);

  for (guint from = 0, to; from < hunks->len; from = to)
    {
      guint reach = reaches[from];

      for (to = from + 1; to < hunks->len
                          && (to <= reach
                              || belong_together (base,
                                                  wording,
                                                  &g_array_index (hunks, TwfHunk, to - 1),
                                                  &g_array_index (hunks, TwfHunk, to)));
           to++)
        reach = MAX (reach, reaches[to]);
      g_ptr_array_add (changes, write_some (base, wording, from, to));
    }
  return changes;
}

/**
 * twf_text_split:
 * @base: (nullable): a text
 * @wording: (nullable): what became of it
 * @language: (nullable): their language
 *
 * Tells the independent changes between two texts apart: what was changed within one sentence is
 * one, and so is what moved. Merged again, they are decided and make @wording; where that cannot
 * be, there is one change.
 *
 * Returns: (transfer full) (element-type utf8): for each change the whole text with that one alone;
 *   none where the texts are the same
 */
GPtrArray *
twf_text_split (const char *base, const char *wording, const char *language)
{
  const char *texts[] = { base != NULL ? base : "", wording != NULL ? wording : "" };
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new_for_merge ();
  g_autoptr (TwfWording) old_version = twf_wording_new (texts[0], language, lexicon);
  g_autoptr (TwfWording) new_version
      = twf_wording_new_version (texts[1], language, lexicon, old_version);
  GPtrArray *changes = split (old_version, new_version, lexicon);

  if (changes->len > 1 && make_up (changes, texts[0], texts[1], language))
    return changes;
  g_ptr_array_set_size (changes, 0);
  if (!g_str_equal (texts[0], texts[1]))
    g_ptr_array_add (changes, g_strdup (texts[1]));
  return changes;
}
