/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-spelling"

#include "config.h"

#include "twf-known-words.h"

#include "twf-segments.h"
#include "twf-spelling-word.h"

#include <string.h>

struct _TwfKnownWords
{
  GHashTable *keys; /* a set of char* */
  gboolean arabic;
};

static void
clear_words (gpointer data)
{
  TwfKnownWords *self = data;

  g_hash_table_unref (self->keys);
}

static void
add_word (TwfKnownWords *self, const char *word, gsize length)
{
  g_autofree char *asked = twf_spelling_dup_asked (word, length);

  g_hash_table_add (self->keys, twf_spelling_dup_key (asked));
}

static void
add_words (TwfKnownWords *self, const char *text, const char *language)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);

  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);

      if (segment->kind == TWF_SEGMENT_WORD)
        add_word (self, text + segment->start, segment->length);
    }
}

/**
 * twf_known_words_new:
 * @language: the language of the words
 * @texts: words, or names of several
 *
 * Returns: (transfer full): the words of @texts
 */
TwfKnownWords *
twf_known_words_new (const char *language, const char *const *texts)
{
  TwfKnownWords *self = g_atomic_rc_box_new0 (TwfKnownWords);

  g_return_val_if_fail (language != NULL && texts != NULL, NULL);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->arabic = g_str_equal (language, "ar");
  for (guint i = 0; texts[i] != NULL; i++)
    add_words (self, texts[i], language);
  return self;
}

/**
 * twf_known_words_ref:
 * @self: words
 *
 * Returns: (transfer full): @self
 */
TwfKnownWords *
twf_known_words_ref (TwfKnownWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_known_words_unref:
 * @self: (transfer full) (nullable): words
 */
void
twf_known_words_unref (TwfKnownWords *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_words);
}

/**
 * twf_known_words_has:
 * @self: words
 * @asked: a word as twf_spelling_dup_asked() gives it
 *
 * Returns: whether @asked is one of them, or in Arabic one of them with what is written onto it
 */
gboolean
twf_known_words_has (const TwfKnownWords *self, const char *asked)
{
  static const char *const onto[] = { "و", "ف", "ب", "ل", "ك", "ال" };
  g_autofree char *key = twf_spelling_dup_key (asked);
  const char *rest = key;

  if (g_hash_table_contains (self->keys, key))
    return TRUE;
  /* In the order in which they are written onto each other, each once. */
  for (guint i = 0; self->arabic && i < G_N_ELEMENTS (onto); i++)
    if (g_str_has_prefix (rest, onto[i]))
      {
        rest += strlen (onto[i]);
        if (*rest != '\0' && g_hash_table_contains (self->keys, rest))
          return TRUE;
      }
  return FALSE;
}
