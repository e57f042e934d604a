/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-hits.h"

#include <math.h>
#include <string.h>

/* So many passages are compared word by word: what has most of the rarer words in it. */
#define MOST_COMPARED 200u

/* So many different terms of a phrase are looked up for that. */
#define MOST_LOOKED_UP 14u

/* What has less of their weight than this is not compared: it is mostly of another language or
 * subject. */
#define LEAST_WEIGHT 0.3

/* Less of the phrase than this is not nearly the phrase. */
#define LEAST_LIKENESS 0.6

/* A phrase shorter than this is there or is not. */
#define LEAST_TERMS 3u

static void
free_work (gpointer data)
{
  TwfHitWork *work = data;

  g_free (work->key);
  g_free (work->symbol);
  g_free (work->date);
  g_free (work);
}

/**
 * twf_hits_new:
 * @library: an index
 * @most: how many are wanted
 * @error: return location
 *
 * Returns: (transfer full) (nullable): no hits yet
 * Errors: as twf_library_fail()
 */
TwfHits *
twf_hits_new (TwfLibrary *library, guint most, GError **error)
{
  g_autoptr (TwfHits) self = g_new0 (TwfHits, 1);
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query
      = twf_library_query (library, "SELECT id, key, symbol, date FROM work", error);

  self->most = most;
  self->works = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_work);
  self->best = g_ptr_array_new_with_free_func (g_free);
  self->found = g_hash_table_new (g_direct_hash, g_direct_equal);
  if (query == NULL)
    return NULL;
  while (twf_library_step (library, query, &problem))
    {
      TwfHitWork *work = g_new0 (TwfHitWork, 1);

      work->key = twf_library_dup_column (query, 1);
      work->symbol = twf_library_dup_column (query, 2);
      work->date = twf_library_dup_column (query, 3);
      g_hash_table_insert (self->works, GSIZE_TO_POINTER (sqlite3_column_int64 (query, 0)), work);
    }
  if (problem == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * twf_hits_free:
 * @self: (nullable): hits
 */
void
twf_hits_free (TwfHits *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->works);
  g_ptr_array_unref (self->best);
  g_hash_table_unref (self->found);
  g_free (self);
}

/* What is most like it, then the newest; then nothing that depends on how the index came about. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const TwfHit *one = *(TwfHit *const *)a;
  const TwfHit *other = *(TwfHit *const *)b;
  int order;

  if (one->likeness != other->likeness)
    return one->likeness > other->likeness ? -1 : 1;
  order = g_strcmp0 (other->work->date, one->work->date);
  if (order == 0)
    order = strcmp (other->work->key, one->work->key);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

/**
 * twf_hits_sort:
 * @self: hits
 *
 * Puts the best first and drops what is more than asked for.
 */
void
twf_hits_sort (TwfHits *self)
{
  g_ptr_array_sort (self->best, compare_hits);
  if (self->best->len > self->most)
    g_ptr_array_set_size (self->best, (int)self->most);
}

static void
add_hit (TwfHits *self, gint64 id, const TwfHitWork *work, double likeness)
{
  TwfHit *hit = g_new (TwfHit, 1);

  *hit = (TwfHit){ id, work, likeness };
  g_ptr_array_add (self->best, hit);
  /* The sorting is worth its while: a phrase may stand in fifty thousand places. */
  if (self->best->len >= 2 * self->most + 64)
    twf_hits_sort (self);
}

static const TwfHitWork *
find_work (TwfHits *self, gint64 id)
{
  return g_hash_table_lookup (self->works, GSIZE_TO_POINTER (id >> TWF_PASSAGE_WORK_SHIFT));
}

/* All passages of a language that answer an expression, in no order that means anything. */
static gboolean
select_passages (TwfLibrary *library,
                 int language,
                 const char *expression,
                 GArray *ids,
                 GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT rowid FROM words_%d WHERE words_%d MATCH ?", language, language);
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query = twf_library_query (library, sql, error);

  if (query == NULL)
    return FALSE;
  twf_library_bind_text (query, 1, expression);
  g_array_set_size (ids, 0);
  while (twf_library_step (library, query, &problem))
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (ids, id);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * twf_hits_find_exact:
 * @self: hits
 * @library: an index
 * @phrase: what is looked for
 * @language: the number of a language
 * @error: return location
 *
 * Adds the passages that have the phrase, and counts them.
 *
 * Returns: whether that could be found out
 * Errors: as twf_library_fail()
 */
gboolean
twf_hits_find_exact (TwfHits *self,
                     TwfLibrary *library,
                     const TwfPhrase *phrase,
                     int language,
                     GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) expression = g_string_new ("\"");

  /* Terms are letters and digits: nothing in them ends the quotation. */
  for (guint i = 0; i < phrase->n; i++)
    g_string_append_printf (
        expression, "%s%s", i > 0 ? " " : "", g_array_index (phrase->terms, TwfTerm, i).folded);
  g_string_append (expression, phrase->unending ? "\" *" : "\"");
  if (!select_passages (library, language, expression->str, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const TwfHitWork *work = find_work (self, id);

      if (work == NULL)
        continue;
      self->n_exact++;
      if (g_hash_table_add (self->found, GSIZE_TO_POINTER (id >> TWF_PASSAGE_WORK_SHIFT))
          && work->date != NULL)
        {
          if (self->first == NULL || strcmp (work->date, self->first) < 0)
            self->first = work->date;
          if (self->last == NULL || strcmp (work->date, self->last) > 0)
            self->last = work->date;
        }
      add_hit (self, id, work, 1);
    }
  return TRUE;
}

/* A term of the phrase and how many passages have it, as far as that is known beforehand. */
typedef struct
{
  const char *term;
  guint n;
} Rarity;

static int
compare_rarities (gconstpointer a, gconstpointer b)
{
  const Rarity *one = a;
  const Rarity *other = b;

  if (one->n != other->n)
    return one->n < other->n ? -1 : 1;
  /* Of the rare ones it is not known: the longest are rarest, as a rule. */
  return (int)strlen (other->term) - (int)strlen (one->term);
}

/* The terms to look up, the rarest first. */
static GArray *
list_rarities (TwfLibrary *library, const TwfPhrase *phrase, int language, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) rarities = g_array_new (FALSE, FALSE, sizeof (Rarity));
  guint most = 0;

  for (guint i = 0; i < phrase->n; i++)
    {
      Rarity rarity = { g_array_index (phrase->terms, TwfTerm, i).folded, 0 };
      sqlite3_stmt *query;

      if (!g_hash_table_add (seen, (gpointer)rarity.term))
        continue;
      query = twf_library_query (
          library, "SELECT n FROM frequent WHERE language = ? AND term = ?", error);
      if (query == NULL)
        return NULL;
      sqlite3_bind_int (query, 1, language);
      twf_library_bind_text (query, 2, rarity.term);
      if (twf_library_step (library, query, NULL))
        rarity.n = (guint)sqlite3_column_int (query, 0);
      sqlite3_reset (query);
      g_array_append_val (rarities, rarity);
    }
  g_array_sort (rarities, compare_rarities);
  /* Three frequent ones are enough where there is nothing else. */
  while (most < rarities->len && most < MOST_LOOKED_UP
         && (g_array_index (rarities, Rarity, most).n == 0 || most < 3))
    most++;
  g_array_set_size (rarities, most);
  return g_steal_pointer (&rarities);
}

typedef struct
{
  gint64 id;
  double weight;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const TwfHit *one = *(TwfHit *const *)a;
  const TwfHit *other = *(TwfHit *const *)b;

  /* Sums of the same weights in another order. */
  if (fabs (one->likeness - other->likeness) > 1e-6)
    return one->likeness > other->likeness ? -1 : 1;
  return 0;
}

static int
compare_candidates_surely (gconstpointer a, gconstpointer b)
{
  int order = compare_candidates (a, b);
  TwfHit one = **(TwfHit *const *)a;
  TwfHit other = **(TwfHit *const *)b;
  const TwfHit *first = &one, *second = &other;

  if (order != 0)
    return order;
  one.likeness = other.likeness;
  return compare_hits (&first, &second);
}

/* Passages by how much of the phrase's rarer terms they have. */
static GPtrArray *
list_candidates (TwfHits *self,
                 TwfLibrary *library,
                 const TwfPhrase *phrase,
                 int language,
                 GError **error)
{
  g_autoptr (GArray) rarities = list_rarities (library, phrase, language, error);
  g_autoptr (GHashTable) weights
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;
  double total = 0;

  if (rarities == NULL)
    return NULL;
  for (guint i = 0; i < rarities->len; i++)
    {
      g_autofree char *expression
          = g_strdup_printf ("\"%s\"", g_array_index (rarities, Rarity, i).term);
      double weight;

      if (!select_passages (library, language, expression, ids, error))
        return NULL;
      weight = log (1 + 200000.0 / (1 + ids->len));
      total += weight;
      for (guint k = 0; k < ids->len; k++)
        {
          Candidate *candidate = g_hash_table_lookup (weights, &g_array_index (ids, gint64, k));

          if (candidate == NULL)
            {
              candidate = g_new0 (Candidate, 1);
              candidate->id = g_array_index (ids, gint64, k);
              g_hash_table_insert (weights, &candidate->id, candidate);
            }
          candidate->weight += weight;
        }
    }
  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Candidate *candidate = value;
      const TwfHitWork *work = find_work (self, candidate->id);
      TwfHit *hit;

      if (work == NULL || candidate->weight < LEAST_WEIGHT * total)
        continue;
      hit = g_new (TwfHit, 1);
      *hit = (TwfHit){ candidate->id, work, candidate->weight };
      g_ptr_array_add (candidates, hit);
    }
  g_ptr_array_sort (candidates, compare_candidates_surely);
  if (candidates->len > MOST_COMPARED)
    g_ptr_array_set_size (candidates, (int)MOST_COMPARED);
  return g_steal_pointer (&candidates);
}

static char *
read_text (TwfLibrary *library, gint64 id, GError **error)
{
  sqlite3_stmt *query = twf_library_query (library, "SELECT text FROM passage WHERE id = ?", error);
  char *text = NULL;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, id);
  if (twf_library_step (library, query, error))
    text = twf_library_dup_column (query, 0);
  sqlite3_reset (query);
  return text;
}

/**
 * twf_hits_find_near:
 * @self: hits
 * @library: an index
 * @phrase: what is looked for
 * @language: the number of a language
 * @error: return location
 *
 * Adds the passages that have most of the phrase in order. A wording that was adopted again and
 * again is added once, as it was adopted last.
 *
 * Returns: whether that could be found out
 * Errors: as twf_library_fail()
 */
gboolean
twf_hits_find_near (TwfHits *self,
                    TwfLibrary *library,
                    const TwfPhrase *phrase,
                    int language,
                    GError **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (TwfTerm));

  if (phrase->n < LEAST_TERMS)
    return TRUE;
  candidates = list_candidates (self, library, phrase, language, error);
  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      TwfHit *hit = candidates->pdata[i];
      g_autoptr (GError) problem = NULL;
      g_autofree char *text = read_text (library, hit->id, &problem);
      TwfStretch stretch;

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (text == NULL)
        continue;
      g_array_set_size (terms, 0);
      twf_terms_cut (library->terms, text, terms);
      if (twf_phrase_find (phrase, terms, &stretch))
        continue;
      /* In hundredths: of what is about as like it, the newest comes first. */
      hit->likeness = floor (100 * twf_phrase_compare (phrase, terms, &stretch)) / 100;
      if (hit->likeness >= 1)
        hit->likeness = 0.99;
      if (hit->likeness >= LEAST_LIKENESS)
        g_ptr_array_add (near, hit);
    }
  g_ptr_array_sort (near, compare_hits);
  for (guint i = 0; i < near->len && i < self->most; i++)
    {
      const TwfHit *hit = near->pdata[i];
      char *text = read_text (library, hit->id, NULL);

      if (text != NULL && g_hash_table_add (texts, text))
        add_hit (self, hit->id, hit->work, hit->likeness);
    }
  return TRUE;
}

/**
 * twf_hits_are_full:
 * @self: hits
 *
 * Returns: whether there are as many as are wanted that have the phrase itself
 */
gboolean
twf_hits_are_full (const TwfHits *self)
{
  return self->n_exact >= self->most;
}

/**
 * twf_hits_tell:
 * @self: hits
 * @findings: what is to know how many have the phrase itself
 */
void
twf_hits_tell (const TwfHits *self, TwfFindings *findings)
{
  findings->n_passages = self->n_exact;
  findings->n_resolutions = g_hash_table_size (self->found);
  findings->first = g_strdup (self->first);
  findings->last = g_strdup (self->last);
}
