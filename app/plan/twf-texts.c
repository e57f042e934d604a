/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-fields.h"

#include <string.h>

static int
compare_item (const TwfTextItem *item, guint part, const char *language)
{
  if (item->part != part)
    return item->part < part ? -1 : 1;
  return strcmp (item->language, language);
}

/* First item that is not before @part in @language. */
static guint
find_text (const TwfTexts *self, guint part, const char *language, gboolean *found)
{
  guint i = 0;
  int order = 1;

  while (i < self->n && (order = compare_item (&self->items[i], part, language)) < 0)
    i++;
  *found = i < self->n && order == 0;
  return i;
}

static void
clear_item (TwfTextItem *item)
{
  g_ref_string_release (item->language);
  g_free (item->text);
}

/**
 * twf_texts_clear:
 * @self: a table
 *
 * Frees what is in @self and leaves it empty.
 */
void
twf_texts_clear (TwfTexts *self)
{
  for (guint i = 0; i < self->n; i++)
    clear_item (&self->items[i]);
  g_clear_pointer (&self->items, g_free);
  self->n = 0;
}

/**
 * twf_texts_copy:
 * @self: an empty table
 * @from: what is copied into it
 */
void
twf_texts_copy (TwfTexts *self, const TwfTexts *from)
{
  self->n = from->n;
  self->items = from->n > 0 ? g_new (TwfTextItem, from->n) : NULL;
  for (guint i = 0; i < from->n; i++)
    {
      self->items[i].part = from->items[i].part;
      self->items[i].language = g_ref_string_acquire (from->items[i].language);
      self->items[i].text = g_strdup (from->items[i].text);
    }
}

/**
 * twf_texts_equal:
 * @one: a table
 * @other: another
 *
 * Returns: whether both hold the same texts in the same languages
 */
gboolean
twf_texts_equal (const TwfTexts *one, const TwfTexts *other)
{
  if (one->n != other->n)
    return FALSE;
  for (guint i = 0; i < one->n; i++)
    if (compare_item (&one->items[i], other->items[i].part, other->items[i].language) != 0
        || strcmp (one->items[i].text, other->items[i].text) != 0)
      return FALSE;
  return TRUE;
}

/**
 * twf_texts_get:
 * @self: a table
 * @part: which text
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer none): the text, not empty; %NULL if there is none
 */
const char *
twf_texts_get (const TwfTexts *self, guint part, const char *language)
{
  gboolean found;
  guint i = find_text (self, part, language, &found);

  return found ? self->items[i].text : NULL;
}

/**
 * twf_texts_set:
 * @self: a table
 * @part: which text
 * @language: a BCP 47 tag
 * @text: (nullable): the text; %NULL or empty: none
 *
 * Returns: whether anything changed
 */
gboolean
twf_texts_set (TwfTexts *self, guint part, const char *language, const char *text)
{
  gboolean found;
  guint i = find_text (self, part, language, &found);

  if (text == NULL || *text == '\0')
    {
      if (!found)
        return FALSE;
      clear_item (&self->items[i]);
      self->n--;
      memmove (&self->items[i], &self->items[i + 1], (self->n - i) * sizeof (TwfTextItem));
      return TRUE;
    }
  if (found)
    {
      char *copy;

      if (strcmp (self->items[i].text, text) == 0)
        return FALSE;
      /* @text may be a part of the text it replaces. */
      copy = g_strdup (text);
      g_free (self->items[i].text);
      self->items[i].text = copy;
      return TRUE;
    }
  self->items = g_renew (TwfTextItem, self->items, self->n + 1);
  memmove (&self->items[i + 1], &self->items[i], (self->n - i) * sizeof (TwfTextItem));
  self->n++;
  self->items[i].part = part;
  self->items[i].language = g_ref_string_new_intern (language);
  self->items[i].text = g_strdup (text);
  return TRUE;
}

/**
 * twf_texts_list:
 * @self: a table
 * @part: which text
 *
 * Returns: (transfer full): the languages in which there is one, sorted bytewise
 */
GStrv
twf_texts_list (const TwfTexts *self, guint part)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();

  for (guint i = 0; i < self->n; i++)
    if (self->items[i].part == part)
      g_strv_builder_add (languages, self->items[i].language);
  return g_strv_builder_end (languages);
}
