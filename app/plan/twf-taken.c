/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-taken.h"

#include "twf-blob-id.h"
#include "twf-language.h"
#include "twf-wording.h"

#include <string.h>

/**
 * twf_taken_new:
 * @symbol: of the text it is from
 * @place: the paragraph there
 *
 * Returns: (transfer full): a source that is bound to no wording yet
 */
TwfTaken *
twf_taken_new (const char *symbol, const char *place)
{
  TwfTaken *self = g_new0 (TwfTaken, 1);

  self->symbol = g_strdup (symbol);
  self->place = g_strdup (place);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->wordings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * twf_taken_free:
 * @self: (nullable): a source
 */
void
twf_taken_free (TwfTaken *self)
{
  if (self == NULL)
    return;
  g_free (self->symbol);
  g_free (self->place);
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->wordings);
  g_free (self);
}

static gboolean
take_wording (TwfTaken *self, const char *word)
{
  const char *sign = strchr (word, '=');
  g_autofree char *language = sign != NULL ? g_strndup (word, (gsize)(sign - word)) : NULL;

  if (language == NULL || !twf_language_is_valid (language) || !twf_blob_id_is_valid (sign + 1))
    return FALSE;
  g_ptr_array_add (self->languages, g_steal_pointer (&language));
  g_ptr_array_add (self->wordings, g_strdup (sign + 1));
  return TRUE;
}

/**
 * twf_taken_parse:
 * @value: a value of the field
 *
 * Returns: (transfer full) (nullable): what it says; %NULL: it says nothing of the sort
 */
TwfTaken *
twf_taken_parse (const char *value)
{
  g_autoptr (TwfTaken) self = NULL;
  g_autofree char *source = g_strdup (value);
  g_auto (GStrv) words = NULL;
  char *end = strchr (source, '=');
  char *sign;

  /* Wordings are the words with an equals sign, at the end; symbol and place may hold spaces. */
  while (end != NULL && end > source && *end != ' ')
    end--;
  if (end == NULL || end == source)
    return NULL;
  *end = '\0';
  sign = strrchr (source, '#');
  if (sign == NULL || sign == source || sign[1] == '\0')
    return NULL;
  *sign = '\0';
  self = twf_taken_new (source, sign + 1);
  words = g_strsplit (end + 1, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!take_wording (self, words[i]))
      return NULL;
  return g_steal_pointer (&self);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * twf_taken_format:
 * @self: a source
 *
 * Returns: (transfer full): the one spelling of it
 */
char *
twf_taken_format (const TwfTaken *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *value = g_string_new (NULL);

  g_string_append_printf (value, "%s#%s", self->symbol, self->place);
  for (guint i = 0; i < self->languages->len; i++)
    g_ptr_array_add (words,
                     g_strdup_printf ("%s=%s",
                                      (const char *)self->languages->pdata[i],
                                      (const char *)self->wordings->pdata[i]));
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (value, " %s", (const char *)words->pdata[i]);
  return g_string_free (value, FALSE);
}

/**
 * twf_taken_bind:
 * @self: a source
 * @language: a language
 * @text: how the provision's text reads there now that it was taken
 */
void
twf_taken_bind (TwfTaken *self, const char *language, const char *text)
{
  g_ptr_array_add (self->languages, g_strdup (language));
  g_ptr_array_add (self->wordings, twf_wording_dup_id (text));
}

/**
 * twf_taken_holds:
 * @self: a source
 * @provision: what was taken from it
 * @language: a language
 *
 * Returns: whether the words in that language still are those that were taken
 */
gboolean
twf_taken_holds (const TwfTaken *self, TwfProvision *provision, const char *language)
{
  const char *text = twf_provision_get_text (provision, TWF_PART_BODY, language);
  g_autofree char *wording = text != NULL ? twf_wording_dup_id (text) : NULL;

  for (guint i = 0; wording != NULL && i < self->languages->len; i++)
    if (g_str_equal (self->languages->pdata[i], language)
        && g_str_equal (self->wordings->pdata[i], wording))
      return TRUE;
  return FALSE;
}

static gboolean
holds_anywhere (const TwfTaken *self, TwfProvision *provision)
{
  for (guint i = 0; i < self->languages->len; i++)
    if (twf_taken_holds (self, provision, self->languages->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
free_taken (gpointer data)
{
  twf_taken_free (data);
}

/**
 * twf_taken_list:
 * @provision: a provision
 *
 * Returns: (transfer full) (element-type TwfTaken): from where it was taken, as far as that holds
 * in a language at least
 */
GPtrArray *
twf_taken_list (TwfProvision *provision)
{
  const char *const *values = twf_provision_get_values (provision, TWF_FIELD_TAKEN);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_taken);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfTaken) taken = twf_taken_parse (values[i]);

      if (taken != NULL && holds_anywhere (taken, provision))
        g_ptr_array_add (list, g_steal_pointer (&taken));
    }
  return list;
}

/**
 * twf_taken_new_edit:
 * @provision: what is taken from somewhere
 * @taken: from where
 *
 * What no longer held goes with it: the set does not grow with what nobody can see any more.
 *
 * Returns: (transfer full): the edit that records it
 */
TwfEdit *
twf_taken_new_edit (TwfProvision *provision, const TwfTaken *taken)
{
  g_autoptr (GPtrArray) standing = twf_taken_list (provision);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  char *value = twf_taken_format (taken);

  for (guint i = 0; i < standing->len; i++)
    {
      const TwfTaken *other = standing->pdata[i];

      if (!g_str_equal (other->symbol, taken->symbol) || !g_str_equal (other->place, taken->place))
        g_ptr_array_add (values, twf_taken_format (other));
    }
  g_ptr_array_add (values, value);
  g_ptr_array_add (values, NULL);
  return twf_edit_new_values (
      twf_provision_get_id (provision), TWF_FIELD_TAKEN, (const char *const *)values->pdata);
}
