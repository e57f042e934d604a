/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-arabic.h"
#include "twf-metadata.h"

#include <string.h>

/* As much of a document as tells its language. */
#define TELLING_CHARACTERS 20000

static const char *const latin_languages[] = { "en", "fr", "es" };
static const char *const latin_words[] = {
  "|the|of|and|to|in|that|for|with|on|by|their|which|",
  "|les|des|et|du|aux|que|dans|pour|la|le|une|sur|",
  "|los|las|y|del|que|en|para|la|el|una|con|por|",
};

static const char *
guess_latin (const char *text)
{
  guint counts[G_N_ELEMENTS (latin_words)] = { 0 };
  g_autofree char *small = g_ascii_strdown (text, MIN (strlen (text), TELLING_CHARACTERS));
  g_auto (GStrv) words = g_strsplit_set (small, " \t\n.,;:()'\"<>", -1);
  guint best = 0;

  for (guint w = 0; words[w] != NULL; w++)
    {
      g_autofree char *wanted = NULL;

      if (words[w][0] == '\0' || strlen (words[w]) > 6)
        continue;
      wanted = g_strdup_printf ("|%s|", words[w]);
      for (guint i = 0; i < G_N_ELEMENTS (latin_words); i++)
        counts[i] += strstr (latin_words[i], wanted) != NULL;
    }
  for (guint i = 1; i < G_N_ELEMENTS (latin_words); i++)
    if (counts[i] > counts[best])
      best = i;
  return latin_languages[best];
}

/**
 * twf_metadata_guess_language:
 * @text: a document's text
 *
 * Tells which of the six languages of the United Nations a text is in: by its script, and among
 * those written in Latin letters by the commonest small words.
 *
 * Returns: (transfer none): a language tag; `en` where nothing tells
 */
const char *
twf_metadata_guess_language (const char *text)
{
  guint arabic = 0, han = 0, cyrillic = 0, latin = 0;
  guint seen = 0;

  for (const char *at = text; *at != '\0' && seen < TELLING_CHARACTERS; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      seen++;
      arabic += twf_arabic_is_letter (sign);
      /* One sign of Han is a word: it weighs as much as three letters. */
      han += sign >= 0x3400 && sign <= 0x9fff ? 3 : 0;
      cyrillic += sign >= 0x400 && sign <= 0x4ff;
      latin += g_ascii_isalpha (sign) || (sign >= 0xc0 && sign <= 0x24f);
    }
  if (arabic > MAX (MAX (han, cyrillic), latin))
    return "ar";
  if (han > MAX (cyrillic, latin))
    return "zh";
  if (cyrillic > latin)
    return "ru";
  return guess_latin (text);
}
