/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-pattern.h"

#include "twf-error.h"
#include "twf-utf16.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uregex.h>

/* A step of ICU's is ten thousand times that it comes back to where it could have gone another way:
 * a fraction of a millisecond. One match is given so many, a text so many altogether, so that a
 * pattern that tries everything at every place ends as well. */
#define STEPS_OF_MATCH 60
#define STEPS_OF_TEXT 100

/* So much it may remember at once, in bytes. */
#define MOST_REMEMBERED (4 * 1024 * 1024)

struct _TwfPattern
{
  URegularExpression *expression;
  TwfUtf16 *text; /* nullable; the expression only points to it */
  const char *source;
  gint32 match_steps; /* of the match that is under way, as ICU counts them */
  gint32 steps;       /* of the matches before it in this text */
  gboolean gave_up;
};

static UBool U_CALLCONV
step_cb (const void *context, int32_t steps)
{
  TwfPattern *self = (TwfPattern *)context;

  /* ICU begins to count anew with each place that it tries. */
  if (steps <= self->match_steps)
    self->steps += self->match_steps;
  self->match_steps = steps;
  return self->steps + steps <= STEPS_OF_TEXT;
}

/**
 * twf_pattern_new:
 * @expression: a regular expression, as ICU has them
 *
 * Returns: (transfer full): what looks for it, or %NULL
 *
 * Errors: %TWF_ERROR_INVALID if it is none; the message says at which character
 */
TwfPattern *
twf_pattern_new (const char *expression, GError **error)
{
  TwfPattern *self = g_new0 (TwfPattern, 1);
  g_autoptr (TwfUtf16) units = twf_utf16_new (expression, -1);
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = { 0 };

  self->expression = uregex_open (units->units, units->length, 0, &place, &status);
  if (U_SUCCESS (status))
    {
      uregex_setTimeLimit (self->expression, STEPS_OF_MATCH, &status);
      uregex_setStackLimit (self->expression, MOST_REMEMBERED, &status);
      uregex_setMatchCallback (self->expression, step_cb, self, &status);
    }
  if (U_SUCCESS (status))
    return self;
  twf_pattern_free (self);
  g_set_error (
      error,
      TWF_ERROR,
      TWF_ERROR_INVALID,
      _ ("This is not a regular expression: it cannot be read at character %d. A bracket or "
         "sign that stands for itself takes a backslash before it."),
      MAX (place.offset, 1));
  return NULL;
}

/**
 * twf_pattern_free:
 * @self: (nullable): a pattern
 */
void
twf_pattern_free (TwfPattern *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->expression, uregex_close);
  twf_utf16_free (self->text);
  g_free (self);
}

/* What stands at @at of a replacement: a group ("$1"), -2 where there is no such group, or -1: a
 * sign that stands for itself, which begins at @sign. */
static int
read_piece (TwfPattern *self, const char *at, const char **sign, const char **end)
{
  UErrorCode status = U_ZERO_ERROR;
  int groups = uregex_groupCount (self->expression, &status);
  int group;

  *sign = at;
  if (*at == '\\' && at[1] != '\0')
    *sign = at + 1;
  *end = g_utf8_next_char (*sign);
  if (*at != '$')
    return -1;
  if (!g_ascii_isdigit (at[1]))
    return -2;
  group = at[1] - '0';
  *end = at + 2;
  if (group > groups)
    return -2;
  /* "$12" is the twelfth group where there are so many, else the first and a 2. */
  while (g_ascii_isdigit (**end) && group * 10 + (**end - '0') <= groups)
    group = group * 10 + (*(*end)++ - '0');
  return group;
}

/**
 * twf_pattern_check:
 * @self: a pattern
 * @with: what is to stand in the place of what is found: "$1" is what its first group found, "$0"
 * all of it, and a backslash makes the next sign stand for itself
 *
 * Returns: whether that can be
 *
 * Errors: %TWF_ERROR_INVALID if it names a group that is not there
 */
gboolean
twf_pattern_check (TwfPattern *self, const char *with, GError **error)
{
  const char *sign, *end;

  for (const char *at = with; *at != '\0'; at = end)
    if (read_piece (self, at, &sign, &end) == -2)
      {
        UErrorCode status = U_ZERO_ERROR;

        g_set_error (
            error,
            TWF_ERROR,
            TWF_ERROR_INVALID,
            _ ("What replaces it names a group with “%.*s”, and the expression has groups up "
               "to $%d. A dollar sign that stands for itself is \\$."),
            (int)(end - at),
            at,
            uregex_groupCount (self->expression, &status));
        return FALSE;
      }
  return TRUE;
}

/**
 * twf_pattern_set_text:
 * @self: a pattern
 * @text: the text to look in; it has to stay
 */
void
twf_pattern_set_text (TwfPattern *self, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  TwfUtf16 *before = self->text;

  self->source = text;
  self->text = twf_utf16_new_mapped (text, -1);
  self->steps = self->match_steps = 0;
  uregex_setText (self->expression, self->text->units, self->text->length, &status);
  twf_utf16_free (before);
}

/* The unit that begins at a byte. */
static gint32
find_unit (const TwfUtf16 *text, gsize byte)
{
  gint32 low = 0, high = text->length;

  while (low < high)
    {
      gint32 middle = low + (high - low) / 2;

      if (text->offsets[middle] < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * twf_pattern_find:
 * @self: a pattern with a text
 * @from: the byte to look from, between two characters
 * @start: (out): the byte that it begins at
 * @length: (out): its length in bytes, more than 0
 *
 * Returns: whether it stands at or after @from
 */
gboolean
twf_pattern_find (TwfPattern *self, gsize from, gsize *start, gsize *length)
{
  gint32 at = find_unit (self->text, from);
  UErrorCode status = U_ZERO_ERROR;

  while (!self->gave_up && at < self->text->length && uregex_find (self->expression, at, &status))
    {
      gint32 begins = uregex_start (self->expression, 0, &status);
      gint32 ends = uregex_end (self->expression, 0, &status);

      if (ends > begins)
        {
          *start = self->text->offsets[begins];
          *length = self->text->offsets[ends] - *start;
          return TRUE;
        }
      /* Nothing, between two signs: there is nothing to be shown, and nothing to be replaced. */
      at = MAX (begins, at) + 1;
    }
  self->gave_up |= U_FAILURE (status) != 0;
  return FALSE;
}

/**
 * twf_pattern_append:
 * @self: a pattern that was just found
 * @result: (inout): the text that is written
 * @with: what is to stand in its place, which was checked
 *
 * Writes what takes the place of what was found last.
 */
void
twf_pattern_append (TwfPattern *self, GString *result, const char *with)
{
  const char *sign, *end;

  for (const char *at = with; *at != '\0'; at = end)
    {
      UErrorCode status = U_ZERO_ERROR;
      int group = read_piece (self, at, &sign, &end);
      gint32 begins = group >= 0 ? uregex_start (self->expression, group, &status) : -1;

      if (group == -1)
        g_string_append_len (result, sign, end - sign);
      else if (begins >= 0)
        {
          gint32 ends = uregex_end (self->expression, group, &status);
          gsize byte = self->text->offsets[begins];

          g_string_append_len (
              result, self->source + byte, (gssize)(self->text->offsets[ends] - byte));
        }
    }
}

/**
 * twf_pattern_gave_up:
 * @self: a pattern
 *
 * Returns: whether it was not looked for to the end of some text, because that would take too long
 */
gboolean
twf_pattern_gave_up (TwfPattern *self)
{
  return self->gave_up;
}
