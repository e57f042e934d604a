/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-spelling"

#include "config.h"

#include "twf-speller.h"

#include "twf-language.h"
#include "twf-region.h"
#include "twf-segments.h"
#include "twf-spelling-word.h"

#include <enchant.h>
#include <string.h>

enum
{
  MOST_REMEMBERED = 50000, /* words of a language whose answer is kept */
};

/* What is needed for one language. */
typedef struct
{
  EnchantBroker *broker; /* borrowed */
  EnchantDict *dict;     /* NULL: there is none */
  char *tag;             /* of the dictionary */
  GUnicodeScript script;
  TwfKnownWords *states;
  GHashTable *answers; /* char* as it was asked -> whether it is right */
} Lexicon;

struct _TwfSpeller
{
  EnchantBroker *broker;
  GHashTable *lexicons; /* char* language -> Lexicon* */
};

/* For each language the dictionaries that are asked for, the best first; behind them any of the
 * language. */
static const struct
{
  const char *language;
  const char *const tags[4];
  const char *package; /* Debian's */
} dictionaries[] = {
  { "ar", { "ar" }, "hunspell-ar" },
  { "en", { "en_GB", "en_GB-oed", "en_US" }, "hunspell-en-gb" },
  { "es", { "es_ES", "es" }, "hunspell-es" },
  { "fr", { "fr", "fr_FR" }, "hunspell-fr" },
  { "ru", { "ru_RU", "ru" }, "hunspell-ru" },
};

static gsize
measure_base (const char *tag)
{
  return strcspn (tag, "-_");
}

static gboolean
is_same_base (const char *one, const char *other)
{
  gsize length = measure_base (one);

  return length == measure_base (other) && strncmp (one, other, length) == 0;
}

typedef struct
{
  const char *language;
  char *found; /* the first by name */
} Search;

static void
describe_cb (const char *tag, const char *provider, const char *about, const char *file, void *data)
{
  Search *search = data;

  if (is_same_base (tag, search->language)
      && (search->found == NULL || strcmp (tag, search->found) < 0))
    {
      g_free (search->found);
      search->found = g_strdup (tag);
    }
}

static char *
dup_best_tag (EnchantBroker *broker, const char *language)
{
  Search search = { language, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    for (guint j = 0; is_same_base (dictionaries[i].language, language)
                      && j < G_N_ELEMENTS (dictionaries[i].tags) && dictionaries[i].tags[j] != NULL;
         j++)
      if (enchant_broker_dict_exists (broker, dictionaries[i].tags[j]))
        return g_strdup (dictionaries[i].tags[j]);
  enchant_broker_list_dicts (broker, describe_cb, &search);
  return search.found;
}

static void
free_lexicon (gpointer data)
{
  Lexicon *lexicon = data;

  if (lexicon->dict != NULL)
    enchant_broker_free_dict (lexicon->broker, lexicon->dict);
  g_free (lexicon->tag);
  twf_known_words_unref (lexicon->states);
  g_hash_table_unref (lexicon->answers);
  g_free (lexicon);
}

static Lexicon *
get_lexicon (TwfSpeller *self, const char *language)
{
  Lexicon *lexicon = g_hash_table_lookup (self->lexicons, language);
  g_auto (GStrv) states = NULL;

  if (lexicon != NULL)
    return lexicon;
  lexicon = g_new0 (Lexicon, 1);
  lexicon->broker = self->broker;
  lexicon->script = twf_language_get_script (language);
  lexicon->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (twf_spelling_is_written_in_words (lexicon->script))
    lexicon->tag = dup_best_tag (self->broker, language);
  if (lexicon->tag != NULL)
    lexicon->dict = enchant_broker_request_dict (self->broker, lexicon->tag);
  states = lexicon->dict != NULL ? twf_region_list_names (language) : g_new0 (char *, 1);
  lexicon->states = twf_known_words_new (language, (const char *const *)states);
  g_hash_table_insert (self->lexicons, g_strdup (language), lexicon);
  return lexicon;
}

/**
 * twf_speller_new:
 *
 * Returns: (transfer full): a speller; dictionaries are read when a language is first asked about
 */
TwfSpeller *
twf_speller_new (void)
{
  TwfSpeller *self = g_new0 (TwfSpeller, 1);

  self->broker = enchant_broker_init ();
  self->lexicons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_lexicon);
  return self;
}

/**
 * twf_speller_free:
 * @self: (transfer full) (nullable): a speller
 */
void
twf_speller_free (TwfSpeller *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lexicons);
  enchant_broker_free (self->broker);
  g_free (self);
}

/**
 * twf_speller_get_state:
 * @self: a speller
 * @language: a language
 *
 * Returns: whether texts in @language can be checked, or why not
 */
TwfSpellingState
twf_speller_get_state (TwfSpeller *self, const char *language)
{
  const Lexicon *lexicon = get_lexicon (self, language);

  if (!twf_spelling_is_written_in_words (lexicon->script))
    return TWF_SPELLING_NOT_SPELLED;
  return lexicon->dict != NULL ? TWF_SPELLING_CHECKED : TWF_SPELLING_NO_DICTIONARY;
}

/* An American dictionary has "organize"; who writes for the United Nations may have "organise"
 * where there is no British one. */
static gboolean
is_right_in_z (const Lexicon *lexicon, const char *asked)
{
  static const char *const endings[]
      = { "ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (asked, endings[i]))
      {
        g_autofree char *other = g_strdup (asked);

        other[strlen (asked) - strlen (endings[i]) + 1] = 'z';
        if (enchant_dict_check (lexicon->dict, other, -1) == 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
ask_dictionary (const Lexicon *lexicon, const char *asked)
{
  return enchant_dict_check (lexicon->dict, asked, -1) == 0
         || (g_str_equal (lexicon->tag, "en_US") && is_right_in_z (lexicon, asked));
}

static gboolean
is_right (Lexicon *lexicon, const char *asked, const TwfKnownWords *known)
{
  gpointer answer;
  gboolean right;

  if (known != NULL && twf_known_words_has (known, asked))
    return TRUE;
  if (g_hash_table_lookup_extended (lexicon->answers, asked, NULL, &answer))
    return GPOINTER_TO_INT (answer);
  right = ask_dictionary (lexicon, asked) || twf_known_words_has (lexicon->states, asked);
  if (g_hash_table_size (lexicon->answers) >= MOST_REMEMBERED)
    g_hash_table_remove_all (lexicon->answers);
  g_hash_table_insert (lexicon->answers, g_strdup (asked), GINT_TO_POINTER (right));
  return right;
}

/* What parts a word where it is not known as a whole. */
static gboolean
is_joint (gunichar character)
{
  return character == '-' || character == '/' || character == '\'' || character == 0x2010
         || character == 0x2011 || character == 0x2019 || character == 0x2bc;
}

/* Leaves signs out that stand at the borders of a piece and are none of the word. */
static void
add_misspelling (GArray *found, const char *text, const char *start, const char *end)
{
  TwfMisspelling misspelling;

  while (start < end && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar character = g_utf8_get_char (last);

      if (g_unichar_isalpha (character) || g_unichar_ismark (character))
        break;
      end = last;
    }
  misspelling.start = (gsize)(start - text);
  misspelling.length = (gsize)(end - start);
  g_array_append_val (found, misspelling);
}

static void
check_piece (Lexicon *lexicon,
             const TwfKnownWords *known,
             const char *text,
             const char *start,
             const char *end,
             GArray *found)
{
  g_autofree char *asked = twf_spelling_dup_asked (start, (gsize)(end - start));

  if (twf_spelling_wants (asked, lexicon->script) && !is_right (lexicon, asked, known))
    add_misspelling (found, text, start, end);
}

/* The elided words of French, and "'s", are known with their apostrophe alone. */
static gboolean
is_elision (const char *start, const char *end, gunichar joint)
{
  return joint != '-' && joint != '/' && joint != 0x2010 && joint != 0x2011
         && g_utf8_strlen (start, end - start) <= 2;
}

static void
check_word (Lexicon *lexicon,
            const TwfKnownWords *known,
            const char *text,
            const TwfSegment *segment,
            GArray *found)
{
  const char *start = text + segment->start;
  const char *end = start + segment->length;
  g_autofree char *asked = twf_spelling_dup_asked (start, segment->length);
  const char *from = start;

  /* Where a digit or a full stop is in it, it is a symbol, a code or an address: no part is asked
   * about either. */
  if (strpbrk (asked, ".@_:&0123456789") != NULL)
    return;
  if (twf_spelling_wants (asked, lexicon->script) && is_right (lexicon, asked, known))
    return;
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!is_joint (character))
        continue;
      if (!is_elision (from, at, character))
        check_piece (lexicon, known, text, from, at, found);
      from = g_utf8_next_char (at);
    }
  check_piece (lexicon, known, text, from, end, found);
}

/**
 * twf_speller_check:
 * @self: a speller
 * @text: a text
 * @language: its language
 * @known: (nullable): words that are right whatever a dictionary says
 *
 * Returns: (transfer full) (element-type TwfMisspelling): the words of @text that nobody knows, in
 *   order; none where there is no dictionary
 */
GArray *
twf_speller_check (TwfSpeller *self,
                   const char *text,
                   const char *language,
                   const TwfKnownWords *known)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TwfMisspelling));
  Lexicon *lexicon = get_lexicon (self, language);
  g_autoptr (GArray) segments = NULL;

  if (lexicon->dict == NULL)
    return found;
  segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);

      if (segment->kind == TWF_SEGMENT_WORD)
        check_word (lexicon, known, text, segment, found);
    }
  return found;
}

/**
 * twf_speller_suggest:
 * @self: a speller
 * @word: a word that was found
 * @language: its language
 *
 * Returns: (transfer full): what may have been meant, the likeliest first,
 * %TWF_SPELLING_MOST_SUGGESTIONS at most
 */
GStrv
twf_speller_suggest (TwfSpeller *self, const char *word, const char *language)
{
  Lexicon *lexicon = get_lexicon (self, language);
  g_autofree char *asked = twf_spelling_dup_asked (word, strlen (word));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  char **suggestions;
  size_t n = 0;

  if (lexicon->dict == NULL)
    return g_new0 (char *, 1);
  suggestions = enchant_dict_suggest (lexicon->dict, asked, -1, &n);
  for (size_t i = 0; i < MIN (n, TWF_SPELLING_MOST_SUGGESTIONS); i++)
    {
      g_autofree char *normal = g_utf8_normalize (suggestions[i], -1, G_NORMALIZE_DEFAULT_COMPOSE);

      if (normal != NULL)
        g_strv_builder_add (words, normal);
    }
  if (suggestions != NULL)
    enchant_dict_free_string_list (lexicon->dict, suggestions);
  return g_strv_builder_end (words);
}

/**
 * twf_spelling_get_package:
 * @language: a language
 *
 * Returns: (nullable): what Debian calls the package with its dictionary
 */
const char *
twf_spelling_get_package (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    if (is_same_base (dictionaries[i].language, language))
      return dictionaries[i].package;
  return NULL;
}
