/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

#include "twf-arabic.h"
#include "twf-normal.h"

#include <string.h>

#define TATWEEL "\331\200"

/* Who stretches a word, or writes its letters in another normal form, did not bring it. A word of
 * nothing but tatweel stays what it is. */
static void
fold_word (TwfProvenance *self, TwfTokens *tokens, guint word)
{
  const TwfToken *token = &tokens->tokens[tokens->positions[word]];
  g_autofree char *written = g_strndup (tokens->text + token->start, token->length);
  g_autofree char *normal = twf_text_normalize (written, -1, NULL);
  g_autofree char *key = normal != NULL ? twf_arabic_strip_tatweel (normal) : NULL;

  if (key != NULL && *key != '\0' && !g_str_equal (key, written))
    tokens->words[word] = twf_word_table_add (
        self->lexicon, g_string_chunk_insert_const (self->keys, key), strlen (key));
}

static void
fold_words (TwfProvenance *self, TwfTokens *tokens, const TwfNewWords *new_words)
{
  guint end = new_words->first + new_words->n;
  const TwfToken *first, *last;
  gsize length;

  if (new_words->n == 0)
    return;
  first = &tokens->tokens[tokens->positions[new_words->first]];
  last = &tokens->tokens[tokens->positions[end - 1]];
  length = last->start + last->length - first->start;
  if (memmem (tokens->text + first->start, length, TATWEEL, strlen (TATWEEL)) == NULL
      && twf_text_is_normal (tokens->text + first->start, (gssize)length))
    return;
  for (guint i = new_words->first; i < end; i++)
    fold_word (self, tokens, i);
}

/**
 * twf_provenance_cut:
 * @self: a graph
 * @version: which version
 *
 * Returns: (transfer none): its text cut up; until some others have been asked for
 */
const TwfTokens *
twf_provenance_cut (TwfProvenance *self, guint version)
{
  TwfReading *entry = twf_provenance_get (self, version);
  guint *slot = &self->cut[self->next_cut % TWF_MOST_CUT];
  const TwfTokens *former = NULL;
  g_autoptr (GArray) new_words = NULL;

  if (entry->tokens != NULL)
    return entry->tokens;
  new_words = g_array_new (FALSE, FALSE, sizeof (TwfNewWords));
  for (guint i = 0; former == NULL && i < entry->parents->len; i++)
    former = twf_provenance_get (self, g_array_index (entry->parents, guint, i))->tokens;
  if (former != NULL)
    entry->tokens
        = twf_tokens_new_after (entry->text, self->language, self->lexicon, former, new_words);
  else
    {
      TwfNewWords all = { 0, 0 };

      entry->tokens = twf_tokens_new (entry->text, self->language, self->lexicon);
      all.n = entry->tokens->n_words;
      g_array_append_val (new_words, all);
    }
  if (*slot > 0)
    g_clear_pointer (&twf_provenance_get (self, *slot - 1)->tokens, twf_tokens_free);
  *slot = version + 1;
  self->next_cut++;
  for (guint i = 0; i < new_words->len; i++)
    fold_words (self, entry->tokens, &g_array_index (new_words, TwfNewWords, i));
  return entry->tokens;
}
