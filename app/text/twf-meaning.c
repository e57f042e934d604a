/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-meaning.h"

#include "twf-arabic.h"
#include "twf-normal.h"
#include "twf-segments.h"

#include <string.h>

/**
 * twf_meaning_dup_plain:
 * @text: a text
 *
 * Returns: (transfer full): @text as it is read, without what only its making explains: in NFC, no
 *   tatweel, letters in place of presentation forms
 */
char *
twf_meaning_dup_plain (const char *text)
{
  g_autofree char *normal = twf_text_normalize (text, -1, NULL);
  g_autofree char *stripped = twf_arabic_strip_tatweel (normal != NULL ? normal : text);

  return twf_arabic_fold_presentation_forms (stripped);
}

/* Signs that steer how a line is laid out and that nobody reads. The two joiners are not among
 * them: Persian and Indic words are spelled with those. */
static gboolean
is_silent (gunichar character)
{
  switch (character)
    {
    case 0x00ad: /* soft hyphen */
    case 0x061c: /* Arabic letter mark */
    case 0x200b: /* zero-width space */
    case 0x200e: /* left-to-right and right-to-left mark */
    case 0x200f:
    case 0x2060: /* word joiner */
    case 0xfeff:
      return TRUE;
    default:
      return character >= 0x2066 && character <= 0x2069; /* isolates */
    }
}

static char *
dup_spoken (const char *text)
{
  g_autofree char *plain = twf_meaning_dup_plain (text);
  g_autoptr (GString) spoken = g_string_sized_new (strlen (plain));

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_silent (g_utf8_get_char (at)))
      g_string_append_len (spoken, at, g_utf8_next_char (at) - at);
  return twf_text_collapse_spaces (spoken->str);
}

/* The next piece that is no space; NULL at the end. */
static const TwfSegment *
find_word (GArray *segments, guint *at)
{
  while (*at < segments->len)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, (*at)++);

      if (segment->kind != TWF_SEGMENT_SPACE)
        return segment;
    }
  return NULL;
}

static gboolean
have_same_words (const char *one, const char *other, const char *language)
{
  g_autoptr (GArray) ours = twf_text_segment (one, TWF_BOUNDARY_WORD, language);
  g_autoptr (GArray) theirs = twf_text_segment (other, TWF_BOUNDARY_WORD, language);
  guint i = 0, j = 0;

  for (;;)
    {
      const TwfSegment *mine = find_word (ours, &i);
      const TwfSegment *its = find_word (theirs, &j);

      if (mine == NULL || its == NULL)
        return mine == its;
      if (mine->length != its->length
          || memcmp (one + mine->start, other + its->start, mine->length) != 0)
        return FALSE;
    }
}

/**
 * twf_meaning_is_same:
 * @one: (nullable): a text
 * @other: (nullable): what became of it
 * @language: (nullable): their language
 *
 * Two texts mean the same where they have the same words and marks in the same order: spaces and
 * line ends, tatweel, the normal form, presentation forms and signs that steer display make no
 * difference. Everything else does: digits, however they are drawn, punctuation, capitals and
 * harakat; and a space that makes two words of one.
 *
 * Returns: whether they do; no text is one without words
 */
gboolean
twf_meaning_is_same (const char *one, const char *other, const char *language)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (g_strcmp0 (one, other) == 0)
    return TRUE;
  ours = dup_spoken (one != NULL ? one : "");
  theirs = dup_spoken (other != NULL ? other : "");
  return strcmp (ours, theirs) == 0 || have_same_words (ours, theirs, language);
}
