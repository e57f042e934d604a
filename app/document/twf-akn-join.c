/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-akn.h"

#include "twf-marks.h"

#include <string.h>

/* Above this many pairs the middle of two documents is laid together by keys alone. */
#define MOST_PAIRS (16u * 1024 * 1024)

#define NO_MATCH -1

/* How well two paragraphs of two languages go together. The number decides where both have one: in
 * one resolution the identities of a language are shifted, since it has a number and its text in
 * two elements. Where there is none the identity and the order are all there is. */
static int
compare (const TwfAknBlock *one, const TwfAknBlock *other)
{
  gboolean numbered = one->number != NULL && other->number != NULL;
  int score = 1;

  if (one->kind != other->kind || one->role != other->role)
    return NO_MATCH;
  if (numbered && !twf_number_equal (one->number, other->number))
    return NO_MATCH;
  /* A numbered paragraph is not the translation of one without number, unless identity says so. */
  if ((one->number == NULL) != (other->number == NULL) && g_strcmp0 (one->key, other->key) != 0)
    return NO_MATCH;
  score += numbered ? 4 : 0;
  score += one->key != NULL && g_strcmp0 (one->key, other->key) == 0 ? 2 : 0;
  score += one->depth == other->depth ? 1 : 0;
  return score;
}

static const TwfAknBlock *
get_known (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (row->pdata[i] != NULL)
      return row->pdata[i];
  return NULL;
}

static gboolean
is_plain_match (GPtrArray *row, const TwfAknBlock *block)
{
  return compare (get_known (row), block) >= (block->number != NULL ? 5 : 4);
}

static GPtrArray *
new_row (guint column, TwfAknBlock *block)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_set_size (row, (gint)column);
  g_ptr_array_add (row, block);
  return row;
}

/* The middle part by dynamic programming: the order is kept, the sum of scores is greatest.
 * Afterwards @pairs has for every block of the other document the row it belongs to, or -1. */
static void
align (GPtrArray *rows, guint first, guint n, GPtrArray *blocks, guint start, guint m, int *pairs)
{
  g_autofree guint8 *steps = g_new0 (guint8, (gsize)(n + 1) * (m + 1));
  g_autofree int *best = g_new0 (int, m + 1);

  for (guint i = 1; i <= n; i++)
    {
      int diagonal = 0;
      const TwfAknBlock *known = get_known (rows->pdata[first + i - 1]);

      for (guint k = 1; k <= m; k++)
        {
          int above = best[k];
          int score = compare (known, blocks->pdata[start + k - 1]);
          guint8 step = above >= best[k - 1] ? 1 : 2;
          int value = MAX (above, best[k - 1]);

          if (score != NO_MATCH && diagonal + score > value)
            {
              value = diagonal + score;
              step = 3;
            }
          best[k] = value;
          steps[(gsize)i * (m + 1) + k] = step;
          diagonal = above;
        }
    }
  for (guint i = n, k = m; i > 0 && k > 0;)
    {
      guint8 step = steps[(gsize)i * (m + 1) + k];

      if (step == 3)
        {
          pairs[start + k - 1] = (int)(first + i - 1);
          i--;
          k--;
        }
      else if (step == 1)
        i--;
      else
        k--;
    }
}

/* For documents too long for the table: each block goes to the next row that it fits plainly. */
static void
align_by_keys (GPtrArray *rows,
               guint first,
               guint n,
               GPtrArray *blocks,
               guint start,
               guint m,
               int *pairs)
{
  guint from = 0;

  for (guint k = 0; k < m; k++)
    for (guint i = from; i < MIN (n, from + 64); i++)
      if (is_plain_match (rows->pdata[first + i], blocks->pdata[start + k]))
        {
          pairs[start + k] = (int)(first + i);
          from = i + 1;
          break;
        }
}

static void
find_pairs (GPtrArray *rows, GPtrArray *blocks, int *pairs)
{
  guint head = 0, tail = 0;
  guint n = rows->len, m = blocks->len;

  while (head < MIN (n, m) && is_plain_match (rows->pdata[head], blocks->pdata[head]))
    {
      pairs[head] = (int)head;
      head++;
    }
  while (tail < MIN (n, m) - head
         && is_plain_match (rows->pdata[n - 1 - tail], blocks->pdata[m - 1 - tail]))
    {
      pairs[m - 1 - tail] = (int)(n - 1 - tail);
      tail++;
    }
  n -= head + tail;
  m -= head + tail;
  if (n == 0 || m == 0)
    return;
  if ((gsize)n * m <= MOST_PAIRS)
    align (rows, head, n, blocks, head, m, pairs);
  else
    align_by_keys (rows, head, n, blocks, head, m, pairs);
}

/* Puts a document's blocks beside the rows; what found no row gets one of its own behind the
 * block that it follows. */
static GPtrArray *
merge (GPtrArray *rows, GPtrArray *blocks, guint column)
{
  g_autofree int *pairs = g_new (int, MAX (blocks->len, 1));
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  guint next = 0;

  memset (pairs, 0xff, sizeof (int) * blocks->len);
  find_pairs (rows, blocks, pairs);
  for (guint k = 0; k < blocks->len; k++)
    {
      if (pairs[k] < 0)
        {
          g_ptr_array_add (merged, new_row (column, blocks->pdata[k]));
          continue;
        }
      for (; next <= (guint)pairs[k]; next++)
        {
          GPtrArray *row = g_ptr_array_ref (rows->pdata[next]);

          g_ptr_array_add (row, next == (guint)pairs[k] ? blocks->pdata[k] : NULL);
          g_ptr_array_add (merged, row);
        }
    }
  for (; next < rows->len; next++)
    {
      g_ptr_array_add (rows->pdata[next], NULL);
      g_ptr_array_add (merged, g_ptr_array_ref (rows->pdata[next]));
    }
  return merged;
}

/**
 * twf_akn_join:
 * @documents: (element-type TwfAknDocument): the languages of one resolution, the source first
 * @cancellable: (nullable): stops early; what is returned is then of no use
 *
 * Lays the paragraphs of several languages beside each other: by number, identity, kind and depth,
 * in order. No paragraph is dropped: one without counterpart stands in a row by itself.
 *
 * Returns: (transfer full) (element-type GPtrArray): rows in reading order
 */
GPtrArray *
twf_akn_join (GPtrArray *documents, GCancellable *cancellable)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < documents->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TwfAknDocument *document = documents->pdata[i];
      GPtrArray *merged = merge (rows, document->blocks, i);

      g_ptr_array_unref (rows);
      rows = merged;
    }
  return rows;
}
