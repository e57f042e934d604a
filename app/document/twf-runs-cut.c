/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-since-private.h"

#include "twf-segments.h"

#include <string.h>

#define KEPT_WORDS 10
/* Less than this is not worth a gap. */
#define LEAST_CUT 6
#define GAP "[…]"

/* Where the first @n words of a text end, or where the last @n begin. */
static gsize
find_edge (const char *text, GArray *segments, guint n, gboolean from_end)
{
  guint found = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment
          = &g_array_index (segments, TwfSegment, from_end ? segments->len - 1 - i : i);

      if (segment->kind != TWF_SEGMENT_SPACE && segment->kind != TWF_SEGMENT_PUNCTUATION)
        found++;
      if (found == n)
        return from_end ? segment->start : segment->start + segment->length;
    }
  return from_end ? 0 : strlen (text);
}

static guint
count_words (GArray *segments)
{
  guint n = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      TwfSegmentKind kind = g_array_index (segments, TwfSegment, i).kind;

      n += kind != TWF_SEGMENT_SPACE && kind != TWF_SEGMENT_PUNCTUATION;
    }
  return n;
}

/* Keeps what stands beside a change. */
static char *
cut (const char *text, const char *language, gboolean first, gboolean last)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  guint kept = (first ? 0 : KEPT_WORDS) + (last ? 0 : KEPT_WORDS);
  gsize head, tail;

  /* Nothing changed in it: it only says what is spoken of. */
  if (first && last)
    kept = 2 * KEPT_WORDS;
  if (count_words (segments) < kept + LEAST_CUT)
    return g_strdup (text);
  head = first && !last ? 0 : find_edge (text, segments, first ? kept : KEPT_WORDS, FALSE);
  tail = last ? strlen (text) : find_edge (text, segments, KEPT_WORDS, TRUE);
  return g_strdup_printf (
      "%.*s%s" GAP "%s%s", (int)head, text, head > 0 ? " " : "", last ? "" : " ", text + tail);
}

/* What went and what came in its place would be read as one word where no space is between. */
static void
keep_apart (GPtrArray *runs, const TwfRun *before, const TwfRun *run)
{
  TwfRun *space;
  gsize length = before != NULL ? strlen (before->text) : 0;

  if (before == NULL || before->kind == TWF_RUN_EQUAL || run->kind == TWF_RUN_EQUAL || length == 0
      || before->kind == run->kind || g_ascii_isspace (before->text[length - 1])
      || g_ascii_isspace (run->text[0]))
    return;
  space = g_new0 (TwfRun, 1);
  space->text = g_strdup (" ");
  g_ptr_array_add (runs, space);
}

/*
 * _twf_runs_cut:
 * @runs: (element-type TwfRun): a text's changes
 * @language: its language
 *
 * Returns: (transfer full) (element-type TwfRun): the same, where long stretches that stayed are
 * cut to the words beside a change, with a sign that they are
 */
GPtrArray *
_twf_runs_cut (GPtrArray *runs, const char *language)
{
  GPtrArray *shorter = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      TwfRun *copy = g_memdup2 (run, sizeof *run);

      keep_apart (shorter, i > 0 ? runs->pdata[i - 1] : NULL, run);
      copy->text = run->kind == TWF_RUN_EQUAL
                       ? cut (run->text, language, i == 0, i + 1 == runs->len)
                       : g_strdup (run->text);
      g_ptr_array_add (shorter, copy);
    }
  return shorter;
}
