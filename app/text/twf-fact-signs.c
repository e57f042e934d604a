/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-facts-private.h"

#include <string.h>

/* What stands for a sign in a line of text and says the same. */
static const struct
{
  gunichar from;
  gunichar to;
} alike[] = {
  { 0x00a0, ' ' },    { 0x066a, '%' },    { 0x066b, '.' },    { 0x066c, ',' },    { 0x0671, 0x627 },
  { 0x0629, 0x0647 }, { 0x0649, 0x064a }, { 0x06a9, 0x0643 }, { 0x06cc, 0x064a }, { 0x2009, ' ' },
  { 0x2010, '-' },    { 0x2011, '-' },    { 0x2012, '-' },    { 0x2013, '-' },    { 0x2014, '-' },
  { 0x2015, '-' },    { 0x2019, '\'' },   { 0x202f, ' ' },    { 0x2044, '/' },    { 0x2212, '-' },
  { 0x3000, ' ' },    { 0x3014, '[' },    { 0x3015, ']' },    { 0x00df, 's' },
};

static gunichar
unify (gunichar sign)
{
  if (g_unichar_isdigit (sign))
    return '0' + (gunichar)g_unichar_digit_value (sign);
  if (sign >= 0xff01 && sign <= 0xff5e)
    return sign - 0xff01 + '!';
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    if (alike[i].from == sign)
      return alike[i].to;
  return g_unichar_isspace (sign) ? ' ' : sign;
}

/* A letter without the marks above and below it. */
static gunichar
strip (gunichar sign)
{
  gunichar parts[8];
  gsize n;

  if (sign < 0xc0 || (sign >= 0x2e80 && sign < 0xf900))
    return sign;
  n = g_unichar_fully_decompose (sign, FALSE, parts, G_N_ELEMENTS (parts));
  return n > 1 && g_unichar_isalpha (parts[0]) ? parts[0] : sign;
}

static gboolean
is_silent (gunichar sign)
{
  GUnicodeType type;

  if (sign < 0xad)
    return FALSE;
  if (sign == 0x640) /* tatweel */
    return TRUE;
  type = g_unichar_type (sign);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT;
}

/*
 * twf_signs_new:
 * @text: a text
 *
 * Returns: (transfer full): its signs
 */
TwfSigns *
twf_signs_new (const char *text)
{
  gsize most = strlen (text) + 1;
  TwfSigns *self = g_new0 (TwfSigns, 1);
  /* One block of memory for all four. */
  guint32 *block = g_new (guint32, 4 * most);

  self->folded = (gunichar *)block;
  self->raw = (gunichar *)(block + most);
  self->starts = block + 2 * most;
  self->ends = block + 3 * most;
  for (const char *at = text; *at != '\0';)
    {
      guint start = (guint)(at - text);
      guchar byte = (guchar)*at;
      gunichar sign = byte < 0x80 ? byte : g_utf8_get_char (at);

      at = byte < 0x80 ? at + 1 : g_utf8_next_char (at);
      if (byte >= 0x80)
        {
          if (is_silent (sign))
            {
              if (g_unichar_type (sign) != G_UNICODE_FORMAT && self->n > 0)
                self->ends[self->n - 1] = (guint)(at - text);
              continue;
            }
          sign = unify (strip (unify (sign)));
        }
      else if (sign == '\n' || sign == '\t' || sign == '\r')
        sign = ' ';
      self->raw[self->n] = sign;
      self->folded[self->n]
          = sign < 0x80 ? (gunichar)g_ascii_tolower ((char)sign) : g_unichar_tolower (sign);
      self->starts[self->n] = start;
      self->ends[self->n++] = (guint)(at - text);
    }
  self->folded[self->n] = self->raw[self->n] = 0;
  return self;
}

/*
 * twf_signs_free:
 * @self: (transfer full): signs
 */
void
twf_signs_free (TwfSigns *self)
{
  g_free (self->folded); /* with the three others */
  g_free (self);
}

/*
 * twf_signs_write_word:
 * @self: signs
 * @from: the first
 * @to: behind the last
 * @word: (out): them in small letters; what does not fit is left out
 * @size: of @word
 */
void
twf_signs_write_word (const TwfSigns *self, guint from, guint to, char *word, gsize size)
{
  gsize at = 0;

  for (guint i = from; i < to && at + 6 < size; i++)
    at += (gsize)g_unichar_to_utf8 (self->folded[i], word + at);
  word[at] = '\0';
}

static gboolean
is_han (gunichar sign)
{
  return (sign >= 0x3400 && sign < 0xa000) || (sign >= 0xf900 && sign < 0xfb00) || sign == 0x3007;
}

static gboolean
is_digit (gunichar sign)
{
  return sign >= '0' && sign <= '9';
}

static gboolean
is_ascii_alnum (gunichar sign)
{
  return sign < 0x80 && g_ascii_isalnum ((char)sign);
}

/* Behind three digits in a row at @at, or 0. */
static guint
skip_three (const TwfSigns *signs, guint at)
{
  for (guint i = 0; i < 3; i++)
    if (!is_digit (signs->folded[at + i]))
      return 0;
  return is_digit (signs->folded[at + 3]) ? 0 : at + 3;
}

/* What may stand between two groups of digits, and what before a fraction. Where it is not known, a
 * space or a comma groups and a full stop parts. */
static gboolean
is_grouping (gunichar sign, const char *language)
{
  if (strcmp (language, "es") == 0)
    return sign == ' ' || sign == '.' || sign == ',';
  if (strcmp (language, "fr") == 0 || strcmp (language, "ru") == 0)
    return sign == ' ' || sign == '\'';
  return sign == ' ' || sign == ',' || sign == '\'';
}

/* Groups that stand in the order in which they are seen: "000 840 428" is 428,840,000. Behind them,
 * or 0. */
static guint
read_turned (const TwfSigns *signs, guint from, TwfPiece *piece)
{
  const gunichar *at = signs->folded;
  guint groups[8] = { from };
  guint n = 1, to = from + 3;
  gsize length = 0;

  if (skip_three (signs, from) == 0)
    return 0;
  while (at[to] == ' ' && is_digit (at[to + 1]) && n < G_N_ELEMENTS (groups)
         && to == groups[n - 1] + 3)
    {
      guint start = to + 1;

      for (to = start; is_digit (at[to]); to++)
        ;
      if (to > start + 3)
        return 0;
      groups[n++] = start;
    }
  if (n == 1 || at[to] == '/')
    return 0;
  for (guint i = n; i > 0; i--)
    for (guint k = groups[i - 1]; is_digit (at[k]) && length + 1 < TWF_FACT_KEY_SIZE; k++)
      piece->turned[length++] = (char)at[k];
  piece->turned[length] = '\0';
  piece->certain = FALSE;
  if (at[from] == '0' || to < groups[n - 1] + 3)
    {
      g_strlcpy (piece->word, piece->turned, sizeof piece->word);
      piece->turned[0] = '\0';
      piece->certain = TRUE;
      return to;
    }
  return to;
}

/* A number: groups of three digits and a fraction. */
static guint
read_number (const TwfSigns *signs, guint from, const char *language, char *key)
{
  const gunichar *at = signs->folded;
  GString *digits = g_string_sized_new (16);
  gunichar group = 0;
  guint to = from;
  guint next;

  while (is_digit (at[to]))
    g_string_append_c (digits, (char)at[to++]);
  if (digits->len <= 3 && at[from] != '0')
    while (is_grouping (at[to], language) && (group == 0 || group == at[to])
           && (next = skip_three (signs, to + 1)) != 0)
      {
        group = at[to];
        for (guint i = to + 1; i < next; i++)
          g_string_append_c (digits, (char)at[i]);
        to = next;
      }
  while (digits->len > 1 && digits->str[0] == '0')
    g_string_erase (digits, 0, 1);
  if ((at[to] == '.' || at[to] == ',') && is_digit (at[to + 1]) && group != at[to])
    do
      {
        g_string_append_c (digits, '.');
        for (to++; is_digit (at[to]); to++)
          g_string_append_c (digits, (char)at[to]);
      }
    while (at[to] == '.' && is_digit (at[to + 1])); /* 4.2.1 */
  g_strlcpy (key, digits->str, TWF_FACT_KEY_SIZE);
  g_string_free (digits, TRUE);
  return to;
}

/* What a part of a symbol in Roman letters says: "XIII/24"; 0: it is something else. */
static guint
read_roman_part (const TwfSigns *signs, guint from, guint to)
{
  guint sum = 0, last = 0;

  for (guint i = to; i > from; i--)
    {
      gunichar sign = signs->raw[i - 1];
      guint value = sign == 'I' ? 1 : sign == 'V' ? 5 : sign == 'X' ? 10 : 0;

      if (value == 0)
        return 0;
      sum = value < last ? sum - value : sum + value;
      last = MAX (value, last);
    }
  return sum;
}

/* The numbers in a symbol, one stroke between two. */
static void
write_symbol (const TwfSigns *signs, guint from, guint to, char *key)
{
  guint roman_to = from;
  guint roman;
  gsize n = 0;

  while (roman_to < to && signs->folded[roman_to] != '/')
    roman_to++;
  roman = read_roman_part (signs, from, roman_to);
  if (roman > 0)
    n = (gsize)g_snprintf (key, TWF_FACT_KEY_SIZE, "%u", roman);
  for (guint i = roman > 0 ? roman_to : from; i < to && n + 2 < TWF_FACT_KEY_SIZE; i++)
    {
      if (!is_digit (signs->folded[i]))
        continue;
      if (n > 0 && !is_digit (signs->folded[i - 1]))
        key[n++] = '/';
      key[n++] = (char)signs->folded[i];
    }
  key[n] = '\0';
}

/* Another symbol after a dash: "A/76/701-S/2022/1" is two, "ES-10/19" one. */
static gboolean
begins_another (const TwfSigns *signs, guint from, guint dash)
{
  const gunichar *at = signs->folded;
  gboolean digits = FALSE, slash = FALSE;

  for (guint i = from; i < dash; i++)
    digits |= is_digit (at[i]);
  for (guint i = dash + 1; is_ascii_alnum (at[i]) || at[i] == '/' || at[i] == '.'; i++)
    slash |= at[i] == '/';
  return digits && slash;
}

static gboolean
is_of_symbol (gunichar sign)
{
  /* Capitals that look alike are typed for Latin ones. */
  return is_ascii_alnum (sign) || sign == '/' || sign == '.' || sign == '-'
         || (sign >= 0x430 && sign < 0x450);
}

/* "1/م أ-21" is 1/CP.21. Behind it, or 0. */
static guint
find_arabic_symbol (const TwfSigns *signs, guint from)
{
  const gunichar *at = signs->folded;
  guint to = from;
  guint letters = 0;

  while (is_digit (at[to]))
    to++;
  if (to == from || at[to] != '/')
    return 0;
  for (to++; at[to] >= 0x620 && at[to] < 0x650; to++)
    {
      if (++letters > 6)
        return 0;
      if (at[to + 1] == ' ' && at[to + 2] >= 0x620 && at[to + 2] < 0x650)
        to++;
    }
  if (letters == 0 || at[to] != '-' || !is_digit (at[to + 1]))
    return 0;
  for (to++; is_digit (at[to]); to++)
    ;
  return to;
}

/* Behind a symbol that begins at @from, or 0: letters and digits with a stroke, a digit beside it.
 */
static guint
find_symbol (const TwfSigns *signs, guint from)
{
  const gunichar *at = signs->folded;
  guint to = from;
  gboolean beside = FALSE;

  if (!is_digit (at[from])
      && !(signs->raw[from] < 0x80 && g_ascii_isupper ((char)signs->raw[from])))
    return 0;
  if ((to = find_arabic_symbol (signs, from)) != 0)
    return to;
  for (to = from; is_of_symbol (at[to]); to++)
    if (at[to] == '-' && begins_another (signs, from, to))
      break;
  while (to > from && !g_unichar_isalnum (at[to - 1]))
    to--;
  for (guint i = from + 1; i + 1 < to; i++)
    beside |= at[i] == '/' && (is_digit (at[i + 1]) || is_digit (at[i - 1]));
  return beside ? to : 0;
}

static guint
read_piece (const TwfSigns *signs, guint from, const char *language, TwfPiece *piece)
{
  const gunichar *at = signs->folded;
  guint to = from == 0 || !is_ascii_alnum (at[from - 1]) ? find_symbol (signs, from) : 0;

  if (to != 0)
    {
      piece->kind = TWF_PIECE_SYMBOL;
      write_symbol (signs, from, to, piece->word);
    }
  else if (is_digit (at[from]))
    {
      piece->kind = TWF_PIECE_NUMBER;
      to = strcmp (language, "ar") == 0 ? read_turned (signs, from, piece) : 0;
      if (!piece->certain)
        {
          guint end = read_number (signs, from, language, piece->word);

          /* Groups alone stand in either order. */
          if (end != to)
            piece->turned[0] = '\0';
          to = end;
        }
      piece->value = g_ascii_strtod (piece->word, NULL);
    }
  else if (is_han (at[from]))
    {
      piece->kind = TWF_PIECE_HAN;
      to = from + 1;
      twf_signs_write_word (signs, from, to, piece->word, sizeof piece->word);
    }
  else if (g_unichar_isalpha (at[from]))
    {
      piece->kind = TWF_PIECE_WORD;
      for (to = from; g_unichar_isalpha (at[to]) && !is_han (at[to]); to++)
        ;
      twf_signs_write_word (signs, from, to, piece->word, sizeof piece->word);
    }
  else
    {
      piece->kind = TWF_PIECE_SIGN;
      to = from + 1;
      twf_signs_write_word (signs, from, to, piece->word, sizeof piece->word);
    }
  piece->from = from;
  piece->to = to;
  return to;
}

/*
 * twf_pieces_new:
 * @signs: a text
 * @language: two letters
 *
 * Returns: (transfer full): its words, numbers, symbols and marks, without spaces
 */
GArray *
twf_pieces_new (const TwfSigns *signs, const char *language)
{
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (TwfPiece), signs->n / 4 + 8);
  gboolean spaced = TRUE;

  for (guint i = 0; i < signs->n;)
    {
      TwfPiece piece;

      if (signs->folded[i] == ' ')
        {
          spaced = TRUE;
          i++;
          continue;
        }
      memset (&piece, 0, G_STRUCT_OFFSET (TwfPiece, word) + 1);
      piece.turned[0] = '\0';
      piece.certain = FALSE;
      piece.spaced = spaced;
      i = read_piece (signs, i, language, &piece);
      spaced = FALSE;
      g_array_append_val (pieces, piece);
    }
  return pieces;
}
