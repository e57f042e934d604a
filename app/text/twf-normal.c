/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-normal.h"

#include "twf-error.h"
#include "twf-utf16.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* The line that a byte stands in, counted from one. */
static guint
line_of (const char *text, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      line++;
  return line;
}

/* How many bytes from the start are ASCII without NUL and without carriage return, eight at once.
 */
static gsize
skip_plain (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones << 7;
  gsize at = 0;

  for (guint64 eight; length - at >= sizeof eight; at += sizeof eight)
    {
      guint64 returns;

      memcpy (&eight, text + at, sizeof eight);
      returns = eight ^ ones * '\r';
      /* A byte that is 0 borrows from its top bit; one with that bit set may only stop too early.
       */
      if ((eight & tops) != 0 || ((eight - ones) & tops) != 0 || ((returns - ones) & tops) != 0)
        break;
    }
  return at;
}

/* Letters that stand in the normal form wherever they stand, without asking ICU: of Cyrillic,
 * Hebrew and Arabic, Han signs, Hangul syllables, and the marks of Chinese. */
static inline gboolean
is_plain_letter (gunichar character)
{
  return (character >= 0x400 && character < 0x483) || (character >= 0x5d0 && character < 0x5eb)
         || (character >= 0x620 && character < 0x64b) || (character >= 0x3001 && character < 0x3004)
         || (character >= 0x3400 && character < 0x4dc0)
         || (character >= 0x4e00 && character < 0xa000)
         || (character >= 0xac00 && character < 0xd7a4)
         || (character >= 0xff01 && character < 0xff5f);
}

/* The letters of two bytes that stand in the normal form wherever they stand, by their first byte:
 * a bit for each second one. Latin, Cyrillic, Hebrew and Arabic without marks and what has them. */
#define FIRST_LEAD 0xc2
#define BITS(from, to) ((G_MAXUINT64 >> (63 - (to) + (from))) << (from))

static const guint64 plain_letters[0xe0 - FIRST_LEAD] = {
  [0xc2 - FIRST_LEAD... 0xcb - FIRST_LEAD] = G_MAXUINT64, /* up to U+02FF */
  [0xd0 - FIRST_LEAD... 0xd1 - FIRST_LEAD] = G_MAXUINT64, /* U+0400 */
  [0xd2 - FIRST_LEAD] = BITS (0, 2),                      /* to U+0482 */
  [0xd7 - FIRST_LEAD] = BITS (16, 42),                    /* U+05D0 to U+05EA */
  [0xd8 - FIRST_LEAD] = BITS (32, 63),                    /* U+0620 */
  [0xd9 - FIRST_LEAD] = BITS (0, 10),                     /* to U+064A */
};

/* How long the letter is that begins at @at, which is no ASCII; 0: it is none that is plain. */
static inline guint
measure_letter (const guchar *at, gsize left)
{
  if (left >= 2 && at[0] >= FIRST_LEAD && at[0] < 0xe0 && (at[1] & 0xc0) == 0x80)
    return (plain_letters[at[0] - FIRST_LEAD] >> (at[1] & 0x3f) & 1) != 0 ? 2 : 0;
  /* From U+1000 on: what is shorter is not written with three bytes. */
  if (left >= 3 && at[0] > 0xe0 && at[0] < 0xf0 && (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80)
    return is_plain_letter ((at[0] & 0x0fu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu)) ? 3 : 0;
  return 0;
}

/* How many bytes from the start are such letters and ASCII, without NUL and carriage return: valid
 * and normal without another look. */
static gsize
skip_letters (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *)text;
  gsize at = skip_plain (text, length);
  guint size;

  for (; at < length; at += size)
    {
      size = bytes[at] >= 0x80 ? measure_letter (bytes + at, length - at)
                               : bytes[at] != '\0' && bytes[at] != '\r';
      if (size == 0)
        break;
    }
  return at;
}

/**
 * twf_text_is_utf8:
 * @text: bytes
 * @length: how many
 * @valid: (out) (optional): how many of them, from the start, are
 *
 * Returns: whether all are UTF-8 and none is NUL
 */
gboolean
twf_text_is_utf8 (const char *text, gsize length, gsize *valid)
{
  gsize plain = skip_letters (text, length);
  const char *end = text + plain;
  gboolean is_valid = g_utf8_validate_len (text + plain, length - plain, &end);

  if (valid != NULL)
    *valid = (gsize)(end - text);
  return is_valid;
}

static gboolean
check_utf8 (const char *text, gsize length, GError **error)
{
  gsize offset;

  /* A NUL counts as invalid here: no text that holds one can be a C string. */
  if (twf_text_is_utf8 (text, length, &offset))
    return TRUE;
  if (text[offset] == '\0')
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_ENCODING,
                 "a NUL at byte %" G_GSIZE_FORMAT ", line %u",
                 offset,
                 line_of (text, offset));
  else
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_ENCODING,
                 "byte 0x%02X at byte %" G_GSIZE_FORMAT ", line %u, is not UTF-8",
                 (guint8)text[offset],
                 offset,
                 line_of (text, offset));
  return FALSE;
}

static char *
decode_utf16 (const guint8 *data, gsize size, gboolean big_endian, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (size);
  guint line = 1;

  for (gsize i = 2; i < size; i += 2)
    {
      gsize start = i;
      gunichar character = 0xdc00; /* half a unit at the end is as bad as half a pair */

      if (i + 1 < size)
        character = big_endian ? (gunichar)(data[i] << 8 | data[i + 1])
                               : (gunichar)(data[i + 1] << 8 | data[i]);
      if (character >= 0xd800 && character < 0xdc00 && i + 3 < size)
        {
          gunichar trail = big_endian ? (gunichar)(data[i + 2] << 8 | data[i + 3])
                                      : (gunichar)(data[i + 3] << 8 | data[i + 2]);

          if (trail >= 0xdc00 && trail < 0xe000)
            {
              character = 0x10000 + ((character - 0xd800) << 10) + (trail - 0xdc00);
              i += 2;
            }
        }
      if (character == 0 || (character >= 0xd800 && character < 0xe000))
        {
          g_set_error (error,
                       TWF_ERROR,
                       TWF_ERROR_ENCODING,
                       "%s at byte %" G_GSIZE_FORMAT ", line %u",
                       character == 0 ? "a NUL" : "half a character of UTF-16",
                       start,
                       line);
          return NULL;
        }
      if (character == '\n')
        line++;
      g_string_append_unichar (text, character);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * twf_text_decode:
 * @bytes: the content of a file
 *
 * Reads bytes as text: UTF-8, with or without a byte order mark, or UTF-16 with one. There is no
 * guessing of older encodings: a wrong guess would be silent. The text is not normalised.
 *
 * Returns: (transfer full): the text without its byte order mark, or %NULL
 *
 * Errors: %TWF_ERROR_ENCODING if @bytes are neither, or hold a NUL; the message has the byte and
 *   the line
 */
char *
twf_text_decode (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return g_strdup ("");
  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return decode_utf16 (data, size, FALSE, error);
  if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return decode_utf16 (data, size, TRUE, error);
  if (!check_utf8 ((const char *)data, size, error))
    return NULL;
  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    return g_strndup ((const char *)data + 3, size - 3);
  return g_strndup ((const char *)data, size);
}

/* Line ends that are not LF; also told from here, so that both functions below agree. */
static gboolean
is_foreign_line_end (gunichar character)
{
  return character == '\r' || character == 0x2028 || character == 0x2029;
}

/* The character at @at, of valid UTF-8; the way to the next one in *@size. */
static inline gunichar
get_character (const guchar *at, guint *size)
{
  *size = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
  switch (*size)
    {
    case 1:
      return *at;
    case 2:
      return (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
    case 3:
      return (at[0] & 0x0fu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
    default:
      return (at[0] & 0x07u) << 18 | (at[1] & 0x3fu) << 12 | (at[2] & 0x3fu) << 6 | (at[3] & 0x3fu);
    }
}

/* The quick check of Unicode Standard Annex 15, section 9, straight on UTF-8. FALSE may mean
 * "perhaps": then ICU is asked. */
static gboolean
is_surely_normal (const char *text, gsize length)
{
  const guchar *end = (const guchar *)text + length;
  guint8 last_class = 0;
  guint size;

  for (const guchar *at = (const guchar *)text + skip_letters (text, length); at < end; at += size)
    {
      gunichar character = get_character (at, &size);
      guint8 class;

      if (is_foreign_line_end (character))
        return FALSE;
      if (character < 0x300 || is_plain_letter (character))
        {
          last_class = 0;
          continue;
        }
      class = u_getCombiningClass ((UChar32)character);
      if (class != 0 && last_class > class)
        return FALSE;
      if (u_getIntPropertyValue ((UChar32)character, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
        return FALSE;
      last_class = class;
    }
  return TRUE;
}

static char *
compose (const char *text, gsize length)
{
  g_autoptr (TwfUtf16) units = twf_utf16_new (text, (gssize)length);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  g_autofree UChar *composed = NULL;
  gint32 room = units->length + 16;
  gint32 size;

  composed = g_new (UChar, room);
  size = unorm2_normalize (nfc, units->units, units->length, composed, room, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      room = size;
      composed = g_renew (UChar, composed, room);
      size = unorm2_normalize (nfc, units->units, units->length, composed, room, &status);
    }
  if (U_FAILURE (status))
    return g_strndup (text, length);
  return twf_utf16_to_utf8 (composed, size);
}

static void
fold_line_ends (char *text)
{
  const char *from = text;
  char *to = text;

  while (*from != '\0')
    {
      gsize size = 1;

      if (*from == '\r')
        size = from[1] == '\n' ? 2 : 1;
      else if (strncmp (from, "\342\200\250", 3) == 0 || strncmp (from, "\342\200\251", 3) == 0)
        size = 3;
      else
        {
          *to++ = *from++;
          continue;
        }
      *to++ = '\n';
      from += size;
    }
  *to = '\0';
}

/**
 * twf_text_normalize:
 * @text: a text
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Gives a text the one form that is stored: Normalization Form C (Unicode Standard Annex 15), and
 * LF for every kind of line end (CR, CR LF, U+2028, U+2029). Doing it twice changes nothing.
 *
 * Returns: (transfer full): the normal form, or %NULL
 *
 * Errors: %TWF_ERROR_ENCODING if @text is not UTF-8 or holds a NUL
 */
char *
twf_text_normalize (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  char *normal;

  if (!check_utf8 (text, size, error))
    return NULL;
  if (is_surely_normal (text, size))
    return g_strndup (text, size);
  normal = compose (text, size);
  fold_line_ends (normal);
  return normal;
}

/**
 * twf_text_is_normal:
 * @text: a text
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: whether @text is UTF-8 and already in the form that twf_text_normalize() gives
 */
gboolean
twf_text_is_normal (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  g_autofree char *normal = NULL;

  if (skip_letters (text, size) == size)
    return TRUE;
  if (!twf_text_is_utf8 (text, size, NULL))
    return FALSE;
  if (is_surely_normal (text, size))
    return TRUE;
  normal = twf_text_normalize (text, (gssize)size, NULL);
  return strlen (normal) == size && memcmp (normal, text, size) == 0;
}

/**
 * twf_text_collapse_spaces:
 * @text: a text
 *
 * Returns: (transfer full): @text with every run of white space of any kind, line ends too, made
 *   one space, and none at either end
 */
char *
twf_text_collapse_spaces (const char *text)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (text));
  const char *word = NULL;
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean space = (guchar)*at < 0x80 ? *at == ' ' || (*at >= '\t' && *at <= '\r')
                                          : u_isUWhiteSpace ((UChar32)g_utf8_get_char (at));

      if (!space && word == NULL)
        {
          if (result->len > 0)
            g_string_append_c (result, ' ');
          word = at;
        }
      else if (space && word != NULL)
        {
          g_string_append_len (result, word, at - word);
          word = NULL;
        }
    }
  if (word != NULL)
    g_string_append_len (result, word, at - word);
  return g_string_free (g_steal_pointer (&result), FALSE);
}
