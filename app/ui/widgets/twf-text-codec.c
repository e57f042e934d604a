/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-text-codec.h"

#include "twf-bidi.h"

#include <string.h>

/* A paragraph's language says how it runs, yet GTK asks its first strong letter. Where the two
 * differ, the view (and the view alone) begins the paragraph with a direction mark. A tag tells
 * such a mark from one that somebody typed, so that reading a buffer back loses nothing. */
#define MARK_TAG "view-mark"

static GtkTextTag *
get_mark_tag (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), MARK_TAG);
}

/**
 * twf_text_codec_prepare:
 * @buffer: a text buffer
 *
 * Makes @buffer ready for the other functions here, and switches its own undo off: undo is the
 * plan's.
 */
void
twf_text_codec_prepare (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  if (get_mark_tag (buffer) == NULL)
    gtk_text_buffer_create_tag (buffer, MARK_TAG, "editable", FALSE, NULL);
}

/* Finds the next stretch of marks at or after @from; %FALSE where none is left. */
static gboolean
find_marks (GtkTextBuffer *buffer, const GtkTextIter *from, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag = get_mark_tag (buffer);

  *start = *from;
  if (!gtk_text_iter_has_tag (start, tag) && !gtk_text_iter_forward_to_tag_toggle (start, tag))
    return FALSE;
  if (!gtk_text_iter_has_tag (start, tag))
    return FALSE;
  *end = *start;
  if (!gtk_text_iter_forward_to_tag_toggle (end, tag))
    gtk_text_buffer_get_end_iter (buffer, end);
  return TRUE;
}

/**
 * twf_text_codec_dup_text:
 * @buffer: a prepared text buffer
 *
 * Reads what @buffer holds for the plan: its text without the view's direction marks.
 *
 * Returns: (transfer full): the text
 */
char *
twf_text_codec_dup_text (GtkTextBuffer *buffer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter from, start, end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  gtk_text_buffer_get_start_iter (buffer, &from);
  while (find_marks (buffer, &from, &start, &end))
    {
      g_autofree char *piece = gtk_text_buffer_get_text (buffer, &from, &start, TRUE);
      g_string_append (text, piece);
      from = end;
    }
  gtk_text_buffer_get_end_iter (buffer, &end);
  {
    g_autofree char *piece = gtk_text_buffer_get_text (buffer, &from, &end, TRUE);
    g_string_append (text, piece);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * twf_text_codec_get_iter:
 * @buffer: a prepared text buffer
 * @iter: (out): a place in it
 * @offset: a character of the text, the view's direction marks not counted
 */
void
twf_text_codec_get_iter (GtkTextBuffer *buffer, GtkTextIter *iter, int offset)
{
  GtkTextIter from, start, end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  while (find_marks (buffer, &from, &start, &end))
    {
      int length = gtk_text_iter_get_offset (&start) - gtk_text_iter_get_offset (&from);
      if (offset < length)
        break;
      offset -= length;
      from = end;
    }
  *iter = from;
  gtk_text_iter_forward_chars (iter, offset);
}

/**
 * twf_text_codec_set_text:
 * @buffer: a prepared text buffer
 * @text: what it shall hold
 *
 * Brings @buffer to @text by replacing only what lies between the first and the last character
 * that differ, so that a caret elsewhere stays where it is.
 *
 * Returns: whether anything was replaced
 */
gboolean
twf_text_codec_set_text (GtkTextBuffer *buffer, const char *text)
{
  g_autofree char *old = NULL;
  const char *old_end, *new_end;
  gsize same = 0;
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer) && text != NULL, FALSE);

  old = twf_text_codec_dup_text (buffer);
  if (g_str_equal (old, text))
    return FALSE;

  while (old[same] != '\0' && old[same] == text[same])
    same++;
  while (same > 0 && ((old[same] & 0xc0) == 0x80 || (text[same] & 0xc0) == 0x80))
    same--;
  old_end = old + strlen (old);
  new_end = text + strlen (text);
  while (old_end > old + same && new_end > text + same && old_end[-1] == new_end[-1])
    {
      old_end--;
      new_end--;
    }
  while ((*old_end & 0xc0) == 0x80)
    {
      old_end++;
      new_end++;
    }

  twf_text_codec_get_iter (buffer, &start, g_utf8_strlen (old, same));
  twf_text_codec_get_iter (buffer, &end, g_utf8_strlen (old, old_end - old));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + same, new_end - (text + same));
  return TRUE;
}

/* Deletes marks that are not what line @line should begin with. Returns whether the right one
 * stands there. */
static gboolean
clean_line (GtkTextBuffer *buffer, int line, const char *wanted)
{
  GtkTextIter from, start, end;
  gboolean found = FALSE;

  gtk_text_buffer_get_iter_at_line (buffer, &from, line);
  while (find_marks (buffer, &from, &start, &end) && gtk_text_iter_get_line (&start) == line)
    {
      g_autofree char *mark = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

      if (!found && gtk_text_iter_starts_line (&start) && g_strcmp0 (mark, wanted) == 0)
        {
          found = TRUE;
          from = end;
        }
      else
        {
          gtk_text_buffer_delete (buffer, &start, &end);
          from = start;
        }
    }
  return found;
}

static char *
dup_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter from, start, end, line_end;
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_text_buffer_get_iter_at_line (buffer, &from, line);
  line_end = from;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  while (find_marks (buffer, &from, &start, &end) && gtk_text_iter_compare (&start, &line_end) < 0)
    {
      g_autofree char *piece = gtk_text_buffer_get_text (buffer, &from, &start, TRUE);
      g_string_append (text, piece);
      from = end;
    }
  {
    g_autofree char *piece = gtk_text_buffer_get_text (buffer, &from, &line_end, TRUE);
    g_string_append (text, piece);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * twf_text_codec_mark_paragraphs:
 * @buffer: a prepared text buffer
 * @language: the language the text is in
 *
 * Gives every paragraph whose first strong letter runs against @language the direction mark that
 * sets it right, and takes marks away that are no longer needed. The text does not change, only
 * how it is shown.
 */
void
twf_text_codec_mark_paragraphs (GtkTextBuffer *buffer, const char *language)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  for (int line = 0; line < gtk_text_buffer_get_line_count (buffer); line++)
    {
      g_autofree char *text = dup_line (buffer, line);
      const char *wanted = twf_text_get_view_mark (text, language);
      GtkTextIter start;

      if (wanted != NULL && *wanted == '\0')
        wanted = NULL;
      if (clean_line (buffer, line, wanted) || wanted == NULL)
        continue;
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      gtk_text_buffer_insert_with_tags (buffer, &start, wanted, -1, get_mark_tag (buffer), NULL);
    }
}
