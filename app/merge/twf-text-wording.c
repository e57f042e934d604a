/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-wording.h"

#include "twf-arabic.h"
#include "twf-normal.h"

#include <string.h>

#define TATWEEL "\331\200"

/**
 * twf_lexicon_new_for_merge:
 *
 * Returns: (transfer full): what the texts of one merge share; it must outlive them
 */
TwfLexicon *
twf_lexicon_new_for_merge (void)
{
  TwfLexicon *self = g_new (TwfLexicon, 1);

  self->words = twf_word_table_new ();
  self->keys = g_string_chunk_new (1024);
  return self;
}

/**
 * twf_lexicon_free_for_merge:
 * @self: a lexicon
 */
void
twf_lexicon_free_for_merge (TwfLexicon *self)
{
  twf_word_table_free (self->words);
  g_string_chunk_free (self->keys);
  g_free (self);
}

/* The form in which a word is compared, where that is not the one in which it is written. A word
 * of nothing but tatweel stays what it is. */
static const char *
find_key (const char *word, gsize length, TwfLexicon *lexicon)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *normal = twf_text_normalize (copy, -1, NULL);
  g_autofree char *stripped = normal != NULL ? twf_arabic_strip_tatweel (normal) : NULL;

  if (stripped == NULL || *stripped == '\0' || g_str_equal (stripped, copy))
    return NULL;
  return g_string_chunk_insert_const (lexicon->keys, stripped);
}

static void
find_keys (TwfWording *self, TwfLexicon *lexicon)
{
  TwfTokens *tokens = self->tokens;

  if (strstr (tokens->text, TATWEEL) == NULL && twf_text_is_normal (tokens->text, -1))
    return;
  self->keys = g_new0 (const char *, tokens->n_words + 1);
  for (guint i = 0; i < tokens->n_words; i++)
    {
      const TwfToken *token = &tokens->tokens[tokens->positions[i]];

      self->keys[i] = find_key (tokens->text + token->start, token->length, lexicon);
      if (self->keys[i] != NULL)
        tokens->words[i]
            = twf_word_table_add (lexicon->words, self->keys[i], strlen (self->keys[i]));
    }
}

static gboolean
is_closing (gunichar sign)
{
  GUnicodeType type;

  /* Nearly every sign that is asked for. */
  if (sign < 0x80)
    return sign == '"' || sign == '\'' || sign == '*' || sign == '_' || sign == ')' || sign == ']'
           || sign == '}';
  type = g_unichar_type (sign);
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* What a mark closes: signs that always do, and those that do before a space alone. */
static TwfGrain
grain_of_sign (gunichar sign, gboolean before_space)
{
  switch (sign)
    {
    case 0x061f: /* Arabic question mark and full stop; ideographic full stop, ? and ! */
    case 0x06d4:
    case 0x3002:
    case 0xff1f:
    case 0xff01:
      return TWF_GRAIN_SENTENCE;
    case 0x060c: /* Arabic comma and semicolon; ideographic comma, enumeration comma, ; and : */
    case 0x061b:
    case 0x3001:
    case 0xff0c:
    case 0xff1b:
    case 0xff1a:
      return TWF_GRAIN_CLAUSE;
    case '.':
    case '?':
    case '!':
      return before_space ? TWF_GRAIN_SENTENCE : TWF_GRAIN_WORD;
    case ',':
    case ';':
    case ':':
      return before_space ? TWF_GRAIN_CLAUSE : TWF_GRAIN_WORD;
    default:
      return TWF_GRAIN_WORD;
    }
}

static TwfGrain
grain_of_space (const char *from, const char *to)
{
  guint lines = 0;

  for (const char *at = from; at < to; at++)
    lines += *at == '\n' || (*at == '\r' && (at + 1 == to || at[1] != '\n'));
  return lines > 1 ? TWF_GRAIN_PARAGRAPH : lines > 0 ? TWF_GRAIN_LINE : TWF_GRAIN_WORD;
}

/* What ends behind @word: a quotation mark or bracket that closes goes with the mark before it. */
static TwfGrain
grain_behind (const TwfWording *self, guint word)
{
  const char *text = self->tokens->text;
  gsize end = twf_wording_get_end (self, word);
  gsize next = twf_wording_get_start (self, word + 1);
  TwfGrain grain = grain_of_space (text + end, text + next);
  gboolean before_space = next > end;
  guint at = word;

  if (grain >= TWF_GRAIN_LINE)
    return grain;
  while (at > 0 && at + 3 > word
         && is_closing (g_utf8_get_char (text + twf_wording_get_start (self, at)))
         && twf_wording_get_start (self, at) == twf_wording_get_end (self, at - 1))
    at--;
  return grain_of_sign (g_utf8_get_char (text + twf_wording_get_start (self, at)), before_space);
}

static void
find_grains (TwfWording *self)
{
  guint n = self->tokens->n_words;

  self->grains = g_new (guint8, n + 1);
  self->grains[0] = TWF_GRAIN_PARAGRAPH;
  for (guint i = 1; i < n; i++)
    self->grains[i] = (guint8)grain_behind (self, i - 1);
  self->grains[n] = TWF_GRAIN_PARAGRAPH;
}

static TwfWording *
wording_new (TwfTokens *tokens, TwfLexicon *lexicon)
{
  TwfWording *self = g_new0 (TwfWording, 1);

  self->tokens = tokens;
  self->hunks = g_array_new (FALSE, FALSE, sizeof (TwfHunk));
  find_keys (self, lexicon);
  find_grains (self);
  return self;
}

/**
 * twf_wording_new:
 * @text: a text in UTF-8; must live as long as the result
 * @language: (nullable): its language
 * @lexicon: shared by the texts of the merge
 *
 * Returns: (transfer full): the text cut up
 */
TwfWording *
twf_wording_new (const char *text, const char *language, TwfLexicon *lexicon)
{
  return wording_new (twf_tokens_new (text, language, lexicon->words), lexicon);
}

/**
 * twf_wording_new_version:
 * @text: a text in UTF-8; must live as long as the result
 * @language: (nullable): its language
 * @lexicon: shared by the texts of the merge
 * @base: what it was made from, of the same lexicon
 *
 * As twf_wording_new(), sooner where @text has lines of @base, and aligned with it.
 *
 * Returns: (transfer full): the text cut up
 */
TwfWording *
twf_wording_new_version (const char *text,
                         const char *language,
                         TwfLexicon *lexicon,
                         const TwfWording *base)
{
  TwfWording *self
      = wording_new (twf_tokens_new_beside (text, language, lexicon->words, base->tokens), lexicon);

  twf_wording_align (self, base);
  return self;
}

/**
 * twf_wording_free:
 * @self: a version
 */
void
twf_wording_free (TwfWording *self)
{
  twf_tokens_free (self->tokens);
  g_array_unref (self->hunks);
  g_free (self->match);
  g_free (self->keys);
  g_free (self->grains);
  g_free (self);
}

/**
 * twf_wording_get_length:
 * @self: a version
 *
 * Returns: how many words it has
 */
guint
twf_wording_get_length (const TwfWording *self)
{
  return self->tokens->n_words;
}

/**
 * twf_wording_get_start:
 * @self: a version
 * @word: a word; their number for the end of the text
 *
 * Returns: the byte at which @word begins
 */
gsize
twf_wording_get_start (const TwfWording *self, guint word)
{
  const TwfTokens *tokens = self->tokens;
  const TwfToken *last;

  if (word < tokens->n_words)
    return tokens->tokens[tokens->positions[word]].start;
  if (tokens->n_tokens == 0)
    return 0;
  last = &tokens->tokens[tokens->n_tokens - 1];
  return last->start + last->length;
}

/**
 * twf_wording_get_end:
 * @self: a version
 * @word: a word; %G_MAXUINT for the beginning of the text
 *
 * Returns: the byte behind @word
 */
gsize
twf_wording_get_end (const TwfWording *self, guint word)
{
  const TwfToken *token;

  if (word == G_MAXUINT)
    return 0;
  token = &self->tokens->tokens[self->tokens->positions[word]];
  return token->start + token->length;
}

/**
 * twf_wording_get_symbol:
 * @self: a version
 * @word: a word
 *
 * Returns: what is the same for words that are compared as the same
 */
guint32
twf_wording_get_symbol (const TwfWording *self, guint word)
{
  return self->tokens->words[word];
}

/**
 * twf_wording_compare_words:
 * @self: a version
 * @word: one of its words
 * @other: another version, of the same lexicon
 * @other_word: a word of it
 *
 * Returns: less than, equal to or greater than 0: an order that does not depend on the lexicon
 */
int
twf_wording_compare_words (const TwfWording *self,
                           guint word,
                           const TwfWording *other,
                           guint other_word)
{
  const TwfWording *versions[] = { self, other };
  const guint words[] = { word, other_word };
  const char *keys[2];
  gsize lengths[2];
  int order;

  if (self->tokens->words[word] == other->tokens->words[other_word])
    return 0;
  for (guint i = 0; i < 2; i++)
    {
      gsize start = twf_wording_get_start (versions[i], words[i]);

      keys[i] = versions[i]->keys != NULL ? versions[i]->keys[words[i]] : NULL;
      lengths[i] = keys[i] != NULL ? strlen (keys[i])
                                   : twf_wording_get_end (versions[i], words[i]) - start;
      keys[i] = keys[i] != NULL ? keys[i] : versions[i]->tokens->text + start;
    }
  order = memcmp (keys[0], keys[1], MIN (lengths[0], lengths[1]));
  return order != 0 ? order : lengths[0] < lengths[1] ? -1 : 1;
}

/**
 * twf_wording_find_hunk:
 * @self: a version that was aligned
 * @gap: a gap between words of the base
 *
 * Returns: (nullable): the first hunk that ends at @gap or behind it
 */
const TwfHunk *
twf_wording_find_hunk (const TwfWording *self, guint gap)
{
  const TwfHunk *hunks = (const TwfHunk *)(gconstpointer)self->hunks->data;
  guint low = 0;
  guint high = self->hunks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hunks[middle].x1 < gap)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->hunks->len ? &hunks[low] : NULL;
}

/**
 * twf_wording_locate:
 * @self: a version that was aligned
 * @gap: a gap between words of the base, not inside a hunk
 * @after: whether words inserted at @gap are before the result
 *
 * Returns: the gap of this version that stands for @gap
 */
guint
twf_wording_locate (const TwfWording *self, guint gap, gboolean after)
{
  const TwfHunk *first = (const TwfHunk *)(gconstpointer)self->hunks->data;
  const TwfHunk *hunk = twf_wording_find_hunk (self, gap);
  const TwfHunk *before;

  if (hunk != NULL && hunk->x1 == gap && (hunk->x0 < gap || after))
    return hunk->y1;
  if (hunk != NULL && hunk->x0 == gap)
    return hunk->y0;
  if (self->hunks->len == 0 || hunk == first)
    return gap;
  before = hunk != NULL ? hunk : first + self->hunks->len;
  before--;
  return before->y1 + (gap - before->x1);
}
