/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-wording.h"

#include "twf-blob-id.h"

#include <string.h>

static int
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_wording_dup_id:
 * @text: (nullable): a text as it stands in a plan
 *
 * Returns: (transfer full) (nullable): the id of the file it is stored in, which ends in a line
 * feed; %NULL where there is no text, and so no file
 */
char *
twf_wording_dup_id (const char *text)
{
  g_autofree char *file = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  file = g_strconcat (text, "\n", NULL);
  return twf_blob_id_for_data (file, strlen (file));
}

/* What stands behind "<language>=" in @value; NULL: it is of another language. */
static const char *
get_id_in (const char *value, const char *language)
{
  gsize length = strlen (language);

  return g_str_has_prefix (value, language) && value[length] == '=' ? value + length + 1 : NULL;
}

/**
 * twf_proposal_dup_base:
 * @self: a proposal
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full) (nullable): the id of the wording that its text in @language is made on;
 * %NULL: there was none
 */
char *
twf_proposal_dup_base (TwfProposal *self, const char *language)
{
  const char *const *values = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_BASE);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (get_id_in (values[i], language) != NULL)
      return g_strdup (get_id_in (values[i], language));
  return NULL;
}

/**
 * twf_proposal_list_asked:
 * @self: a proposal
 *
 * A proposal that there be no text in a language has none in it, and says what it is made on.
 *
 * Returns: (transfer full): the languages in which it asks for something, sorted
 */
GStrv
twf_proposal_list_asked (TwfProposal *self)
{
  const char *const *bases = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_BASE);
  g_auto (GStrv) languages = twf_proposal_list_languages (self);
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; languages[i] != NULL; i++)
    g_ptr_array_add (asked, g_strdup (languages[i]));
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    {
      g_autofree char *language = g_strndup (bases[i], strcspn (bases[i], "="));

      if (*language != '\0' && strchr (bases[i], '=') != NULL
          && !g_strv_contains ((const char *const *)languages, language))
        g_ptr_array_add (asked, g_steal_pointer (&language));
    }
  g_ptr_array_sort (asked, compare_strings);
  g_ptr_array_add (asked, NULL);
  g_ptr_array_set_free_func (asked, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&asked), FALSE);
}

/**
 * twf_proposal_set_base:
 * @self: a proposal
 * @language: a BCP 47 tag
 * @text: (nullable): the wording that its text in @language is made on; %NULL: there is none
 */
void
twf_proposal_set_base (TwfProposal *self, const char *language, const char *text)
{
  const char *const *old = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_BASE);
  g_autofree char *id = twf_wording_dup_id (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (get_id_in (old[i], language) == NULL)
      g_strv_builder_add (builder, old[i]);
  if (id != NULL)
    {
      g_autofree char *value = g_strdup_printf ("%s=%s", language, id);

      g_strv_builder_add (builder, value);
    }
  values = g_strv_builder_end (builder);
  twf_proposal_set_values (self, TWF_PROPOSAL_FIELD_BASE, (const char *const *)values);
}

/**
 * twf_proposal_set_base_values:
 * @self: a proposal about a field
 * @values: (nullable): what the field holds
 *
 * Values are short: a proposal about a field keeps those it is made on themselves, as "=<value>".
 */
void
twf_proposal_set_base_values (TwfProposal *self, const char *const *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) bases = NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *base = g_strconcat ("=", values[i], NULL);

      g_strv_builder_add (builder, base);
    }
  bases = g_strv_builder_end (builder);
  twf_proposal_set_values (self, TWF_PROPOSAL_FIELD_BASE, (const char *const *)bases);
}

/**
 * twf_proposal_dup_base_values:
 * @self: a proposal about a field
 *
 * Returns: (transfer full): the values it is made on, sorted; empty: there were none, or it is not
 * known
 */
GStrv
twf_proposal_dup_base_values (TwfProposal *self)
{
  const char *const *bases = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_BASE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (*bases[i] == '=')
      g_strv_builder_add (builder, bases[i] + 1);
  return g_strv_builder_end (builder);
}

/**
 * twf_proposal_is_made_on:
 * @self: a proposal
 * @language: a BCP 47 tag
 * @text: (nullable): a wording; %NULL: none
 *
 * Returns: whether the text of @self in @language is made on that wording
 */
gboolean
twf_proposal_is_made_on (TwfProposal *self, const char *language, const char *text)
{
  g_autofree char *base = twf_proposal_dup_base (self, language);
  g_autofree char *id = twf_wording_dup_id (text);

  return g_strcmp0 (base, id) == 0;
}
