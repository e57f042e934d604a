/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-strength.h"

#include <string.h>

/* Verbs that oblige, from the weakest to the strongest, "|" between those that are equal. Chinese
 * has 应 for "shall" and for "should", and has none here but those of two signs. */
static const struct
{
  const char *language;
  const char *levels[3];
} modals[] = {
  { "en", { "may|can|could", "should", "shall|must" } },
  { "ar", { "يجوز|يمكن|تجوز", "ينبغي", "يجب|يتعين" } },
  { "zh", { "可以", "应当", "必须" } },
  { "fr",
    { "peut|peuvent|pourra|pourront|pourrait|pourraient",
      "devrait|devraient",
      "doit|doivent|devra|devront" } },
  { "ru", { "может|могут", "следует", "должен|должна|должно|должны" } },
  { "es",
    { "puede|pueden|podrá|podrán|podría|podrían",
      "debería|deberían",
      "debe|deben|deberá|deberán" } },
};

/* How far both texts are the same from their beginning, on whole signs. */
static gsize
count_same (const char *one, const char *other)
{
  gsize same = 0;

  while (one[same] != '\0' && one[same] == other[same])
    same++;
  while (same > 0 && ((one[same] & 0xc0) == 0x80 || (other[same] & 0xc0) == 0x80))
    same--;
  return same;
}

static gboolean
is_word_sign (const char *text, const char *at)
{
  gunichar sign;

  if (at < text || *at == '\0')
    return FALSE;
  sign = g_utf8_get_char (at);
  return g_unichar_isalnum (sign) || g_unichar_ismark (sign);
}

/* The words in which @text differs: from @same bytes on, without the last @rest, widened to whole
 * words unless the language has no spaces. */
static char *
dup_differing (const char *text, gsize same, gsize rest, gboolean spaced)
{
  const char *start = text + same;
  const char *end = text + strlen (text) - rest;

  while (spaced && start > text && is_word_sign (text, g_utf8_prev_char (start)))
    start = g_utf8_prev_char (start);
  while (spaced && end > start && is_word_sign (text, end) && *end != '\0')
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize)(end - start));
}

static int
find_level (const char *word, guint row)
{
  g_autofree char *small = g_utf8_strdown (word, -1);

  for (int level = 0; level < (int)G_N_ELEMENTS (modals[row].levels); level++)
    {
      g_auto (GStrv) words = g_strsplit (modals[row].levels[level], "|", -1);

      if (g_strv_contains ((const char *const *)words, small))
        return level;
    }
  return -1;
}

/* Only where a text differs in that verb and in nothing else: "should" for "shall" in a sentence
 * that was written anew says little about either. */
static TwfShift
compare_modals (const char *before, const char *after, const char *language, char **was, char **is)
{
  gsize same = count_same (before, after);
  gsize rest = 0;
  guint row = 0;
  gsize most = MIN (strlen (before), strlen (after)) - same;
  gboolean spaced;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  int former, latter;

  while (row < G_N_ELEMENTS (modals)
         && (g_ascii_strncasecmp (language, modals[row].language, 2) != 0
             || (language[2] != '\0' && language[2] != '-')))
    row++;
  if (row == G_N_ELEMENTS (modals))
    return TWF_SHIFT_NONE;
  while (rest < most && before[strlen (before) - rest - 1] == after[strlen (after) - rest - 1])
    rest++;
  while (rest > 0
         && ((before[strlen (before) - rest] & 0xc0) == 0x80
             || (after[strlen (after) - rest] & 0xc0) == 0x80))
    rest--;
  spaced = !g_str_equal (modals[row].language, "zh");
  one = dup_differing (before, same, rest, spaced);
  other = dup_differing (after, same, rest, spaced);
  former = find_level (one, row);
  latter = find_level (other, row);
  if (former < 0 || latter < 0 || former == latter)
    return TWF_SHIFT_NONE;
  *was = g_steal_pointer (&one);
  *is = g_steal_pointer (&other);
  return latter < former ? TWF_SHIFT_SOFTER : TWF_SHIFT_STRONGER;
}

/**
 * twf_strength_compare:
 * @before: (nullable): what a paragraph said
 * @after: (nullable): what it says now
 * @language: (nullable): that both are in
 * @was: (out): the words by which @before is stronger or softer
 * @is: (out): those of @after
 *
 * Tells whether a paragraph asks, states, blames or approves less than it did: by the words that it
 * opens with ("Urges" to "Encourages"), else by the verb that obliges ("shall" to "should") where
 * nothing but that is another.
 *
 * Returns: what @after is beside @before; @was and @is are set where it is another
 */
TwfShift
twf_strength_compare (const char *before,
                      const char *after,
                      const char *language,
                      char **was,
                      char **is)
{
  TwfOpening former, latter;
  TwfShift shift = TWF_SHIFT_NONE;

  *was = *is = NULL;
  if (before == NULL || after == NULL || language == NULL || strlen (language) < 2)
    return TWF_SHIFT_NONE;
  if (twf_opening_find (before, language, TWF_OPENING_ANY, &former)
      && twf_opening_find (after, language, TWF_OPENING_ANY, &latter))
    shift = twf_opening_compare (&former, &latter);
  if (shift == TWF_SHIFT_NONE)
    return compare_modals (before, after, language, was, is);
  *was = g_strndup (before + former.start, former.end - former.start);
  *is = g_strndup (after + latter.start, latter.end - latter.start);
  return shift;
}
