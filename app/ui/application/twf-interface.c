/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-interface.h"

#include "twf-bidi.h"
#include "twf-language.h"

#include <locale.h>
#include <string.h>

/**
 * twf_interface_use_language:
 * @language: (nullable): tag of the language of the interface; %NULL or "": the system's
 *
 * Sets the process's locale and the language of its messages. To be called before the first
 * message is translated. A process in the plain "C" locale, in which no message is ever
 * translated, is taken to C.UTF-8.
 */
void
twf_interface_use_language (const char *language)
{
  const char *locale;

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
}

/**
 * twf_interface_dup_language:
 *
 * Returns: (transfer full): tag of the language the interface speaks ("ar", "en")
 */
char *
twf_interface_dup_language (void)
{
  const char *name = g_get_language_names ()[0];
  gsize length = strcspn (name, "_.@");

  if (length == 0 || g_str_equal (name, "C") || g_str_has_prefix (name, "C."))
    return g_strdup ("en");
  return g_strndup (name, length);
}

/**
 * twf_interface_is_rtl:
 * @settings: (nullable): the settings
 *
 * Returns: whether the interface begins at the right
 */
gboolean
twf_interface_is_rtl (GSettings *settings)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *direction
      = settings != NULL ? g_settings_get_string (settings, "direction") : NULL;

  if (g_strcmp0 (direction, "left-to-right") == 0)
    return FALSE;
  if (g_strcmp0 (direction, "right-to-left") == 0)
    return TRUE;
  return twf_language_get_direction (language) == TWF_DIRECTION_RTL;
}

/**
 * twf_interface_get_digits:
 * @settings: (nullable): the settings
 *
 * Returns: the digits the person chose for counts and dates
 */
TwfDigits
twf_interface_get_digits (GSettings *settings)
{
  gboolean arabic = settings != NULL && g_settings_get_enum (settings, "digits") == 1;

  return arabic ? TWF_DIGITS_ARABIC : TWF_DIGITS_WESTERN;
}

/**
 * twf_interface_dup_language_name:
 * @language: a language tag
 *
 * Returns: (transfer full): its name in the interface's language
 */
char *
twf_interface_dup_language_name (const char *language)
{
  g_autofree char *in = twf_interface_dup_language ();
  char *name = twf_language_dup_name (language, in);

  return name != NULL ? name : g_strdup (language);
}

/**
 * twf_interface_dup_line:
 * @text: a line in the interface that may begin with a name or a text of another direction
 *
 * Returns: (transfer full): @text so marked that it is set in the interface's direction: a list of
 * revisions begins at the same side whatever language each message is in
 */
char *
twf_interface_dup_line (const char *text)
{
  g_autofree char *language = twf_interface_dup_language ();

  return twf_text_dup_marked (text, language);
}
