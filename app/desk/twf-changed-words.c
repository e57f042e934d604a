/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-changed-words.h"

#include "twf-difference.h"

#include <string.h>

/* Bytes of a text that came or went. */
typedef struct
{
  gsize start;
  gsize end;
} Span;

/* Where in the text of which they are a part the runs of @kind stand. */
static GArray *
list_spans (GPtrArray *runs, TwfRunKind kind)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  gsize at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      gsize length = strlen (run->text);

      if (run->kind != kind && run->kind != TWF_RUN_EQUAL)
        continue;
      if (run->kind == kind)
        {
          const Span span = { at, at + length };

          g_array_append_val (spans, span);
        }
      at += length;
    }
  return spans;
}

static gboolean
touches (GArray *spans, gsize start, gsize end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->start < end && start < span->end)
        return TRUE;
    }
  return FALSE;
}

/* A match takes in the spaces and signs beside it, which do not count: those of a word that came
 * next to it are no change of it. A match of signs alone stays as it is. */
static void
trim (const char *text, gsize *start, gsize *end)
{
  const char *first = text + *start;
  const char *last = text + *end;

  while (first < last && !g_unichar_isalnum (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  if (first == last)
    return;
  while (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  *start = (gsize)(first - text);
  *end = (gsize)(last - text);
}

static gboolean
has_match_in (const char *text, GPtrArray *runs, TwfRunKind kind, TwfSearch *search)
{
  g_autoptr (GArray) spans = list_spans (runs, kind);
  gsize from = 0;
  gsize start, length;

  while (spans->len > 0 && twf_search_find (search, text, from, &start, &length))
    {
      gsize end = start + length;

      from = end;
      trim (text, &start, &end);
      if (touches (spans, start, end))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_changed_words_match:
 * @old_text: (nullable): a text; %NULL: there was none
 * @new_text: (nullable): what became of it
 * @language: (nullable): theirs
 * @search: what is looked for
 *
 * Returns: whether it is found where words went, in the old text, or came, in the new: all of it or
 *   a part, so that a phrase of which one word was changed is found
 */
gboolean
twf_changed_words_match (const char *old_text,
                         const char *new_text,
                         const char *language,
                         TwfSearch *search)
{
  const char *old = old_text != NULL ? old_text : "";
  const char *new = new_text != NULL ? new_text : "";
  gboolean in_old = twf_search_matches (search, old);
  gboolean in_new = twf_search_matches (search, new);
  g_autoptr (GPtrArray) runs = NULL;

  /* Most texts have it nowhere, and comparing costs more than looking. */
  if (!in_old && !in_new)
    return FALSE;
  runs = twf_difference_of_texts (old, new, language);
  return (in_new && has_match_in (new, runs, TWF_RUN_INSERTED, search))
         || (in_old && has_match_in (old, runs, TWF_RUN_DELETED, search));
}
