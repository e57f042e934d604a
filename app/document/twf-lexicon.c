/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-lexicon.h"

#include "twf-arabic.h"

#include <string.h>

/* A word that stands twice and has this many letters is taken to stand whole: shorter ones may be
 * the same piece of two words. */
#define SHORTEST_SEEN 4

struct _TwfLexicon
{
  GHashTable *words;  /* char* folded word, a set: the built-in list and what was seen twice */
  GHashTable *seen;   /* char* folded word → times (as a pointer) in the document */
  GHashTable *answer; /* char* folded word → GINT_TO_POINTER (known + 1): asked again and again */
};

/* What is written onto the front of an Arabic word, longest first, in folded letters. */
static const char *const prefixes[]
    = { "وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "وب", "ول",
        "وي",   "وت",   "ال",   "و",   "ف",   "ب",   "ل",   "ك",   "س",   "ي",  "ت",  "ن" };

/* And onto its end. */
static const char *const suffixes[] = { "كما", "هما", "تها", "تهم", "ات", "ها", "هم", "كم", "نا",
                                        "ون",  "ين",  "ان",  "يه",  "ته", "ه",  "ا",  "ي",  "ت" };

static void
add_listed (TwfLexicon *self)
{
  g_auto (GStrv) words = g_strsplit_set (twf_lexicon_get_words (), " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_hash_table_add (self->words, twf_arabic_fold_letters (words[i]));
}

/* A word next to a tatweel that touches a space is half a word, and is not counted. */
static void
add_seen (TwfLexicon *self, const char *document)
{
  const char *at = document;

  while (*at != '\0')
    {
      const char *start = at;
      gboolean cut;

      while (*at != '\0'
             && (twf_arabic_is_letter (g_utf8_get_char (at))
                 || twf_arabic_is_mark (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0x640))
        at = g_utf8_next_char (at);
      if (at == start)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      cut = g_utf8_get_char (start) == 0x640 || g_utf8_get_char (g_utf8_prev_char (at)) == 0x640;
      if (!cut)
        {
          g_autofree char *word = g_strndup (start, (gsize)(at - start));
          char *folded = twf_arabic_fold_letters (word);
          guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, folded)) + 1;

          if (times >= 2 && g_utf8_strlen (folded, -1) >= SHORTEST_SEEN)
            g_hash_table_add (self->words, g_strdup (folded));
          g_hash_table_replace (self->seen, folded, GUINT_TO_POINTER (times));
        }
    }
}

/**
 * twf_lexicon_new:
 * @document: the text of the document, as it stood
 *
 * Returns: (transfer full): the words to expect in it
 */
TwfLexicon *
twf_lexicon_new (const char *document)
{
  TwfLexicon *self = g_new0 (TwfLexicon, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_listed (self);
  add_seen (self, document);
  return self;
}

/** twf_lexicon_free: @self: (transfer full): a lexicon */
void
twf_lexicon_free (TwfLexicon *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->answer);
  g_free (self);
}

/* Looks for a stem, also with the teh marbuta that an ending has opened or replaced. */
static gboolean
has_stem (TwfLexicon *self, const char *stem, gsize length, gboolean ending)
{
  g_autofree char *word = g_strndup (stem, length);
  g_autofree char *bound = NULL;

  if (g_hash_table_contains (self->words, word))
    return TRUE;
  if (!ending)
    return FALSE;
  bound = g_str_has_suffix (word, "ت") ? g_strdup_printf ("%.*sه", (int)(length - 2), word)
                                       : g_strconcat (word, "ه", NULL);
  return g_hash_table_contains (self->words, bound);
}

static gboolean
knows_with_endings (TwfLexicon *self, const char *word)
{
  gsize length = strlen (word);

  if (length < 4)
    return FALSE;
  if (has_stem (self, word, length, FALSE))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize taken = strlen (suffixes[i]);

      /* Three letters at least, two bytes each, must be left for the stem. */
      if (length >= taken + 6 && g_str_has_suffix (word, suffixes[i])
          && has_stem (self, word, length - taken, TRUE))
        return TRUE;
    }
  return FALSE;
}

static gboolean
look_up (TwfLexicon *self, const char *folded)
{
  if (g_hash_table_contains (self->words, folded) || knows_with_endings (self, folded))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (folded, prefixes[i])
        && strlen (folded) >= strlen (prefixes[i]) + (strlen (prefixes[i]) > 2 ? 6 : 4)
        && knows_with_endings (self, folded + strlen (prefixes[i])))
      return TRUE;
  return FALSE;
}

/**
 * twf_lexicon_knows:
 * @word: letters of one word
 *
 * Returns: whether @word is a word of the lexicon, with what is written onto words in front and
 *   behind
 */
gboolean
twf_lexicon_knows (TwfLexicon *self, const char *word)
{
  g_autofree char *folded = twf_arabic_fold_letters (word);
  gpointer answer = g_hash_table_lookup (self->answer, folded);
  gboolean known;

  if (answer != NULL)
    return GPOINTER_TO_INT (answer) == 2;
  known = look_up (self, folded);
  g_hash_table_insert (self->answer, g_steal_pointer (&folded), GINT_TO_POINTER (known + 1));
  return known;
}

/**
 * twf_lexicon_has_seen:
 * @word: letters of one word
 *
 * Returns: whether @word stands whole somewhere in the document
 */
gboolean
twf_lexicon_has_seen (TwfLexicon *self, const char *word)
{
  g_autofree char *folded = twf_arabic_fold_letters (word);

  return g_hash_table_contains (self->seen, folded);
}
