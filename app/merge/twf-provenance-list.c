/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

#include <stdlib.h>
#include <string.h>

/**
 * twf_passage_free:
 * @self: (transfer full) (nullable): a passage
 */
void
twf_passage_free (TwfPassage *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->origins);
  g_free (self);
}

static int
compare_numbers (const void *one, const void *other)
{
  guint a = *(const guint *)one, b = *(const guint *)other;

  return (a > b) - (a < b);
}

/*
 * twf_provenance_list_origins:
 * @self: a graph
 * @word: which word
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the versions that brought it, ascending, each once
 */
guint *
twf_provenance_list_origins (TwfProvenance *self, guint32 word, guint *n)
{
  const TwfWord *entry = twf_provenance_get_word (self, word);
  guint n_same = entry->same != NULL ? entry->same->len : 0;
  guint *origins = g_new (guint, n_same + 1);
  guint kept = 1;

  origins[0] = entry->origin;
  for (guint i = 0; i < n_same; i++)
    origins[i + 1]
        = twf_provenance_get_word (self, g_array_index (entry->same, guint32, i))->origin;
  qsort (origins, n_same + 1, sizeof *origins, compare_numbers);
  for (guint i = 1; i <= n_same; i++)
    if (origins[i] != origins[kept - 1])
      origins[kept++] = origins[i];
  *n = kept;
  return origins;
}

static gboolean
has_same_story (TwfProvenance *self, guint32 one, guint32 other)
{
  const TwfWord *first = twf_provenance_get_word (self, one);
  const TwfWord *second = twf_provenance_get_word (self, other);
  g_autofree guint *olds = NULL;
  g_autofree guint *news = NULL;
  guint n_olds, n_news;

  if (first->same == NULL && second->same == NULL)
    return first->origin == second->origin;
  olds = twf_provenance_list_origins (self, one, &n_olds);
  news = twf_provenance_list_origins (self, other, &n_news);
  return n_olds == n_news && memcmp (olds, news, n_olds * sizeof *olds) == 0;
}

static TwfPassage *
add (TwfProvenance *self, GPtrArray *passages, guint32 word, const char *text, gsize length)
{
  TwfPassage *passage = g_new0 (TwfPassage, 1);

  passage->text = g_strndup (text, length);
  passage->origins = twf_provenance_list_origins (self, word, &passage->n_origins);
  passage->deleted_by = TWF_STILL_STANDS;
  g_ptr_array_add (passages, passage);
  return passage;
}

static const TwfToken *
get_token (const TwfTokens *tokens, guint word)
{
  return &tokens->tokens[tokens->positions[word]];
}

/**
 * twf_provenance_list_present:
 * @self: a graph
 * @version: one of its versions
 *
 * Lists its words by who brought them. The passages put together are the text, byte for byte; the
 * spaces behind a word go with it. A text of spaces alone has none.
 *
 * Returns: (transfer full) (element-type TwfPassage): passages in reading order
 */
GPtrArray *
twf_provenance_list_present (TwfProvenance *self, guint version)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_passage_free);
  const TwfReading *entry;
  const TwfTokens *tokens;
  gsize start = 0;

  g_return_val_if_fail (version < self->versions->len, passages);

  entry = twf_provenance_get (self, version);
  tokens = twf_provenance_cut (self, version);
  for (guint i = 0; i < entry->n_words; i++)
    {
      gsize end = strlen (entry->text);

      if (i + 1 < entry->n_words)
        {
          if (has_same_story (self, entry->words[i], entry->words[i + 1]))
            continue;
          end = get_token (tokens, i + 1)->start;
        }
      add (self, passages, entry->words[i], entry->text + start, end - start);
      start = end;
    }
  return passages;
}

/* For each word that a version once had, or that a version it contains had, the loss that took it
 * out for good: one that another came after was undone in between. Of two that know nothing of each
 * other, the first. */
static GHashTable *
find_last_losses (TwfProvenance *self, guint version)
{
  GArray *losses = twf_loss_index_list (self->losses);
  GHashTable *last = g_hash_table_new (NULL, NULL); /* word -> index of a loss, plus one */

  for (guint i = 0; i < losses->len; i++)
    {
      const TwfLoss *loss = &g_array_index (losses, TwfLoss, i);
      const guint32 *words = twf_provenance_get (self, loss->version)->words + loss->start;

      if (!twf_provenance_contains (self, version, loss->deleted_by))
        continue;
      for (guint j = 0; j < loss->n; j++)
        {
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (last, GUINT_TO_POINTER (words[j])));

          if (before == 0
              || twf_provenance_contains (
                  self, loss->deleted_by, g_array_index (losses, TwfLoss, before - 1).deleted_by))
            g_hash_table_insert (last, GUINT_TO_POINTER (words[j]), GUINT_TO_POINTER (i + 1));
        }
    }
  return last;
}

/* Where words end that stand in @version: word -> bytes. */
static GHashTable *
find_ends (TwfProvenance *self, guint version)
{
  const TwfReading *entry = twf_provenance_get (self, version);
  const TwfTokens *tokens = twf_provenance_cut (self, version);
  GHashTable *ends = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entry->n_words; i++)
    {
      const GArray *same = twf_provenance_get_word (self, entry->words[i])->same;
      const TwfToken *token = get_token (tokens, i);
      gpointer end = GSIZE_TO_POINTER (token->start + token->length);

      g_hash_table_insert (ends, GUINT_TO_POINTER (entry->words[i]), end);
      for (guint j = 0; same != NULL && j < same->len; j++)
        g_hash_table_insert (ends, GUINT_TO_POINTER (g_array_index (same, guint32, j)), end);
    }
  return ends;
}

/* Behind the nearest word before the passage that still stands. */
static gsize
find_place (const TwfReading *source, guint from, GHashTable *ends)
{
  for (guint i = from; i > 0; i--)
    {
      gpointer end = g_hash_table_lookup (ends, GUINT_TO_POINTER (source->words[i - 1]));

      if (end != NULL)
        return GPOINTER_TO_SIZE (end);
    }
  return 0;
}

/* What of @loss was for good. */
static void
add_lost (TwfProvenance *self,
          GPtrArray *passages,
          const TwfLoss *loss,
          guint number,
          GHashTable *last,
          GHashTable *ends)
{
  const TwfReading *source = twf_provenance_get (self, loss->version);
  guint end;

  for (guint from = loss->start; from < loss->start + loss->n; from = MAX (end, from + 1))
    {
      const TwfTokens *tokens;
      const TwfToken *first, *until;
      TwfPassage *passage;

      for (end = from; end < loss->start + loss->n; end++)
        {
          gpointer word = GUINT_TO_POINTER (source->words[end]);

          if (GPOINTER_TO_UINT (g_hash_table_lookup (last, word)) != number
              || g_hash_table_contains (ends, word)
              || !has_same_story (self, source->words[from], source->words[end]))
            break;
        }
      if (end == from)
        continue;
      tokens = twf_provenance_cut (self, loss->version);
      first = get_token (tokens, from);
      until = get_token (tokens, end - 1);
      passage = add (self,
                     passages,
                     source->words[from],
                     source->text + first->start,
                     until->start + until->length - first->start);
      passage->deleted_by = loss->deleted_by;
      passage->left_out = loss->left_out;
      passage->place = find_place (source, from, ends);
    }
}

/**
 * twf_provenance_list_deleted:
 * @self: a graph
 * @version: one of its versions
 *
 * Lists the passages that a version before @version had and that it has no longer, with who brought
 * them and which version took them out. One that went where several versions meet, and that one of
 * them had taken out already, is that one's.
 *
 * Returns: (transfer full) (element-type TwfPassage): passages in the order in which they went
 */
GPtrArray *
twf_provenance_list_deleted (TwfProvenance *self, guint version)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_passage_free);
  GArray *losses = twf_loss_index_list (self->losses);
  g_autoptr (GHashTable) last = NULL;
  g_autoptr (GHashTable) ends = NULL;

  g_return_val_if_fail (version < self->versions->len, passages);

  last = find_last_losses (self, version);
  ends = find_ends (self, version);
  for (guint i = 0; i < losses->len; i++)
    {
      const TwfLoss *loss = &g_array_index (losses, TwfLoss, i);

      if (twf_provenance_contains (self, version, loss->deleted_by))
        add_lost (self, passages, loss, i + 1, last, ends);
    }
  return passages;
}
