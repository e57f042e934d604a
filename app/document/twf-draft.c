/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-draft-private.h"

#include "twf-bidi.h"
#include "twf-notation-read.h"

#include <string.h>

struct _TwfDraft
{
  GObject parent_instance;

  GListStore *paragraphs; /* of TwfDraftParagraph (owned) */
  GPtrArray *languages;   /* char*, ends with NULL (owned) */
  gboolean reads_brackets;
};

G_DEFINE_FINAL_TYPE (TwfDraft, twf_draft, G_TYPE_OBJECT)

static const char *const role_names[TWF_N_ROLES] = {
  [TWF_ROLE_LEFT_OUT] = "left-out",       [TWF_ROLE_TITLE] = "title",
  [TWF_ROLE_SYMBOL] = "symbol",           [TWF_ROLE_SESSION] = "session",
  [TWF_ROLE_AGENDA_ITEM] = "agenda-item", [TWF_ROLE_DATE] = "date",
  [TWF_ROLE_SIGNATORY] = "signatory",     [TWF_ROLE_HEADING] = "heading",
  [TWF_ROLE_PROVISION] = "provision",
};

static void
twf_draft_finalize (GObject *object)
{
  TwfDraft *self = TWF_DRAFT (object);

  g_object_unref (self->paragraphs);
  g_ptr_array_unref (self->languages);
  G_OBJECT_CLASS (twf_draft_parent_class)->finalize (object);
}

static void
twf_draft_class_init (TwfDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_draft_finalize;
}

static void
twf_draft_init (TwfDraft *self)
{
  self->paragraphs = g_list_store_new (TWF_TYPE_DRAFT_PARAGRAPH);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->languages, NULL);
}

TwfDraft *
twf_draft_new (const char *language)
{
  TwfDraft *self = g_object_new (TWF_TYPE_DRAFT, NULL);

  twf_draft_add_language (self, language);
  return self;
}

void
twf_draft_add_language (TwfDraft *self, const char *language)
{
  g_ptr_array_insert (self->languages, (gint)self->languages->len - 1, g_strdup (language));
}

TwfDraftParagraph *
twf_draft_take (TwfDraft *self, TwfDraftParagraph *paragraph)
{
  g_list_store_append (self->paragraphs, paragraph);
  g_object_unref (paragraph);
  return paragraph;
}

/**
 * twf_draft_list_paragraphs:
 *
 * Returns: (transfer none): the paragraphs in the document's order
 */
GListModel *
twf_draft_list_paragraphs (TwfDraft *self)
{
  g_return_val_if_fail (TWF_IS_DRAFT (self), NULL);
  return G_LIST_MODEL (self->paragraphs);
}

/**
 * twf_draft_get_languages:
 *
 * Returns: (transfer none): the languages, that of the source first
 */
const char *const *
twf_draft_get_languages (TwfDraft *self)
{
  g_return_val_if_fail (TWF_IS_DRAFT (self), NULL);
  return (const char *const *)self->languages->pdata;
}

/**
 * twf_draft_count_suggestions:
 *
 * Returns: how many suggestions there are, accepted or not
 */
guint
twf_draft_count_suggestions (TwfDraft *self)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs)); i++)
    {
      g_autoptr (TwfDraftParagraph) one
          = g_list_model_get_item (G_LIST_MODEL (self->paragraphs), i);

      count += twf_draft_paragraph_get_suggestions (one)->len;
    }
  return count;
}

/**
 * twf_draft_count_brackets:
 *
 * Returns: how many paragraphs have brackets that name somebody, as compilations do
 */
guint
twf_draft_count_brackets (TwfDraft *self)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs)); i++)
    {
      g_autoptr (TwfDraftParagraph) one
          = g_list_model_get_item (G_LIST_MODEL (self->paragraphs), i);
      const char *language = twf_draft_paragraph_get_language (one);
      const char *text = twf_draft_paragraph_get_text (one, language);
      g_autofree char *plain = text != NULL ? twf_text_strip_isolates (text) : NULL;
      g_autoptr (TwfNotedText) noted = plain != NULL ? twf_notation_read (plain, language) : NULL;

      count += noted != NULL && twf_draft_paragraph_get_role (one) != TWF_ROLE_LEFT_OUT;
    }
  return count;
}

/**
 * twf_draft_set_reads_brackets:
 * @reads: whether twf_draft_to_plan() makes proposals of brackets that name somebody; at first it
 *   does not
 */
void
twf_draft_set_reads_brackets (TwfDraft *self, gboolean reads)
{
  g_return_if_fail (TWF_IS_DRAFT (self));

  self->reads_brackets = reads;
}

gboolean
twf_draft_get_reads_brackets (TwfDraft *self)
{
  return self->reads_brackets;
}

static gboolean
lacks_a_language (TwfDraft *self, TwfDraftParagraph *paragraph)
{
  for (guint i = 0; i + 1 < self->languages->len; i++)
    if (twf_draft_paragraph_get_text (paragraph, self->languages->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

/**
 * twf_draft_count_incomplete:
 *
 * Returns: how many paragraphs of a draft in several languages found no counterpart in one of them
 */
guint
twf_draft_count_incomplete (TwfDraft *self)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs)); i++)
    {
      g_autoptr (TwfDraftParagraph) one
          = g_list_model_get_item (G_LIST_MODEL (self->paragraphs), i);

      if (lacks_a_language (self, one))
        count++;
    }
  return count;
}

/**
 * twf_role_get_name:
 *
 * Returns: the name of a role, as `--dry-run` prints it
 */
const char *
twf_role_get_name (TwfRole role)
{
  g_return_val_if_fail (role < TWF_N_ROLES, NULL);
  return role_names[role];
}

static void
append_isolated (GString *out, const char *before, const char *value)
{
  g_autofree char *isolated = twf_text_isolate (value);

  g_string_append (out, before);
  g_string_append (out, isolated);
}

static void
append_fields (GString *out, TwfDraftParagraph *paragraph)
{
  static const char *const shown[]
      = { TWF_DRAFT_VALUE, TWF_DRAFT_CODE, TWF_DRAFT_NAME, TWF_DRAFT_TITLE, TWF_DRAFT_WHY };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *value = twf_draft_paragraph_get_field (paragraph, shown[i]);
      g_autofree char *label = g_strdup_printf ("      = %s: ", shown[i]);

      if (value == NULL)
        continue;
      append_isolated (out, label, value);
      g_string_append_c (out, '\n');
    }
  if (twf_draft_paragraph_get_role (paragraph) == TWF_ROLE_SIGNATORY
      && twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_CODE) == NULL)
    g_string_append (out, "      ! state not recognised: will be a paragraph of the letter\n");
}

static void
append_suggestions (GString *out, TwfDraftParagraph *paragraph)
{
  GPtrArray *suggestions = twf_draft_paragraph_get_suggestions (paragraph);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const TwfSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      g_string_append_printf (
          out, "      %c %s:\n", suggestion->accepted ? '*' : '?', suggestion->reason);
      append_isolated (out, "        from ", suggestion->from);
      append_isolated (out, "\n        to   ", suggestion->to);
      g_string_append_c (out, '\n');
    }
}

static void
append_paragraph (GString *out, TwfDraft *self, TwfDraftParagraph *paragraph)
{
  TwfRole role = twf_draft_paragraph_get_role (paragraph);
  const char *number = twf_draft_paragraph_get_number (paragraph);
  const char *indent = "            ";
  guint depth = MIN (twf_draft_paragraph_get_depth (paragraph), 6);

  g_string_append_printf (
      out, "%4u  %s", twf_draft_paragraph_get_line (paragraph), twf_role_get_name (role));
  if (role == TWF_ROLE_HEADING || role == TWF_ROLE_PROVISION)
    g_string_append_printf (
        out, " %s", twf_section_get_name (twf_draft_paragraph_get_section (paragraph)));
  if (depth > 0)
    g_string_append_printf (out, " depth %u", depth);
  if (number != NULL)
    append_isolated (out, " number ", number);
  g_string_append_c (out, '\n');
  for (guint i = 0; i + 1 < self->languages->len; i++)
    {
      const char *language = self->languages->pdata[i];
      const char *text = twf_draft_paragraph_get_text (paragraph, language);

      g_string_append_printf (out, "      %.*s%s: ", (int)(2 * depth), indent, language);
      append_isolated (out, "", text != NULL ? text : "(none)");
      g_string_append_c (out, '\n');
    }
  append_fields (out, paragraph);
  append_suggestions (out, paragraph);
}

/**
 * twf_draft_to_text:
 *
 * Writes the draft out for reading: for every paragraph its line, role, section, depth and printed
 * number, its text in each language, what was read out of it, and each suggestion. Inserted values
 * are isolated (FSI, PDI), so that a terminal or a page shows each in its own direction.
 *
 * Returns: (transfer full): the text, with a final line of totals
 */
char *
twf_draft_to_text (TwfDraft *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->paragraphs));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfDraftParagraph) one
          = g_list_model_get_item (G_LIST_MODEL (self->paragraphs), i);

      append_paragraph (out, self, one);
    }
  g_string_append_printf (
      out, "%u paragraphs, %u suggestions", n, twf_draft_count_suggestions (self));
  if (self->languages->len > 2)
    g_string_append_printf (out, ", %u not in every language", twf_draft_count_incomplete (self));
  g_string_append_c (out, '\n');
  return g_string_free (g_steal_pointer (&out), FALSE);
}
