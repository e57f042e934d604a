/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-han.h"

#include <string.h>

/* Stands for a Han sign: of private use, which no rule about words names. */
#define HIDDEN 0xe000

/* Whether ICU may look a character up in a dictionary together with Han signs beside it: kana, and
 * what else is of their scripts or stands outside the first plane, but for emoji. */
static gboolean
goes_with_han (UChar unit)
{
  return (unit >= 0x2e80 && unit < 0x3000) || (unit >= 0x3005 && unit <= 0x3007)
         || (unit >= 0x3021 && unit < 0x3400) || (unit >= 0xd800 && unit < 0xd83c)
         || (unit >= 0xd83f && unit < 0xdc00) || (unit >= 0xf900 && unit < 0xfb00)
         || (unit >= 0xff65 && unit < 0xffe0);
}

/**
 * twf_han_dup_hidden:
 * @text: a text
 *
 * ICU looks for words of Chinese in a dictionary, which takes most of the time of cutting such a
 * text, and we cut Han sign by sign whatever it finds.
 *
 * Returns: (transfer full) (nullable): @text with a sign that is a word by itself in the place of
 *   each Han sign; %NULL where there is none, or what is not Han may be looked up with it
 */
UChar *
twf_han_dup_hidden (const TwfUtf16 *text)
{
  UChar *hidden = NULL;

  for (gint32 i = 0; i < text->length; i++)
    {
      UChar unit = text->units[i];

      if (unit < 0x2e80)
        continue;
      if (goes_with_han (unit))
        {
          g_free (hidden);
          return NULL;
        }
      if (!twf_han_is_sign (unit))
        continue;
      if (hidden == NULL)
        hidden = g_memdup2 (text->units, ((gsize)text->length + 1) * sizeof *hidden);
      hidden[i] = HIDDEN;
    }
  return hidden;
}
