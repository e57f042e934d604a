/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-tokens.h"

#include "twf-hash.h"

#include <string.h>

/* A line of the former text, from its new line on: there words end whatever stands before. */
typedef struct
{
  guint32 start, length; /* in bytes */
  guint32 from, to;      /* tokens */
  guint32 hash;
} Line;

typedef struct
{
  const TwfTokens *former;
  GArray *lines;  /* of Line */
  guint32 *slots; /* a line and 1 more; 0: free */
  guint n_slots;  /* a power of two, at most half of them taken */
} Lines;

/* A line of the text: one of the former, or one that is cut anew. */
typedef struct
{
  guint32 start, length;
  guint32 known; /* which of the former text's; G_MAXUINT32: none */
} Part;

static gsize
find_line_end (const char *text, gsize start, gsize length)
{
  gsize at = start + 1;
  const char *end;

  while (at < length && (end = memchr (text + at, '\n', length - at)) != NULL)
    {
      at = (gsize)(end - text);
      if (twf_text_can_cut (text, at))
        return at;
      at++;
    }
  return length;
}

/* The slot of the line that reads as this one, or the free one where it would stand. */
static guint
find_slot (const Lines *self, const char *text, gsize length, guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  for (; self->slots[at] != 0; at = (at + 1) & (self->n_slots - 1))
    {
      const Line *line = &g_array_index (self->lines, Line, self->slots[at] - 1);

      if (line->hash == hash && line->length == length
          && memcmp (self->former->text + line->start, text, length) == 0)
        break;
    }
  return at;
}

/* FALSE: a word of the former text lies across the end of a line. */
static gboolean
collect_lines (Lines *self)
{
  const TwfTokens *former = self->former;
  gsize length = strlen (former->text);
  guint token = 0;

  for (gsize start = 0, end; start < length; start = end)
    {
      Line line = { (guint32)start, 0, token, 0, 0 };

      end = find_line_end (former->text, start, length);
      line.length = (guint32)(end - start);
      while (token < former->n_tokens && former->tokens[token].start < end)
        token++;
      line.to = token;
      if (former->tokens[line.from].start != start)
        return FALSE;
      line.hash = twf_hash_bytes (former->text + start, line.length);
      g_array_append_val (self->lines, line);
    }
  for (self->n_slots = 16; self->n_slots < 2 * self->lines->len; self->n_slots *= 2)
    ;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      self->slots[find_slot (self, former->text + line->start, line->length, line->hash)] = i + 1;
    }
  return TRUE;
}

/* What of @text stands in the former text by lines. @rest takes all that does not. */
static GArray *
list_parts (const Lines *self, const char *text, GString *rest)
{
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (Part), self->lines->len + 16);
  gsize length = strlen (text);

  for (gsize start = 0, end; start < length; start = end)
    {
      Part part = { (guint32)start, 0, G_MAXUINT32 };
      guint32 slot;

      end = find_line_end (text, start, length);
      part.length = (guint32)(end - start);
      slot = self->slots[find_slot (
          self, text + start, part.length, twf_hash_bytes (text + start, part.length))];
      if (slot > 0)
        part.known = slot - 1;
      else
        g_string_append_len (rest, text + start, (gssize)part.length);
      g_array_append_val (parts, part);
    }
  return parts;
}

static guint
count_tokens (const Lines *self, GArray *parts, const GArray *segments)
{
  guint n = segments->len;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->known != G_MAXUINT32)
        n += g_array_index (self->lines, Line, part->known).to
             - g_array_index (self->lines, Line, part->known).from;
    }
  return n;
}

/* The segments of @part from @next on, which begin at @before in what was cut. Returns: the next
 * ones */
static guint
append_segments (TwfTokens *self,
                 const Part *part,
                 gsize before,
                 GArray *segments,
                 guint next,
                 TwfWordTable *lexicon)
{
  for (; next < segments->len; next++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, next);
      TwfToken token = { 0, (guint32)segment->length, 0, segment->kind };

      if (segment->start >= before + part->length)
        break;
      token.start = (guint32)(segment->start - before) + part->start;
      token.symbol = twf_word_table_add (lexicon, self->text + token.start, token.length);
      twf_tokens_append (self, token);
    }
  return next;
}

static TwfTokens *
assemble (const Lines *self,
          const char *text,
          GArray *parts,
          GArray *segments,
          TwfWordTable *lexicon)
{
  guint n = count_tokens (self, parts, segments);
  TwfTokens *tokens = g_new0 (TwfTokens, 1);
  gsize cut = 0;
  guint next = 0;

  tokens->text = text;
  tokens->tokens = g_new (TwfToken, n + 1);
  tokens->words = g_new (guint32, n + 1);
  tokens->positions = g_new (guint32, n + 1);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const Line *line;

      if (part->known == G_MAXUINT32)
        {
          next = append_segments (tokens, part, cut, segments, next, lexicon);
          cut += part->length;
          continue;
        }
      line = &g_array_index (self->lines, Line, part->known);
      for (guint k = line->from; k < line->to; k++)
        {
          TwfToken token = self->former->tokens[k];

          token.start = token.start - line->start + part->start;
          twf_tokens_append (tokens, token);
        }
    }
  return tokens;
}

/* Whether every part that was cut anew begins and ends with words of its own. */
static gboolean
are_apart (GArray *parts, GArray *segments)
{
  gsize cut = 0;
  guint next = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->known != G_MAXUINT32)
        continue;
      while (next < segments->len && g_array_index (segments, TwfSegment, next).start < cut)
        next++;
      if (next == segments->len || g_array_index (segments, TwfSegment, next).start != cut)
        return FALSE;
      cut += part->length;
    }
  return TRUE;
}

/**
 * twf_tokens_new_beside:
 * @text: a text in UTF-8, below 4 GiB; must live as long as the result and @lexicon
 * @language: (nullable): its language
 * @lexicon: shared by the texts that are compared
 * @former: a text of the same language, cut up with the same lexicon
 *
 * As twf_tokens_new(), with the same answer, but sooner the more lines @text and @former have in
 * common, wherever they stand; twf_tokens_new_after() asks for the beginning and the end alone.
 *
 * Returns: (transfer full): the text cut up
 */
TwfTokens *
twf_tokens_new_beside (const char *text,
                       const char *language,
                       TwfWordTable *lexicon,
                       const TwfTokens *former)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) segments = NULL;
  TwfTokens *tokens = NULL;
  Lines self = { former, lines, NULL, 0 };

  if (collect_lines (&self))
    {
      parts = list_parts (&self, text, rest);
      segments = twf_text_segment (rest->str, TWF_BOUNDARY_WORD, language);
      if (are_apart (parts, segments))
        tokens = assemble (&self, text, parts, segments, lexicon);
    }
  g_free (self.slots);
  return tokens != NULL ? tokens : twf_tokens_new (text, language, lexicon);
}
