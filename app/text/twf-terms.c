/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-terms.h"

#include "twf-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

/* Raised whenever texts are cut or folded otherwise than before: what was indexed so does not fit.
 */
#define MAKING "1"

/* A longer run of letters is no word of anybody's. */
#define LONGEST_TERM 256

struct _TwfTerms
{
  GHashTable *folded; /* run of letters as it stands -> what it folds to, in @words (lent) */
  GHashTable *words;  /* a set of folded terms (owned) */
  GString *run;
};

typedef enum
{
  SIGN_OTHER,  /* parts words */
  SIGN_LETTER, /* a letter or a digit */
  SIGN_WITHIN, /* belongs to the word it stands in: marks, tatweel, joiners, soft hyphens */
  SIGN_HAN,
} Sign;

static Sign
find_sign (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char)character) ? SIGN_LETTER : SIGN_OTHER;
  if (u_hasBinaryProperty ((UChar32)character, UCHAR_IDEOGRAPHIC))
    return SIGN_HAN;
  if (u_isalnum ((UChar32)character))
    return SIGN_LETTER;
  if (U_MASK (u_charType ((UChar32)character)) & (U_GC_M_MASK | U_GC_CF_MASK))
    return SIGN_WITHIN;
  return SIGN_OTHER;
}

/**
 * twf_terms_new:
 *
 * Makes what cuts texts into terms. It remembers what it folded, since texts of one language repeat
 * their words; it is for one thread at a time.
 *
 * Returns: (transfer full): a cutter
 */
TwfTerms *
twf_terms_new (void)
{
  TwfTerms *self = g_new0 (TwfTerms, 1);

  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->run = g_string_new (NULL);
  return self;
}

/**
 * twf_terms_free:
 * @self: (nullable): a cutter; the terms that it lent go with it
 */
void
twf_terms_free (TwfTerms *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->words);
  g_string_free (self->run, TRUE);
  g_free (self);
}

/* What the run folds to; "" where nothing of it is left. */
static const char *
fold_run (TwfTerms *self)
{
  const char *known = g_hash_table_lookup (self->folded, self->run->str);
  g_autofree char *folded = NULL;

  if (known != NULL)
    return known;
  folded = twf_fold_key (self->run->str);
  known = g_hash_table_lookup (self->words, folded);
  if (known == NULL)
    {
      known = folded;
      g_hash_table_add (self->words, g_steal_pointer (&folded));
    }
  g_hash_table_insert (self->folded, g_strdup (self->run->str), (gpointer)known);
  return known;
}

static void
add_term (TwfTerms *self, GArray *terms, const char *text, gsize start, gsize end, gboolean single)
{
  TwfTerm term = { start, end, NULL, single };

  g_string_truncate (self->run, 0);
  g_string_append_len (self->run, text + start, (gssize)MIN (end - start, LONGEST_TERM));
  /* Cut in the middle of a character, the run would not be UTF-8. */
  if (end - start > LONGEST_TERM)
    g_string_truncate (self->run,
                       (gsize)(g_utf8_find_prev_char (self->run->str, self->run->str + LONGEST_TERM)
                               - self->run->str));
  term.folded = fold_run (self);
  if (term.folded[0] != '\0')
    g_array_append_val (terms, term);
}

/**
 * twf_terms_cut:
 * @self: a cutter
 * @text: a text in UTF-8
 * @terms: (element-type TwfTerm): where its terms go, behind what is there
 *
 * Cuts a text into the terms by which it is found: words and numbers as twf_fold_key() has them,
 * punctuation left out. Han is cut into pairs, each sign with the one behind it, since single signs
 * are in every text; the last of a row stands alone, and so do signs parted by punctuation.
 */
void
twf_terms_cut (TwfTerms *self, const char *text, GArray *terms)
{
  gsize start = 0;
  gboolean open = FALSE;
  gsize at = 0;

  while (text[at] != '\0')
    {
      gunichar character = g_utf8_get_char (text + at);
      gsize next = (gsize)(g_utf8_next_char (text + at) - text);
      Sign sign = find_sign (character);

      if (open && sign != SIGN_LETTER && sign != SIGN_WITHIN)
        {
          add_term (self, terms, text, start, at, FALSE);
          open = FALSE;
        }
      if (sign == SIGN_LETTER && !open)
        {
          start = at;
          open = TRUE;
        }
      if (sign == SIGN_HAN)
        {
          gboolean pair = find_sign (g_utf8_get_char (text + next)) == SIGN_HAN;

          add_term (self,
                    terms,
                    text,
                    at,
                    pair ? (gsize)(g_utf8_next_char (text + next) - text) : next,
                    !pair);
        }
      at = next;
    }
  if (open)
    add_term (self, terms, text, start, at, FALSE);
}

/**
 * twf_terms_count_known:
 * @self: a cutter
 *
 * Returns: how many runs it remembers, so that who cuts a whole library can begin anew
 */
guint
twf_terms_count_known (TwfTerms *self)
{
  return g_hash_table_size (self->folded);
}

/**
 * twf_terms_get_making:
 *
 * Returns: (transfer none): how terms are made, by this program and by its ICU: where it differs,
 *   what was indexed has to be indexed anew
 */
const char *
twf_terms_get_making (void)
{
  return MAKING " " U_ICU_VERSION;
}
