/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-finder.h"

#include "twf-normal.h"
#include "twf-pattern.h"
#include "twf-search.h"
#include "twf-segments.h"

#include <string.h>

struct _TwfFinder
{
  char *wanted; /* in NFC */
  char *language;
  TwfSearch *search;   /* nullable: sign for sign */
  TwfPattern *pattern; /* nullable: no regular expression */
  TwfFindFlags flags;
};

/**
 * twf_finder_new:
 * @wanted: what is looked for
 * @language: (nullable): the language of the texts
 * @flags: what is the same
 *
 * Returns: (transfer full): finds it in texts in NFC, as those of a plan are, or %NULL; nothing is
 *   found nowhere
 *
 * Errors: %TWF_ERROR_INVALID if it is to be a regular expression and is none
 */
TwfFinder *
twf_finder_new (const char *wanted, const char *language, TwfFindFlags flags, GError **error)
{
  TwfFinder *self = g_new0 (TwfFinder, 1);

  self->wanted = twf_text_normalize (wanted, -1, NULL);
  if (self->wanted == NULL)
    self->wanted = g_strdup (wanted);
  self->language = g_strdup (language);
  self->flags = flags;
  if (flags & TWF_FIND_PATTERN)
    {
      self->pattern = twf_pattern_new (self->wanted, error);
      if (self->pattern == NULL)
        g_clear_pointer (&self, twf_finder_free);
    }
  else if (!(flags & TWF_FIND_EXACTLY))
    self->search = twf_search_new (self->wanted, language);
  return self;
}

/**
 * twf_finder_free:
 * @self: (nullable): a finder
 */
void
twf_finder_free (TwfFinder *self)
{
  if (self == NULL)
    return;
  g_free (self->wanted);
  g_free (self->language);
  g_clear_pointer (&self->search, twf_search_free);
  g_clear_pointer (&self->pattern, twf_pattern_free);
  g_free (self);
}

/**
 * twf_finder_check:
 * @self: a finder
 * @with: what is to stand in the place of what is found
 *
 * Returns: whether it can; only with a regular expression there is anything to be wrong
 *
 * Errors: as twf_pattern_check()
 */
gboolean
twf_finder_check (TwfFinder *self, const char *with, GError **error)
{
  return self->pattern == NULL || twf_pattern_check (self->pattern, with, error);
}

/**
 * twf_finder_gave_up:
 * @self: a finder
 *
 * Returns: whether some text was not looked through to its end, since that would take too long
 */
gboolean
twf_finder_gave_up (TwfFinder *self)
{
  return self->pattern != NULL && twf_pattern_gave_up (self->pattern);
}

static gboolean
find_next (TwfFinder *self, const char *text, gsize from, TwfFound *found)
{
  const char *at;

  if (self->pattern != NULL)
    return twf_pattern_find (self->pattern, from, &found->start, &found->length);
  if (self->search != NULL)
    return twf_search_find (self->search, text, from, &found->start, &found->length);
  at = *self->wanted != '\0' ? strstr (text + from, self->wanted) : NULL;
  if (at == NULL)
    return FALSE;
  *found = (TwfFound){ (gsize)(at - text), strlen (self->wanted) };
  return TRUE;
}

/* Whether no piece of the text begins or ends within, and none goes over either end. */
static gboolean
fits (GArray *pieces, const TwfFound *found)
{
  gboolean begins = FALSE, ends = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfSegment *piece = &g_array_index (pieces, TwfSegment, i);

      begins |= piece->start == found->start;
      ends |= piece->start + piece->length == found->start + found->length;
    }
  return begins && ends;
}

/* Finds the next that may count; @pieces are cut where they are needed first. */
static gboolean
find_fitting (TwfFinder *self, const char *text, gsize from, GArray **pieces, TwfFound *found)
{
  for (; find_next (self, text, from, found);
       from = (gsize)(g_utf8_next_char (text + found->start) - text))
    {
      /* Words are looked for only in texts that have it at all. */
      if (*pieces == NULL && self->flags != TWF_FIND_LOOSELY)
        *pieces = twf_text_segment (text,
                                    self->flags & TWF_FIND_WHOLE_WORDS ? TWF_BOUNDARY_WORD
                                                                       : TWF_BOUNDARY_GRAPHEME,
                                    self->language);
      if (*pieces == NULL || fits (*pieces, found))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_finder_find_all:
 * @self: a finder
 * @text: a text
 *
 * Returns: (transfer full) (element-type TwfFound): where it stands, in order, none in another;
 *   each begins and ends between two characters as a reader counts them
 */
GArray *
twf_finder_find_all (TwfFinder *self, const char *text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TwfFound));
  g_autoptr (GArray) pieces = NULL;
  TwfFound found;

  if (self->pattern != NULL)
    twf_pattern_set_text (self->pattern, text);
  for (gsize from = 0; find_fitting (self, text, from, &pieces, &found);
       from = found.start + found.length)
    g_array_append_val (all, found);
  return all;
}

/**
 * twf_finder_replace:
 * @self: a finder
 * @text: a text
 * @with: what is to stand in the place of what is found, which was checked
 * @n: (out) (optional): how often it was
 *
 * Returns: (transfer full): the text with that
 */
char *
twf_finder_replace (TwfFinder *self, const char *text, const char *with, guint *n)
{
  g_autoptr (GArray) pieces = NULL;
  GString *result = g_string_sized_new (strlen (text));
  gsize kept = 0;
  TwfFound found;
  guint count = 0;

  if (self->pattern != NULL)
    twf_pattern_set_text (self->pattern, text);
  for (; find_fitting (self, text, kept, &pieces, &found); count++)
    {
      g_string_append_len (result, text + kept, (gssize)(found.start - kept));
      if (self->pattern != NULL)
        twf_pattern_append (self->pattern, result, with);
      else
        g_string_append (result, with);
      kept = found.start + found.length;
    }
  g_string_append (result, text + kept);
  if (n != NULL)
    *n = count;
  return g_string_free (result, FALSE);
}
