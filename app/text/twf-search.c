/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-search.h"

#include "twf-utf16.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/usearch.h>
#include <unicode/ustring.h>

/* What Arabic search takes for the same beyond ICU's own search collation: forms of alef, the yeh
 * and kaf of other keyboards, heh and teh marbuta; written for every language, since Arabic words
 * stand in texts of all of them. */
static const char arabic_rules[] = "&ا<<آ<<أ<<إ<<ٱ<<ٲ<<ٳ"
                                   "&و<<ؤ"
                                   "&ي<<ئ<<ى<<ی<<ې"
                                   "&ك<<ک<<ڪ"
                                   "&ه<<ة<<ھ<<ہ<<ە";

/* ICU refuses to search in nothing. */
static const UChar blank[] = { ' ', 0 };

struct _TwfSearch
{
  TwfUtf16 *pattern; /* the search only points to it */
  UCollator *collator;
  UBreakIterator *graphemes;
  UStringSearch *search; /* NULL if the pattern is empty */
  char *literal;         /* a pattern of signs alone, which the collation would not see */
};

static UCollator *
build_collator (const char *language)
{
  g_autofree char *locale = g_strconcat (language, "-u-co-search", NULL);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *base = ucol_open (locale, &status);
  UCollator *collator;
  g_autofree UChar *rules = NULL;
  g_autoptr (TwfUtf16) more = NULL;
  gint32 length;

  if (U_FAILURE (status))
    return NULL;
  length = ucol_getRulesEx (base, UCOL_TAILORING_ONLY, NULL, 0);
  more = twf_utf16_new (arabic_rules, -1);
  rules = g_new0 (UChar, (gsize)length + (gsize)more->length + 1);
  ucol_getRulesEx (base, UCOL_TAILORING_ONLY, rules, length + 1);
  u_strcat (rules, more->units);
  collator = ucol_openRules (rules, -1, UCOL_ON, UCOL_PRIMARY, NULL, &status);
  if (U_FAILURE (status))
    return base;
  ucol_close (base);
  ucol_setAttribute (collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
  return collator;
}

/* Building one takes 2 ms and somebody may be typing: each is built once and cloned. */
static UCollator *
open_collator (const char *language)
{
  static GMutex mutex;
  static GHashTable *collators;
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator;

  g_mutex_lock (&mutex);
  if (collators == NULL)
    collators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collator = g_hash_table_lookup (collators, language);
  if (collator == NULL)
    {
      collator = build_collator (language);
      if (collator != NULL)
        g_hash_table_insert (collators, g_strdup (language), collator);
    }
  if (collator != NULL)
    collator = ucol_clone (collator, &status);
  g_mutex_unlock (&mutex);
  return U_SUCCESS (status) ? collator : NULL;
}

/* Whether the collation sees anything of the pattern at all. */
static gboolean
has_weight (const UCollator *collator, const TwfUtf16 *pattern)
{
  return ucol_strcoll (collator, pattern->units, pattern->length, blank, 0) != UCOL_EQUAL;
}

/**
 * twf_search_new:
 * @pattern: what is looked for
 * @language: (nullable): the language of the texts
 *
 * Prepares to look for @pattern as a reader would (Unicode Technical Standard 10, section 8):
 * case, accents, Arabic vowel marks, tatweel, the seats of hamza, forms of alef, yeh and kaf, teh
 * marbuta and heh, kinds of digits, spaces and punctuation make no difference.
 *
 * Returns: (transfer full): a search; an empty pattern is found nowhere
 */
TwfSearch *
twf_search_new (const char *pattern, const char *language)
{
  TwfSearch *self = g_new0 (TwfSearch, 1);
  TwfUtf16 *units = twf_utf16_new (pattern, -1);
  UErrorCode status = U_ZERO_ERROR;

  self->pattern = units;
  if (units->length == 0)
    return self;
  self->collator = open_collator (language != NULL ? language : "und");
  if (self->collator == NULL || !has_weight (self->collator, units))
    {
      self->literal = g_strdup (pattern);
      return self;
    }
  self->graphemes = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);
  self->search = usearch_openFromCollator (
      units->units, units->length, blank, 1, self->collator, self->graphemes, &status);
  if (U_FAILURE (status))
    {
      g_warning ("search: %s", u_errorName (status));
      self->search = NULL;
      self->literal = g_strdup (pattern);
    }
  return self;
}

/**
 * twf_search_free:
 * @self: (nullable): what is no longer needed
 *
 * Frees a search.
 */
void
twf_search_free (TwfSearch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->search, usearch_close);
  g_clear_pointer (&self->graphemes, ubrk_close);
  g_clear_pointer (&self->collator, ucol_close);
  twf_utf16_free (self->pattern);
  g_free (self->literal);
  g_free (self);
}

static gboolean
find_literal (TwfSearch *self, const char *text, gsize from, gsize *start, gsize *length)
{
  const char *found;

  if (self->literal == NULL || from > strlen (text))
    return FALSE;
  found = strstr (text + from, self->literal);
  if (found == NULL)
    return FALSE;
  if (start != NULL)
    *start = (gsize)(found - text);
  if (length != NULL)
    *length = strlen (self->literal);
  return TRUE;
}

/* Looks in the @size bytes at @text; offsets are from @text. */
static gboolean
find_in_block (TwfSearch *self, const char *text, gsize size, gsize *start, gsize *length)
{
  g_autoptr (TwfUtf16) units = twf_utf16_new_mapped (text, (gssize)size);
  UErrorCode status = U_ZERO_ERROR;
  gint32 found;
  gint32 matched;

  usearch_setText (self->search, units->units, units->length, &status);
  found = usearch_first (self->search, &status);
  matched = usearch_getMatchedLength (self->search);
  usearch_setText (self->search, blank, 1, &status);
  if (U_FAILURE (status) || found == USEARCH_DONE || matched <= 0)
    return FALSE;
  *start = units->offsets[found];
  *length = units->offsets[found + matched] - units->offsets[found];
  return TRUE;
}

/**
 * twf_search_find:
 * @self: a search
 * @text: a text in UTF-8
 * @from: the byte to look from, between two characters
 * @start: (out) (optional): the byte that the match begins at
 * @length: (out) (optional): its length in bytes, more than 0
 *
 * Looks block by block, so that finding one match after the other in a long text does not read
 * the rest of it each time: a match may go over a line end, not over an empty line.
 *
 * Returns: whether there is a match at or after @from; it begins and ends between graphemes
 */
gboolean
twf_search_find (TwfSearch *self, const char *text, gsize from, gsize *start, gsize *length)
{
  const char *end = text + strlen (text);
  const char *at = text + from;

  if (self->search == NULL)
    return find_literal (self, text, from, start, length);
  while (from < (gsize)(end - text) && at < end)
    {
      const char *gap = strstr (at, "\n\n");
      gsize size = (gsize)((gap != NULL ? gap : end) - at);
      gsize found;
      gsize matched;

      if (size > 0 && find_in_block (self, at, size, &found, &matched))
        {
          if (start != NULL)
            *start = (gsize)(at - text) + found;
          if (length != NULL)
            *length = matched;
          return TRUE;
        }
      at += size + (gap != NULL ? 2 : 0);
    }
  return FALSE;
}

/**
 * twf_search_matches:
 * @self: a search
 * @text: a text in UTF-8
 *
 * Returns: whether @text has a match
 */
gboolean
twf_search_matches (TwfSearch *self, const char *text)
{
  return twf_search_find (self, text, 0, NULL, NULL);
}
