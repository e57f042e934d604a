/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-typing.h"

#include "twf-segments.h"

#include <string.h>

/* A step of undo is at most a few words. */
#define MOST_GRAPHEMES 40

/* What an edit did to a text, as a person at the keyboard does: at one place. */
typedef struct
{
  gsize start;       /* in bytes, the same in both texts */
  gsize old_end;     /* in the old text */
  gsize new_end;     /* in the new one */
  const char *added; /* in the new text */
} Stroke;

static void
find_stroke (const char *old_text, const char *new_text, Stroke *stroke)
{
  gsize old_length = strlen (old_text);
  gsize new_length = strlen (new_text);
  gsize start = 0;
  gsize tail = 0;

  while (start < old_length && start < new_length && old_text[start] == new_text[start])
    start++;
  /* Never inside a character. */
  while (start > 0 && (old_text[start] & 0xc0) == 0x80)
    start--;
  while (start > 0 && (new_text[start] & 0xc0) == 0x80)
    start--;
  while (tail < old_length - start && tail < new_length - start
         && old_text[old_length - 1 - tail] == new_text[new_length - 1 - tail])
    tail++;
  while (tail > 0 && (new_text[new_length - tail] & 0xc0) == 0x80)
    tail--;
  stroke->start = start;
  stroke->old_end = old_length - tail;
  stroke->new_end = new_length - tail;
  stroke->added = new_text + start;
}

static guint
count_graphemes (const char *text, gsize length, const char *language)
{
  g_autofree char *piece = NULL;
  g_autoptr (GArray) segments = NULL;

  if (length == 0)
    return 0;
  piece = g_strndup (text, length);
  segments = twf_text_segment (piece, TWF_BOUNDARY_GRAPHEME, language);
  return segments->len;
}

static gboolean
is_same_field (const TwfEdit *one, const TwfEdit *other)
{
  return g_strcmp0 (twf_edit_get_id (one), twf_edit_get_id (other)) == 0
         && twf_edit_get_part (one) == twf_edit_get_part (other)
         && g_strcmp0 (twf_edit_get_language (one), twf_edit_get_language (other)) == 0;
}

/* Whether the stroke goes on where the last one ended: typing behind it, rubbing out before it, or
 * what an input method rewrites in place. */
static gboolean
goes_on (const TwfTyping *self, const Stroke *stroke, gboolean is_deleting)
{
  if (self->is_deleting != is_deleting)
    return FALSE;
  if (is_deleting)
    return stroke->old_end == self->start || stroke->start == self->start;
  return stroke->start >= self->start && stroke->start <= self->end;
}

static gboolean
ends_word (const TwfTyping *self, const Stroke *stroke)
{
  return self->ends_in_word && stroke->new_end > stroke->start
         && g_unichar_isspace (g_utf8_get_char (stroke->added));
}

static gboolean
is_word_before (const char *text, gsize end)
{
  const char *last = g_utf8_find_prev_char (text, text + end);

  return last != NULL && !g_unichar_isspace (g_utf8_get_char (last));
}

/**
 * twf_typing_add:
 * @self: a run of typing, at first all zeros
 * @edit: what was just done to the plan
 * @inverse: what turns it round
 *
 * A run ends where another field is touched, at another place of the text, between typing and
 * rubbing out, before the space behind a word, and after some 40 graphemes.
 *
 * Returns: whether @edit goes on with the run and belongs into the step before
 */
gboolean
twf_typing_add (TwfTyping *self, TwfEdit *edit, TwfEdit *inverse)
{
  const char *old_text = twf_edit_get_text (inverse);
  const char *new_text = twf_edit_get_text (edit);
  const char *language = twf_edit_get_language (edit);
  gboolean is_deleting;
  gboolean belongs;
  Stroke stroke;
  guint length;

  if (twf_edit_get_kind (edit) != TWF_EDIT_SET_TEXT)
    {
      twf_typing_stop (self);
      return FALSE;
    }
  old_text = old_text != NULL ? old_text : "";
  new_text = new_text != NULL ? new_text : "";
  find_stroke (old_text, new_text, &stroke);
  is_deleting = stroke.new_end == stroke.start;
  length = MAX (count_graphemes (old_text + stroke.start, stroke.old_end - stroke.start, language),
                count_graphemes (stroke.added, stroke.new_end - stroke.start, language));
  belongs = self->last != NULL && is_same_field (self->last, edit)
            && goes_on (self, &stroke, is_deleting) && !ends_word (self, &stroke)
            && self->length + length <= MOST_GRAPHEMES;

  g_clear_pointer (&self->last, twf_edit_unref);
  self->last = twf_edit_ref (edit);
  self->start = stroke.start;
  self->end = stroke.new_end;
  self->length = belongs ? self->length + length : length;
  self->is_deleting = is_deleting;
  self->ends_in_word = !is_deleting && is_word_before (new_text, stroke.new_end);
  return belongs;
}

/**
 * twf_typing_stop:
 * @self: a run of typing
 *
 * Ends the run: the next edit begins another.
 */
void
twf_typing_stop (TwfTyping *self)
{
  g_clear_pointer (&self->last, twf_edit_unref);
  memset (self, 0, sizeof *self);
}
