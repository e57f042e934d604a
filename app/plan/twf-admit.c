/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"

#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-language.h"
#include "twf-normal.h"

#include <string.h>

/* What one file of the storage may hold, without the line feed at its end. */
#define MOST_BYTES (64 * 1024 - 1)

/**
 * twf_admit_text:
 * @text: what somebody wrote
 * @error: where an error goes
 *
 * Brings a text into the form in which it is kept: UTF-8, Unicode normalisation form C.
 *
 * Returns: (transfer full): the text; %NULL on error
 * Errors: TWF_ERROR_TOO_LARGE if it is longer than a person reads; TWF_ERROR_INVALID if it is not
 * UTF-8, or holds characters that are never stored
 */
char *
twf_admit_text (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "a text that is not UTF-8");
      return NULL;
    }
  normal = twf_text_normalize (text, -1, error);
  if (normal == NULL || !twf_text_check_storable (normal, error))
    return NULL;
  if (strlen (normal) > MOST_BYTES)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "a text of more than 64 KiB");
      return NULL;
    }
  return g_steal_pointer (&normal);
}

/**
 * twf_admit_value:
 * @value: a value of a field
 * @error: where an error goes
 *
 * Brings a value into the form in which it is kept: as a text, in one line, without spaces around.
 *
 * Returns: (transfer full): the value, perhaps empty; %NULL on error
 * Errors: TWF_ERROR_INVALID if it is not UTF-8, has several lines, or holds characters that are
 * never stored
 */
char *
twf_admit_value (const char *value, GError **error)
{
  char *admitted = twf_admit_text (value, error);

  if (admitted == NULL)
    return NULL;
  g_strstrip (admitted);
  if (strpbrk (admitted, "\n\r") != NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "a value of several lines");
      g_clear_pointer (&admitted, g_free);
    }
  return admitted;
}

/**
 * twf_admit_language:
 * @language: what may be a language
 * @error: where an error goes
 *
 * Returns: whether it is a BCP 47 tag
 * Errors: TWF_ERROR_INVALID if it is not
 */
gboolean
twf_admit_language (const char *language, GError **error)
{
  if (twf_language_is_valid (language))
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "“%s” is not a language", language);
  return FALSE;
}

/**
 * twf_admit_list_hostile:
 * @text: a text that is in a plan
 *
 * Returns: (transfer full): the names of the characters in @text that deceive its reader, each
 * once, in the order they are met
 */
GStrv
twf_admit_list_hostile (const char *text)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GArray) found = twf_text_find_hostile (text);

  for (guint i = 0; i < found->len; i++)
    {
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, i);
      g_autofree char *name = NULL;
      gboolean seen = FALSE;

      for (guint j = 0; j < i; j++)
        seen = seen || g_array_index (found, TwfHostile, j).character == hostile->character;
      if (seen)
        continue;
      name = twf_hostile_dup_name (hostile->character);
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/**
 * twf_refuse:
 * @error: where an error goes
 * @code: why
 * @format: the detail, as for printf()
 * @...: what it speaks of
 *
 * Returns: %FALSE, so that a check can end with it
 */
gboolean
twf_refuse (GError **error, TwfError code, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TWF_ERROR, code, message);
  return FALSE;
}
