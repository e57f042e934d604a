/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-suggest.h"

#include "twf-draft.h"
#include "twf-reading.h"
#include "twf-repair.h"
#include "twf-runs.h"

#include <string.h>

static void
free_proposed (gpointer data)
{
  TwfProposed *proposed = data;

  g_free (proposed->from);
  g_free (proposed->to);
  g_free (proposed);
}

static gboolean
is_closing (gunichar sign)
{
  return sign == 0x60c || sign == 0x61b || sign == 0x61f || sign == '.' || sign == ':'
         || sign == ')' || sign == 0x201d;
}

/* One space where reading order has one: behind closing signs and before opening ones, none on
 * their other sides. No sign but spaces comes or goes. */
static char *
tidy (const char *line)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar last = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);
      gboolean opens = sign == '(' || sign == 0x201c;

      if (is_closing (sign))
        while (out->len > 0 && out->str[out->len - 1] == ' ')
          g_string_truncate (out, out->len - 1);
      else if (g_unichar_isspace (sign)
               && (last == '(' || last == 0x201c || g_unichar_isspace (last)))
        continue;
      else if (!g_unichar_isspace (sign)
               && (is_closing (last) || (opens && last != 0 && !g_unichar_isspace (last))))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, sign);
      last = sign;
    }
  return twf_repair_spaces (out->str);
}

/* A slash between the two names of a month has no spaces around it in reading order either way, and
 * an abbreviation keeps its points: what is the same at both ends is not part of the suggestion. */
static gsize
count_same_start (const char *one, const char *other)
{
  gsize same = 0, word = 0;

  for (; one[same] != '\0' && one[same] == other[same]; same++)
    if (one[same] == ' ')
      word = same + 1;
  return word;
}

static gsize
count_same_end (const char *one, gsize one_length, const char *other, gsize other_length)
{
  gsize same = 0, word = 0;

  while (same < MIN (one_length, other_length)
         && one[one_length - 1 - same] == other[other_length - 1 - same])
    {
      same++;
      if (one[one_length - same] == ' ')
        word = same;
    }
  return word;
}

static TwfProposed *
propose (const char *text, const char *to, const char *reason)
{
  TwfProposed *proposed = g_new0 (TwfProposed, 1);
  gsize start = count_same_start (text, to);
  gsize length = strlen (text) - start, to_length = strlen (to) - start;
  gsize end = count_same_end (text + start, length, to + start, to_length);

  proposed->from = g_strndup (text + start, length - end);
  proposed->to = g_strndup (to + start, to_length - end);
  proposed->reason = reason;
  proposed->start = start;
  return proposed;
}

/* A suggestion is made only where the whole line reads: all its words are known, in an order that
 * could be a sentence's. */
static gboolean
reads_well (const char *text, const char *to, TwfLexicon *lexicon)
{
  g_autoptr (TwfRuns) runs = twf_runs_new (to, lexicon);

  return twf_runs_count_unknown (runs) == 0 && twf_reading_is_sound (text, to, lexicon);
}

static gsize
count_bytes (const char *text)
{
  gsize count = 0;

  for (; *text != '\0'; text++)
    count += *text != ' ';
  return count;
}

static const char *
choose_reason (const TwfProposed *proposed)
{
  return strchr (proposed->from, ' ') == NULL ? TWF_REASON_SWAPPED_PIECES : TWF_REASON_RUN_ORDER;
}

/**
 * twf_suggest_for_line:
 * @core: a line as it stood, without bullet and number
 * @text: the same after the safe repairs
 * @lexicon: the document's words
 *
 * Says what the line would be with its runs in reading order, if that is clearly better. Only the
 * place of letters and signs changes and the spaces between them; none is added or lost.
 *
 * Returns: (transfer full) (element-type TwfProposed): suggestions in order, none overlapping
 */
GPtrArray *
twf_suggest_for_line (const char *core, const char *text, TwfLexicon *lexicon)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_proposed);
  g_autoptr (TwfRuns) runs = twf_runs_new (core, lexicon);
  g_autofree char *reordered = twf_runs_dup_reordered (runs);
  g_autofree char *to = reordered != NULL ? tidy (reordered) : NULL;
  TwfProposed *proposed;

  if (to == NULL || strcmp (to, text) == 0 || count_bytes (to) != count_bytes (text)
      || !reads_well (text, to, lexicon))
    return found;
  proposed = propose (text, to, NULL);
  proposed->reason = choose_reason (proposed);
  g_ptr_array_add (found, proposed);
  return found;
}
