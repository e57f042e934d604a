/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-tokens.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 1024, /* a power of two */
  SHORT_WORD = 3,     /* letters up to which a word holds a sentence together and says little */
};

typedef struct
{
  const char *word; /* borrowed from the text it was first met in; NULL: free */
  guint32 length;
  guint32 hash;
  guint32 symbol;
} Slot;

/* Open addressing: one word is looked up for every word of every text that is compared. */
struct _TwfWordTable
{
  Slot *slots;
  guint n_slots; /* a power of two, at most half of them taken */
  guint n_words;
  TwfTally *tallies; /* one a symbol, all zero but while somebody counts; NULL at first */
  guint n_tallies;
};

/**
 * twf_word_table_new:
 *
 * Makes an empty lexicon. It does not keep the words: the texts they came from must live as long.
 *
 * Returns: (transfer full): a lexicon
 */
TwfWordTable *
twf_word_table_new (void)
{
  TwfWordTable *self = g_new0 (TwfWordTable, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

/**
 * twf_word_table_free:
 * @self: a lexicon
 */
void
twf_word_table_free (TwfWordTable *self)
{
  g_free (self->slots);
  g_free (self->tallies);
  g_free (self);
}

/* FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv), with a last stir so that the low bits, which
 * choose the slot, depend on every byte. */
static guint32
hash_bytes (const char *word, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)word[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static void
grow (TwfWordTable *self)
{
  Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    {
      guint at = old[i].hash & (self->n_slots - 1);

      if (old[i].word == NULL)
        continue;
      while (self->slots[at].word != NULL)
        at = (at + 1) & (self->n_slots - 1);
      self->slots[at] = old[i];
    }
  g_free (old);
}

/**
 * twf_word_table_add:
 * @self: a lexicon
 * @word: (not nullable): bytes that live as long as @self
 * @length: how many
 *
 * Returns: the symbol of @word: from 0, in the order in which words are first met
 */
guint32
twf_word_table_add (TwfWordTable *self, const char *word, gsize length)
{
  guint32 hash = hash_bytes (word, length);
  guint at = hash & (self->n_slots - 1);

  for (; self->slots[at].word != NULL; at = (at + 1) & (self->n_slots - 1))
    if (self->slots[at].hash == hash && self->slots[at].length == length
        && memcmp (self->slots[at].word, word, length) == 0)
      return self->slots[at].symbol;
  self->slots[at] = (Slot){ word, (guint32)length, hash, self->n_words++ };
  if (self->n_words * 2 > self->n_slots)
    grow (self);
  return self->n_words - 1;
}

/**
 * twf_word_table_get_size:
 * @self: a lexicon
 *
 * Returns: how many words it knows: every symbol is below it
 */
guint
twf_word_table_get_size (TwfWordTable *self)
{
  return self->n_words;
}

/**
 * twf_word_table_get_tallies:
 * @self: a lexicon
 *
 * Where something can be counted by symbol without memory of its own: a lexicon has the words of a
 * thousand versions, and what is counted is two short passages.
 *
 * Returns: (transfer none) (array): one for each symbol, all zero; so they are left, with
 *   twf_tokens_clear_tallies()
 */
TwfTally *
twf_word_table_get_tallies (TwfWordTable *self)
{
  if (self->n_tallies < self->n_words || self->tallies == NULL)
    {
      g_free (self->tallies);
      self->n_tallies = self->n_words + self->n_words / 2 + 1;
      self->tallies = g_new0 (TwfTally, self->n_tallies);
    }
  return self->tallies;
}

/**
 * twf_tokens_clear_tallies:
 * @self: a text cut up
 * @tallies: those of its lexicon
 *
 * Forgets what was counted of its words.
 */
void
twf_tokens_clear_tallies (const TwfTokens *self, TwfTally *tallies)
{
  for (guint i = 0; i < self->n_words; i++)
    tallies[self->words[i]] = (TwfTally){ 0, 0 };
}

/**
 * twf_tokens_new:
 * @text: a text in UTF-8, below 4 GiB; must live as long as the result and @lexicon
 * @language: (nullable): its language
 * @lexicon: shared by the texts that are compared
 *
 * Cuts a text into whole words: what people read as one (see twf_text_segment()).
 *
 * Returns: (transfer full): the text cut up
 */
TwfTokens *
twf_tokens_new (const char *text, const char *language, TwfWordTable *lexicon)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  /* By piece: 1 more than the symbol; the same words are looked up once. */
  g_autofree guint32 *symbols = g_new0 (guint32, segments->len + 1);
  TwfTokens *self = g_new0 (TwfTokens, 1);

  self->text = text;
  self->tokens = g_new (TwfToken, segments->len);
  self->words = g_new (guint32, segments->len);
  self->positions = g_new (guint32, segments->len);
  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);
      guint32 symbol = symbols[segment->piece];

      if (symbol == 0)
        symbol = symbols[segment->piece]
            = twf_word_table_add (lexicon, text + segment->start, segment->length) + 1;
      symbol--;
      twf_tokens_append (
          self,
          (TwfToken){ (guint32)segment->start, (guint32)segment->length, symbol, segment->kind });
    }
  return self;
}

/**
 * twf_tokens_free:
 * @self: a text cut up
 */
void
twf_tokens_free (TwfTokens *self)
{
  g_free (self->tokens);
  g_free (self->words);
  g_free (self->positions);
  g_free (self);
}

static gboolean
ends_sentence (const TwfTokens *self, const TwfToken *token)
{
  gunichar sign;

  if (token->kind != TWF_SEGMENT_PUNCTUATION)
    return FALSE;
  sign = g_utf8_get_char (self->text + token->start);
  /* Full stop, semicolon, question and exclamation mark in Latin, Arabic and Chinese. */
  return sign == '.' || sign == ';' || sign == '?' || sign == '!' || sign == 0x061b
         || sign == 0x061f || sign == 0x06d4 || sign == 0x3002 || sign == 0xff1b || sign == 0xff1f
         || sign == 0xff01;
}

/**
 * twf_tokens_break_after:
 * @self: a text cut up
 * @word: which of its words
 *
 * Returns: whether a sentence, or a part that a semicolon or a new line closes, ends with @word
 */
gboolean
twf_tokens_break_after (const TwfTokens *self, guint word)
{
  guint at = self->positions[word];

  if (ends_sentence (self, &self->tokens[at]))
    return TRUE;
  for (at++; at < self->n_tokens && self->tokens[at].kind == TWF_SEGMENT_SPACE; at++)
    {
      const char *space = self->text + self->tokens[at].start;

      /* Nearly every space is a single blank. */
      if (*space == '\n'
          || (*space != ' ' && memchr (space, '\n', self->tokens[at].length) != NULL))
        return TRUE;
    }
  return at == self->n_tokens;
}

/**
 * twf_tokens_get_weight:
 * @self: a text cut up
 * @word: which of its words
 *
 * How much it tells that a word stands in two texts: its letters, but next to nothing for marks and
 * for words so short that every sentence has them.
 *
 * Returns: a weight, at least 1
 */
guint
twf_tokens_get_weight (const TwfTokens *self, guint word)
{
  const TwfToken *token = &self->tokens[self->positions[word]];
  glong letters;

  if (token->kind == TWF_SEGMENT_PUNCTUATION)
    return 1;
  /* A Han sign is a morpheme: about half a word. */
  if (token->kind == TWF_SEGMENT_IDEOGRAPH)
    return 2;
  letters = g_utf8_strlen (self->text + token->start, (gssize)token->length);
  if (letters <= SHORT_WORD && token->kind != TWF_SEGMENT_NUMBER)
    return 1;
  return (guint)letters;
}
