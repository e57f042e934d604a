/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-finder.h"

#include "twf-normal.h"
#include "twf-search.h"
#include "twf-segments.h"

#include <string.h>

struct _TwfFinder
{
  char *wanted; /* in NFC */
  char *language;
  TwfSearch *search; /* nullable: sign for sign */
  TwfFindFlags flags;
};

/**
 * twf_finder_new:
 * @wanted: what is looked for
 * @language: (nullable): the language of the texts
 * @flags: what is the same
 *
 * Returns: (transfer full): finds it in texts in NFC, as those of a plan are; nothing is found
 *   nowhere
 */
TwfFinder *
twf_finder_new (const char *wanted, const char *language, TwfFindFlags flags)
{
  TwfFinder *self = g_new0 (TwfFinder, 1);

  self->wanted = twf_text_normalize (wanted, -1, NULL);
  if (self->wanted == NULL)
    self->wanted = g_strdup (wanted);
  self->language = g_strdup (language);
  self->flags = flags;
  if (!(flags & TWF_FIND_EXACTLY))
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
  g_free (self);
}

static gboolean
find_next (TwfFinder *self, const char *text, gsize from, TwfFound *found)
{
  const char *at;

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

  for (gsize from = 0; find_next (self, text, from, &found);)
    {
      /* Words are looked for only in texts that have it at all. */
      if (pieces == NULL && self->flags != TWF_FIND_LOOSELY)
        pieces = twf_text_segment (text,
                                   self->flags & TWF_FIND_WHOLE_WORDS ? TWF_BOUNDARY_WORD
                                                                      : TWF_BOUNDARY_GRAPHEME,
                                   self->language);
      if (pieces == NULL || fits (pieces, &found))
        {
          g_array_append_val (all, found);
          from = found.start + found.length;
        }
      else
        from = (gsize)(g_utf8_next_char (text + found.start) - text);
    }
  return all;
}

/**
 * twf_finder_replace:
 * @self: a finder
 * @text: a text
 * @with: what is to stand in the place of what is found
 * @n: (out) (optional): how often it was
 *
 * Returns: (transfer full): the text with that
 */
char *
twf_finder_replace (TwfFinder *self, const char *text, const char *with, guint *n)
{
  g_autoptr (GArray) all = twf_finder_find_all (self, text);
  GString *result = g_string_sized_new (strlen (text));
  gsize kept = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const TwfFound *found = &g_array_index (all, TwfFound, i);

      g_string_append_len (result, text + kept, (gssize)(found->start - kept));
      g_string_append (result, with);
      kept = found->start + found->length;
    }
  g_string_append (result, text + kept);
  if (n != NULL)
    *n = all->len;
  return g_string_free (result, FALSE);
}
