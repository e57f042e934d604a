/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-refine.h"

#include "twf-text-engine.h"

#include "twf-myers.h"
#include "twf-tokens.h"

#include <string.h>

enum
{
  MOST_STEPS = 1024 * 1024, /* of the search for sentences that two wordings share */
};

/* One wording of an undecided piece, cut into sentences. */
typedef struct
{
  const TwfAlternative *alternative;
  GArray *symbols; /* guint32: of each sentence; the same for the same words */
  GArray *starts;  /* guint: in bytes, of each sentence; and the end of the text */
  guint32 *match;  /* by sentence of the first wording: which of this one it is */
  guint at;        /* the first sentence that has not been written */
} Cut;

static void
clear_cut (gpointer data)
{
  Cut *cut = data;

  g_array_unref (cut->symbols);
  g_array_unref (cut->starts);
  g_free (cut->match);
}

/* The words of a sentence without its spaces: how a line is broken makes no other sentence. */
static guint32
get_symbol (const TwfTokens *tokens, guint from, guint to, GHashTable *known)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gpointer symbol;

  for (guint i = from; i < to; i++)
    {
      const TwfToken *token = &tokens->tokens[tokens->positions[i]];

      g_string_append_len (words, tokens->text + token->start, token->length);
      g_string_append_c (words, '\x1f');
    }
  if (g_hash_table_lookup_extended (known, words->str, NULL, &symbol))
    return GPOINTER_TO_UINT (symbol);
  symbol = GUINT_TO_POINTER (g_hash_table_size (known));
  g_hash_table_insert (known, g_strdup (words->str), symbol);
  return GPOINTER_TO_UINT (symbol);
}

static void
cut_sentences (Cut *cut, const char *language, GHashTable *known)
{
  const char *text = cut->alternative->text;
  g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
  g_autoptr (TwfTokens) tokens = twf_tokens_new (text, language, lexicon);
  guint start = 0;
  guint offset = 0;

  for (guint word = 0; word < tokens->n_words; word++)
    {
      guint next = tokens->positions[word] + 1;
      guint32 symbol;

      if (word + 1 < tokens->n_words && !twf_tokens_break_after (tokens, word))
        continue;
      symbol = get_symbol (tokens, start, word + 1, known);
      g_array_append_val (cut->symbols, symbol);
      g_array_append_val (cut->starts, offset);
      /* The spaces behind a sentence are its own. */
      while (next < tokens->n_tokens && tokens->tokens[next].kind == TWF_SEGMENT_SPACE)
        next++;
      offset = next < tokens->n_tokens ? (guint)tokens->tokens[next].start : (guint)strlen (text);
      start = word + 1;
    }
  offset = (guint)strlen (text);
  g_array_append_val (cut->starts, offset);
}

static guint
count_sentences (const Cut *cut)
{
  return cut->symbols->len;
}

static char *
dup_sentences (const Cut *cut, guint from, guint to)
{
  guint start = from > 0 ? g_array_index (cut->starts, guint, from) : 0;

  return g_strndup (cut->alternative->text + start, g_array_index (cut->starts, guint, to) - start);
}

/* Which sentence of every other wording is the one of the first. */
static gboolean
match_sentences (GArray *cuts)
{
  Cut *first = &g_array_index (cuts, Cut, 0);

  for (guint i = 1; i < cuts->len; i++)
    {
      Cut *cut = &g_array_index (cuts, Cut, i);

      cut->match = g_new (guint32, count_sentences (first) + 1);
      if (!twf_myers_match ((guint32 *)(gpointer)first->symbols->data,
                            count_sentences (first),
                            (guint32 *)(gpointer)cut->symbols->data,
                            count_sentences (cut),
                            &(gint64){ MOST_STEPS },
                            cut->match))
        return FALSE;
    }
  return TRUE;
}

static GArray *
cut_all (const TwfPiece *piece, const char *language)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *cuts = g_array_new (FALSE, TRUE, sizeof (Cut));

  g_array_set_clear_func (cuts, clear_cut);
  for (guint i = 0; i < piece->alternatives->len; i++)
    {
      Cut cut = { piece->alternatives->pdata[i] };

      cut.symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
      cut.starts = g_array_new (FALSE, FALSE, sizeof (guint));
      cut_sentences (&cut, language, known);
      g_array_append_val (cuts, cut);
    }
  return cuts;
}

static TwfPiece *
add_piece (GPtrArray *pieces)
{
  TwfPiece *piece = g_new0 (TwfPiece, 1);

  g_ptr_array_add (pieces, piece);
  return piece;
}

/* Adds the sides of @from to @self, ascending. */
static void
add_sides (TwfAlternative *self, const TwfAlternative *from)
{
  guint *sides = g_new (guint, self->n_sides + from->n_sides);
  guint n = 0;

  for (guint i = 0, k = 0; i < self->n_sides || k < from->n_sides;)
    if (k == from->n_sides || (i < self->n_sides && self->sides[i] < from->sides[k]))
      sides[n++] = self->sides[i++];
    else
      sides[n++] = from->sides[k++];
  g_free (self->sides);
  self->sides = sides;
  self->n_sides = n;
}

static void
add_alternative (GPtrArray *alternatives, const Cut *cut, guint to)
{
  g_autofree char *text = dup_sentences (cut, cut->at, to);
  TwfAlternative *alternative = NULL;

  for (guint i = 0; i < alternatives->len && alternative == NULL; i++)
    if (g_str_equal (((TwfAlternative *)alternatives->pdata[i])->text, text))
      alternative = alternatives->pdata[i];
  if (alternative == NULL)
    {
      alternative = g_new0 (TwfAlternative, 1);
      alternative->text = g_steal_pointer (&text);
      g_ptr_array_add (alternatives, alternative);
    }
  add_sides (alternative, cut->alternative);
}

/* Writes what every wording has from where it is up to the sentences @to. */
static void
add_undecided (GPtrArray *pieces, GArray *cuts, const guint *to, const char **base)
{
  g_autoptr (GPtrArray) alternatives
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  TwfPiece *piece;

  for (guint i = 0; i < cuts->len; i++)
    {
      Cut *cut = &g_array_index (cuts, Cut, i);

      add_alternative (alternatives, cut, to[i]);
      cut->at = to[i];
    }
  if (alternatives->len == 1 && *((TwfAlternative *)alternatives->pdata[0])->text == '\0')
    return;
  piece = add_piece (pieces);
  if (alternatives->len == 1)
    {
      piece->text = g_strdup (((TwfAlternative *)alternatives->pdata[0])->text);
      return;
    }
  twf_alternatives_sort (alternatives);
  piece->alternatives = g_steal_pointer (&alternatives);
  /* What stood there before stands before the first of what is to choose. */
  piece->text = g_strdup (*base);
  *base = "";
}

/* Writes a sentence that every wording has; of several ways to space it the longest. */
static void
add_agreed (GPtrArray *pieces, GArray *cuts)
{
  TwfPiece *piece = add_piece (pieces);

  for (guint i = 0; i < cuts->len; i++)
    {
      Cut *cut = &g_array_index (cuts, Cut, i);
      g_autofree char *text = dup_sentences (cut, cut->at, cut->at + 1);
      gsize length = strlen (text);
      gsize longest = piece->text != NULL ? strlen (piece->text) : 0;

      cut->at++;
      if (piece->text != NULL
          && (length < longest || (length == longest && strcmp (text, piece->text) <= 0)))
        continue;
      g_free (piece->text);
      piece->text = g_steal_pointer (&text);
    }
}

static gboolean
find_everywhere (GArray *cuts, guint sentence, guint *to)
{
  to[0] = sentence;
  for (guint i = 1; i < cuts->len; i++)
    {
      to[i] = g_array_index (cuts, Cut, i).match[sentence];
      if (to[i] == TWF_NO_MATCH)
        return FALSE;
    }
  return TRUE;
}

static void
refine (GPtrArray *pieces, const TwfPiece *piece, GArray *cuts)
{
  g_autofree guint *to = g_new (guint, cuts->len);
  const char *base = piece->text;

  for (guint sentence = 0; sentence < count_sentences (&g_array_index (cuts, Cut, 0)); sentence++)
    if (find_everywhere (cuts, sentence, to))
      {
        add_undecided (pieces, cuts, to, &base);
        add_agreed (pieces, cuts);
      }
  for (guint i = 0; i < cuts->len; i++)
    to[i] = count_sentences (&g_array_index (cuts, Cut, i));
  add_undecided (pieces, cuts, to, &base);
}

static void
add_copy (GPtrArray *pieces, const TwfPiece *from)
{
  TwfPiece *piece = add_piece (pieces);

  piece->text = g_strdup (from->text);
  twf_piece_join_sides (piece, from->joined);
  if (from->alternatives == NULL)
    return;
  piece->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  for (guint i = 0; i < from->alternatives->len; i++)
    {
      const TwfAlternative *one = from->alternatives->pdata[i];
      TwfAlternative *copy = g_new0 (TwfAlternative, 1);

      copy->text = g_strdup (one->text);
      copy->sides = g_memdup2 (one->sides, one->n_sides * sizeof *one->sides);
      copy->n_sides = one->n_sides;
      g_ptr_array_add (piece->alternatives, copy);
    }
}

/**
 * twf_pieces_refine:
 * @pieces: (element-type TwfPiece): a merged text
 * @language: (nullable): its language
 *
 * Finds the sentences that all wordings of an undecided piece have in common: they are the same
 * change made by all, and only what is between them is to be decided.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_pieces_refine (GPtrArray *pieces, const char *language)
{
  GPtrArray *refined = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];
      g_autoptr (GArray) cuts = piece->alternatives != NULL ? cut_all (piece, language) : NULL;

      if (cuts != NULL && match_sentences (cuts))
        refine (refined, piece, cuts);
      else
        add_copy (refined, piece);
    }
  return refined;
}
