/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-repair.h"

#include "twf-arabic.h"
#include "twf-normal.h"

#include <string.h>

#define TATWEEL 0x640

/* What only steers the display of the text around it, or nothing at all: embeddings, overrides,
 * isolates, marks of direction, zero-width space, soft hyphen, byte order mark. */
static gboolean
is_steering (gunichar sign)
{
  return (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2066 && sign <= 0x2069) || sign == 0x200e
         || sign == 0x200f || sign == 0x61c || sign == 0x200b || sign == 0xad || sign == 0xfeff;
}

/* Punctuation that stands at the end of what it closes. The colon, semicolon and question mark of
 * Latin print are not here: French has a space before them. */
static gboolean
is_closing (gunichar sign)
{
  return sign == 0x60c || sign == 0x61b || sign == 0x61f || sign == '.' || sign == ',';
}

/**
 * twf_repair_signs:
 * @text: a text
 *
 * Takes out the characters that steer display (the text's own language decides its direction), and
 * folds Arabic presentation forms into letters.
 *
 * Returns: (transfer full): the text without them
 */
char *
twf_repair_signs (const char *text)
{
  g_autofree char *letters = twf_arabic_fold_presentation_forms (text);
  GString *result = g_string_sized_new (strlen (letters));

  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_steering (g_utf8_get_char (at)))
      g_string_append_unichar (result, g_utf8_get_char (at));
  return g_string_free (result, FALSE);
}

static const char *
skip_back_to_word (const char *start, const char *at)
{
  while (at > start && (guchar)at[-1] >= 0x80)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar sign = g_utf8_get_char (before);

      if (!twf_arabic_is_letter (sign) && !twf_arabic_is_mark (sign) && sign != TATWEEL)
        break;
      at = before;
    }
  return at;
}

static const char *
skip_word (const char *at)
{
  while (twf_arabic_is_letter (g_utf8_get_char (at)) || twf_arabic_is_mark (g_utf8_get_char (at))
         || g_utf8_get_char (at) == TATWEEL)
    at = g_utf8_next_char (at);
  return at;
}

/* Whether the spaces from @at cut a word in two: tatweel on both sides says that its letters join,
 * and the document has the whole word elsewhere. Tatweel alone is not enough: where runs stand in
 * display order, what meets at a space are halves of two words. */
static gboolean
cuts_a_word (const char *line, const char *at, TwfLexicon *lexicon)
{
  const char *after = at + strspn (at, " ");
  const char *start;
  g_autofree char *joined = NULL;
  g_autofree char *plain = NULL;

  if (lexicon == NULL || at == line || g_utf8_get_char (after) != TATWEEL
      || g_utf8_get_char (g_utf8_prev_char (at)) != TATWEEL)
    return FALSE;
  start = skip_back_to_word (line, at);
  joined = g_strdup_printf (
      "%.*s%.*s", (int)(at - start), start, (int)(skip_word (after) - after), after);
  plain = twf_arabic_strip_tatweel (joined);
  return twf_lexicon_has_seen (lexicon, plain);
}

/**
 * twf_repair_spaces:
 * @text: a text
 *
 * Returns: (transfer full): @text on one line with one space where there were more, and none before
 *   closing punctuation
 */
char *
twf_repair_spaces (const char *text)
{
  g_autofree char *line = twf_text_collapse_spaces (text);
  GString *result = g_string_sized_new (strlen (line));
  const char *kept = line;

  for (const char *at = strchr (line, ' '); at != NULL; at = strchr (at + 1, ' '))
    {
      gunichar next = g_utf8_get_char (at + 1);
      gunichar behind = next != 0 ? g_utf8_get_char (g_utf8_next_char (at + 1)) : 0;

      /* ". 5" or ".NET" is not the end of anything. */
      if (next == 0 || !is_closing (next) || (behind != ' ' && behind != 0))
        continue;
      g_string_append_len (result, kept, at - kept);
      kept = at + 1;
    }
  g_string_append (result, kept);
  return g_string_free (result, FALSE);
}

/* Whether more than spaces may have to be seen to: most lines of most documents have nothing. */
static gboolean
has_signs_to_repair (const char *line)
{
  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = (guchar)*at < 0x80 ? 0 : g_utf8_get_char (at);

      if (sign == TATWEEL || (sign != 0 && is_steering (sign))
          || (sign >= 0xfb50 && sign <= 0xfefc))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_repair_line:
 * @line: a line, perhaps out of a page
 * @lexicon: (nullable): the document's words
 *
 * Does the safe repairs: no character that steers display, no tatweel but that of a lone heh, no
 * presentation forms, no space that only justifies the line or stands before punctuation; a word
 * that tatweel on both sides of a space shows to be cut is joined if it stands whole elsewhere.
 *
 * Returns: (transfer full): the line repaired
 */
char *
twf_repair_line (const char *line, TwfLexicon *lexicon)
{
  g_autofree char *signs = NULL;
  g_autoptr (GString) joined = NULL;
  g_autofree char *plain = NULL;

  if (!has_signs_to_repair (line))
    return twf_repair_spaces (line);
  signs = twf_repair_signs (line);
  joined = g_string_sized_new (strlen (signs));
  for (const char *at = signs; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == ' ' && cuts_a_word (signs, at, lexicon))
        {
          at += strspn (at, " ") - 1;
          continue;
        }
      g_string_append_unichar (joined, g_utf8_get_char (at));
    }
  plain = twf_arabic_strip_tatweel (joined->str);
  return twf_repair_spaces (plain);
}
