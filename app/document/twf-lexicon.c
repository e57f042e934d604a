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
  GHashTable *words; /* char* folded word, a set: the built-in list and what was seen twice */
  GHashTable
      *small; /* char* word as written, a set: particles, which take nothing but a conjunction */
  GHashTable *seen;   /* char* folded word → times (as a pointer) in the document */
  GHashTable *pairs;  /* char* "one other" folded, a set: words known to follow each other */
  GHashTable *answer; /* char* word → GINT_TO_POINTER (known + 1): asked again and again */
};

/* What is written onto the front of an Arabic word, in folded letters, and what may then follow at
 * its end: a word with the article takes no pronoun, a verb no ending of a noun. */
typedef enum
{
  ENDS_ANY,
  ENDS_DEFINITE,
  ENDS_VERB,
} Ends;

static const struct
{
  const char *letters;
  Ends ends;
} prefixes[] = {
  { "وبال", ENDS_DEFINITE }, { "فبال", ENDS_DEFINITE }, { "وكال", ENDS_DEFINITE },
  { "وال", ENDS_DEFINITE },  { "فال", ENDS_DEFINITE },  { "بال", ENDS_DEFINITE },
  { "كال", ENDS_DEFINITE },  { "ولل", ENDS_DEFINITE },  { "فلل", ENDS_DEFINITE },
  { "لل", ENDS_DEFINITE },   { "ال", ENDS_DEFINITE },   { "وب", ENDS_ANY },
  { "ول", ENDS_ANY },        { "و", ENDS_ANY },         { "ف", ENDS_ANY },
  { "ب", ENDS_ANY },         { "ل", ENDS_ANY },         { "ك", ENDS_ANY },
  { "وي", ENDS_VERB },       { "وت", ENDS_VERB },       { "س", ENDS_VERB },
  { "ي", ENDS_VERB },        { "ت", ENDS_VERB },        { "ن", ENDS_VERB },
};

/* And onto its end. */
static const struct
{
  const char *letters;
  gboolean definite; /* may stand behind the article */
  gboolean verb;
} suffixes[] = {
  { "كما", FALSE, TRUE }, { "هما", FALSE, TRUE }, { "تها", FALSE, FALSE }, { "تهم", FALSE, FALSE },
  { "ات", TRUE, FALSE },  { "ها", FALSE, TRUE },  { "هم", FALSE, TRUE },   { "كم", FALSE, TRUE },
  { "نا", FALSE, TRUE },  { "ون", TRUE, TRUE },   { "ين", TRUE, FALSE },   { "ان", TRUE, TRUE },
  { "يه", TRUE, FALSE },  { "ته", FALSE, FALSE }, { "ه", TRUE, TRUE },     { "ا", FALSE, FALSE },
  { "ي", TRUE, FALSE },   { "ت", FALSE, FALSE },
};

static void
add_listed (TwfLexicon *self)
{
  g_auto (GStrv) lines = g_strsplit (twf_lexicon_get_words (), "\n", -1);

  for (guint line = 0; lines[line] != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (lines[line], " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
          g_hash_table_add (line == 0 ? self->small : self->words,
                            line == 0 ? g_strdup (words[i]) : twf_arabic_fold_letters (words[i]));
    }
}

static void
add_phrases (TwfLexicon *self)
{
  g_auto (GStrv) pairs = g_strsplit (twf_lexicon_get_phrases (), "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (pairs[i][0] != '\0')
      g_hash_table_add (self->pairs, twf_arabic_fold_letters (pairs[i]));
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

          if (times >= 2 && g_utf8_strlen (folded, -1) >= SHORTEST_SEEN
              && !g_hash_table_contains (self->small, word))
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
  self->small = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_listed (self);
  add_phrases (self);
  add_seen (self, document);
  return self;
}

/**
 * twf_lexicon_free:
 * @self: (transfer full): a lexicon
 */
void
twf_lexicon_free (TwfLexicon *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->small);
  g_hash_table_unref (self->pairs);
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
knows_with_endings (TwfLexicon *self, const char *word, Ends ends, gboolean marbuta)
{
  gsize length = strlen (word);

  if (length < 4)
    return FALSE;
  if (has_stem (self, word, length, FALSE))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize taken = strlen (suffixes[i].letters);

      if ((ends == ENDS_DEFINITE && !suffixes[i].definite)
          || (ends == ENDS_VERB && !suffixes[i].verb))
        continue;
      /* Three letters at least, two bytes each, must be left for the stem. */
      if (length >= taken + 6 && g_str_has_suffix (word, suffixes[i].letters)
          && has_stem (self, word, length - taken, TRUE)
          && !(marbuta && strcmp (suffixes[i].letters, "ه") == 0
               && strncmp (word + length - taken - strlen ("ي"), "ي", strlen ("ي")) != 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
look_up (TwfLexicon *self, const char *word, const char *folded)
{
  /* A teh marbuta makes adjectives in -i feminine; it is no pronoun on any other word. */
  gboolean marbuta = g_str_has_suffix (word, "ة");
  gboolean joined = g_str_has_prefix (folded, "و") || g_str_has_prefix (folded, "ف");

  if (g_hash_table_contains (self->small, word)
      || (joined && g_hash_table_contains (self->small, word + strlen ("و"))))
    return TRUE;
  if (knows_with_endings (
          self, folded, g_str_has_prefix (folded, "ال") ? ENDS_DEFINITE : ENDS_ANY, marbuta))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize taken = strlen (prefixes[i].letters);

      /* No verb has the article inside it or a teh marbuta. */
      if (prefixes[i].ends == ENDS_VERB && g_str_has_prefix (folded, prefixes[i].letters)
          && (g_str_has_prefix (folded + taken, "ال") || g_str_has_suffix (word, "ة")))
        continue;
      if (g_str_has_prefix (folded, prefixes[i].letters)
          && strlen (folded) >= taken + (taken > 2 ? 6 : 4)
          && knows_with_endings (self, folded + taken, prefixes[i].ends, marbuta))
        return TRUE;
    }
  return FALSE;
}

/* Letters that stand at the end of a word alone, or never at its start, tell that something is no
 * word before any list is asked: teh marbuta, alef maqsura, hamza on its seats. */
static gboolean
can_be_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  if (first == 0x629 || first == 0x649 || first == 0x621 || first == 0x624 || first == 0x626)
    return FALSE;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if ((sign == 0x629 || sign == 0x649) && *next != '\0'
          && !twf_arabic_is_mark (g_utf8_get_char (next)))
        return FALSE;
    }
  return TRUE;
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
  gpointer answer = g_hash_table_lookup (self->answer, word);
  g_autofree char *folded = NULL;
  gboolean known;

  if (answer != NULL)
    return GPOINTER_TO_INT (answer) == 2;
  folded = twf_arabic_fold_letters (word);
  known = can_be_word (word) && look_up (self, word, folded);
  g_hash_table_insert (self->answer, g_strdup (word), GINT_TO_POINTER (known + 1));
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

/**
 * twf_lexicon_is_phrase:
 * @one: letters of a word
 * @other: letters of another
 *
 * Returns: whether the two are known to follow each other in this order
 */
gboolean
twf_lexicon_is_phrase (TwfLexicon *self, const char *one, const char *other)
{
  g_autofree char *pair = g_strconcat (one, " ", other, NULL);
  g_autofree char *folded = twf_arabic_fold_letters (pair);

  return g_hash_table_contains (self->pairs, folded);
}
