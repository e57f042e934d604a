/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-account-private.h"

#include <string.h>

static void
unref_places (gpointer data)
{
  if (data != NULL)
    g_hash_table_unref (data);
}

static gboolean
is_in (const TwfGround *self, guint version, guint earlier)
{
  return version != TWF_NO_VERSION && twf_provenance_contains (self->provenance, version, earlier);
}

/*
 * twf_ground_init:
 * @self: to be cleared with twf_ground_clear()
 * @provenance: a graph
 * @former: one of its versions, or TWF_NO_VERSION
 * @latter: one that was made from it
 */
void
twf_ground_init (TwfGround *self, TwfProvenance *provenance, guint former, guint latter)
{
  *self = (TwfGround){ .provenance = provenance, .former = former, .latter = latter };
  self->between = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_ptr_array_new_with_free_func (unref_places);
  g_ptr_array_set_size (self->places, (int)latter + 1);
  for (guint version = latter + 1; version-- > 0;)
    if (is_in (self, latter, version) && !is_in (self, former, version))
      g_array_append_val (self->between, version);
}

/*
 * twf_ground_clear:
 * @self: two versions
 */
void
twf_ground_clear (TwfGround *self)
{
  g_array_unref (self->between);
  g_ptr_array_unref (self->places);
}

static GHashTable *
get_places (TwfGround *self, guint version)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, version);
  GHashTable *places = self->places->pdata[version];

  if (places != NULL)
    return places;
  places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < entry->n_words; i++)
    {
      const GArray *same = twf_provenance_get_word (self->provenance, entry->words[i])->same;

      g_hash_table_insert (places, GUINT_TO_POINTER (entry->words[i]), GUINT_TO_POINTER (i + 1));
      for (guint j = 0; same != NULL && j < same->len; j++)
        g_hash_table_insert (
            places, GUINT_TO_POINTER (g_array_index (same, guint32, j)), GUINT_TO_POINTER (i + 1));
    }
  self->places->pdata[version] = places;
  return places;
}

/*
 * twf_ground_find_word:
 * @self: two versions
 * @version: one of those between, or a parent of one
 * @word: a word, or one that joins several
 * @at: (out): where it stands
 *
 * Returns: whether it stands there
 */
gboolean
twf_ground_find_word (TwfGround *self, guint version, guint32 word, guint *at)
{
  GHashTable *places = get_places (self, version);
  const GArray *same = twf_provenance_get_word (self->provenance, word)->same;
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (word)));

  for (guint i = 0; found == 0 && same != NULL && i < same->len; i++)
    found = GPOINTER_TO_UINT (
        g_hash_table_lookup (places, GUINT_TO_POINTER (g_array_index (same, guint32, i))));
  *at = found - 1;
  return found != 0;
}

/*
 * twf_ground_get_chunk:
 * @self: two versions
 * @version: a version
 * @at: which of its words
 * @length: (out): bytes, with the spaces behind it
 * @core: (out): bytes of the word alone
 *
 * Returns: where it begins; not terminated
 */
const char *
twf_ground_get_chunk (TwfGround *self, guint version, guint at, gsize *length, gsize *core)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, version);
  const TwfTokens *tokens = twf_provenance_cut (self->provenance, version);
  const TwfToken *token = &tokens->tokens[tokens->positions[at]];
  gsize end = at + 1 < entry->n_words ? tokens->tokens[tokens->positions[at + 1]].start
                                      : strlen (entry->text);

  *core = token->length;
  *length = end - token->start;
  return entry->text + token->start;
}

/*
 * twf_ground_get_lead:
 * @self: two versions
 * @version: a version
 *
 * Returns: bytes before its first word; of a text without words, all
 */
gsize
twf_ground_get_lead (TwfGround *self, guint version)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, version);
  const TwfTokens *tokens;

  if (entry->n_words == 0)
    return strlen (entry->text);
  tokens = twf_provenance_cut (self->provenance, version);
  return tokens->tokens[tokens->positions[0]].start;
}

static gboolean
holds (TwfGround *self, const TwfFact *fact, guint version)
{
  const char *text = twf_provenance_get (self->provenance, version)->text;
  const char *chunk;
  guint at, other;
  gsize length, core;

  switch (fact->kind)
    {
    case TWF_FACT_PRESENT:
      return twf_ground_find_word (self, version, fact->word, &at);
    case TWF_FACT_ABSENT:
      return !twf_ground_find_word (self, version, fact->word, &at)
             && is_in (
                 self, version, twf_provenance_get_word (self->provenance, fact->word)->origin);
    case TWF_FACT_ORDER:
      return twf_ground_find_word (self, version, fact->word, &at)
             && twf_ground_find_word (self, version, fact->other, &other)
             && (at > other) == fact->after;
    case TWF_FACT_AS:
      if (!twf_ground_find_word (self, version, fact->word, &at))
        return FALSE;
      chunk = twf_ground_get_chunk (self, version, at, &length, &core);
      return length == fact->length && memcmp (chunk, fact->bytes, length) == 0;
    case TWF_FACT_LEAD:
      return twf_ground_get_lead (self, version) == fact->length
             && memcmp (text, fact->bytes, fact->length) == 0;
    case TWF_FACT_TEXT:
      return strcmp (text, fact->bytes) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* It is so in @version, and in none of those it was made from. */
static gboolean
made (TwfGround *self, const TwfFact *fact, guint version)
{
  const GArray *parents = twf_provenance_get (self->provenance, version)->parents;

  if (!holds (self, fact, version))
    return FALSE;
  for (guint i = 0; i < parents->len; i++)
    if (holds (self, fact, g_array_index (parents, guint, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_overtaken (TwfGround *self, GArray *makers, guint version)
{
  for (guint i = 0; i < makers->len; i++)
    if (is_in (self, g_array_index (makers, guint, i), version))
      return TRUE;
  return FALSE;
}

static GArray *
list_makers (TwfGround *self, const TwfFact *fact)
{
  GArray *makers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->between->len; i++)
    {
      guint version = g_array_index (self->between, guint, i);

      if (!is_overtaken (self, makers, version) && made (self, fact, version))
        g_array_append_val (makers, version);
    }
  for (guint i = self->between->len; makers->len == 0 && i > 0; i--)
    {
      guint version = g_array_index (self->between, guint, i - 1);

      if ((self->former == TWF_NO_VERSION || is_in (self, version, self->former))
          && holds (self, fact, version))
        g_array_append_val (makers, version);
    }
  return makers;
}

/*
 * twf_ground_find_makers:
 * @self: two versions
 * @fact: what is so in the latter and was not in the former
 *
 * Who made it so: the versions between the two in which it is so and in none of their parents; of
 * those that stand on one another the last, since what came before was undone. Where there is none,
 * a side that never had the former's words was preferred to it: the first version that has both the
 * former in it and the fact. Of two words that were joined into one, one is gone and yet stands:
 * that is who wrote the text as it is.
 *
 * Returns: (transfer full) (element-type guint): these versions, the last first; at least one
 */
GArray *
twf_ground_find_makers (TwfGround *self, const TwfFact *fact)
{
  const TwfFact whole = { .kind = TWF_FACT_TEXT,
                          .bytes = twf_provenance_get (self->provenance, self->latter)->text };
  GArray *makers = list_makers (self, fact);

  if (makers->len == 0)
    {
      g_array_unref (makers);
      makers = list_makers (self, &whole);
    }
  if (makers->len == 0)
    g_array_append_val (makers, self->latter);
  return makers;
}
