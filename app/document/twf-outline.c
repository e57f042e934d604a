/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-outline.h"

#include "twf-draft-private.h"
#include "twf-error.h"
#include "twf-headings.h"
#include "twf-import.h"
#include "twf-marks.h"
#include "twf-metadata.h"
#include "twf-original-line.h"

#include <string.h>

/* What a document says about itself stands among its first paragraphs. */
#define FIRST_PARAGRAPHS 12
/* A numbered line with more words than this is a provision, whatever its first word. */
#define MOST_NUMBERED_HEADING_WORDS 6
#define MOST_DEPTH 64

struct _TwfOutline
{
  TwfDraft *draft; /* (owned) */
  char *language;
  TwfSection section;
  gboolean opened; /* a heading has named the section */
  gboolean titled;
  guint seen;
  char *number_before;
};

/**
 * twf_outline_new:
 * @language: the language
 *
 * Returns: (transfer full): an outline without anything
 */
TwfOutline *
twf_outline_new (const char *language)
{
  TwfOutline *self = g_new0 (TwfOutline, 1);

  self->draft = twf_draft_new (language);
  self->language = g_strdup (language);
  self->section = TWF_SECTION_RATIONALE;
  return self;
}

/**
 * twf_outline_free:
 * @self: (transfer full): an outline
 */
void
twf_outline_free (TwfOutline *self)
{
  g_clear_object (&self->draft);
  g_free (self->language);
  g_free (self->number_before);
  g_free (self);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static gboolean
is_heading (const TwfBlock *block, gboolean marked, const char *words, TwfSection *section)
{
  if (block->heading > 0)
    return TRUE;
  if (block->item || !twf_heading_looks_like (words))
    return FALSE;
  if (marked && count_words (words) > MOST_NUMBERED_HEADING_WORDS)
    return FALSE;
  return twf_heading_recognize (words, section);
}

/* Takes a paragraph for what the document says about itself, if it is. */
static gboolean
find_metadata (TwfOutline *self, const TwfBlock *block, TwfRole *role, char **value)
{
  if (self->opened || self->seen > FIRST_PARAGRAPHS || block->item)
    return FALSE;
  if ((*value = twf_metadata_find_symbol (block->text)) != NULL)
    *role = TWF_ROLE_SYMBOL;
  else if ((*value = twf_metadata_find_agenda_item (block->text)) != NULL)
    *role = TWF_ROLE_AGENDA_ITEM;
  else if ((*value = twf_metadata_find_session (block->text)) != NULL)
    *role = TWF_ROLE_SESSION;
  else if (g_utf8_strlen (block->text, -1) < 40
           && (*value = twf_metadata_find_date (block->text, block->language)) != NULL)
    *role = TWF_ROLE_DATE;
  /* Of the language one is told when a text is imported. */
  else if (twf_original_line_recognize (block->text))
    {
      *role = TWF_ROLE_LEFT_OUT;
      *value = g_strdup (block->text);
    }
  return *value != NULL;
}

static gboolean
is_title (TwfOutline *self, const TwfBlock *block, gboolean marked)
{
  TwfSection named;

  if (self->titled || self->opened || marked || block->item)
    return FALSE;
  if (block->heading > 1 || !twf_heading_looks_like (block->text))
    return FALSE;
  return block->heading == 1 || !twf_heading_recognize (block->text, &named)
         || count_words (block->text) > 4;
}

static TwfDraftParagraph *
take (TwfOutline *self, TwfRole role, TwfSection section, const TwfBlock *block, const char *text)
{
  TwfDraftParagraph *paragraph = twf_draft_paragraph_new (role, section, block->language, text);
  const char *const *languages = twf_draft_get_languages (self->draft);

  if (!g_strv_contains (languages, block->language))
    twf_draft_add_language (self->draft, block->language);
  twf_draft_paragraph_set_source (paragraph, block->source, block->line);
  return twf_draft_take (self->draft, paragraph);
}

static void
take_heading (TwfOutline *self, const TwfBlock *block, const char *words, const char *number)
{
  TwfSection section;
  TwfDraftParagraph *paragraph;
  gboolean named = twf_heading_recognize (words, &section);

  /* A heading below another of the same section groups, even if it holds a word that could open. */
  if (named)
    {
      self->section = section;
      self->opened = TRUE;
    }
  paragraph = take (self, TWF_ROLE_HEADING, self->section, block, words);
  twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_OPENS, named ? "yes" : NULL);
  twf_draft_paragraph_set_number (paragraph, number);
  twf_draft_paragraph_set_depth (paragraph, block->heading > 2 ? block->heading - 2 : 0);
}

static void
take_provision (TwfOutline *self, const TwfBlock *block, const char *words, const TwfMark *mark)
{
  TwfDraftParagraph *paragraph;
  TwfSection section = self->section;
  guint depth = MIN (block->depth, MOST_DEPTH);

  /* Without a heading, what is counted is what is to be done, and the rest says why. */
  if (!self->opened && mark != NULL)
    section = TWF_SECTION_ACTIONS;
  if (mark != NULL && !mark->bullet && !block->item)
    depth = twf_mark_get_level (mark, self->number_before);
  paragraph = take (self, TWF_ROLE_PROVISION, section, block, words);
  twf_draft_paragraph_set_depth (paragraph, depth);
  if (mark != NULL && !mark->bullet)
    {
      twf_draft_paragraph_set_number (paragraph, mark->number);
      g_free (self->number_before);
      self->number_before = g_strdup (mark->number);
    }
}

/**
 * twf_outline_is_full:
 *
 * Returns: whether there are more paragraphs than are read: what comes behind them is not added
 */
gboolean
twf_outline_is_full (TwfOutline *self)
{
  return self->seen > TWF_IMPORT_MOST_PARAGRAPHS;
}

/**
 * twf_outline_add:
 * @block: the next paragraph
 *
 * Decides what the paragraph is and adds it to the draft. The first line that has the form of a
 * heading and opens no section is the title; what stands before the first section says why.
 */
void
twf_outline_add (TwfOutline *self, const TwfBlock *block)
{
  TwfMark mark = { .bullet = TRUE };
  gboolean marked = FALSE;
  const char *words = block->text;
  TwfRole role;
  TwfSection section;
  g_autofree char *value = NULL;

  if (block->number != NULL)
    {
      marked = TRUE;
      mark = (TwfMark){ .bullet = FALSE };
      g_strlcpy (mark.number, block->number, sizeof mark.number);
    }
  else if (twf_mark_find (block->text, &mark))
    {
      marked = TRUE;
      words += mark.length;
    }
  if (words[0] == '\0' || twf_outline_is_full (self))
    return;
  if (block->detail)
    {
      TwfDraftParagraph *paragraph
          = take (self, TWF_ROLE_LEFT_OUT, self->section, block, block->text);

      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_WHY, "detail of the paragraph before");
      return;
    }
  self->seen++;
  if (find_metadata (self, block, &role, &value))
    {
      TwfDraftParagraph *paragraph = take (self, role, self->section, block, block->text);

      twf_draft_paragraph_set_field (paragraph, TWF_DRAFT_VALUE, value);
    }
  else if (is_title (self, block, marked))
    {
      take (self, TWF_ROLE_TITLE, self->section, block, block->text);
      self->titled = TRUE;
    }
  else if (!(marked && mark.bullet) && is_heading (block, marked, words, &section))
    take_heading (self, block, words, marked ? mark.number : NULL);
  else
    take_provision (self, block, words, marked || block->item ? &mark : NULL);
}

/**
 * twf_outline_finish:
 *
 * Returns: (transfer full): the draft, or %NULL
 *
 * Errors: %TWF_ERROR_EMPTY if no paragraph was added
 */
TwfDraft *
twf_outline_finish (TwfOutline *self, GError **error)
{
  if (g_list_model_get_n_items (twf_draft_list_paragraphs (self->draft)) == 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "no text in the document");
      return NULL;
    }
  return g_steal_pointer (&self->draft);
}
