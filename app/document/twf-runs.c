/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-runs.h"

#include "twf-arabic.h"
#include "twf-repair.h"

#include <string.h>

#define TATWEEL 0x640
#define COMMA 0x60c
#define SEMICOLON 0x61b
#define QUESTION 0x61f

/* What speaks against an order of runs, in tenths of a word that does not exist. */
#define COST_UNKNOWN 30
#define COST_BREAK 60
#define COST_LEADING_POINT 40
#define COST_GLUED_POINT 15
#define COST_GLUED_SCRIPT 15
#define COST_SPACED_POINT 15
#define COST_SPACED_SCRIPT 4
#define GAIN_PHRASE 12

static TwfSign
classify (gunichar sign)
{
  if (twf_arabic_is_letter (sign) || twf_arabic_is_mark (sign))
    return TWF_SIGN_WORD;
  if (g_unichar_isdigit (sign))
    return TWF_SIGN_DIGIT;
  if (g_unichar_isspace (sign))
    return TWF_SIGN_SPACE;
  return g_unichar_isalpha (sign) ? TWF_SIGN_LATIN : TWF_SIGN_POINT;
}

/* Spaces with a tatweel among them become one break; other tatweel is gone. */
static void
append_filler (TwfRuns *self, const gunichar *filler, guint length, gboolean inside)
{
  gboolean tatweel = FALSE, space = FALSE;

  for (guint i = 0; i < length; i++)
    {
      tatweel |= filler[i] == TATWEEL;
      space |= filler[i] != TATWEEL;
    }
  if (!inside || !space)
    return;
  for (guint i = 0; i < length; i++)
    {
      self->signs[self->length] = ' ';
      self->kinds[self->length++] = tatweel ? TWF_SIGN_BREAK : TWF_SIGN_SPACE;
      if (tatweel)
        return;
    }
}

static void
find_words (TwfRuns *self)
{
  for (guint i = 0; i < self->length;)
    {
      guint end = i + 1;

      while (self->kinds[i] == TWF_SIGN_WORD && end < self->length
             && self->kinds[end] == TWF_SIGN_WORD)
        end++;
      for (guint k = i; k < end; k++)
        {
          self->starts[k] = i;
          self->ends[k] = end;
        }
      i = end;
    }
}

/**
 * twf_runs_new:
 * @core: a line as it stood, without bullet and number
 * @lexicon: the document's words, which outlives the runs
 *
 * Returns: (transfer full): the line cut into signs
 */
TwfRuns *
twf_runs_new (const char *core, TwfLexicon *lexicon)
{
  TwfRuns *self = g_new0 (TwfRuns, 1);
  g_autofree char *plain = twf_repair_signs (core);
  g_autofree gunichar *all = NULL;
  glong n;

  all = g_utf8_to_ucs4_fast (plain, -1, &n);
  self->signs = g_new0 (gunichar, n + 1);
  self->kinds = g_new0 (TwfSign, n + 1);
  self->starts = g_new0 (guint, n + 1);
  self->ends = g_new0 (guint, n + 1);
  self->lexicon = lexicon;
  for (glong i = 0; i < n;)
    {
      glong end = i;

      while (end < n && (all[end] == TATWEEL || g_unichar_isspace (all[end])))
        end++;
      if (end > i)
        append_filler (self, all + i, (guint)(end - i), self->length > 0 && end < n);
      if (end < n)
        {
          self->signs[self->length] = all[end];
          self->kinds[self->length++] = classify (all[end++]);
        }
      i = end;
    }
  find_words (self);
  return self;
}

/**
 * twf_runs_free:
 * @self: (transfer full): runs
 */
void
twf_runs_free (TwfRuns *self)
{
  g_free (self->signs);
  g_free (self->kinds);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

/**
 * twf_runs_knows:
 * @start: where letters start
 * @end: where they end
 * @more: where letters that go on with them start
 * @more_end: where those end; equal to @more for none
 *
 * Returns: whether the letters make a word of the lexicon
 */
gboolean
twf_runs_knows (const TwfRuns *self, guint start, guint end, guint more, guint more_end)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_unichar (word, self->signs[i]);
  for (guint i = more; i < more_end; i++)
    g_string_append_unichar (word, self->signs[i]);
  return twf_lexicon_knows (self->lexicon, word->str);
}

static char *
dup_letters (const TwfRuns *self, guint start, guint end)
{
  return g_ucs4_to_utf8 (self->signs + start, (glong)end - (glong)start, NULL, NULL, NULL);
}

/* Such a word is followed by a noun. */
static gboolean
is_preposition (const char *word)
{
  static const char *const prepositions[] = { "من", "في", "على", "إلى", "عن", NULL };

  return g_strv_contains (prepositions, word);
}

/**
 * twf_runs_weigh_phrase:
 * @start: where a word starts
 * @end: where it ends
 * @next: where the word behind it starts
 * @next_end: where that ends
 *
 * Returns: less than nothing where the two are a known phrase, more where they are one turned round
 */
int
twf_runs_weigh_phrase (const TwfRuns *self, guint start, guint end, guint next, guint next_end)
{
  g_autofree char *one = dup_letters (self, start, end);
  g_autofree char *other = dup_letters (self, next, next_end);

  if (is_preposition (one) && (is_preposition (other) || strcmp (other, "كما") == 0))
    return GAIN_PHRASE;
  if (twf_lexicon_is_phrase (self->lexicon, one, other))
    return -GAIN_PHRASE;
  return twf_lexicon_is_phrase (self->lexicon, other, one) ? GAIN_PHRASE : 0;
}

/**
 * twf_runs_get_gap:
 *
 * Returns: how many spaces stand around a place that has a space beside it
 */
guint
twf_runs_get_gap (const TwfRuns *self, guint at)
{
  guint start = at, end = at;

  while (start > 0 && self->kinds[start - 1] == TWF_SIGN_SPACE)
    start--;
  while (end < self->length && self->kinds[end] == TWF_SIGN_SPACE)
    end++;
  return end - start;
}

static gboolean
is_closing (gunichar sign)
{
  return sign == COMMA || sign == SEMICOLON || sign == QUESTION || sign == '.' || sign == ':'
         || sign == ')' || sign == 0x201d;
}

static gboolean
is_script (TwfSign kind)
{
  return kind == TWF_SIGN_DIGIT || kind == TWF_SIGN_LATIN;
}

/**
 * twf_runs_weigh_pair:
 * @before: a sign; the length of the line for the start of it
 * @after: the one behind it; the length of the line for the end of it
 *
 * Returns: what speaks against the two standing beside each other
 */
int
twf_runs_weigh_pair (const TwfRuns *self, guint before, guint after)
{
  gunichar left = before < self->length ? self->signs[before] : 0;
  gunichar right = after < self->length ? self->signs[after] : 0;
  TwfSign left_kind, right_kind;

  if (left == 0)
    return is_closing (right) ? COST_LEADING_POINT : 0;
  if (right == 0)
    return left == '(' || left == 0x201c ? COST_LEADING_POINT : 0;
  left_kind = self->kinds[before];
  right_kind = self->kinds[after];
  if (right_kind == TWF_SIGN_BREAK || left_kind == TWF_SIGN_BREAK)
    return COST_BREAK / 2;
  if (left_kind == TWF_SIGN_SPACE && is_closing (right))
    return COST_SPACED_POINT;
  if (left == '(' && right_kind == TWF_SIGN_SPACE)
    return COST_SPACED_POINT;
  if (left_kind == TWF_SIGN_POINT && is_closing (left) && right_kind == TWF_SIGN_WORD)
    return COST_GLUED_POINT;
  if (left_kind == TWF_SIGN_WORD && (right == '(' || right == 0x201c))
    return COST_GLUED_POINT;
  if ((left_kind == TWF_SIGN_WORD && is_script (right_kind))
      || (is_script (left_kind) && right_kind == TWF_SIGN_WORD))
    return COST_GLUED_SCRIPT;
  return 0;
}

/**
 * twf_runs_count_unknown:
 *
 * Returns: how many words of the line the lexicon does not know
 */
guint
twf_runs_count_unknown (const TwfRuns *self)
{
  guint count = 0;

  for (guint i = 0; i < self->length; i = self->ends[i])
    count += self->kinds[i] == TWF_SIGN_WORD && !twf_runs_knows (self, i, self->ends[i], 0, 0);
  return count;
}

static gboolean
is_apart (const TwfRuns *self, guint at)
{
  return is_script (self->kinds[at]) || self->signs[at] == '/';
}

/* Where a word starts behind another with nothing but spaces between them, what the two weigh as a
 * phrase; and letters beside figures or Latin print, which are runs of their own. */
static int
weigh_neighbours (const TwfRuns *self, guint at)
{
  guint before = at;

  if (at == 0 || self->kinds[at - 1] != TWF_SIGN_SPACE || self->kinds[at] == TWF_SIGN_SPACE)
    return 0;
  while (before > 0 && self->kinds[before - 1] == TWF_SIGN_SPACE)
    before--;
  if (before == 0)
    return 0;
  if ((self->kinds[at] == TWF_SIGN_WORD && is_apart (self, before - 1))
      || (is_apart (self, at) && self->kinds[before - 1] == TWF_SIGN_WORD))
    return COST_SPACED_SCRIPT;
  if (self->kinds[at] != TWF_SIGN_WORD || self->kinds[before - 1] != TWF_SIGN_WORD)
    return 0;
  return twf_runs_weigh_phrase (self, self->starts[before - 1], before, at, self->ends[at]);
}

/**
 * twf_runs_weigh_at:
 * @at: a place inside the line
 *
 * Returns: what speaks against the sign at @at and those before it standing beside each other
 */
int
twf_runs_weigh_at (const TwfRuns *self, guint at)
{
  return twf_runs_weigh_pair (self, at - 1, at) + weigh_neighbours (self, at);
}

/**
 * twf_runs_weigh_line:
 *
 * Returns: what speaks against the line as it stands
 */
int
twf_runs_weigh_line (const TwfRuns *self)
{
  int cost = COST_UNKNOWN * (int)twf_runs_count_unknown (self);

  cost += twf_runs_weigh_pair (self, self->length, 0);
  for (guint i = 1; i < self->length; i++)
    cost += twf_runs_weigh_at (self, i);
  return cost + twf_runs_weigh_pair (self, self->length - 1, self->length);
}
