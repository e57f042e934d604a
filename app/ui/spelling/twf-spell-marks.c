/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-spell-marks.h"

#include "twf-desk-spelling.h"
#include "twf-text-codec.h"

#define TAG "unknown-word"

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG);
}

/**
 * twf_spell_marks_prepare:
 * @buffer: a text buffer
 *
 * Makes @buffer ready for the other functions here.
 */
void
twf_spell_marks_prepare (GtkTextBuffer *buffer)
{
  static const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 };

  if (get_tag (buffer) == NULL)
    gtk_text_buffer_create_tag (
        buffer, TAG, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &red, NULL);
}

/**
 * twf_spell_marks_clear:
 * @buffer: a prepared text buffer
 */
void
twf_spell_marks_clear (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, get_tag (buffer), &start, &end);
}

/**
 * twf_spell_marks_set:
 * @buffer: a prepared text buffer
 * @text: the text that it shows
 * @found: (element-type TwfMisspelling): words of @text, in order
 *
 * Underlines the words of @found, and no others.
 */
void
twf_spell_marks_set (GtkTextBuffer *buffer, const char *text, GArray *found)
{
  const char *counted = text;
  int offset = 0;

  twf_spell_marks_clear (buffer);
  for (guint i = 0; i < found->len; i++)
    {
      const TwfMisspelling *at = &g_array_index (found, TwfMisspelling, i);
      const char *word = text + at->start;
      int length = (int)g_utf8_strlen (word, (gssize)at->length);
      GtkTextIter start, end;

      offset += (int)g_utf8_strlen (counted, word - counted);
      counted = word;
      twf_text_codec_get_iter (buffer, &start, offset);
      twf_text_codec_get_iter (buffer, &end, offset + length);
      gtk_text_buffer_apply_tag (buffer, get_tag (buffer), &start, &end);
    }
}

/**
 * twf_spell_marks_get_word:
 * @buffer: a prepared text buffer
 * @at: a place in it
 * @start: (out): where the word begins
 * @end: (out): where it ends
 *
 * Returns: whether @at is in, or at a border of, an underlined word
 */
gboolean
twf_spell_marks_get_word (GtkTextBuffer *buffer,
                          const GtkTextIter *at,
                          GtkTextIter *start,
                          GtkTextIter *end)
{
  GtkTextTag *tag = get_tag (buffer);

  *start = *end = *at;
  if (!gtk_text_iter_has_tag (at, tag) && !gtk_text_iter_ends_tag (at, tag))
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  if (!gtk_text_iter_ends_tag (end, tag) || gtk_text_iter_equal (start, end))
    gtk_text_iter_forward_to_tag_toggle (end, tag);
  return gtk_text_iter_compare (start, end) < 0;
}

/**
 * twf_spell_marks_select_next:
 * @buffer: a prepared text buffer
 * @from_caret: whether only words behind the caret count
 *
 * Returns: whether there was an underlined word; it is selected
 */
gboolean
twf_spell_marks_select_next (GtkTextBuffer *buffer, gboolean from_caret)
{
  GtkTextTag *tag = get_tag (buffer);
  GtkTextIter start, end;

  if (tag == NULL)
    return FALSE;
  gtk_text_buffer_get_start_iter (buffer, &start);
  if (from_caret)
    gtk_text_buffer_get_selection_bounds (buffer, NULL, &start);
  while (!gtk_text_iter_starts_tag (&start, tag))
    if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
      return FALSE;
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  gtk_text_buffer_select_range (buffer, &end, &start);
  return TRUE;
}
