/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-read.h"

#include "twf-akn.h"
#include "twf-draft-private.h"
#include "twf-error.h"
#include "twf-metadata.h"

#include <string.h>

static gboolean
check_belongs (GPtrArray *documents, const TwfAknDocument *document, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const TwfAknDocument *other = documents->pdata[i];

      if (g_strcmp0 (other->work, document->work) != 0 || document->work == NULL)
        {
          g_set_error (error,
                       TWF_ERROR,
                       TWF_ERROR_INVALID,
                       "file %u is another document: %s, not %s",
                       documents->len + 1,
                       document->work != NULL ? document->work : "no identity",
                       other->work != NULL ? other->work : "no identity");
          return FALSE;
        }
      if (strcmp (other->language, document->language) == 0)
        {
          g_set_error (error,
                       TWF_ERROR,
                       TWF_ERROR_INVALID,
                       "files %u and %u are both in \"%s\"",
                       i + 1,
                       documents->len + 1,
                       document->language);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_paragraphs (const TwfAknDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (((TwfAknBlock *)document->blocks->pdata[i])->role == TWF_ROLE_PROVISION)
      return TRUE;
  return FALSE;
}

static gboolean
read_document (GPtrArray *documents,
               const char *text,
               const char *language,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (TwfAknDocument) document = twf_akn_document_new (text, cancellable, error);

  if (document == NULL)
    return FALSE;
  if (!has_paragraphs (document))
    {
      g_set_error (
          error, TWF_ERROR, TWF_ERROR_EMPTY, "no paragraph in file %u", documents->len + 1);
      return FALSE;
    }
  if (language != NULL || document->language == NULL)
    {
      g_free (document->language);
      document->language
          = g_strdup (language != NULL ? language : twf_metadata_guess_language (text));
    }
  if (!check_belongs (documents, document, error))
    return FALSE;
  g_ptr_array_add (documents, g_steal_pointer (&document));
  return TRUE;
}

static void
take_row (TwfDraft *draft, GPtrArray *documents, GPtrArray *row)
{
  TwfDraftParagraph *paragraph = NULL;

  for (guint i = 0; i < row->len; i++)
    {
      const TwfAknBlock *block = row->pdata[i];
      const char *language = ((TwfAknDocument *)documents->pdata[i])->language;

      if (block == NULL)
        continue;
      if (paragraph != NULL)
        {
          twf_draft_paragraph_set_text (paragraph, language, block->text);
          continue;
        }
      paragraph = twf_draft_paragraph_new (block->role, block->section, language, block->text);
      twf_draft_paragraph_set_depth (paragraph, block->depth);
      twf_draft_paragraph_set_number (paragraph, block->number);
      twf_draft_paragraph_set_source (
          paragraph, block->source != NULL ? block->source : block->text, block->line);
      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_KEY, block->key);
      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_VALUE, block->value);
      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_WHY, block->why);
      twf_draft_take (draft, paragraph);
    }
}

/**
 * twf_read_akn:
 * @texts: (element-type utf8): Akoma Ntoso documents, the source first
 * @languages: (nullable): in step with @texts: their languages where they are not to say it
 * @cancellable: (nullable): a cancellable
 *
 * Reads a resolution in one language or several.
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_INVALID if one is not well-formed, has a DOCTYPE, or does not belong to the
 *   others; %TWF_ERROR_EMPTY if one has no paragraph; %G_IO_ERROR_CANCELLED
 */
TwfDraft *
twf_read_akn (GPtrArray *texts,
              const char *const *languages,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_akn_document_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (TwfDraft) draft = NULL;

  for (guint i = 0; i < texts->len; i++)
    if (!read_document (documents,
                        texts->pdata[i],
                        languages != NULL ? languages[i] : NULL,
                        cancellable,
                        error))
      return NULL;
  rows = twf_akn_join (documents, cancellable);
  for (guint i = 0; i < documents->len; i++)
    {
      const char *language = ((TwfAknDocument *)documents->pdata[i])->language;

      if (i == 0)
        draft = twf_draft_new (language);
      else
        twf_draft_add_language (draft, language);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      take_row (draft, documents, rows->pdata[i]);
    }
  return g_steal_pointer (&draft);
}
