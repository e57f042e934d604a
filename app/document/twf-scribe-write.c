/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-scribe-private.h"

#include "twf-notation-words.h"

#include <string.h>

/* One text while it is written. */
typedef struct
{
  TwfScribe *scribe;
  const TwfCompiledText *compiled;
  GPtrArray *spans;
  guint *links; /* by side: the number that its brackets have in common; 0: it has one */
  guint n_brackets;
  guint bracket; /* the innermost that is open */
  gboolean inside;
  gboolean behind; /* whether what is written last is a bracket */
} Writer;

static TwfSpan *
add_span (Writer *self, TwfSpanKind kind, char *text)
{
  TwfSpan *span = g_new0 (TwfSpan, 1);

  span->kind = kind;
  span->text = text;
  span->bracket = self->bracket;
  g_ptr_array_add (self->spans, span);
  return span;
}

static void
add_sign (Writer *self, const char *sign)
{
  add_span (self, TWF_SPAN_SIGN, g_strdup (sign));
}

static void
add_words (Writer *self, TwfSpanKind kind, const char *text, gsize head, gsize tail)
{
  g_autofree char *words = g_strndup (text + head, strlen (text) - head - tail);
  TwfNotation notation
      = self->scribe->for_eyes ? TWF_NOTATION_UNATTRIBUTED : self->scribe->notation;
  GString *out;

  if (*words == '\0')
    return;
  out = g_string_new (NULL);
  /* Whoever wants these very words says so. */
  if (self->inside && twf_noted_is_no_text (words) && notation != TWF_NOTATION_UNATTRIBUTED)
    g_string_append_c (out, '\\');
  twf_notation_escape (out, words, notation, self->inside, self->behind && head == 0);
  add_span (self, kind, g_string_free (out, FALSE));
  self->behind = FALSE;
}

static void
add_no_text (Writer *self, TwfSpanKind kind)
{
  add_span (self, kind, g_strdup (twf_noted_word (TWF_NOTED_NO_TEXT, self->scribe->language)));
  self->behind = FALSE;
}

static void
attribute (Writer *self, TwfProposal *const *proposals, const guint *links, guint n, gboolean apart)
{
  g_autofree char *words = twf_scribe_dup_attribution (self->scribe, proposals, links, n);

  if (*words == '\0')
    return;
  add_span (self,
            TWF_SPAN_ATTRIBUTION,
            apart && *words == '(' ? g_strconcat (" ", words, NULL) : g_strdup (words))
      ->pid
      = g_strdup (twf_proposal_get_id (proposals[0]));
}

static void
attribute_alternative (Writer *self, const TwfAlternative *alternative, gboolean apart)
{
  g_autofree TwfProposal **proposals = g_new (TwfProposal *, alternative->n_sides);
  g_autofree guint *links = g_new (guint, alternative->n_sides);

  for (guint i = 0; i < alternative->n_sides; i++)
    {
      proposals[i] = self->compiled->proposals->pdata[alternative->sides[i]];
      links[i] = self->links[alternative->sides[i]];
    }
  attribute (self, proposals, links, alternative->n_sides, apart);
}

/* Which spaces of a bracket's readings stand outside of it, so that it reads "a [b] c". */
typedef struct
{
  gsize head, tail; /* bytes */
} Margin;

static gboolean
shares (const char *text, const char *first, gboolean at_end)
{
  gsize length = strlen (text);

  if (at_end)
    return length > 0 && *first != '\0' && text[length - 1] == first[strlen (first) - 1];
  return text[0] == first[0];
}

static const char *
get_edge_text (GPtrArray *pieces, guint at, gint step)
{
  const TwfBracketPiece *piece;

  if (step < 0 && at == 0)
    return "";
  at = step < 0 ? at - 1 : at + 1;
  if (at >= pieces->len)
    return "";
  piece = pieces->pdata[at];
  return piece->alternatives == NULL ? piece->text : NULL;
}

/* Whether a reader who sees the bracket so finds out what it is without its words. */
static gboolean
can_be_read (const char *before, const char *after, const char *reading, Margin margin)
{
  g_autofree char *front = NULL;
  g_autofree char *rear = NULL;
  gboolean from_before, from_after;

  if (before == NULL || after == NULL)
    return FALSE;
  front = g_strdup_printf ("%s%.*s", before, (int)margin.head, reading);
  rear = g_strdup_printf ("%s%s", reading + strlen (reading) - margin.tail, after);
  twf_notation_gap (front, rear, &from_before, &from_after);
  return from_before == (margin.head == 1) && from_after == (margin.tail == 1);
}

static Margin
find_margin (GPtrArray *pieces, guint at, gboolean top)
{
  const TwfBracketPiece *piece = pieces->pdata[at];
  const char *before = get_edge_text (pieces, at, -1);
  const char *after = get_edge_text (pieces, at, 1);
  const char *first = *piece->text != '\0' ? piece->text : NULL;
  gboolean empty = first == NULL;
  gboolean head, tail;
  Margin margin = { 0, 0 };

  for (guint i = 0; i < piece->alternatives->len; i++)
    {
      const char *text = ((const TwfAlternative *)piece->alternatives->pdata[i])->text;

      empty |= *text == '\0';
      if (first == NULL && *text != '\0')
        first = text;
    }
  if (!empty || first == NULL || piece->inside != NULL
      || (!top && (at == 0 || at + 1 == pieces->len)))
    return margin;
  head = twf_notation_is_space ((guchar)first[0]) && strlen (first) > 1;
  tail = twf_notation_is_space ((guchar)first[strlen (first) - 1]) && strlen (first) > 1;
  for (guint i = 0; i < piece->alternatives->len; i++)
    {
      const char *text = ((const TwfAlternative *)piece->alternatives->pdata[i])->text;

      head = head && (*text == '\0' || shares (text, first, FALSE));
      tail = tail && (*text == '\0' || shares (text, first, TRUE));
    }
  margin.head = head && !tail;
  margin.tail = tail && !head;
  if (!can_be_read (before, after, first, margin))
    margin = (Margin){ 0, 0 };
  return margin;
}

static void write_pieces (Writer *self, GPtrArray *pieces, gboolean top);

static void
write_alternatives (Writer *self, const TwfBracketPiece *piece, Margin margin)
{
  guint n = piece->alternatives->len;

  for (guint i = 0; i < n; i++)
    {
      const TwfAlternative *alternative = piece->alternatives->pdata[i];
      guint before = self->spans->len;

      if (i > 0)
        add_sign (self, TWF_BETWEEN);
      if (*alternative->text == '\0')
        add_no_text (self, TWF_SPAN_PROPOSED);
      else
        add_words (self, TWF_SPAN_PROPOSED, alternative->text, margin.head, margin.tail);
      for (guint s = before; s < self->spans->len; s++)
        {
          TwfSpan *span = self->spans->pdata[s];

          if (span->kind == TWF_SPAN_PROPOSED)
            span->pid = g_strdup (
                twf_proposal_get_id (self->compiled->proposals->pdata[alternative->sides[0]]));
        }
      if (n > 1 || self->scribe->notation == TWF_NOTATION_INLINE)
        attribute_alternative (self, alternative, TRUE);
    }
}

/* Words that are added need no other side, unless the first of several is nobody's: it would be
 * read as what stands. */
static gboolean
shows_standing (Writer *self, const TwfBracketPiece *piece)
{
  const TwfAlternative *first = piece->alternatives->pdata[0];
  g_autoptr (GPtrArray) codes = NULL;
  TwfProposal *proposal;

  if (*piece->text != '\0')
    return TRUE;
  if (piece->alternatives->len < 2 || self->scribe->notation == TWF_NOTATION_UNATTRIBUTED)
    return FALSE;
  proposal = self->compiled->proposals->pdata[first->sides[0]];
  codes = twf_scribe_list_owners (self->scribe, &proposal, NULL, 1);
  return codes->len == 0;
}

static void
write_bracket (Writer *self, const TwfBracketPiece *piece, Margin margin)
{
  guint outer = self->bracket;
  gboolean was_inside = self->inside;
  const char *edge = *piece->text != '\0'
                         ? piece->text
                         : ((const TwfAlternative *)piece->alternatives->pdata[0])->text;

  if (margin.head > 0)
    add_span (self, was_inside ? TWF_SPAN_STANDING : TWF_SPAN_TEXT, g_strndup (edge, margin.head));
  self->bracket = ++self->n_brackets;
  self->inside = TRUE;
  self->behind = FALSE;
  add_sign (self, "[");
  if (shows_standing (self, piece))
    {
      if (piece->inside != NULL)
        write_pieces (self, piece->inside, FALSE);
      else if (*piece->text != '\0')
        add_words (self, TWF_SPAN_STANDING, piece->text, margin.head, margin.tail);
      else
        add_no_text (self, TWF_SPAN_STANDING);
      add_sign (self, TWF_BETWEEN);
    }
  write_alternatives (self, piece, margin);
  add_sign (self, "]");
  if (piece->alternatives->len == 1 && self->scribe->notation == TWF_NOTATION_POSITIONS)
    attribute_alternative (self, piece->alternatives->pdata[0], FALSE);
  self->bracket = outer;
  self->inside = was_inside;
  self->behind = TRUE;
  if (margin.tail > 0)
    add_span (self,
              was_inside ? TWF_SPAN_STANDING : TWF_SPAN_TEXT,
              g_strdup (edge + strlen (edge) - margin.tail));
}

static void
write_pieces (Writer *self, GPtrArray *pieces, gboolean top)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      if (piece->alternatives == NULL)
        add_words (self, self->inside ? TWF_SPAN_STANDING : TWF_SPAN_TEXT, piece->text, 0, 0);
      else
        write_bracket (self, piece, find_margin (pieces, i, top));
    }
}

static void
count_brackets (GPtrArray *pieces, guint *counts)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      for (guint a = 0; piece->alternatives != NULL && a < piece->alternatives->len; a++)
        {
          const TwfAlternative *alternative = piece->alternatives->pdata[a];

          for (guint s = 0; s < alternative->n_sides; s++)
            counts[alternative->sides[s]]++;
        }
      if (piece->inside != NULL)
        count_brackets (piece->inside, counts);
    }
}

/* A proposal of several changes is one: its owners have the same number behind each. */
static guint *
number_links (const TwfCompiledText *compiled)
{
  guint n = compiled->proposals->len;
  guint *links = g_new0 (guint, n + 1);
  guint number = 0;

  count_brackets (compiled->pieces, links);
  for (guint side = 0; side < n; side++)
    links[side] = links[side] > 1 ? ++number : 0;
  return links;
}

static GPtrArray *
new_spans (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_span_free);
}

/* Puts brackets around a whole text that is itself proposed. */
static void
enclose (Writer *self, TwfProposal *insert)
{
  const gboolean inlined = self->scribe->notation == TWF_NOTATION_INLINE;

  self->bracket = self->n_brackets = 1;
  self->inside = TRUE;
  add_sign (self, "[");
  write_pieces (self, self->compiled->pieces, TRUE);
  for (guint i = 0; i < self->spans->len; i++)
    {
      TwfSpan *span = self->spans->pdata[i];

      if (span->bracket == 1 && span->kind == TWF_SPAN_STANDING)
        {
          span->kind = TWF_SPAN_PROPOSED;
          span->pid = g_strdup (insert != NULL ? twf_proposal_get_id (insert) : NULL);
        }
    }
  self->bracket = 1;
  if (insert != NULL && inlined)
    attribute (self, &insert, NULL, 1, TRUE);
  add_sign (self, "]");
  if (insert != NULL && !inlined)
    attribute (self, &insert, NULL, 1, FALSE);
}

/**
 * twf_scribe_write:
 * @self: a scribe
 * @compiled: a text of its plan with its brackets
 *
 * Writes a text with its brackets. Spaces stand outside of brackets where a reader can still tell
 * what the text is without them. An alternative of nothing is said in words. Where a proposal
 * changes several places, its owners bear the same raised number in each. What is itself proposed
 * stands in brackets from end to end.
 *
 * Returns: (transfer full) (element-type TwfSpan): the text in order
 */
GPtrArray *
twf_scribe_write (TwfScribe *self, const TwfCompiledText *compiled)
{
  g_autofree guint *links = number_links (compiled);
  Writer writer = { self, compiled, new_spans (), links };

  if (compiled->provision != NULL && compiled->part == TWF_PART_BODY
      && twf_provision_is_proposed (compiled->provision, NULL))
    enclose (&writer, twf_compile_find_insert (compiled->provision));
  else
    write_pieces (&writer, compiled->pieces, TRUE);
  return writer.spans;
}

/**
 * twf_scribe_write_choice:
 * @self: a scribe
 * @standing: what stands; empty: nothing
 * @proposed: what is proposed instead; empty: nothing
 * @proposal: who proposes it
 *
 * Writes what is open about a field or a place, all of which is in the bracket.
 *
 * Returns: (transfer full) (element-type TwfSpan): the bracket
 */
GPtrArray *
twf_scribe_write_choice (TwfScribe *self,
                         const char *standing,
                         const char *proposed,
                         TwfProposal *proposal)
{
  Writer writer = { self, NULL, new_spans (), NULL };

  writer.bracket = writer.n_brackets = 1;
  writer.inside = TRUE;
  add_sign (&writer, "[");
  if (*standing != '\0')
    {
      add_words (&writer, TWF_SPAN_STANDING, standing, 0, 0);
      add_sign (&writer, TWF_BETWEEN);
    }
  if (*proposed != '\0')
    add_words (&writer, TWF_SPAN_PROPOSED, proposed, 0, 0);
  else
    add_no_text (&writer, TWF_SPAN_PROPOSED);
  if (self->notation == TWF_NOTATION_INLINE)
    attribute (&writer, &proposal, NULL, 1, TRUE);
  add_sign (&writer, "]");
  if (self->notation == TWF_NOTATION_POSITIONS)
    attribute (&writer, &proposal, NULL, 1, FALSE);
  return writer.spans;
}
