/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-read.h"

#include "twf-bidi.h"
#include "twf-headings.h"
#include "twf-marks.h"
#include "twf-normal.h"
#include "twf-outline.h"
#include "twf-repair.h"

#include <string.h>

/* How deep bullets may stand in each other by their indentation. */
#define MOST_INDENTS 16

/* The lines of one paragraph as they are gathered. */
typedef struct
{
  TwfOutline *outline;
  const char *language;
  GString *source;
  GString *text;
  guint line;
  guint heading;
  guint depth;
  gboolean item;
  gboolean detail;
  gboolean open;
  guint indents[MOST_INDENTS];
  guint n_indents;
} Gathering;

static void
flush (Gathering *to)
{
  g_autofree char *text = NULL;

  if (to->open)
    {
      text = twf_repair_line (to->text->str, NULL);
      twf_outline_add (to->outline,
                       &(TwfBlock){ .text = text,
                                    .source = to->source->str,
                                    .language = to->language,
                                    .line = to->line,
                                    .heading = to->heading,
                                    .depth = to->depth,
                                    .item = to->item,
                                    .detail = to->detail });
    }
  g_string_truncate (to->source, 0);
  g_string_truncate (to->text, 0);
  to->open = FALSE;
  to->item = FALSE;
  to->detail = FALSE;
  to->heading = 0;
  to->depth = 0;
}

static guint
measure_indent (const char *line)
{
  guint indent = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    indent += *line == '\t' ? 8 - indent % 8 : 1;
  return indent;
}

/* A bullet stands under the last one that is indented less. */
static guint
find_depth (Gathering *to, guint indent)
{
  while (to->n_indents > 0 && to->indents[to->n_indents - 1] >= indent)
    to->n_indents--;
  if (to->n_indents < MOST_INDENTS)
    to->indents[to->n_indents++] = indent;
  return to->n_indents - 1;
}

static gboolean
ends_with_ideograph (const GString *text)
{
  return text->len > 2 && g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) >= 0x2e80;
}

/* Joins a line to the paragraph: a hard line end is a space, but not in Chinese, and not behind the
 * hyphen of a word that goes on. */
static void
join (Gathering *to, const char *line)
{
  g_autofree char *words = twf_text_collapse_spaces (line);
  gsize length = to->text->len;

  if (length > 0)
    {
      gboolean han = ends_with_ideograph (to->text) && g_utf8_get_char (words) >= 0x2e80;
      gboolean hyphen = length > 1 && to->text->str[length - 1] == '-'
                        && g_ascii_isalpha (to->text->str[length - 2])
                        && g_unichar_islower (g_utf8_get_char (words));

      if (!han && !hyphen)
        g_string_append_c (to->text, ' ');
      g_string_append_c (to->source, '\n');
    }
  g_string_append (to->text, words);
  g_string_append (to->source, line);
}

static gboolean
is_heading_line (const char *line)
{
  TwfSection section;

  return twf_heading_looks_like (line) && twf_heading_recognize (line, &section)
         && g_utf8_strlen (line, -1) < 60;
}

/* As exports have it below a paragraph, indented: a label, and what it says in isolation. */
static gboolean
is_detail_line (const char *line)
{
  const char *isolate = strstr (line, TWF_FSI);
  g_autofree char *trimmed = g_strchomp (g_strdup (line));

  return g_str_has_prefix (line, "    ") && isolate != NULL && isolate - line > 4
         && g_str_has_suffix (trimmed, TWF_PDI)
         && memchr (line, '[', (gsize)(isolate - line)) == NULL;
}

static void
add_line (Gathering *to, const char *line, guint number)
{
  TwfMark mark;
  gsize hashes = strspn (line, "#");
  gboolean heading = hashes > 0 && hashes < 7 && line[hashes] == ' ';
  gboolean marked = twf_mark_find (line, &mark);
  gboolean detail = is_detail_line (line);
  const char *text = heading ? line + hashes + 1 : line;

  if (text[strspn (text, " \t\f\v")] == '\0')
    {
      flush (to);
      return;
    }
  if (heading || marked || detail || (!to->open && is_heading_line (line)))
    flush (to);
  if (!to->open)
    {
      to->open = TRUE;
      to->line = number;
      to->heading = heading ? (guint)hashes : 0;
      to->item = marked && mark.bullet && !heading;
      to->detail = detail;
      if (to->item)
        to->depth = find_depth (to, measure_indent (line));
      else if (!marked)
        to->n_indents = 0;
    }
  join (to, text);
  if (heading || detail || (!marked && is_heading_line (to->source->str)))
    flush (to);
}

/**
 * twf_read_text:
 * @text: a plain text in UTF-8 with LF
 * @language: its language
 * @cancellable: (nullable): a cancellable
 *
 * Reads a text: paragraphs are parted by empty lines, bullets, numbers and headings; hard line ends
 * inside them are joined.
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_EMPTY if there is no word in it; %G_IO_ERROR_CANCELLED
 */
TwfDraft *
twf_read_text (const char *text, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfOutline) outline = twf_outline_new (language);
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  Gathering to = { .outline = outline, .language = language, .source = source, .text = words };
  guint number = 0;

  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, "\n");
      g_autofree char *line = g_strndup (at, length);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_line (&to, line, ++number);
      if (twf_outline_is_full (outline))
        break;
      at += length + (at[length] == '\n');
    }
  flush (&to);
  return twf_outline_finish (outline, error);
}
