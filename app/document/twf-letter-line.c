/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-letter-line.h"

#include "twf-marks.h"
#include "twf-repair.h"

#include <string.h>

#define BULLET "\342\200\242"

/* "(signed)"; in Arabic in brackets that may stand the wrong way round. */
#define SIGNATURE "[()]\\s*توقيع\\s*[()]|\\((?:Signed|Signé)\\)"

/* The number that stands behind the line where runs are in display order: "-  1". */
static gboolean
cut_number_at_end (char *core, char **number)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s+-\\s+(\\d{1,3})$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *digits = NULL;
  int start;

  if (!g_regex_match (regex, core, 0, &match))
    return FALSE;
  digits = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 0, &start, NULL);
  *number = g_strconcat (digits, " -", NULL);
  core[start] = '\0';
  return TRUE;
}

static void
cut_marks (TwfLetterLine *self)
{
  TwfMark mark;
  gsize length;
  char *bullet = strstr (self->core, BULLET);

  /* In display order a bullet stands at the end, or among the pieces of a torn line. */
  if (bullet != NULL && bullet != self->core)
    {
      self->bullet = TRUE;
      memset (bullet, ' ', strlen (BULLET));
      g_strchomp (self->core);
      return;
    }
  if (cut_number_at_end (self->core, &self->number) || !twf_mark_find (self->core, &mark))
    return;
  /* A dash at the start of a line in display order is the end of a phrase, not a bullet. */
  if (mark.bullet && !g_str_has_prefix (self->core, BULLET))
    return;
  self->bullet = mark.bullet;
  if (!mark.bullet)
    self->number = g_strdup (mark.number);
  length = strlen (self->core);
  memmove (self->core, self->core + mark.length, length - mark.length + 1);
}

/**
 * twf_letter_line_new:
 * @raw: a line without its end
 * @line: its number
 * @lexicon: the document's words
 *
 * Returns: (transfer full): what the line is made of
 */
TwfLetterLine *
twf_letter_line_new (const char *raw, guint line, TwfLexicon *lexicon)
{
  TwfLetterLine *self = g_new0 (TwfLetterLine, 1);
  gsize length = strlen (raw);

  self->raw = g_strdup (raw);
  self->line = line;
  self->core = g_strstrip (g_strdup (raw));
  self->blank = self->core[0] == '\0';
  self->lead = (guint)strspn (raw, " ");
  while (self->trail < length && raw[length - 1 - self->trail] == ' ')
    self->trail++;
  cut_marks (self);
  self->text = twf_repair_line (self->core, lexicon);
  return self;
}

/**
 * twf_letter_line_free:
 * @self: (transfer full): a line
 */
void
twf_letter_line_free (TwfLetterLine *self)
{
  g_free (self->raw);
  g_free (self->core);
  g_free (self->text);
  g_free (self->number);
  g_free (self);
}

/**
 * twf_letter_line_is_signature:
 *
 * Returns: whether the line has the word "signed" in brackets
 */
gboolean
twf_letter_line_is_signature (const TwfLetterLine *self)
{
  return g_regex_match_simple (SIGNATURE, self->text, 0, 0);
}

/**
 * twf_letter_line_dup_name:
 *
 * Returns: (transfer full): the line without the word "signed": a name as it is printed, in the
 *   order in which it stands
 */
char *
twf_letter_line_dup_name (const TwfLetterLine *self)
{
  g_autoptr (GRegex) regex = g_regex_new (SIGNATURE, 0, 0, NULL);
  g_autofree char *name = g_regex_replace_literal (regex, self->text, -1, 0, " ", 0, NULL);

  return twf_repair_spaces (name);
}
