/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-trace-private.h"

#include <string.h>

static void
clear_word (gpointer data)
{
  TwfTracedWord *word = data;

  g_free (word->plain);
  g_clear_pointer (&word->by, g_array_unref);
  g_clear_pointer (&word->put, g_array_unref);
}

/* The words of a version as they stand; what is before the first is its. */
static GArray *
list_words (TwfProvenance *provenance, guint version)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (TwfTracedWord));
  const TwfReading *entry;
  const TwfTokens *tokens;

  g_array_set_clear_func (words, clear_word);
  if (version == TWF_NO_VERSION || (entry = twf_provenance_get (provenance, version))->n_words == 0)
    return words;
  tokens = twf_provenance_cut (provenance, version);
  for (guint i = 0; i < entry->n_words; i++)
    {
      const TwfToken *token = &tokens->tokens[tokens->positions[i]];
      gsize start = i > 0 ? token->start : 0;
      gsize end = i + 1 < entry->n_words ? tokens->tokens[tokens->positions[i + 1]].start
                                         : strlen (entry->text);
      TwfTracedWord word = { .text = entry->text + start,
                             .length = end - start,
                             .core = token->start + token->length - start };

      g_array_append_val (words, word);
    }
  return words;
}

/* Whether @version was made from @earlier, or there is no @earlier. */
static gboolean
is_made_from (TwfProvenance *provenance, guint version, guint earlier)
{
  return earlier == TWF_NO_VERSION || twf_provenance_contains (provenance, version, earlier);
}

/* A word that several brought alike was known to a version as one of theirs. */
static guint32
find_known (TwfProvenance *provenance, guint version, guint32 word)
{
  const GArray *same = twf_provenance_get_word (provenance, word)->same;

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      guint32 one = g_array_index (same, guint32, i);

      if (twf_provenance_contains (
              provenance, version, twf_provenance_get_word (provenance, one)->origin))
        return one;
    }
  return word;
}

/* Whether a version that joins others left out a word that not all of those knew. */
static gboolean
left_out (TwfProvenance *provenance, const GArray *by, guint32 word)
{
  guint origin = twf_provenance_get_word (provenance, word)->origin;
  const GArray *parents;

  if (by == NULL || by->len != 1)
    return FALSE;
  parents = twf_provenance_get (provenance, g_array_index (by, guint, 0))->parents;
  for (guint i = 0; parents->len > 1 && i < parents->len; i++)
    if (!twf_provenance_contains (provenance, g_array_index (parents, guint, i), origin))
      return TRUE;
  return FALSE;
}

static TwfTracedWord *
get_word (GArray *words, guint at)
{
  return &g_array_index (words, TwfTracedWord, at);
}

/* Takes over what an account says of the words of one of the two versions. */
static void
take_account (GArray *words, GPtrArray *pieces, const TwfAccountPieceKind *kinds)
{
  gsize begin = 0, from = 0;
  guint at = 0;

  for (guint i = 0; i < words->len; i++)
    {
      TwfTracedWord *word = get_word (words, i);
      /* The word itself stands behind what precedes it. */
      gsize place = begin + (word->core > 0 ? word->core - 1 : 0);
      const TwfAccountPiece *piece;

      for (; at < pieces->len; at++)
        {
          piece = pieces->pdata[at];
          if (piece->kind != TWF_ACCOUNT_PIECE_KEPT && piece->kind != kinds[0]
              && piece->kind != kinds[1])
            continue;
          if (place < from + strlen (piece->text))
            break;
          from += strlen (piece->text);
        }
      if (at == pieces->len)
        return;
      piece = pieces->pdata[at];
      word->stands = piece->kind != kinds[0];
      word->changed = piece->kind != TWF_ACCOUNT_PIECE_KEPT;
      if (word->changed)
        word->by = g_array_ref (piece->by);
      begin += word->length;
    }
}

/* What became of a word in a version that was not made from the one that has it. */
static void
find_fate (TwfGround *ground, TwfTracedWord *word, guint32 id)
{
  TwfFact fact = { .kind = TWF_FACT_ABSENT };
  guint at;

  word->stands = twf_ground_find_word (ground, ground->latter, id, &at);
  word->changed = !word->stands;
  if (word->stands)
    return;
  fact.word = find_known (ground->provenance, ground->latter, id);
  if (twf_provenance_contains (ground->provenance,
                               ground->latter,
                               twf_provenance_get_word (ground->provenance, fact.word)->origin))
    word->by = twf_ground_find_makers (ground, &fact);
}

/*
 * twf_trace_list_former:
 * @provenance: the versions of a text
 * @former: one of them, or TWF_NO_VERSION
 * @latter: another, or TWF_NO_VERSION: the text was never there
 *
 * Returns: (transfer full) (element-type TwfTracedWord): the words of @former; of those that
 *   @latter has not, the versions in its history that took them out
 */
GArray *
twf_trace_list_former (TwfProvenance *provenance, guint former, guint latter)
{
  static const TwfAccountPieceKind kinds[]
      = { TWF_ACCOUNT_PIECE_DELETED, TWF_ACCOUNT_PIECE_MOVED_AWAY };
  GArray *words = list_words (provenance, former);
  gboolean follows = latter != TWF_NO_VERSION && is_made_from (provenance, latter, former);
  g_autoptr (GPtrArray) pieces = follows ? twf_account_of_text (provenance, former, latter) : NULL;
  TwfGround ground;

  if (latter == TWF_NO_VERSION)
    {
      for (guint i = 0; i < words->len; i++)
        get_word (words, i)->changed = TRUE;
      return words;
    }
  if (follows)
    take_account (words, pieces, kinds);
  else
    twf_ground_init (&ground, provenance, TWF_NO_VERSION, latter);
  for (guint i = 0; i < words->len; i++)
    {
      TwfTracedWord *word = get_word (words, i);
      guint32 id = twf_provenance_get (provenance, former)->words[i];

      if (!follows)
        find_fate (&ground, word, id);
      word->left_out = word->changed && !word->stands && left_out (provenance, word->by, id);
    }
  if (!follows)
    twf_ground_clear (&ground);
  return words;
}

static gboolean
share_any (const GArray *one, const GArray *other)
{
  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      if (g_array_index (one, guint, i) == g_array_index (other, guint, j))
        return TRUE;
  return FALSE;
}

/*
 * twf_trace_list_latter:
 * @provenance: the versions of a text
 * @former: one of them, or TWF_NO_VERSION
 * @latter: another, or TWF_NO_VERSION
 *
 * Returns: (transfer full) (element-type TwfTracedWord): the words of @latter, with the versions
 *   that brought them; where it was made from @former also those that moved or brought back words
 *   that others had brought
 */
GArray *
twf_trace_list_latter (TwfProvenance *provenance, guint former, guint latter)
{
  static const TwfAccountPieceKind kinds[]
      = { TWF_ACCOUNT_PIECE_INSERTED, TWF_ACCOUNT_PIECE_MOVED_HERE };
  GArray *words = list_words (provenance, latter);
  g_autoptr (GPtrArray) pieces = NULL;

  if (words->len == 0)
    return words;
  if (is_made_from (provenance, latter, former))
    {
      pieces = twf_account_of_text (provenance, former, latter);
      take_account (words, pieces, kinds);
    }
  for (guint i = 0; i < words->len; i++)
    {
      TwfTracedWord *word = get_word (words, i);
      guint n;
      g_autofree guint *origins = twf_provenance_list_origins (
          provenance, twf_provenance_get (provenance, latter)->words[i], &n);

      word->put = g_steal_pointer (&word->by);
      word->by = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (word->by, origins, n);
      if (word->put != NULL && share_any (word->put, word->by))
        g_clear_pointer (&word->put, g_array_unref);
    }
  return words;
}
