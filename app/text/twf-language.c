/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-language.h"

#include "twf-utf16.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

enum
{
  MOST_NAME = 256,
};

/**
 * twf_language_list_un:
 *
 * Returns: (transfer none): the tags of the six official languages of the United Nations in the
 *   order that it lists them in, ended by %NULL
 */
const char *const *
twf_language_list_un (void)
{
  static const char *const tags[] = { "ar", "zh", "en", "fr", "ru", "es", NULL };

  return tags;
}

/**
 * twf_language_is_valid:
 * @tag: (nullable): what may be a language tag
 *
 * A tag names files of a plan, so that only its one canonical spelling is accepted (`zh-Hans`,
 * not `ZH-hans`), without extensions or private parts.
 *
 * Returns: whether @tag is a tag of BCP 47 (RFC 5646) for a language that is known
 */
gboolean
twf_language_is_valid (const char *tag)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  char canonical[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  gint32 parsed = 0;

  if (tag == NULL || tag[0] == '\0' || strlen (tag) > 35)
    return FALSE;
  if (strstr (tag, "-u-") != NULL || strstr (tag, "-x-") != NULL || strstr (tag, "-t-") != NULL)
    return FALSE;
  uloc_forLanguageTag (tag, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE (status) || parsed != (gint32)strlen (tag))
    return FALSE;
  uloc_toLanguageTag (locale, canonical, sizeof canonical, TRUE, &status);
  if (U_FAILURE (status) || strcmp (canonical, tag) != 0)
    return FALSE;
  return uloc_getISO3Language (locale)[0] != '\0';
}

/**
 * twf_language_get_direction:
 * @tag: (nullable): a language tag
 *
 * Returns: the direction that the language is written in, never %TWF_DIRECTION_NEUTRAL; left to
 *   right where the language is not known
 */
TwfDirection
twf_language_get_direction (const char *tag)
{
  /* Asked for every row of an outline: the usual answers without parsing. */
  if (tag == NULL || strcmp (tag, "en") == 0)
    return TWF_DIRECTION_LTR;
  if (strcmp (tag, "ar") == 0)
    return TWF_DIRECTION_RTL;
  return uloc_isRightToLeft (tag) ? TWF_DIRECTION_RTL : TWF_DIRECTION_LTR;
}

/**
 * twf_language_get_script:
 * @tag: a language tag
 *
 * Returns: the script that the language is usually written in, the first of several;
 *   %G_UNICODE_SCRIPT_UNKNOWN where the language is not known
 */
GUnicodeScript
twf_language_get_script (const char *tag)
{
  UScriptCode codes[8];
  UErrorCode status = U_ZERO_ERROR;
  gint32 n = uscript_getCode (tag, codes, G_N_ELEMENTS (codes), &status);
  const char *name = U_SUCCESS (status) && n > 0 ? uscript_getShortName (codes[0]) : NULL;
  guint32 iso = 0;

  if (name == NULL || strlen (name) != 4)
    return G_UNICODE_SCRIPT_UNKNOWN;
  for (int i = 0; i < 4; i++)
    iso = iso << 8 | (guchar)name[i];
  return g_unicode_script_from_iso15924 (iso);
}

/**
 * twf_language_dup_name:
 * @tag: a language tag
 * @in_language: (nullable): the language of the name, or %NULL for the name that the language
 *   gives itself
 *
 * Returns: (transfer full): the name of the language, or @tag itself where there is none
 */
char *
twf_language_dup_name (const char *tag, const char *in_language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MOST_NAME];
  gint32 length;

  length = uloc_getDisplayName (
      tag, in_language != NULL ? in_language : tag, name, MOST_NAME, &status);
  if (U_FAILURE (status) || length == 0 || length >= MOST_NAME)
    return g_strdup (tag);
  return twf_utf16_to_utf8 (name, length);
}
