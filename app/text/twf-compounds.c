/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-compounds.h"

#include <string.h>
#include <unicode/uchar.h>

enum
{
  LONGEST_SYMBOL_PREFIX = 4, /* "Corr", "Supp" of "A/64/10/Corr.1" */
  DIGITS_IN_GROUP = 3,       /* of thousands, in the six languages */
  LONGEST_NUMBER = 64,       /* bytes; what is longer is a table */
};

/* The pieces so far: the first n of the array that is being shortened. */
typedef struct
{
  const char *text;
  TwfSegment *items;
  guint n;
} Joiner;

/* The piece @back places before the next one; NULL where there is none. */
static const TwfSegment *
peek (const Joiner *self, guint back)
{
  return back <= self->n ? &self->items[self->n - back] : NULL;
}

static gboolean
is_kind (const TwfSegment *segment, TwfSegmentKind kind)
{
  return segment != NULL && segment->kind == kind;
}

/* The only sign of @segment, marks of direction and their like aside; 0 if it has more. */
static gunichar
get_sign (const Joiner *self, const TwfSegment *segment)
{
  const char *at = self->text + segment->start;
  const char *end = at + segment->length;
  gunichar sign = g_utf8_get_char_validated (at, end - at);

  if (sign >= (gunichar)-2)
    return 0;
  for (at = g_utf8_next_char (at); at < end; at = g_utf8_next_char (at))
    if (!u_hasBinaryProperty ((UChar32)g_utf8_get_char (at), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      return 0;
  return sign;
}

/* Whether @word ends like the part of a document symbol that a full stop and a number follow:
 * "A/C" of "A/C.3", "L" of "L.12", "Add" of "Add.1". */
static gboolean
ends_as_symbol (const char *text, const TwfSegment *word)
{
  gsize end = word->start + word->length;
  gsize start = end;

  while (start > word->start && g_ascii_isalpha (text[start - 1]))
    start--;
  return start < end && end - start <= LONGEST_SYMBOL_PREFIX && g_ascii_isupper (text[start]);
}

static gboolean
is_joined_by (const Joiner *self, const TwfSegment *before, gunichar sign, TwfSegmentKind after)
{
  gboolean numbers = before->kind == TWF_SEGMENT_NUMBER && after == TWF_SEGMENT_NUMBER;

  if (before->kind != TWF_SEGMENT_NUMBER && before->kind != TWF_SEGMENT_WORD)
    return FALSE;
  switch (sign)
    {
    case '/':
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
      return TRUE;
    case '@': /* of an e-mail address */
      return after == TWF_SEGMENT_WORD;
    case ':':
    case '.':
      return numbers
             || (sign == '.' && after == TWF_SEGMENT_NUMBER && ends_as_symbol (self->text, before));
    case 0x2013: /* en dash, in a range */
    case 0x2212: /* minus sign, in a date */
      return numbers;
    default:
      return FALSE;
    }
}

static gboolean
is_hard_space (const Joiner *self, const TwfSegment *segment)
{
  gunichar sign = is_kind (segment, TWF_SEGMENT_SPACE) ? get_sign (self, segment) : 0;

  return sign == 0xa0 || sign == 0x202f || sign == 0x2009;
}

/* The digits with which what lies from @start to @end begins. */
static guint
count_digits (const Joiner *self, gsize start, gsize end)
{
  const char *at = self->text + start;
  guint n = 0;

  for (; at < self->text + end && g_unichar_isdigit (g_utf8_get_char (at));
       at = g_utf8_next_char (at))
    n++;
  return n;
}

/* "12 345", with a space that does not break, between what is and what follows. */
static gboolean
groups_thousands (const Joiner *self, const TwfSegment *next)
{
  const TwfSegment *number = peek (self, 2);
  gsize start;

  if (!is_hard_space (self, peek (self, 1)) || !is_kind (number, TWF_SEGMENT_NUMBER)
      || number->length > LONGEST_NUMBER
      || count_digits (self, next->start, next->start + next->length) != DIGITS_IN_GROUP)
    return FALSE;
  /* Up to three digits may stand before the first group: in "2010 000" the year is another. */
  start = number->start;
  for (const char *at = self->text + start; at < self->text + start + number->length;
       at = g_utf8_next_char (at))
    if (!g_unichar_isdigit (g_utf8_get_char (at)) && !g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return count_digits (self, start, start + number->length) <= DIGITS_IN_GROUP;
}

static gboolean
is_percent (gunichar sign)
{
  return sign == '%' || sign == 0x66a || sign == 0xff05 || sign == 0x2030 || sign == 0x609;
}

static gboolean
is_currency (gunichar sign)
{
  return u_charType ((UChar32)sign) == U_CURRENCY_SYMBOL;
}

/* How many of the pieces so far make one word with @next. */
static guint
count_joined (const Joiner *self, const TwfSegment *next)
{
  const TwfSegment *before = peek (self, 1);

  if (before == NULL)
    return 0;
  if (next->kind == TWF_SEGMENT_PUNCTUATION)
    {
      gunichar sign = get_sign (self, next);

      if (is_kind (before, TWF_SEGMENT_NUMBER))
        return is_percent (sign) || is_currency (sign);
      return is_percent (sign) && is_hard_space (self, before)
                     && is_kind (peek (self, 2), TWF_SEGMENT_NUMBER)
                 ? 2
                 : 0;
    }
  if (next->kind != TWF_SEGMENT_WORD && next->kind != TWF_SEGMENT_NUMBER)
    return 0;
  if (is_kind (before, TWF_SEGMENT_PUNCTUATION))
    {
      gunichar sign = get_sign (self, before);

      if (self->n >= 2 && is_joined_by (self, peek (self, 2), sign, next->kind))
        return 2;
      return next->kind == TWF_SEGMENT_NUMBER && is_currency (sign);
    }
  return next->kind == TWF_SEGMENT_NUMBER && groups_thousands (self, next) ? 2 : 0;
}

static void
push (Joiner *self, TwfSegment next)
{
  guint joined = count_joined (self, &next);

  if (joined > 0)
    {
      const TwfSegment *first = peek (self, joined);

      if (is_kind (first, TWF_SEGMENT_WORD))
        next.kind = TWF_SEGMENT_WORD;
      else if (next.kind == TWF_SEGMENT_PUNCTUATION)
        next.kind = TWF_SEGMENT_NUMBER;
      next.length += next.start - first->start;
      next.start = first->start;
      self->n -= joined;
    }
  self->items[self->n++] = next;
}

static gboolean
is_in_address (gunichar sign)
{
  if (sign < 0x80)
    return g_ascii_isgraph ((char)sign) && strchr ("<>\"{}|\\^`", (int)sign) == NULL;
  return (g_unichar_isalnum (sign) || g_unichar_ismark (sign))
         && !u_hasBinaryProperty ((UChar32)sign, UCHAR_IDEOGRAPHIC);
}

/* Where the address (RFC 3986, with the letters of RFC 3987) that begins with @word ends; 0: there
 * is none. What closes the sentence round it is no part of it. */
static gsize
find_address_end (const char *text, const TwfSegment *word)
{
  const char *start = text + word->start;
  const char *rest = start + word->length;
  const char *end;
  guint open = 0, closed = 0;

  if (word->kind != TWF_SEGMENT_WORD || !g_ascii_isalpha (*start))
    return 0;
  if (g_str_has_prefix (rest, "://"))
    rest += strlen ("://");
  else if (g_ascii_strncasecmp (start, "www.", strlen ("www.")) != 0)
    return 0;
  for (end = rest; *end != '\0' && is_in_address (g_utf8_get_char (end));
       end = g_utf8_next_char (end))
    {
      open += *end == '(';
      closed += *end == ')';
    }
  for (; end > rest && strchr (".,;:!?)]'*", end[-1]) != NULL; end--)
    {
      if (end[-1] == ')' && closed <= open)
        break;
      closed -= end[-1] == ')';
    }
  return (gsize)(end - text);
}

/**
 * twf_compounds_join:
 * @segments: (element-type TwfSegment): the words of a text by Unicode Standard Annex 29
 * @text: the text, in UTF-8
 *
 * Makes one word of what is one to its reader: two people who change its halves must not get a
 * third one. These are hyphenated words, dates and ranges, document symbols, thousands grouped by
 * spaces that do not break, percentages and sums of money, addresses of the net.
 */
void
twf_compounds_join (GArray *segments, const char *text)
{
  Joiner self = { text, (TwfSegment *)(gpointer)segments->data, 0 };
  guint n = segments->len;

  for (guint i = 0; i < n; i++)
    {
      TwfSegment next = self.items[i];
      gsize end = find_address_end (text, &next);

      for (; i + 1 < n && self.items[i + 1].start + self.items[i + 1].length <= end; i++)
        next.length += self.items[i + 1].length;
      push (&self, next);
    }
  g_array_set_size (segments, self.n);
}
