/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-disparity.h"

#include <string.h>

#define NOT_THERE G_MAXUINT

static const char *const kind_names[TWF_N_FACT_KINDS] = {
  [TWF_FACT_NUMBER] = "number",   [TWF_FACT_MONTH] = "month",        [TWF_FACT_SYMBOL] = "symbol",
  [TWF_FACT_PERCENT] = "percent", [TWF_FACT_ITEM] = "sub-paragraph", [TWF_FACT_BRACKET] = "bracket",
  [TWF_FACT_NOTE] = "note",       [TWF_FACT_STATE] = "state",        [TWF_FACT_BODY] = "body",
};

/* How the languages are held against each other. */
typedef enum
{
  /* Each has what the others have. How often does not matter where the sum differs too: "both of
   * 16 October 2020" says once what others say twice. */
  BY_VALUE,
  BY_COUNT,    /* as often as the others */
  BY_PRESENCE, /* at all or not */
  BY_EXCHANGE, /* one stands where the others have another: what is only missing may be a pronoun */
} Manner;

static const Manner manners[TWF_N_FACT_KINDS] = {
  [TWF_FACT_NUMBER] = BY_VALUE,     [TWF_FACT_MONTH] = BY_VALUE,    [TWF_FACT_SYMBOL] = BY_VALUE,
  [TWF_FACT_PERCENT] = BY_PRESENCE, [TWF_FACT_ITEM] = BY_VALUE,     [TWF_FACT_BRACKET] = BY_COUNT,
  [TWF_FACT_NOTE] = BY_COUNT,       [TWF_FACT_STATE] = BY_EXCHANGE, [TWF_FACT_BODY] = BY_EXCHANGE,
};

/* One value of a kind, in all languages. */
typedef struct
{
  const char *key; /* of a fact */
  guint *counts;   /* strong ones, by language */
  guint *firsts;   /* index of the first fact of a language that says it, or NOT_THERE */
} Value;

/* The languages of one text. */
typedef struct
{
  guint n;
  const char **languages;
  const char **texts;
  GArray **facts;
  GPtrArray *differences;
} Comparison;

/**
 * twf_fact_kind_get_name:
 * @kind: what is compared
 *
 * Returns: the word for machines, under which an accepted difference is stored
 */
const char *
twf_fact_kind_get_name (TwfFactKind kind)
{
  g_return_val_if_fail (kind < TWF_N_FACT_KINDS, NULL);

  return kind_names[kind];
}

/**
 * twf_fact_kind_from_name:
 * @name: (nullable): a word
 * @kind: (out): what it names
 *
 * Returns: whether it names a kind
 */
gboolean
twf_fact_kind_from_name (const char *name, TwfFactKind *kind)
{
  for (guint i = 0; i < TWF_N_FACT_KINDS; i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_disparity_free:
 * @self: (transfer full): a difference
 */
void
twf_disparity_free (TwfDisparity *self)
{
  g_free (self->language);
  g_free (self->other);
  g_free (self->value);
  g_free (self->other_value);
  g_free (self);
}

/**
 * twf_disparity_copy:
 * @self: a disparity
 *
 * Returns: (transfer full): another one that says the same
 */
TwfDisparity *
twf_disparity_copy (const TwfDisparity *self)
{
  TwfDisparity *copy = g_memdup2 (self, sizeof *self);

  copy->language = g_strdup (self->language);
  copy->other = g_strdup (self->other);
  copy->value = g_strdup (self->value);
  copy->other_value = g_strdup (self->other_value);
  return copy;
}

static const TwfFact *
get_fact (const Comparison *self, guint language, guint index)
{
  return &g_array_index (self->facts[language], TwfFact, index);
}

static void
clear_value (gpointer data)
{
  Value *value = data;

  g_free (value->counts);
}

static Value *
take_value (const Comparison *self, GArray *values, const char *key)
{
  Value value;

  for (guint i = 0; i < values->len; i++)
    if (strcmp (g_array_index (values, Value, i).key, key) == 0)
      return &g_array_index (values, Value, i);
  value.key = key;
  value.counts = g_new0 (guint, 2 * self->n);
  value.firsts = value.counts + self->n;
  for (guint i = 0; i < self->n; i++)
    value.firsts[i] = NOT_THERE;
  g_array_append_val (values, value);
  return &g_array_index (values, Value, values->len - 1);
}

/* Of Value, those that some language states strongly. */
static GArray *
list_values (const Comparison *self, TwfFactKind kind)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (Value));

  g_array_set_clear_func (values, clear_value);
  for (guint pass = 0; pass < 2; pass++) /* weak ones count only beside strong ones */
    for (guint i = 0; i < self->n; i++)
      for (guint k = 0; k < self->facts[i]->len; k++)
        {
          const TwfFact *fact = get_fact (self, i, k);
          Value *value = NULL;

          if (fact->kind != kind || fact->weak != (pass == 1))
            continue;
          if (!fact->weak)
            value = take_value (self, values, fact->key);
          else
            for (guint j = 0; j < values->len && value == NULL; j++)
              if (strcmp (g_array_index (values, Value, j).key, fact->key) == 0)
                value = &g_array_index (values, Value, j);
          if (value == NULL)
            continue;
          value->counts[i] += !fact->weak;
          value->firsts[i] = MIN (value->firsts[i], k);
        }
  return values;
}

static gboolean
is_there (const Value *value, guint language)
{
  return value->firsts[language] != NOT_THERE;
}

/* Whether a language is alone in having a value or in not having it. Of two halves the source's is
 * right. */
static gboolean
is_odd (const Comparison *self, const Value *value, guint language)
{
  guint agreeing = 0;

  /* A number in words asks nothing of the others. */
  if (is_there (value, language) && value->counts[language] == 0)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    agreeing += is_there (value, i) == is_there (value, language);
  if (2 * agreeing == self->n)
    return is_there (value, language) != is_there (value, 0);
  return 2 * agreeing < self->n;
}

/* What is said of one language: the values that it alone has, and those that it alone has not. */
typedef struct
{
  GPtrArray *extra;   /* of Value */
  GPtrArray *missing; /* of Value */
} Oddity;

/* The words of values in a language, and where the first of them stands. */
static char *
dup_words (const Comparison *self, guint language, GPtrArray *values, guint *start, guint *end)
{
  GString *words = g_string_new (NULL);

  *start = *end = 0;
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = values->pdata[i];
      const TwfFact *fact;

      if (!is_there (value, language))
        continue;
      fact = get_fact (self, language, value->firsts[language]);
      if (words->len == 0)
        {
          *start = fact->start;
          *end = fact->end;
        }
      else
        g_string_append (words, ", ");
      g_string_append_len (words, self->texts[language] + fact->start, fact->end - fact->start);
    }
  return g_string_free (words, FALSE);
}

/* The language that a difference is shown against: the source, or for the source the first of the
 * others that has what it has not. */
static guint
choose_other (const Comparison *self, guint language, const Oddity *oddity)
{
  if (language != 0)
    return 0;
  for (guint i = 1; i < self->n; i++)
    for (guint k = 0; k < oddity->missing->len; k++)
      if (is_there (oddity->missing->pdata[k], i))
        return i;
  return 1;
}

static void
add_difference (const Comparison *self, TwfFactKind kind, guint language, const Oddity *oddity)
{
  TwfDisparity *difference = g_new0 (TwfDisparity, 1);
  guint other = choose_other (self, language, oddity);

  difference->kind = kind;
  difference->language = g_strdup (self->languages[language]);
  difference->other = g_strdup (self->languages[other]);
  difference->value
      = dup_words (self, language, oddity->extra, &difference->start, &difference->end);
  difference->other_value
      = dup_words (self, other, oddity->missing, &difference->other_start, &difference->other_end);
  g_ptr_array_add (self->differences, difference);
}

static guint
sum_counts (GArray *values, guint language)
{
  guint sum = 0;

  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, Value, i).counts[language];
  return sum;
}

static gboolean
has_same_counts (GArray *values, guint one, guint other)
{
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);

      if (value->counts[one] != value->counts[other])
        return FALSE;
    }
  return TRUE;
}

/* Values that both have, one of them one time more in exchange for another: "2018 and 2020" for
 * "2020 and 2020". */
static void
find_exchanged (GArray *values, guint language, guint other, Oddity *oddity)
{
  if (sum_counts (values, language) != sum_counts (values, other))
    return;
  for (guint i = 0; i < values->len; i++)
    {
      Value *value = &g_array_index (values, Value, i);

      if (value->counts[language] > value->counts[other]
          && !g_ptr_array_find (oddity->extra, value, NULL))
        g_ptr_array_add (oddity->extra, value);
      if (value->counts[language] < value->counts[other]
          && !g_ptr_array_find (oddity->missing, value, NULL))
        g_ptr_array_add (oddity->missing, value);
    }
}

/* The language that @language is counted against: for the source, the first one whose counts most
 * of the others have; NOT_THERE: the others do not agree among each other. */
static guint
find_model (const Comparison *self, GArray *values, guint language)
{
  guint best = NOT_THERE, most = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint alike = 0;

      if (i == language)
        continue;
      for (guint k = 0; k < self->n; k++)
        alike += has_same_counts (values, i, k);
      if (alike > most)
        {
          most = alike;
          best = i;
        }
    }
  if (self->n == 2)
    return language == 0 ? NOT_THERE : 0;
  return 2 * most >= self->n ? best : NOT_THERE;
}

static void
find_oddity (const Comparison *self, GArray *values, guint language, Oddity *oddity)
{
  guint model = find_model (self, values, language);

  for (guint i = 0; i < values->len; i++)
    {
      Value *value = &g_array_index (values, Value, i);

      if (is_odd (self, value, language))
        g_ptr_array_add (is_there (value, language) ? oddity->extra : oddity->missing, value);
    }
  if (model != NOT_THERE && !has_same_counts (values, language, model))
    find_exchanged (values, language, model, oddity);
}

static void
compare_values (const Comparison *self, TwfFactKind kind)
{
  g_autoptr (GArray) values = list_values (self, kind);
  gboolean exchange = manners[kind] == BY_EXCHANGE;

  for (guint i = 0; values->len > 0 && i < self->n; i++)
    {
      g_autoptr (GPtrArray) extra = g_ptr_array_new ();
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();
      Oddity oddity = { extra, missing };

      find_oddity (self, values, i, &oddity);
      if (exchange ? extra->len > 0 && missing->len > 0 : extra->len > 0 || missing->len > 0)
        add_difference (self, kind, i, &oddity);
    }
}

static guint
count (const Comparison *self, guint language, TwfFactKind kind)
{
  guint n = 0;

  for (guint k = 0; k < self->facts[language]->len; k++)
    n += get_fact (self, language, k)->kind == kind && !get_fact (self, language, k)->weak;
  return manners[kind] == BY_PRESENCE ? n > 0 : n;
}

static const TwfFact *
find_first (const Comparison *self, guint language, TwfFactKind kind)
{
  for (guint k = 0; k < self->facts[language]->len; k++)
    if (get_fact (self, language, k)->kind == kind)
      return get_fact (self, language, k);
  return NULL;
}

/* @written: whether it is said how many there are; else what stands at the first. */
static char *
dup_counted (const Comparison *self, guint language, TwfFactKind kind, guint *start, guint *end)
{
  const TwfFact *fact = find_first (self, language, kind);

  *start = fact != NULL ? fact->start : 0;
  *end = fact != NULL ? fact->end : 0;
  if (manners[kind] == BY_COUNT)
    return g_strdup_printf ("%u", count (self, language, kind));
  return fact != NULL ? g_strndup (self->texts[language] + *start, *end - *start) : g_strdup ("");
}

static void
compare_counts (const Comparison *self, TwfFactKind kind)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint alike = 0;

      for (guint k = 0; k < self->n; k++)
        alike += count (self, k, kind) == count (self, i, kind);
      if (alike > most)
        {
          most = alike;
          best = i;
        }
    }
  for (guint i = 0; i < self->n; i++)
    {
      TwfDisparity *difference;

      if (count (self, i, kind) == count (self, best, kind))
        continue;
      difference = g_new0 (TwfDisparity, 1);
      difference->kind = kind;
      difference->language = g_strdup (self->languages[i]);
      difference->other = g_strdup (self->languages[best]);
      difference->value = dup_counted (self, i, kind, &difference->start, &difference->end);
      difference->other_value
          = dup_counted (self, best, kind, &difference->other_start, &difference->other_end);
      g_ptr_array_add (self->differences, difference);
    }
}

static int
compare_languages (gconstpointer one, gconstpointer other)
{
  const TwfDisparity *a = *(const TwfDisparity *const *)one;
  const TwfDisparity *b = *(const TwfDisparity *const *)other;
  int order = strcmp (a->language, b->language);

  return order != 0 ? order : (int)a->kind - (int)b->kind;
}

/**
 * twf_disparities_find:
 * @languages: BCP 47 tags, the source first
 * @texts: in step: the same text in each; %NULL or empty where there is none
 * @n: how many
 *
 * Holds the languages of a text against each other: figures, dates, symbols, sub-paragraphs,
 * brackets, states and bodies. The language that is alone against most of the others is the one
 * that is named; of two, the one that is not the source.
 *
 * Returns: (transfer full): of #TwfDisparity, by language, then by kind: one for each language and
 * kind; empty where all say the same
 */
GPtrArray *
twf_disparities_find (const char *const *languages, const char *const *texts, guint n)
{
  Comparison self = { .n = 0 };
  g_autofree const char **kept_languages = g_new (const char *, n + 1);
  g_autofree const char **kept_texts = g_new (const char *, n + 1);
  g_autofree GArray **facts = g_new (GArray *, n + 1);

  g_return_val_if_fail (languages != NULL && texts != NULL, NULL);

  self.languages = kept_languages;
  self.texts = kept_texts;
  self.facts = facts;
  self.differences = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_disparity_free);
  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      {
        kept_languages[self.n] = languages[i];
        kept_texts[self.n] = texts[i];
        facts[self.n++] = twf_facts_find (texts[i], languages[i]);
      }
  for (TwfFactKind kind = 0; self.n > 1 && kind < TWF_N_FACT_KINDS; kind++)
    {
      if (manners[kind] == BY_VALUE || manners[kind] == BY_EXCHANGE)
        compare_values (&self, kind);
      else
        compare_counts (&self, kind);
    }
  for (guint i = 0; i < self.n; i++)
    g_array_unref (facts[i]);
  g_ptr_array_sort (self.differences, compare_languages);
  return self.differences;
}
