/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-write.h"

#include "twf-text-engine.h"

#include "twf-text-merge.h"
#include "twf-text-stretch.h"

#include <string.h>

/* A word that is written: one of the base, or one of an edit. */
typedef struct
{
  const TwfTextEdit *edit; /* NULL: of the base */
  guint word;              /* in the base, or in the first owner's text */
} Word;

/* A part of one of the texts; borrowed. */
typedef struct
{
  const char *start;
  gsize length;
} Part;

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const TwfTextJoin *join;
  GPtrArray *pieces;
  gsize last_length; /* bytes of the last piece, where that is agreed */
  GString *text;     /* of the piece that is being written */
  Word last;
  gboolean has_last;       /* FALSE: what stands before is no word of agreed text */
  const TwfTextEdit *edit; /* the first of the sentence that is being written; nullable */
  GArray *edited;          /* guint: the sides that have edits in that sentence */
  gboolean close;          /* and these are not all of one side */
  guint next_edit;
  guint deleted; /* words of the base below this are not written */
} Writer;

#define NOWHERE G_MAXUINT

static const TwfWording *
get_version (Writer *self, guint which)
{
  return which < self->n_sides ? self->sides[which] : self->base;
}

/* Where @word stands in a side's text, or, with the number of sides, in the base. */
static guint
find_word (Writer *self, const Word *word, guint which)
{
  if (word->edit == NULL)
    {
      const TwfWording *side;
      const TwfHunk *hunk;

      if (which == self->n_sides)
        return word->word;
      side = self->sides[which];
      hunk = twf_wording_find_hunk (side, word->word + 1);
      if (hunk != NULL && hunk->x0 <= word->word && hunk->x1 > word->word)
        return NOWHERE;
      return twf_wording_locate (side, word->word + 1, FALSE) - 1;
    }
  for (guint i = 0; i < word->edit->n_owners; i++)
    if (word->edit->owners[i].side == which)
      return word->edit->owners[i].hunk.y0 + (word->word - word->edit->owners[0].hunk.y0);
  return NOWHERE;
}

/* How many texts may say how @word is spaced and spelt: all, or the base alone, which comes first.
 */
static guint
count_forms (Writer *self, const Word *word)
{
  if (word->edit == NULL
      && (word->word < self->join->forms_from || word->word >= self->join->forms_to))
    return 1;
  return self->n_sides + 1;
}

static gboolean
same_part (Part one, Part other)
{
  return one.length == other.length && memcmp (one.start, other.start, one.length) == 0;
}

static guint
count_lines (Part part)
{
  guint lines = 0;

  for (gsize i = 0; i < part.length; i++)
    lines += part.start[i] == '\n';
  return lines;
}

/* Of two spellings or spaces that nobody prefers: the one with more lines, then the longer one. */
static Part
pick_part (Part one, Part other)
{
  guint lines = count_lines (one);
  guint other_lines = count_lines (other);

  if (lines != other_lines)
    return lines > other_lines ? one : other;
  if (one.length != other.length)
    return one.length > other.length ? one : other;
  return memcmp (one.start, other.start, one.length) > 0 ? one : other;
}

/* A form that sides may have changed, each for itself: the base's, unless one differs from it. */
typedef struct
{
  Part base, part;
  gboolean has_base, has_part;
} Form;

static void
form_add (Form *form, Part part, gboolean is_base)
{
  if (is_base)
    {
      form->base = part;
      form->has_base = TRUE;
      return;
    }
  if (form->has_base && same_part (form->base, part))
    return;
  form->part = form->has_part ? pick_part (form->part, part) : part;
  form->has_part = TRUE;
}

static Part
form_get (const Form *form)
{
  return form->has_part ? form->part : form->base;
}

static Part
get_space (const TwfWording *version, guint gap)
{
  gsize end = twf_wording_get_end (version, gap - 1);

  return (Part){ version->tokens->text + end, twf_wording_get_start (version, gap) - end };
}

/* The space before or behind @word in the texts it comes from. */
static Part
get_space_beside (Writer *self, const Word *word, gboolean behind)
{
  Part space;

  if (word->edit == NULL)
    return get_space (self->base, word->word + behind);
  /* Sides that wrote the same words may have spaced them otherwise. */
  for (guint i = 0; i < word->edit->n_owners; i++)
    {
      guint side = word->edit->owners[i].side;
      Part part = get_space (self->sides[side], find_word (self, word, side) + behind);

      space = i == 0 ? part : pick_part (space, part);
    }
  return space;
}

/* The space that stands before @word where it follows a word that it followed in no text. */
static Part
invent_space (Writer *self, const Word *word)
{
  Part before = get_space_beside (self, &self->last, TRUE);
  Part space = get_space_beside (self, word, FALSE);

  return same_part (before, space) ? space : pick_part (before, space);
}

/* The gap of the base whose space is the one before @word: between two of its words, or where a
 * word of it meets words that replace others. */
static guint
find_gap (Writer *self, const Word *word)
{
  const TwfTextEdit *edit;

  if (word->edit == NULL && self->last.edit == NULL)
    return self->last.word + 1 == word->word ? word->word : NOWHERE;
  if (word->edit != NULL && self->last.edit != NULL)
    return NOWHERE;
  edit = word->edit != NULL ? word->edit : self->last.edit;
  /* Several sides that made the same change agree on more than the base. */
  if (edit->owners[0].hunk.x0 == edit->owners[0].hunk.x1 || edit->n_owners > 1)
    return NOWHERE;
  return word->edit == NULL ? word->word : self->last.word + 1;
}

/* The gap of a text whose space is the one before @word. */
static guint
find_side_gap (Writer *self, const Word *word, guint which, guint gap)
{
  guint at = find_word (self, word, which);
  guint before = self->last.word == NOWHERE ? NOWHERE : find_word (self, &self->last, which);

  if (at != NOWHERE && (self->last.word == NOWHERE || before != NOWHERE) && before + 1 == at)
    return at;
  if (gap == NOWHERE || (at == NOWHERE && before == NOWHERE))
    return NOWHERE;
  /* Beside what another side replaced. */
  if (word->edit == NULL && self->last.edit != NULL)
    return at;
  return word->edit != NULL && self->last.edit == NULL && before != NOWHERE ? before + 1 : NOWHERE;
}

static Part
find_space (Writer *self, const Word *word)
{
  Form form = { 0 };
  guint gap = find_gap (self, word);

  if (gap != NOWHERE)
    form_add (&form, get_space (self->base, gap), TRUE);
  for (guint side = 0, n = count_forms (self, word) - 1; side < n; side++)
    {
      guint at = find_side_gap (self, word, side, gap);

      if (at != NOWHERE)
        form_add (&form, get_space (self->sides[side], at), FALSE);
    }
  if (form.has_base || form.has_part)
    return form_get (&form);
  if (count_forms (self, word) == 1)
    return get_space (self->base, word->word);
  return invent_space (self, word);
}

static void
end_piece (Writer *self)
{
  TwfPiece *last = self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;

  const GArray *joined = self->close ? self->edited : NULL;

  if (self->text->len > 0 && twf_piece_can_take (last, joined))
    {
      last->text = g_realloc (last->text, self->last_length + self->text->len + 1);
      memcpy (last->text + self->last_length, self->text->str, self->text->len + 1);
      twf_piece_join_sides (last, joined);
      self->last_length += self->text->len;
    }
  else if (self->text->len > 0)
    {
      last = g_new0 (TwfPiece, 1);
      last->text = g_strndup (self->text->str, self->text->len);
      twf_piece_join_sides (last, joined);
      g_ptr_array_add (self->pieces, last);
      self->last_length = self->text->len;
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->edited, 0);
  self->edit = NULL;
  self->close = FALSE;
}

static gboolean
share_side (const TwfTextEdit *one, const TwfTextEdit *other)
{
  for (guint i = 0; i < one->n_owners; i++)
    for (guint k = 0; k < other->n_owners; k++)
      if (one->owners[i].side == other->owners[k].side)
        return TRUE;
  return FALSE;
}

static void
note_edit (Writer *self, const TwfTextEdit *edit)
{
  for (guint i = 0; i < edit->n_owners; i++)
    g_array_append_val (self->edited, edit->owners[i].side);
  if (self->edit == NULL)
    self->edit = edit;
  else if (!share_side (self->edit, edit))
    self->close = TRUE;
}

/* Whether a sentence ends behind @word in any of the texts it comes from: where it does may depend
 * on the spaces. */
static gboolean
ends_sentence (Writer *self, const Word *word)
{
  if (word->edit == NULL)
    return self->base->grains[word->word + 1] >= TWF_GRAIN_SENTENCE;
  for (guint i = 0; i < word->edit->n_owners; i++)
    {
      guint side = word->edit->owners[i].side;

      if (self->sides[side]->grains[find_word (self, word, side) + 1] >= TWF_GRAIN_SENTENCE)
        return TRUE;
    }
  return FALSE;
}

static void
write_word (Writer *self, const TwfTextEdit *edit, guint at)
{
  const Word word = { edit, at };
  guint origin = edit != NULL ? edit->owners[0].side : self->n_sides;
  const TwfWording *version = get_version (self, origin);
  Form form = { 0 };
  Part part;

  if (self->has_last)
    {
      part = find_space (self, &word);
      g_string_append_len (self->text, part.start, (gssize)part.length);
    }
  self->last = word;
  self->has_last = TRUE;
  if (at == twf_wording_get_length (version))
    return;
  for (guint i = 0, n = count_forms (self, &word); i < n; i++)
    {
      guint which = i == 0 ? self->n_sides : i - 1;
      guint there = find_word (self, &word, which);

      if (there == NOWHERE)
        continue;
      version = get_version (self, which);
      part.start = version->tokens->text + twf_wording_get_start (version, there);
      part.length = twf_wording_get_end (version, there) - twf_wording_get_start (version, there);
      form_add (&form, part, which == self->n_sides);
    }
  part = form_get (&form);
  g_string_append_len (self->text, part.start, (gssize)part.length);
  if (ends_sentence (self, &word))
    end_piece (self);
}

static void
write_edit (Writer *self, const TwfTextEdit *edit)
{
  note_edit (self, edit);
  for (guint y = edit->owners[0].hunk.y0; y < edit->owners[0].hunk.y1; y++)
    write_word (self, edit, y);
}

/* Text between the words around a passage, with the spaces at both ends; without those at its end
 * where another passage begins, which has them. */
static char *
dup_wording (const TwfWording *version, guint from, guint to, gboolean another)
{
  gsize start = twf_wording_get_end (version, from - 1);
  gsize end = another ? twf_wording_get_end (version, to - 1) : twf_wording_get_start (version, to);

  return g_strndup (version->tokens->text + start, end - start);
}

static gboolean
has_change (const TwfWording *side, const TwfPassage *passage)
{
  const TwfHunk *end;

  if (side->hunks->len == 0)
    return FALSE;
  end = (const TwfHunk *)(gconstpointer)side->hunks->data + side->hunks->len;
  for (const TwfHunk *hunk = twf_wording_find_hunk (side, passage->x0);
       hunk != NULL && hunk < end && hunk->x0 <= passage->x1;
       hunk++)
    if (twf_passage_has_hunk (passage, hunk))
      return TRUE;
  return FALSE;
}

/* How many bytes of white space all wordings of @piece begin with. */
static gsize
common_start (const TwfPiece *piece)
{
  gsize length = 0;

  for (; g_ascii_isspace (piece->text[length]); length++)
    for (guint i = 0; i < piece->alternatives->len; i++)
      if (((const TwfAlternative *)piece->alternatives->pdata[i])->text[length]
          != piece->text[length])
        return length;
  return length;
}

/* How many they end with, apart from the first @start. */
static gsize
common_end (const TwfPiece *piece, gsize start)
{
  gsize size = strlen (piece->text);
  gsize length = 0;

  for (; size - length > start && g_ascii_isspace (piece->text[size - length - 1]); length++)
    for (guint i = 0; i < piece->alternatives->len; i++)
      {
        const char *text = ((const TwfAlternative *)piece->alternatives->pdata[i])->text;
        gsize other = strlen (text);

        if (other - length <= start || text[other - length - 1] != piece->text[size - length - 1])
          return length;
      }
  return length;
}

static void
cut (char *text, gsize start, gsize end)
{
  gsize size = strlen (text) - end - start;

  memmove (text, text + start, size);
  text[size] = '\0';
}

/* Takes the space that all wordings share out of the choice. */
static void
write_piece (Writer *self, TwfPiece *piece)
{
  gsize start = common_start (piece);
  gsize end = common_end (piece, start);
  g_autofree char *rest = g_strdup (piece->text + strlen (piece->text) - end);

  g_string_append_len (self->text, piece->text, (gssize)start);
  end_piece (self);
  cut (piece->text, start, end);
  for (guint i = 0; i < piece->alternatives->len; i++)
    cut (((TwfAlternative *)piece->alternatives->pdata[i])->text, start, end);
  g_ptr_array_add (self->pieces, piece);
  g_string_append (self->text, rest);
}

static void
write_passage (Writer *self, const TwfPassage *passage, gboolean another)
{
  TwfPiece *piece = g_new0 (TwfPiece, 1);

  piece->text = dup_wording (self->base, passage->x0, passage->x1, another);
  piece->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  for (guint i = 0; i < self->n_sides; i++)
    {
      const TwfWording *side = self->sides[i];

      if (has_change (side, passage))
        twf_alternatives_add (
            piece->alternatives,
            dup_wording (side,
                         twf_wording_locate (side, passage->x0, !passage->with_first),
                         twf_wording_locate (side, passage->x1, passage->with_last),
                         another),
            i);
    }
  twf_alternatives_sort (piece->alternatives);
  write_piece (self, piece);
  self->has_last = FALSE;
}

/* Writes the edits at gap @x, those that only insert or the others. */
static void
write_edits (Writer *self, guint x, gboolean insertions)
{
  GArray *edits = self->join->edits;

  for (; self->next_edit < edits->len; self->next_edit++)
    {
      const TwfTextEdit *edit = &g_array_index (edits, TwfTextEdit, self->next_edit);
      const TwfHunk *hunk = &edit->owners[0].hunk;

      if (hunk->x0 > x || (insertions && hunk->x0 < hunk->x1))
        return;
      if (!edit->joined)
        continue;
      write_edit (self, edit);
      self->deleted = MAX (self->deleted, hunk->x1);
    }
}

/* Writes the words of the base behind @from up to @to, with the spaces before them. */
static void
write_words (Writer *self, guint from, guint to)
{
  gsize start = twf_wording_get_end (self->base, from);
  gsize end = twf_wording_get_end (self->base, to);

  g_string_append_len (self->text, self->base->tokens->text + start, (gssize)(end - start));
}

/* Writes what nobody touched behind word @x, which was written, and before @end: the same as word
 * by word. Pieces end where the first sentence does, which may be edited before, and the last one.
 *
 * Returns: the last word that is written */
static guint
write_stretch (Writer *self, guint x, guint end)
{
  const guint8 *grains = self->base->grains;
  guint last = twf_text_stretch_find_last (self->base, self->sides, self->n_sides, x, end);
  guint first_end = x + 1;
  guint last_end = last;

  if (last == x)
    return x;
  while (first_end <= last && grains[first_end + 1] < TWF_GRAIN_SENTENCE)
    first_end++;
  while (last_end > first_end && grains[last_end + 1] < TWF_GRAIN_SENTENCE)
    last_end--;
  if (first_end <= last)
    {
      write_words (self, x, first_end);
      end_piece (self);
      write_words (self, first_end, last_end);
      end_piece (self);
      x = last_end;
    }
  write_words (self, x, last);
  self->last = (Word){ NULL, last };
  return last;
}

/* Where the base's words stop to be written one after the other as they are. */
static guint
find_end (Writer *self, guint next)
{
  if (next < self->join->passages->len)
    return g_array_index (self->join->passages, TwfPassage, next).x0;
  return twf_wording_get_length (self->base);
}

/* Writes everything up to the end: at each gap first what is inserted, then what stands there. */
static void
write_all (Writer *self)
{
  GArray *passages = self->join->passages;
  guint n = twf_wording_get_length (self->base);
  guint next = 0;

  for (guint x = 0; x <= n; x++)
    {
      write_edits (self, x, TRUE);
      for (; next < passages->len; next++)
        {
          const TwfPassage *passage = &g_array_index (passages, TwfPassage, next);

          if (passage->x0 > x)
            break;
          write_passage (self, passage, next + 1 < passages->len && passage[1].x0 == passage->x1);
          self->deleted = MAX (self->deleted, passage->x1);
        }
      write_edits (self, x, FALSE);
      if (x < self->deleted)
        continue;
      write_word (self, NULL, x);
      if (x + 1 < find_end (self, next))
        x = write_stretch (self, x, find_end (self, next));
    }
  end_piece (self);
}

/**
 * twf_text_write:
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides, aligned
 * @n_sides: how many
 * @join: what was decided
 *
 * Writes the merged text. Spaces and spellings of words that stay follow the side that changed
 * them.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_text_write (const TwfWording *base,
                TwfWording *const *sides,
                guint n_sides,
                const TwfTextJoin *join)
{
  Writer self = { base, sides, n_sides, join };

  self.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);
  self.text = g_string_new (NULL);
  self.edited = g_array_new (FALSE, FALSE, sizeof (guint));
  self.last = (Word){ NULL, NOWHERE };
  self.has_last = TRUE;
  write_all (&self);
  g_array_unref (self.edited);
  g_string_free (self.text, TRUE);
  return self.pieces;
}
