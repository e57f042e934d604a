/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-original-line.h"

#include "twf-word-language.h"

#include "twf-bidi.h"
#include "twf-language.h"

/* A line is short; what is longer is prose that begins like it. */
#define LONGEST_LINE 40

/* As the documents of the United Nations have it, the names of the languages in the order of the
 * rows. */
static const struct
{
  const char *language;
  const char *line;
  const char *names[6];
} table[] = {
  { "en", "Original: %s", { "English", "Arabic", "French", "Spanish", "Russian", "Chinese" } },
  { "ar",
    "الأصل: %s",
    { "بالإنكليزية", "بالعربية", "بالفرنسية", "بالإسبانية", "بالروسية", "بالصينية" } },
  { "fr",
    "Original\302\240: %s",
    { "anglais", "arabe", "français", "espagnol", "russe", "chinois" } },
  { "es", "Original: %s", { "inglés", "árabe", "francés", "español", "ruso", "chino" } },
  { "ru",
    "Язык оригинала: %s",
    { "английский", "арабский", "французский", "испанский", "русский", "китайский" } },
  { "zh", "原文：%s", { "英文", "阿拉伯文", "法文", "西班牙文", "俄文", "中文" } },
};

static const char *
find_name (guint row, const char *original)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].language, original))
      return table[row].names[i];
  return NULL;
}

/**
 * twf_original_line_dup:
 * @original: the language a text was written in
 * @language: of the document
 *
 * Returns: (transfer full): the line, in @language, or in English where it has none
 */
char *
twf_original_line_dup (const char *original, const char *language)
{
  guint row = TWF_WORD_LANGUAGE_ROW (table, language);
  const char *name = find_name (row, original);
  g_autofree char *other = NULL;
  g_autofree char *isolated = NULL;
  g_auto (GStrv) parts = g_strsplit (table[row].line, "%s", 2);

  if (name != NULL)
    return g_strconcat (parts[0], name, parts[1], NULL);
  other = twf_language_dup_name (original, table[row].language);
  isolated = twf_text_isolate (other);
  return g_strconcat (parts[0], isolated, parts[1], NULL);
}

/* Spaces before and behind a colon are not the same everywhere. */
static char *
dup_plain (const char *text)
{
  g_autofree char *stripped = twf_text_strip_isolates (text);
  g_auto (GStrv) tied = g_strsplit (stripped, "\302\240", -1);
  g_autofree char *untied = g_strjoinv ("", tied);
  g_auto (GStrv) words = g_strsplit_set (untied, " :", -1);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append (plain, words[i]);
  return g_string_free (plain, FALSE);
}

/**
 * twf_original_line_recognize:
 * @text: a paragraph
 *
 * Returns: whether it says in which language its document was written, and nothing else
 */
gboolean
twf_original_line_recognize (const char *text)
{
  g_autofree char *plain = NULL;

  if (g_utf8_strlen (text, -1) > LONGEST_LINE)
    return FALSE;
  plain = dup_plain (text);
  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    for (guint i = 0; i < G_N_ELEMENTS (table); i++)
      {
        g_autofree char *line = twf_original_line_dup (table[i].language, table[row].language);
        g_autofree char *wanted = dup_plain (line);

        if (g_ascii_strcasecmp (plain, wanted) == 0)
          return TRUE;
      }
  return FALSE;
}
