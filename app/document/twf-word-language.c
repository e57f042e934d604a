/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-word-language.h"

#include <string.h>

/**
 * twf_word_language_find:
 * @language: of a document: "zh-Hant" reads what "zh" has
 * @rows: (array length=n): rows of which each begins with a pointer to the code of a language
 * @n: how many
 * @size: bytes of a row
 *
 * Returns: the number of the row of @language, or of the first where it has none
 */
guint
twf_word_language_find (const char *language, gconstpointer rows, guint n, gsize size)
{
  gsize primary = strcspn (language, "-");

  for (guint i = 0; i < n; i++)
    {
      const char *code = *(const char *const *)(gconstpointer)((const char *)rows + i * size);

      if (strlen (code) == primary && strncmp (code, language, primary) == 0)
        return i;
    }
  return 0;
}
