/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-brackets.h"

#include "twf-text-engine.h"
#include "twf-text-wording.h"

#include <string.h>

/* What one wording has instead of words of the text from @from up to @to. */
typedef struct
{
  guint from, to;
  guint side;
} Change;

typedef struct
{
  TwfWording *standing;
  TwfWording **wordings; /* by side; NULL: it says the same, or is shown as a whole */
} Ground;

/**
 * twf_bracket_piece_free:
 * @self: (nullable): a piece
 */
void
twf_bracket_piece_free (TwfBracketPiece *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_pointer (&self->inside, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
new_pieces (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_bracket_piece_free);
}

static GPtrArray *
new_alternatives (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
}

static TwfBracketPiece *
add_piece (GPtrArray *pieces, char *text)
{
  TwfBracketPiece *piece = g_new0 (TwfBracketPiece, 1);

  piece->text = text;
  g_ptr_array_add (pieces, piece);
  return piece;
}

/* Words that stay belong to the stretch before them where that is one of the same kind. */
static void
add_standing (GPtrArray *pieces, const char *text, gsize length)
{
  TwfBracketPiece *last = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;

  if (length == 0)
    return;
  if (last != NULL && last->alternatives == NULL)
    {
      g_autofree char *before = g_steal_pointer (&last->text);

      last->text = g_strdup_printf ("%s%.*s", before, (int)length, text);
    }
  else
    add_piece (pieces, g_strndup (text, length));
}

static gint
compare_changes (gconstpointer one, gconstpointer other)
{
  const Change *a = one;
  const Change *b = other;

  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  if (a->to != b->to)
    return a->to < b->to ? -1 : 1;
  return a->side < b->side ? -1 : a->side > b->side;
}

/* Whether a change stands in the group of those before it, that reach to @to: it touches words of
 * one of them, or one of both only adds words beside the other's. */
static gboolean
belongs (const Change *self, const Change *group, guint n, guint to)
{
  if (self->from < to)
    return TRUE;
  if (self->from > to)
    return FALSE;
  if (self->from == self->to)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (group[i].from == to && group[i].to == to)
      return TRUE;
  return FALSE;
}

/* A version's bytes for words of the text from @from up to @to, with the spaces around them: those
 * in front always, those behind unless @open, when they belong to what follows. */
static char *
dup_stretch (const TwfWording *version, gboolean own, guint from, guint to, gboolean open)
{
  guint start = own ? twf_wording_locate (version, from, FALSE) : from;
  guint end = own ? twf_wording_locate (version, to, TRUE) : to;
  gsize first = twf_wording_get_end (version, start - 1);
  gsize last = open ? MAX (first, twf_wording_get_end (version, end - 1))
                    : twf_wording_get_start (version, end);

  return g_strndup (version->tokens->text + first, last - first);
}

static gsize
count_space (const char *text, gboolean at_end)
{
  const char *end = text + strlen (text);

  if (!at_end)
    return strspn (text, " \n\t");
  while (end > text && strchr (" \n\t", end[-1]) != NULL)
    end--;
  return strlen (end);
}

static gsize
count_common (const TwfBracketPiece *piece, gboolean at_end)
{
  gsize length = strlen (piece->text);
  gsize most = count_space (piece->text, at_end);

  for (guint i = 0; i < piece->alternatives->len; i++)
    {
      const TwfAlternative *alternative = piece->alternatives->pdata[i];
      gsize own = strlen (alternative->text);
      gsize same = 0;

      while (same < MIN (most, own)
             && (at_end ? piece->text[length - same - 1] == alternative->text[own - same - 1]
                        : piece->text[same] == alternative->text[same]))
        same++;
      most = same;
    }
  return most;
}

static void
cut (char *text, gsize n, gboolean at_end)
{
  gsize length = strlen (text);

  if (!at_end)
    memmove (text, text + n, length - n + 1);
  else
    text[length - n] = '\0';
}

/* How many spaces at the edge of what stands inside can be taken off it. */
static gsize
count_loose (GPtrArray *inside, gboolean at_end)
{
  const TwfBracketPiece *edge = inside->pdata[at_end ? inside->len - 1 : 0];

  return edge->alternatives == NULL ? count_space (edge->text, at_end) : 0;
}

/* Spaces that all have at an edge stand outside of the bracket. */
static char *
cut_common (TwfBracketPiece *piece, gboolean at_end)
{
  gsize n = count_common (piece, at_end);
  gsize length = strlen (piece->text);
  char *common;

  if (piece->inside != NULL)
    n = MIN (n, count_loose (piece->inside, at_end));
  common = g_strndup (at_end ? piece->text + length - n : piece->text, n);
  cut (piece->text, n, at_end);
  for (guint i = 0; i < piece->alternatives->len; i++)
    cut (((TwfAlternative *)piece->alternatives->pdata[i])->text, n, at_end);
  if (piece->inside != NULL && n > 0)
    {
      guint at = at_end ? piece->inside->len - 1 : 0;
      TwfBracketPiece *edge = piece->inside->pdata[at];

      cut (edge->text, n, at_end);
      if (*edge->text == '\0')
        g_ptr_array_remove_index (piece->inside, at);
    }
  return common;
}

static gint
compare_sides (gconstpointer one, gconstpointer other)
{
  guint a = ((const Change *)one)->side;
  guint b = ((const Change *)other)->side;

  return a < b ? -1 : a > b;
}

static void write_range (const Ground *ground,
                         GPtrArray *pieces,
                         GArray *changes,
                         guint from,
                         guint to,
                         gboolean open);

/* What replaces the whole stretch stands beside it; where others change words in it, their brackets
 * are inside. @group is sorted by side. */
static TwfBracketPiece *
new_bracket (const Ground *ground, GArray *group, guint from, guint to, gboolean open)
{
  TwfBracketPiece *piece = g_new0 (TwfBracketPiece, 1);
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < group->len; i++)
    {
      const Change *change = &g_array_index (group, Change, i);
      gboolean is_whole = change->from == from && change->to == to && from < to;

      g_array_append_val (is_whole ? whole : inner, *change);
    }
  piece->text = dup_stretch (ground->standing, FALSE, from, to, open);
  piece->alternatives = new_alternatives ();
  if (whole->len > 0 && inner->len > 0)
    {
      piece->inside = new_pieces ();
      g_array_sort (inner, compare_changes);
      write_range (ground, piece->inside, inner, from, to, open);
    }
  else
    whole = (g_array_unref (whole), g_array_ref (group));
  g_array_sort (whole, compare_sides);
  for (guint i = 0; i < whole->len; i++)
    {
      guint side = g_array_index (whole, Change, i).side;

      if (i == 0 || g_array_index (whole, Change, i - 1).side != side)
        twf_alternatives_add (
            piece->alternatives, dup_stretch (ground->wordings[side], TRUE, from, to, open), side);
    }
  return piece;
}

static void
add_bracket (GPtrArray *pieces, TwfBracketPiece *piece)
{
  g_autofree char *before = cut_common (piece, FALSE);
  g_autofree char *behind = cut_common (piece, TRUE);

  add_standing (pieces, before, strlen (before));
  g_ptr_array_add (pieces, piece);
  add_standing (pieces, behind, strlen (behind));
}

/* Where the text's bytes for words from @from up to @to begin and end. */
static gsize
find_first (const Ground *ground, guint from)
{
  return twf_wording_get_end (ground->standing, from - 1);
}

static gsize
find_last (const Ground *ground, guint from, guint to, gboolean open)
{
  gsize end = open ? twf_wording_get_end (ground->standing, to - 1)
                   : twf_wording_get_start (ground->standing, to);

  return MAX (end, find_first (ground, from));
}

/* Changes of words that touch stand in one bracket. @changes is sorted by place. */
static void
write_range (const Ground *ground,
             GPtrArray *pieces,
             GArray *changes,
             guint from,
             guint to,
             gboolean open)
{
  const char *text = ground->standing->tokens->text;
  const Change *all = (const Change *)(gconstpointer)changes->data;
  gsize at = find_first (ground, from);

  for (guint i = 0, next; i < changes->len; i = next)
    {
      g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (Change));
      guint end = all[i].to;
      gsize start = find_first (ground, all[i].from);
      gboolean cut_short;

      for (next = i + 1; next < changes->len && belongs (&all[next], &all[i], next - i, end);
           next++)
        end = MAX (end, all[next].to);
      /* The spaces between two brackets that touch belong to the second. */
      cut_short = next < changes->len ? all[next].from == end : open && end == to;
      g_array_append_vals (group, &all[i], next - i);
      add_standing (pieces, text + at, start - MIN (at, start));
      add_bracket (pieces, new_bracket (ground, group, all[i].from, end, cut_short));
      at = find_last (ground, all[i].from, end, cut_short);
    }
  add_standing (pieces, text + at, find_last (ground, from, to, open) - at);
}

static GPtrArray *
write_all (const Ground *ground, guint n_wordings)
{
  GPtrArray *pieces = new_pieces ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint n = twf_wording_get_length (ground->standing);

  for (guint side = 0; side < n_wordings; side++)
    for (guint i = 0; ground->wordings[side] != NULL && i < ground->wordings[side]->hunks->len; i++)
      {
        const TwfHunk *hunk = &g_array_index (ground->wordings[side]->hunks, TwfHunk, i);
        Change change = { hunk->x0, hunk->x1, side };

        g_array_append_val (changes, change);
      }
  g_array_sort (changes, compare_changes);
  if (n == 0 && changes->len == 0)
    add_standing (pieces, ground->standing->tokens->text, strlen (ground->standing->tokens->text));
  else
    write_range (ground, pieces, changes, 0, n, FALSE);
  return pieces;
}

/* A wording that differs from the text in how words are spaced or spelt is not made up of changes
 * of words: it stands beside the whole text, whose brackets are inside. */
static GPtrArray *
enclose (GPtrArray *pieces,
         const char *text,
         const char *const *wordings,
         guint n_wordings,
         const gboolean *whole)
{
  GPtrArray *outer = new_pieces ();
  TwfBracketPiece *piece = add_piece (outer, g_strdup (text));

  piece->alternatives = new_alternatives ();
  for (guint side = 0; side < n_wordings; side++)
    if (whole[side])
      twf_alternatives_add (piece->alternatives, g_strdup (wordings[side]), side);
  if (twf_brackets_count (pieces) > 0)
    piece->inside = g_ptr_array_ref (pieces);
  g_ptr_array_unref (pieces);
  return outer;
}

/* Leaves out those whose reading is not what they say. Returns: whether there were any. */
static gboolean
leave_out (Ground *ground, GPtrArray *pieces, const char *const *wordings, guint n, gboolean *whole)
{
  gboolean any = FALSE;

  for (guint side = 0; side < n; side++)
    {
      g_autofree char *reading = NULL;

      if (whole[side])
        continue;
      reading = twf_brackets_dup_reading (pieces, side);
      if (g_str_equal (reading, wordings[side]))
        continue;
      whole[side] = any = TRUE;
      g_clear_pointer (&ground->wordings[side], twf_wording_free);
    }
  return any;
}

/**
 * twf_brackets_new:
 * @text: (nullable): the text that stands
 * @wordings: (array length=n_wordings): how it would read for each side, whole
 * @n_wordings: their number
 * @language: (nullable): their language
 *
 * Writes a text with what is open about it in brackets, word by word: what all say is said once.
 * Words that several change stand in one bracket with an alternative for each wording; where some
 * change words within a passage that others replace or take out, brackets stand inside of a
 * bracket. Spaces that all share stand outside. With one side's alternatives the pieces are that
 * side's wording, byte for byte (twf_brackets_dup_reading()).
 *
 * Returns: (transfer full) (element-type TwfBracketPiece): the pieces in order
 */
GPtrArray *
twf_brackets_new (const char *text,
                  const char *const *wordings,
                  guint n_wordings,
                  const char *language)
{
  const char *standing = text != NULL ? text : "";
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new_for_merge ();
  g_autoptr (TwfWording) words = twf_wording_new (standing, language, lexicon);
  g_autofree TwfWording **versions = g_new0 (TwfWording *, n_wordings + 1);
  g_autofree gboolean *whole = g_new0 (gboolean, n_wordings + 1);
  Ground ground = { words, versions };
  GPtrArray *pieces;
  gboolean any = FALSE;

  for (guint side = 0; side < n_wordings; side++)
    versions[side] = twf_wording_new_version (wordings[side], language, lexicon, words);
  pieces = write_all (&ground, n_wordings);
  while (leave_out (&ground, pieces, wordings, n_wordings, whole))
    {
      any = TRUE;
      g_ptr_array_unref (pieces);
      pieces = write_all (&ground, n_wordings);
    }
  for (guint side = 0; side < n_wordings; side++)
    g_clear_pointer (&versions[side], twf_wording_free);
  return any ? enclose (pieces, standing, wordings, n_wordings, whole) : pieces;
}

static const TwfAlternative *
find_alternative (const TwfBracketPiece *piece, guint side)
{
  for (guint i = 0; piece->alternatives != NULL && i < piece->alternatives->len; i++)
    {
      const TwfAlternative *alternative = piece->alternatives->pdata[i];

      for (guint at = 0; at < alternative->n_sides; at++)
        if (alternative->sides[at] == side)
          return alternative;
    }
  return NULL;
}

static void
read_pieces (GString *out, GPtrArray *pieces, guint side)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];
      const TwfAlternative *alternative = find_alternative (piece, side);

      if (alternative != NULL)
        g_string_append (out, alternative->text);
      else if (piece->inside != NULL)
        read_pieces (out, piece->inside, side);
      else
        g_string_append (out, piece->text);
    }
}

/**
 * twf_brackets_dup_reading:
 * @pieces: (element-type TwfBracketPiece): a bracketed text
 * @side: whose alternatives are taken; %TWF_READING_STANDING: nobody's
 *
 * Returns: (transfer full): the text as @side would have it
 */
char *
twf_brackets_dup_reading (GPtrArray *pieces, guint side)
{
  GString *out = g_string_new (NULL);

  read_pieces (out, pieces, side);
  return g_string_free (out, FALSE);
}

/**
 * twf_brackets_count:
 * @pieces: (element-type TwfBracketPiece): a bracketed text
 *
 * Returns: how many brackets there are, those inside of others as well
 */
guint
twf_brackets_count (GPtrArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      n += piece->alternatives != NULL;
      n += piece->inside != NULL ? twf_brackets_count (piece->inside) : 0;
    }
  return n;
}
