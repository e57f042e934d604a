/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-find.h"

#include "twf-library-hits.h"
#include "twf-likeness.h"

#include <string.h>

static void
free_wording (gpointer data)
{
  TwfWording *wording = data;

  g_free (wording->language);
  g_free (wording->text);
  g_free (wording);
}

static void
free_finding (gpointer data)
{
  TwfFinding *finding = data;

  g_free (finding->symbol);
  g_free (finding->date);
  g_free (finding->title);
  g_free (finding->place);
  g_free (finding->path);
  g_ptr_array_unref (finding->wordings);
  g_free (finding);
}

/**
 * twf_findings_free:
 * @self: (nullable): what was found
 */
void
twf_findings_free (TwfFindings *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static int
compare_wordings (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(TwfWording *const *)a)->language, (*(TwfWording *const *)b)->language);
}

/* What stands in the same row, in every language. */
static gboolean
read_wordings (TwfLibrary *self, TwfFinding *finding, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *found_in = self->languages->pdata[id % TWF_PASSAGE_MOST_LANGUAGES];
  gint64 first = id - id % TWF_PASSAGE_MOST_LANGUAGES;
  sqlite3_stmt *query = twf_library_query (
      self, "SELECT id, place, text FROM passage WHERE id >= ? AND id < ?", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, first);
  sqlite3_bind_int64 (query, 2, first + TWF_PASSAGE_MOST_LANGUAGES);
  while (twf_library_step (self, query, &problem))
    {
      gint64 number = sqlite3_column_int64 (query, 0) - first;
      TwfWording *wording;

      if (number >= self->languages->len)
        continue;
      wording = g_new0 (TwfWording, 1);
      wording->language = g_strdup (self->languages->pdata[number]);
      wording->text = twf_library_dup_column (query, 2);
      wording->end = strlen (wording->text);
      if (finding->place == NULL)
        finding->place = twf_library_dup_column (query, 1);
      g_ptr_array_add (finding->wordings, wording);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_ptr_array_sort (finding->wordings, compare_wordings);
  for (guint i = 0; i < finding->wordings->len; i++)
    if (g_str_equal (((TwfWording *)finding->wordings->pdata[i])->language, found_in))
      finding->found_in = i;
  return TRUE;
}

static gboolean
read_source (TwfLibrary *self, TwfFinding *finding, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *found_in = self->languages->pdata[id % TWF_PASSAGE_MOST_LANGUAGES];
  sqlite3_stmt *query = twf_library_query (self,
                                           "SELECT path, title FROM file WHERE work = ?1 AND "
                                           "language IS NOT NULL ORDER BY language <> ?2, language",
                                           error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id >> TWF_PASSAGE_WORK_SHIFT);
  twf_library_bind_text (query, 2, found_in);
  while (twf_library_step (self, query, &problem))
    {
      if (finding->path == NULL)
        finding->path = twf_library_dup_column (query, 0);
      if (finding->title == NULL)
        finding->title = twf_library_dup_column (query, 1);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
mark (TwfLibrary *self, TwfFinding *finding, const TwfPhrase *phrase)
{
  TwfWording *found = finding->wordings->pdata[finding->found_in];
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (TwfTerm));
  TwfStretch stretch = { 0, 0 };

  twf_terms_cut (self->terms, found->text, terms);
  if (!twf_phrase_find (phrase, terms, &stretch))
    twf_phrase_compare (phrase, terms, &stretch);
  if (stretch.end == 0)
    return;
  found->start = g_array_index (terms, TwfTerm, stretch.first).start;
  found->end = g_array_index (terms, TwfTerm, stretch.end - 1).end;
  for (guint i = 0; i < finding->wordings->len; i++)
    {
      TwfWording *other = finding->wordings->pdata[i];

      if (other != found)
        twf_clauses_narrow (found->text,
                            found->language,
                            found->start,
                            found->end,
                            other->text,
                            other->language,
                            &other->start,
                            &other->end);
    }
}

static gboolean
add_finding (TwfLibrary *self,
             TwfFindings *to,
             const TwfHit *hit,
             const TwfPhrase *phrase,
             GError **error)
{
  TwfFinding *finding = g_new0 (TwfFinding, 1);

  finding->wordings = g_ptr_array_new_with_free_func (free_wording);
  finding->exact = hit->likeness >= 1;
  finding->likeness = hit->likeness;
  finding->symbol = g_strdup (hit->work->symbol);
  finding->date = g_strdup (hit->work->date);
  if (!read_wordings (self, finding, hit->id, error)
      || !read_source (self, finding, hit->id, error))
    {
      free_finding (finding);
      return FALSE;
    }
  /* A run of the indexer may have taken it out meanwhile. */
  if (finding->wordings->len == 0)
    {
      free_finding (finding);
      return TRUE;
    }
  mark (self, finding, phrase);
  g_ptr_array_add (to->findings, finding);
  return TRUE;
}

static gboolean
look_in (TwfLibrary *self, TwfHits *hits, const TwfPhrase *phrase, int language, GError **error)
{
  return twf_hits_find_exact (hits, self, phrase, language, error)
         && (twf_hits_are_full (hits) || twf_hits_find_near (hits, self, phrase, language, error));
}

/**
 * twf_library_find:
 * @self: an index
 * @phrase: what is looked for: some words, a sentence, a paragraph
 * @language: (nullable): its language; %NULL: any
 * @most: how many findings are wanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Looks where a phrase was agreed: word for word, the newest first, all such places counted; then
 * where most of its words stand in order, what is most like it first. Letters of Arabic that are
 * spelled loosely, harakat, capitals, accents and punctuation make no difference. Blocks.
 *
 * Returns: (transfer full) (nullable): what was found
 * Errors: TWF_ERROR_DAMAGED and as the disk has them; G_IO_ERROR_CANCELLED
 */
TwfFindings *
twf_library_find (TwfLibrary *self,
                  const char *phrase,
                  const char *language,
                  guint most,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TwfFindings) findings = g_new0 (TwfFindings, 1);
  g_autoptr (TwfHits) hits = NULL;
  TwfPhrase ready = { NULL, 0, FALSE };
  gboolean well = TRUE;

  findings->findings = g_ptr_array_new_with_free_func (free_finding);
  if (self->terms == NULL)
    self->terms = twf_terms_new ();
  hits = twf_hits_new (self, most, error);
  if (hits == NULL)
    return NULL;
  findings->nothing_indexed
      = g_hash_table_size (hits->works) == 0
        || (language != NULL && twf_library_find_language (self, language) < 0);
  twf_phrase_init (&ready, self->terms, phrase);
  for (guint i = 0; i < self->languages->len && ready.n > 0 && well; i++)
    {
      if (language != NULL && !g_str_equal (self->languages->pdata[i], language))
        continue;
      well = !g_cancellable_set_error_if_cancelled (cancellable, error)
             && look_in (self, hits, &ready, (int)i, error);
    }
  twf_hits_sort (hits);
  for (guint i = 0; i < hits->best->len && i < most && well; i++)
    well = add_finding (self, findings, hits->best->pdata[i], &ready, error);
  twf_hits_tell (hits, findings);
  twf_phrase_clear (&ready);
  return well ? g_steal_pointer (&findings) : NULL;
}
