/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-reading.h"

#include "twf-arabic.h"

#include <string.h>

/* That all words of a reordered line exist does not make it a sentence. These are the marks by
 * which a person would see at once that pieces went to the wrong place. A proposal that has one of
 * them is not made: no proposal is better than a wrong one. */

#define COMMA "\330\214"

static gboolean
is_letter_at (const char *at)
{
  return twf_arabic_is_letter (g_utf8_get_char (at)) || twf_arabic_is_mark (g_utf8_get_char (at));
}

static gboolean
is_conjunction (const char *word)
{
  return g_str_has_prefix (word, "و") || g_str_has_prefix (word, "ف");
}

/* Letters of a word without the punctuation around them. */
static char *
dup_letters (const char *word)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (is_letter_at (at))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/* What takes a noun behind it, and what is none. */
static gboolean
lacks_its_noun (const char *word, const char *next)
{
  static const char *const openers[] = { "من", "في", "على", "إلى", "عن", "نحو", "بين", NULL };
  static const char *const others[]
      = { "من",  "في",   "على", "إلى", "عن",  "كما", "ثم",  "وفي",   "ومن",  "وعلى", "وإلى",
          "وعن", "وكما", "ولا", "حقا", "جدا", "فقط", "معا", "تماما", "أيضا", NULL };

  return g_strv_contains (openers, word) && g_strv_contains (others, next);
}

/* Whether a conjunction was put before a word that did not have it. Where a lone one belongs is not
 * known but at the start of a sentence. */
static gboolean
has_found_conjunction (const char *text, const char *word, gboolean starts)
{
  g_autofree char *start = g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), 4));

  /* The word itself may have been cut further on. */
  return !starts && is_conjunction (word) && strstr (text, start) == NULL;
}

/* Checks the words two by two. */
static gboolean
follow_well (const char *text, const char *to, TwfLexicon *lexicon)
{
  g_auto (GStrv) words = g_strsplit (to, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = dup_letters (words[i]);
      gboolean stopped = i > 0 && g_str_has_suffix (words[i - 1], ".");
      gboolean touches = words[i + 1] != NULL && is_letter_at (words[i + 1])
                         && g_str_has_suffix (words[i], word);
      g_autofree char *next = touches ? dup_letters (words[i + 1]) : NULL;

      if (has_found_conjunction (text, word, i == 0 || stopped))
        return FALSE;
      /* "By the ..." does not open a sentence in the middle of a line. */
      if (stopped && g_str_has_prefix (word, "بال"))
        return FALSE;
      if (next != NULL
          && (lacks_its_noun (word, next) || twf_lexicon_is_phrase (lexicon, next, word)))
        return FALSE;
    }
  return TRUE;
}

/* A comma with a word at it, one space, and another word is reading order already: these stay
 * together. */
static gboolean
keeps_commas (const char *text, const char *to)
{
  for (const char *at = text; (at = strstr (at, COMMA " ")) != NULL; at++)
    {
      const char *behind = at + strlen (COMMA " ");
      const char *start = at;
      g_autofree char *pair = NULL;

      if (at == text || !is_letter_at (behind) || !is_letter_at (g_utf8_prev_char (at)))
        continue;
      start = g_utf8_prev_char (at);
      pair = g_strndup (start, (gsize)(g_utf8_next_char (behind) - start));
      if (strstr (to, pair) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A letter by itself is cut off a word, whose other half is elsewhere; but it still stands beside
 * one of its neighbours. */
static gboolean
keeps_neighbours (const char *text, const char *to)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 1; words[0] != NULL && words[i] != NULL && words[i + 1] != NULL; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *behind = NULL;

      if (g_utf8_strlen (words[i], -1) != 1 || !is_letter_at (words[i]) || is_conjunction (words[i])
          || words[i - 1][0] == '\0')
        continue;
      before = g_strdup_printf (
          "%s %s", g_utf8_prev_char (words[i - 1] + strlen (words[i - 1])), words[i]);
      behind = g_strdup_printf (
          "%s %.*s", words[i], (int)(g_utf8_next_char (words[i + 1]) - words[i + 1]), words[i + 1]);
      if (strstr (to, before) == NULL && strstr (to, behind) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Latin print between pieces that move has no place that could be known; brackets must be whole. */
static gboolean
has_sound_signs (const char *text, const char *to)
{
  guint words = 1;
  int open = 0;
  gboolean latin = FALSE;

  for (const char *at = to; *at != '\0'; at++)
    {
      words += *at == ' ';
      open += *at == '(';
      open -= *at == ')';
      latin |= g_ascii_isalpha (*at);
      if (open < 0)
        return FALSE;
    }
  if (open != 0 || (latin && words > 2))
    return FALSE;
  return !g_str_has_suffix (to, ":") || text[0] == ':';
}

/**
 * twf_reading_is_sound:
 * @text: a line after the safe repairs
 * @to: what it would be in reading order
 * @lexicon: the document's words
 *
 * Returns: whether nothing in @to shows that its pieces went to a wrong place
 */
gboolean
twf_reading_is_sound (const char *text, const char *to, TwfLexicon *lexicon)
{
  return has_sound_signs (text, to) && keeps_commas (text, to) && keeps_neighbours (text, to)
         && follow_well (text, to, lexicon);
}
