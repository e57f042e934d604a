/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-facts-private.h"

#include <string.h>

/*
 * twf_facts_add:
 * @self: what is searched
 * @kind: what was found
 * @weak: see #TwfFact
 * @first: index of the first piece that says it
 * @last: of the last
 * @key: what it says
 */
void
twf_facts_add (const TwfFactSearch *self,
               TwfFactKind kind,
               gboolean weak,
               guint first,
               guint last,
               const char *key)
{
  TwfFact fact;

  fact.kind = kind;
  fact.weak = weak;
  fact.start = self->signs->starts[self->pieces[first].from];
  fact.end = self->signs->ends[self->pieces[last].to - 1];
  g_strlcpy (fact.key, key, sizeof fact.key);
  g_array_append_val (self->facts, fact);
}

/*
 * twf_facts_is:
 * @self: what is searched
 * @index: of a piece, which need not be there
 * @word: a word, number or mark
 *
 * Returns: whether it is that
 */
gboolean
twf_facts_is (const TwfFactSearch *self, guint index, const char *word)
{
  return index < self->n && strcmp (self->pieces[index].word, word) == 0;
}

static gboolean
begins (const TwfFactSearch *self, guint index, const char *stem)
{
  return index < self->n && strstr (self->pieces[index].word, stem) != NULL;
}

static gboolean
is_number (const TwfFactSearch *self, guint index, double least, double most)
{
  return index < self->n && self->pieces[index].kind == TWF_PIECE_NUMBER
         && self->pieces[index].value >= least && self->pieces[index].value <= most;
}

/* The disease has its year in some languages, and in all its two figures in its short name. */
static gboolean
is_of_covid (const TwfFactSearch *self, guint index)
{
  static const char *const names[] = { "coronavirus", "коронавирус", "كورونا" };
  guint from = index > 3 ? index - 3 : 0;

  if (is_number (self, index, 19, 19) && index > 0)
    {
      guint name = index >= 2 && twf_facts_is (self, index - 1, "-") ? index - 2 : index - 1;

      return begins (self, name, "covid") || begins (self, name, "كوفيد")
             || begins (self, name, "ковид");
    }
  if (!is_number (self, index, 2019, 2019))
    return FALSE;
  if (twf_facts_is (self, index + 1, "冠") || twf_facts_is (self, index + 2, "冠"))
    return TRUE;
  for (guint i = from; i < index; i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      if (begins (self, i, names[k]))
        return TRUE;
  return FALSE;
}

/* Arabic writes target 16.2 as 16-2 or 2-16; it is not known whether "10-12" is one or two. */
static gboolean
is_dashed (const TwfFactSearch *self, guint index)
{
  const TwfPiece *pieces = self->pieces;
  gboolean joined = FALSE;

  if (strcmp (self->language, "ar") != 0)
    return FALSE;
  for (guint first = index > 1 ? index - 2 : 0; first <= index; first++)
    {
      const guint last = first + 2;
      char key[TWF_FACT_KEY_SIZE];

      if (last >= self->n || !is_number (self, first, 1, 99) || !is_number (self, last, 1, 99)
          || !twf_facts_is (self, first + 1, "-") || pieces[first + 1].spaced
          || pieces[last].spaced)
        continue;
      joined = TRUE;
      if (first != index)
        continue;
      g_snprintf (key, sizeof key, "%.12s.%.12s", pieces[first].word, pieces[last].word);
      twf_facts_add (self, TWF_FACT_NUMBER, TRUE, first, last, key);
      g_snprintf (key, sizeof key, "%.12s.%.12s", pieces[last].word, pieces[first].word);
      twf_facts_add (self, TWF_FACT_NUMBER, TRUE, first, last, key);
    }
  return joined;
}

/* "from 638 to 720 million": what the first is multiplied by, or 0. */
static double
read_shared_magnitude (const TwfFactSearch *self, guint index)
{
  guint n = 0;

  for (guint i = index + 1; i <= index + 2 && i < self->n; i++)
    if (self->pieces[i].kind == TWF_PIECE_NUMBER)
      return twf_facts_read_magnitude (self, i + 1, &n);
  return 0;
}

/* Some treaties are in a volume of the Treaty Series for each language. */
static gboolean
is_volume (const TwfFactSearch *self, guint index)
{
  static const struct
  {
    double treaty;
    double first;
    double last;
  } volumes[] = { { 31363, 1833, 1835 }, { 33757, 1974, 1975 } };

  for (guint i = 0; i < G_N_ELEMENTS (volumes); i++)
    if (is_number (self, index, volumes[i].first, volumes[i].last))
      for (guint k = index; k < index + 12; k++)
        if (is_number (self, k, volumes[i].treaty, volumes[i].treaty))
          return TRUE;
  return FALSE;
}

/* What is said may be another figure, or none: "P2P", "Corr.2". */
static gboolean
is_doubtful (const TwfFactSearch *self, guint index)
{
  const TwfPiece *piece = &self->pieces[index];

  if (piece->turned[0] != '\0' || is_dashed (self, index) || is_volume (self, index))
    return TRUE;
  if (index > 0 && !piece->spaced && self->pieces[index - 1].kind == TWF_PIECE_WORD)
    return TRUE;
  return index > 1 && twf_facts_is (self, index - 1, ".") && twf_facts_is (self, index - 2, "corr");
}

static void
add_weak (const TwfFactSearch *self, guint index, double value)
{
  char key[TWF_FACT_KEY_SIZE];

  g_ascii_formatd (key, sizeof key, "%.15g", value);
  twf_facts_add (self, TWF_FACT_NUMBER, TRUE, index, index, key);
}

static guint
find_number (const TwfFactSearch *self, guint index)
{
  const TwfPiece *piece = &self->pieces[index];
  char key[TWF_FACT_KEY_SIZE];
  guint n = 0;
  double magnitude = twf_facts_read_magnitude (self, index + 1, &n);
  double shared;
  gboolean weak, lettered;

  if (is_of_covid (self, index))
    return 1;
  if (twf_facts_is (self, index + 1, "月"))
    {
      twf_facts_add (self,
                     is_number (self, index, 1, 12) ? TWF_FACT_MONTH : TWF_FACT_NUMBER,
                     FALSE,
                     index,
                     index,
                     piece->word);
      return 1;
    }
  g_strlcpy (key, piece->word, sizeof key);
  if (magnitude != 0)
    g_ascii_formatd (key, sizeof key, "%.15g", piece->value * magnitude);
  else
    n = 0;
  shared = magnitude == 0 ? read_shared_magnitude (self, index) : 0;
  /* Arabic says a thousand with the name of the letter A: "29 ألف" may be 29A. */
  lettered = magnitude == 1000 && twf_facts_is (self, index + 1, "الف");
  weak = shared != 0 || lettered || is_doubtful (self, index);
  if (shared != 0)
    add_weak (self, index, piece->value * shared);
  if (lettered)
    add_weak (self, index, piece->value);
  twf_facts_add (self, TWF_FACT_NUMBER, weak, index, index + n, key);
  if (piece->turned[0] != '\0')
    twf_facts_add (self, TWF_FACT_NUMBER, TRUE, index, index, piece->turned);
  if (twf_facts_read_percent (self, index + n + 1)
      || (index >= 3 && twf_facts_is (self, index - 1, "之")
          && twf_facts_is (self, index - 2, "分")))
    twf_facts_add (self, TWF_FACT_PERCENT, FALSE, index, index + n, "");
  return n + 1;
}

/* A month that stands by a day or a year is of a date; by itself it may be a word like others. */
static guint
find_month (const TwfFactSearch *self, guint index)
{
  char key[TWF_FACT_KEY_SIZE];
  guint n = 0;
  guint month = twf_facts_read_month (self, index, &n);
  guint last = index + n - 1, more = 0;
  guint before = index, behind;

  if (month == 0)
    return 0;
  /* Arabic has two names for each: تشرين الأول/أكتوبر. */
  while (twf_facts_is (self, last + 1, "/")
         && twf_facts_read_month (self, last + 2, &more) == month)
    last += 1 + more;
  if (index >= 2 && twf_facts_is (self, index - 1, "/"))
    before = index - 1;
  if (before >= 1
      && (twf_facts_is (self, before - 1, "de") || twf_facts_is (self, before - 1, "er")))
    before--;
  behind = last + 1;
  if (twf_facts_is (self, behind, "de") || twf_facts_is (self, behind, "del")
      || twf_facts_is (self, behind, ","))
    behind++;
  g_snprintf (key, sizeof key, "%u", month);
  twf_facts_add (self,
                 TWF_FACT_MONTH,
                 !(before >= 1 && is_number (self, before - 1, 1, 31))
                     && !is_number (self, behind, 1000, 2999),
                 index,
                 last,
                 key);
  return last - index + 1;
}

static gboolean
is_raised (gunichar sign)
{
  return sign == 0xb2 || sign == 0xb3 || sign == 0xb9 || (sign >= 0x2070 && sign <= 0x2079);
}

/* Where a parenthesis has another in it, some languages write square brackets outside. */
static gboolean
is_outer_parenthesis (const TwfFactSearch *self, guint index)
{
  gboolean opens = twf_facts_is (self, index, "[");
  guint i = index;

  do
    {
      i = opens ? i + 1 : i - 1;
      if (i >= self->n || twf_facts_is (self, i, "[") || twf_facts_is (self, i, "]"))
        return FALSE;
    }
  while (!twf_facts_is (self, i, opens ? "(" : ")"));
  return TRUE;
}

static guint
find_mark (const TwfFactSearch *self, guint index)
{
  const TwfPiece *piece = &self->pieces[index];
  gunichar sign = self->signs->folded[piece->from];

  if (sign == '[' || sign == ']')
    twf_facts_add (
        self, TWF_FACT_BRACKET, is_outer_parenthesis (self, index), index, index, piece->word);
  else if (is_raised (sign)
           && (piece->from == 0 || !is_raised (self->signs->folded[piece->from - 1])))
    twf_facts_add (self, TWF_FACT_NOTE, FALSE, index, index, "");
  return 1;
}

static guint
find_in_word (const TwfFactSearch *self, guint index)
{
  gboolean weak = FALSE;
  guint item = twf_facts_read_item (self, index, &weak);
  char key[TWF_FACT_KEY_SIZE];
  guint n = find_month (self, index);

  if (item > 0)
    {
      guint before = index > 0 && twf_facts_is (self, index - 1, "(") ? index - 1 : index;

      /* "paragraph 4 (a)" and "Article 73 e" refer to another text. */
      weak |= before > 0
              && (self->pieces[before - 1].kind == TWF_PIECE_NUMBER
                  || self->pieces[before - 1].kind == TWF_PIECE_SYMBOL);
      g_snprintf (key, sizeof key, "%u", item);
      twf_facts_add (self, TWF_FACT_ITEM, weak, index, index, key);
    }
  return MAX (n, 1);
}

/* A corrigendum is of some languages and not of the others. */
static gboolean
is_corrigendum (const TwfFactSearch *self, guint index)
{
  static const char mark[] = "/corr.";
  const TwfPiece *piece = &self->pieces[index];

  for (guint i = piece->from; i + strlen (mark) < piece->to; i++)
    {
      guint k = 0;

      while (mark[k] != '\0' && self->signs->folded[i + k] == (gunichar)mark[k])
        k++;
      if (mark[k] == '\0')
        return TRUE;
    }
  return FALSE;
}

static guint
find_at (const TwfFactSearch *self, guint index)
{
  switch (self->pieces[index].kind)
    {
    case TWF_PIECE_SYMBOL:
      twf_facts_add (self,
                     TWF_FACT_SYMBOL,
                     is_corrigendum (self, index),
                     index,
                     index,
                     self->pieces[index].word);
      return 1;
    case TWF_PIECE_NUMBER:
      return find_number (self, index);
    case TWF_PIECE_SIGN:
      return find_mark (self, index);
    case TWF_PIECE_WORD:
      return find_in_word (self, index);
    case TWF_PIECE_HAN:
    default:
      return 1;
    }
}

static int
compare_facts (gconstpointer one, gconstpointer other)
{
  const TwfFact *a = one;
  const TwfFact *b = other;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

/**
 * twf_facts_find:
 * @text: a text
 * @language: its language, a BCP 47 tag
 *
 * Finds what a text states that must be the same in its translations: figures in the digits of any
 * script, dates, symbols, sub-paragraphs, brackets, states and bodies. Isolates, tatweel, accents
 * and the normal form of the text make no difference.
 *
 * Returns: (transfer full): of TwfFact, in the order of the text
 */
GArray *
twf_facts_find (const char *text, const char *language)
{
  g_autoptr (TwfSigns) signs = NULL;
  g_autoptr (GArray) pieces = NULL;
  char base[4] = "";
  TwfFactSearch self;

  g_return_val_if_fail (text != NULL && language != NULL, NULL);

  g_strlcpy (base, language, MIN (sizeof base, strcspn (language, "-") + 1));
  signs = twf_signs_new (text);
  pieces = twf_pieces_new (signs, base);
  self.signs = signs;
  self.pieces = (const TwfPiece *)pieces->data;
  self.n = pieces->len;
  self.language = base;
  self.facts = g_array_new (FALSE, FALSE, sizeof (TwfFact));
  for (guint i = 0; i < self.n;)
    i += find_at (&self, i);
  twf_facts_find_number_words (&self);
  twf_facts_find_names (&self);
  g_array_sort (self.facts, compare_facts);
  return self.facts;
}
