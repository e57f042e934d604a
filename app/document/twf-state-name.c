/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-metadata.h"
#include "twf-normal.h"
#include "twf-region.h"

#include <string.h>

/* A state's name has no more words than this. */
#define MOST_NAME_WORDS 8

/* Looks for a state in the words of a text: the longest run of words that is one, and of those the
 * last, since a title comes before the state. */
static char *
find_in_words (const char *text, const char *language)
{
  g_autofree char *line = twf_text_collapse_spaces (text);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);

  for (guint length = MIN (n, MOST_NAME_WORDS); length > 0; length--)
    for (guint start = n - length + 1; start > 0; start--)
      {
        g_autoptr (GString) name = g_string_new (NULL);
        char *code;

        for (guint i = 0; i < length; i++)
          g_string_append_printf (name, "%s%s", i > 0 ? " " : "", words[start - 1 + i]);
        code = twf_region_find (name->str, language);
        if (code != NULL)
          return code;
      }
  return NULL;
}

/**
 * twf_metadata_find_state:
 * @text: a line that names a state among other things
 * @language: its language
 *
 * Reads the state that a line names. In Arabic the end of the line may stand before its beginning,
 * as text taken out of a page can have it: the line is also read turned round at each place.
 *
 * Returns: (transfer full) (nullable): a code as twf_region_find() gives it, or %NULL
 */
char *
twf_metadata_find_state (const char *text, const char *language)
{
  g_autofree char *line = twf_text_collapse_spaces (text);
  char *code = find_in_words (line, language);

  if (code != NULL || strlen (line) > 200)
    return code;
  for (const char *at = line; *at != '\0' && code == NULL; at = g_utf8_next_char (at))
    {
      g_autofree char *turned = g_strdup_printf ("%s%.*s", at, (int)(at - line), line);

      code = find_in_words (turned, language);
    }
  return code;
}
