/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-draft-private.h"

#include <string.h>

struct _TwfDraftParagraph
{
  GObject parent_instance;

  TwfRole role;
  TwfSection section;
  guint depth;
  guint line;
  char *number;
  char *source;
  char *language;
  GHashTable *texts;      /* char* language → char* text (owned) */
  GHashTable *fields;     /* char* name → char* value (owned) */
  GPtrArray *suggestions; /* TwfSuggestion* in order of start (owned) */
};

G_DEFINE_FINAL_TYPE (TwfDraftParagraph, twf_draft_paragraph, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROLE,
  PROP_SECTION,
  PROP_DEPTH,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
free_suggestion (gpointer data)
{
  TwfSuggestion *suggestion = data;

  g_free (suggestion->from);
  g_free (suggestion->to);
  g_free (suggestion->reason);
  g_free (suggestion);
}

static void
twf_draft_paragraph_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TwfDraftParagraph *self = TWF_DRAFT_PARAGRAPH (object);

  switch (id)
    {
    case PROP_ROLE:
      g_value_set_uint (value, self->role);
      break;
    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, self->depth);
      break;
    case PROP_TEXT:
      g_value_set_string (value, twf_draft_paragraph_get_text (self, self->language));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_draft_paragraph_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TwfDraftParagraph *self = TWF_DRAFT_PARAGRAPH (object);

  switch (id)
    {
    case PROP_ROLE:
      twf_draft_paragraph_set_role (self, g_value_get_uint (value));
      break;
    case PROP_SECTION:
      twf_draft_paragraph_set_section (self, g_value_get_uint (value));
      break;
    case PROP_DEPTH:
      twf_draft_paragraph_set_depth (self, g_value_get_uint (value));
      break;
    case PROP_TEXT:
      twf_draft_paragraph_set_text (self, self->language, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_draft_paragraph_finalize (GObject *object)
{
  TwfDraftParagraph *self = TWF_DRAFT_PARAGRAPH (object);

  g_free (self->number);
  g_free (self->source);
  g_free (self->language);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->suggestions);
  G_OBJECT_CLASS (twf_draft_paragraph_parent_class)->finalize (object);
}

static void
twf_draft_paragraph_class_init (TwfDraftParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = twf_draft_paragraph_get_property;
  object_class->set_property = twf_draft_paragraph_set_property;
  object_class->finalize = twf_draft_paragraph_finalize;

  properties[PROP_ROLE]
      = g_param_spec_uint ("role", NULL, NULL, 0, TWF_N_ROLES - 1, TWF_ROLE_PROVISION, flags);
  properties[PROP_SECTION] = g_param_spec_uint (
      "section", NULL, NULL, 0, TWF_N_SECTIONS - 1, TWF_SECTION_ACTIONS, flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT16, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
twf_draft_paragraph_init (TwfDraftParagraph *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->suggestions = g_ptr_array_new_with_free_func (free_suggestion);
}

/**
 * twf_draft_paragraph_new:
 * @role: what it is taken for
 * @section: the section it stands in
 * @language: its language
 * @text: (nullable): its text after the safe repairs
 *
 * Returns: (transfer full): a new paragraph
 */
TwfDraftParagraph *
twf_draft_paragraph_new (TwfRole role, TwfSection section, const char *language, const char *text)
{
  TwfDraftParagraph *self = g_object_new (TWF_TYPE_DRAFT_PARAGRAPH, NULL);

  self->role = role;
  self->section = section;
  self->language = g_strdup (language);
  if (text != NULL)
    g_hash_table_insert (self->texts, g_strdup (language), g_strdup (text));
  return self;
}

/**
 * twf_draft_paragraph_get_role:
 *
 * Returns: what the paragraph is taken for
 */
TwfRole
twf_draft_paragraph_get_role (TwfDraftParagraph *self)
{
  return self->role;
}

/**
 * twf_draft_paragraph_set_role:
 * @role: what a person says it is
 */
void
twf_draft_paragraph_set_role (TwfDraftParagraph *self, TwfRole role)
{
  g_return_if_fail (TWF_IS_DRAFT_PARAGRAPH (self));

  if (self->role == role)
    return;
  self->role = role;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

/**
 * twf_draft_paragraph_get_section:
 *
 * Returns: the section the paragraph stands in
 */
TwfSection
twf_draft_paragraph_get_section (TwfDraftParagraph *self)
{
  return self->section;
}

/**
 * twf_draft_paragraph_set_section:
 * @section: where a person puts it
 */
void
twf_draft_paragraph_set_section (TwfDraftParagraph *self, TwfSection section)
{
  g_return_if_fail (TWF_IS_DRAFT_PARAGRAPH (self));

  if (self->section == section)
    return;
  self->section = section;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

/**
 * twf_draft_paragraph_get_depth:
 *
 * Returns: how many paragraphs it stands under, 0 at the top
 */
guint
twf_draft_paragraph_get_depth (TwfDraftParagraph *self)
{
  return self->depth;
}

/**
 * twf_draft_paragraph_set_depth:
 * @depth: how many paragraphs it stands under; more than can be is taken as one below the last
 */
void
twf_draft_paragraph_set_depth (TwfDraftParagraph *self, guint depth)
{
  g_return_if_fail (TWF_IS_DRAFT_PARAGRAPH (self));

  if (self->depth == depth)
    return;
  self->depth = depth;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
}

/**
 * twf_draft_paragraph_get_number:
 *
 * Returns: (nullable): the number as it was printed
 */
const char *
twf_draft_paragraph_get_number (TwfDraftParagraph *self)
{
  return self->number;
}

void
twf_draft_paragraph_set_number (TwfDraftParagraph *self, const char *number)
{
  g_free (self->number);
  self->number = g_strdup (number);
}

/**
 * twf_draft_paragraph_get_source:
 *
 * Returns: the paragraph as it stood, or ""
 */
const char *
twf_draft_paragraph_get_source (TwfDraftParagraph *self)
{
  return self->source != NULL ? self->source : "";
}

/**
 * twf_draft_paragraph_get_line:
 *
 * Returns: the first line of it in the document, from 1; 0: none
 */
guint
twf_draft_paragraph_get_line (TwfDraftParagraph *self)
{
  return self->line;
}

void
twf_draft_paragraph_set_source (TwfDraftParagraph *self, const char *source, guint line)
{
  g_free (self->source);
  self->source = g_strdup (source);
  self->line = line;
}

/**
 * twf_draft_paragraph_get_language:
 *
 * Returns: the language that source and suggestions are in
 */
const char *
twf_draft_paragraph_get_language (TwfDraftParagraph *self)
{
  return self->language;
}

/**
 * twf_draft_paragraph_get_text:
 * @language: a language of the draft
 *
 * Returns: (nullable): the text after the safe repairs and without any suggestion, or %NULL if
 *   there is none in @language
 */
const char *
twf_draft_paragraph_get_text (TwfDraftParagraph *self, const char *language)
{
  return g_hash_table_lookup (self->texts, language);
}

/**
 * twf_draft_paragraph_set_text:
 * @language: a language of the draft
 * @text: (nullable): the text; %NULL: none
 *
 * Puts another text in place. Suggestions that no longer fit it are dropped.
 */
void
twf_draft_paragraph_set_text (TwfDraftParagraph *self, const char *language, const char *text)
{
  g_return_if_fail (TWF_IS_DRAFT_PARAGRAPH (self));

  if (text == NULL)
    g_hash_table_remove (self->texts, language);
  else
    g_hash_table_insert (self->texts, g_strdup (language), g_strdup (text));
  if (strcmp (language, self->language) != 0)
    return;
  for (guint i = self->suggestions->len; i > 0; i--)
    {
      TwfSuggestion *suggestion = g_ptr_array_index (self->suggestions, i - 1);

      if (text == NULL || suggestion->start > strlen (text)
          || !g_str_has_prefix (text + suggestion->start, suggestion->from))
        g_ptr_array_remove_index (self->suggestions, i - 1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * twf_draft_paragraph_list_languages:
 *
 * Returns: (transfer full): the languages it has text in
 */
GStrv
twf_draft_paragraph_list_languages (TwfDraftParagraph *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->texts), (GCompareFunc)strcmp);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *key = keys; key != NULL; key = key->next)
    g_strv_builder_add (builder, key->data);
  return g_strv_builder_end (builder);
}

/**
 * twf_draft_paragraph_get_field:
 * @field: a TWF_DRAFT_* name
 *
 * Returns: (nullable): what was read out of the paragraph as data
 */
const char *
twf_draft_paragraph_get_field (TwfDraftParagraph *self, const char *field)
{
  return g_hash_table_lookup (self->fields, field);
}

void
twf_draft_paragraph_set_field (TwfDraftParagraph *self, const char *field, const char *value)
{
  if (value == NULL)
    g_hash_table_remove (self->fields, field);
  else
    g_hash_table_insert (self->fields, g_strdup (field), g_strdup (value));
}

/**
 * twf_draft_paragraph_get_suggestions:
 *
 * Returns: (element-type TwfSuggestion): borrowed
 */
GPtrArray *
twf_draft_paragraph_get_suggestions (TwfDraftParagraph *self)
{
  return self->suggestions;
}

void
twf_draft_paragraph_add_suggestion (TwfDraftParagraph *self,
                                    const char *from,
                                    const char *to,
                                    const char *reason,
                                    gsize start)
{
  TwfSuggestion *suggestion = g_new0 (TwfSuggestion, 1);

  suggestion->from = g_strdup (from);
  suggestion->to = g_strdup (to);
  suggestion->reason = g_strdup (reason);
  suggestion->start = start;
  g_ptr_array_add (self->suggestions, suggestion);
}

/**
 * twf_draft_paragraph_accept:
 * @suggestion: its index
 * @accepted: whether it is to be done
 */
void
twf_draft_paragraph_accept (TwfDraftParagraph *self, guint suggestion, gboolean accepted)
{
  TwfSuggestion *found;

  g_return_if_fail (TWF_IS_DRAFT_PARAGRAPH (self));
  g_return_if_fail (suggestion < self->suggestions->len);

  found = g_ptr_array_index (self->suggestions, suggestion);
  if (found->accepted == accepted)
    return;
  found->accepted = accepted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * twf_draft_paragraph_dup_final_text:
 * @language: a language of the draft
 *
 * Returns: (transfer full) (nullable): the text with the accepted suggestions done
 */
char *
twf_draft_paragraph_dup_final_text (TwfDraftParagraph *self, const char *language)
{
  const char *text = twf_draft_paragraph_get_text (self, language);
  g_autoptr (GString) final = NULL;
  gsize done = 0;

  if (text == NULL)
    return NULL;
  if (strcmp (language, self->language) != 0)
    return g_strdup (text);
  final = g_string_new (NULL);
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      const TwfSuggestion *suggestion = g_ptr_array_index (self->suggestions, i);

      if (!suggestion->accepted || suggestion->start < done)
        continue;
      g_string_append_len (final, text + done, (gssize)(suggestion->start - done));
      g_string_append (final, suggestion->to);
      done = suggestion->start + strlen (suggestion->from);
    }
  g_string_append (final, text + done);
  return g_string_free (g_steal_pointer (&final), FALSE);
}
