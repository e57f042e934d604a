/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-rank.h"

#include <string.h>

/* A rank is compared byte by byte and reads
 *
 *     digits ( "." owner "." digits )*
 *
 * where digits are signs of base 36, not all of them zero, and owner is the code of a delegation
 * or "0" for the facilitator. The full stop sorts below every other sign, so that all that hangs on
 * "p" by ".EG." stands directly after "p", before any other rank, and in one piece: two
 * delegations that put blocks at the same place keep each its block whole.
 *
 * Digits are a number with its length in front, so that appending ten thousand times costs four
 * signs and not ten thousand halvings: heads 'i' to 'z' begin numbers of 1 to 18 signs, heads 'h'
 * down to '1' numbers of 1 to 17 signs below them. What stands between two neighbouring numbers
 * is one of them with a fraction behind it. */

#define BASE 36
#define ORIGIN "i0"
#define FACILITATOR "0"

static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int
sign_value (char sign)
{
  return g_ascii_isdigit (sign) ? sign - '0' : sign - 'a' + 10;
}

static gsize
count_digits (const char *text)
{
  return strspn (text, signs);
}

/* How many signs follow @head in a number; 0 where it is no head. */
static gsize
length_of_head (char head)
{
  if (head >= 'i')
    return head - 'i' + 1;
  if (head >= 'a')
    return 'h' - head + 1;
  if (head >= '1')
    return 8 + ('9' - head) + 1;
  return 0;
}

static char
next_head (char head, int step)
{
  int value = sign_value (head) + step;

  return value >= 1 && value < BASE ? signs[value] : '\0';
}

/* The number after (@step 1) or before (-1) the whole part of @digits; NULL where @digits do not
 * begin with a number, or it is the last one. */
static char *
step_number (const char *digits, int step)
{
  gsize length = length_of_head (digits[0]);
  g_autofree char *number = NULL;
  char head;

  if (length == 0 || strlen (digits) < length + 1)
    return NULL;
  number = g_strndup (digits, length + 1);
  for (gsize i = length; i >= 1; i--)
    {
      int value = sign_value (number[i]) + step;

      number[i] = signs[(value + BASE) % BASE];
      if (value >= 0 && value < BASE)
        return g_steal_pointer (&number);
    }
  head = next_head (number[0], step);
  if (head == '\0')
    return NULL;
  length = length_of_head (head);
  g_free (number);
  number = g_strnfill (length + 1, step > 0 ? '0' : 'z');
  number[0] = head;
  return g_steal_pointer (&number);
}

/* Digits strictly between @low and @high, either of them NULL for the end; NULL where there are
 * none, as between "i" and "i0". */
static char *
halve (const char *low, const char *high)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gsize low_length = low != NULL ? strlen (low) : 0;
  gsize high_length = high != NULL ? strlen (high) : 0;

  for (gsize i = 0;; i++)
    {
      int from = i < low_length ? sign_value (low[i]) : 0;
      int to = BASE;

      if (high != NULL)
        {
          if (i >= high_length)
            return NULL;
          to = sign_value (high[i]);
        }
      if (to - from > 1)
        {
          g_string_append_c (result, signs[(from + to) / 2]);
          return g_string_free (g_steal_pointer (&result), FALSE);
        }
      g_string_append_c (result, signs[from]);
      if (to > from)
        high = NULL;
    }
}

/* Digits strictly between two others, short ones first. */
static char *
find_digits (const char *low, const char *high)
{
  g_autofree char *found = NULL;

  if (low == NULL && high == NULL)
    return g_strdup (ORIGIN);
  if (low != NULL)
    found = step_number (low, 1);
  else
    found = step_number (high, -1);
  if (found != NULL && (low == NULL || strcmp (found, low) > 0)
      && (high == NULL || strcmp (found, high) < 0))
    return g_steal_pointer (&found);
  return halve (low, high);
}

static gboolean
is_between (const char *rank, const char *before, const char *after)
{
  return rank != NULL && (before == NULL || strcmp (before, rank) < 0)
         && (after == NULL || strcmp (rank, after) < 0);
}

/* The digits that follow @length signs of @rank, where the first @length are those of @prefix. */
static char *
dup_digits_behind (const char *rank, const char *prefix, gsize length)
{
  if (rank == NULL || strncmp (rank, prefix, length) != 0)
    return NULL;
  return g_strndup (rank + length, count_digits (rank + length));
}

/* A rank inside a block of @mark (".EG.") that @of stands in already, deepest block first. */
static char *
find_in_block (const char *of, const char *mark, const char *before, const char *after)
{
  for (gsize at = of != NULL ? strlen (of) : 0; at > 0; at--)
    {
      gsize length = at + strlen (mark);
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      g_autofree char *digits = NULL;
      g_autofree char *rank = NULL;

      if (!g_str_has_prefix (of + at, mark))
        continue;
      low = dup_digits_behind (before, of, length);
      high = dup_digits_behind (after, of, length);
      digits = find_digits (low, high);
      if (digits == NULL)
        continue;
      rank = g_strdup_printf ("%.*s%s", (int)length, of, digits);
      if (is_between (rank, before, after))
        return g_steal_pointer (&rank);
    }
  return NULL;
}

/* A rank of digits alone: what the facilitator and import make. */
static char *
find_plain (const char *before, const char *after)
{
  g_autofree char *low = dup_digits_behind (before, "", 0);
  g_autofree char *high = dup_digits_behind (after, "", 0);
  char *rank = find_digits (low, high);

  if (!is_between (rank, before, after))
    g_clear_pointer (&rank, g_free);
  return rank;
}

/* A new block: hung on the one before; else on digits that nobody has, before the next one. */
static char *
open_block (const char *before, const char *after, const char *mark)
{
  gsize length = 0;
  g_autofree char *rank = NULL;
  g_autofree char *high = NULL;
  g_autofree char *digits = NULL;

  if (before != NULL)
    {
      rank = g_strconcat (before, mark, ORIGIN, NULL);
      if (is_between (rank, before, after))
        return g_steal_pointer (&rank);
      /* The next one hangs on the one before, in the block of somebody whose code sorts first. */
      length = strlen (before) + 1;
      length += strcspn (after + length, ".") + 1;
    }
  if (after == NULL)
    return g_strconcat (ORIGIN, mark, ORIGIN, NULL);
  high = dup_digits_behind (after, after, length);
  digits = find_digits (NULL, high);
  return g_strdup_printf ("%.*s%s%s" ORIGIN, (int)length, after, digits, mark);
}

/**
 * twf_rank_is_valid:
 * @rank: (nullable): what may be a rank
 *
 * Returns: whether @rank has the form of a rank
 */
gboolean
twf_rank_is_valid (const char *rank)
{
  if (rank == NULL)
    return FALSE;
  for (;;)
    {
      gsize length = count_digits (rank);

      if (length == 0 || strspn (rank, "0") >= length)
        return FALSE;
      rank += length;
      if (*rank == '\0')
        return TRUE;
      if (*rank++ != '.')
        return FALSE;
      length = strspn (rank, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
      if (length == 0 || rank[length] != '.')
        return FALSE;
      rank += length + 1;
    }
}

/**
 * twf_rank_between:
 * @before: (nullable): the rank that stands before the place; %NULL at the start
 * @after: (nullable): the rank that stands behind it; %NULL at the end
 * @owner: (nullable): code of the delegation that puts something there; %NULL: the facilitator
 *
 * Makes a rank for a new place. What a delegation puts in a row stays in one block of its own,
 * whatever others put at the same place without knowing of it. A neighbour that is not a rank, or
 * an @after that is not behind @before, is taken for none.
 *
 * Returns: (transfer full): a rank strictly between the two
 */
char *
twf_rank_between (const char *before, const char *after, const char *owner)
{
  g_autofree char *mark = g_strdup_printf (".%s.", owner != NULL ? owner : FACILITATOR);
  char *rank;

  if (!twf_rank_is_valid (before))
    before = NULL;
  if (!twf_rank_is_valid (after) || (before != NULL && strcmp (before, after) >= 0))
    after = NULL;

  rank = find_in_block (before, mark, before, after);
  if (rank == NULL)
    rank = find_in_block (after, mark, before, after);
  if (rank == NULL && owner == NULL)
    rank = find_plain (before, after);
  if (rank == NULL)
    rank = open_block (before, after, mark);
  return rank;
}

/**
 * twf_rank_sequence:
 * @n: how many
 *
 * Makes ranks for many things at once, as import does: short, and with room between them.
 *
 * Returns: (transfer full): @n ranks in ascending order
 */
GStrv
twf_rank_sequence (guint n)
{
  GStrv ranks = g_new0 (char *, (gsize)n + 1);
  guint64 room = BASE * BASE;
  gsize length = 2;

  while (room < (guint64)n * 4)
    {
      room *= BASE;
      length++;
    }
  for (guint i = 0; i < n; i++)
    {
      guint64 value = room * (i + 1) / ((guint64)n + 1);
      char *rank = g_strnfill (length + 1, '0');

      rank[0] = signs[sign_value ('i') + length - 1];
      for (gsize at = length; at >= 1; at--, value /= BASE)
        rank[at] = signs[value % BASE];
      ranks[i] = rank;
    }
  return ranks;
}
