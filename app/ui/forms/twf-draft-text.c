/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-text.h"

/* So many letters that are typed one after the other are one step to undo. */
#define MOST_LETTERS 20

/**
 * twf_draft_text_new:
 * @part: which text
 * @language: its language
 * @standing: (nullable): how it reads; %NULL: there is none
 *
 * Returns: (transfer full): the text, written as it stands
 */
TwfDraftText *
twf_draft_text_new (TwfPart part, const char *language, const char *standing)
{
  TwfDraftText *self = g_new0 (TwfDraftText, 1);

  self->part = part;
  self->language = g_strdup (language);
  self->standing = g_strdup (standing != NULL ? standing : "");
  self->wording = g_strdup (self->standing);
  self->done = g_ptr_array_new_with_free_func (g_free);
  self->undone = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * twf_draft_text_free:
 * @self: (transfer full): a text
 */
void
twf_draft_text_free (TwfDraftText *self)
{
  g_free (self->language);
  g_free (self->standing);
  g_free (self->wording);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * twf_draft_text_is_changed:
 * @self: a text
 *
 * Returns: whether something else is written than what stands
 */
gboolean
twf_draft_text_is_changed (const TwfDraftText *self)
{
  return !g_str_equal (self->standing, self->wording);
}

/**
 * twf_draft_text_write:
 * @self: a text
 * @wording: how it is to read
 *
 * Writes it so, as a step that can be taken back; letters typed one after the other are one step.
 */
void
twf_draft_text_write (TwfDraftText *self, const char *wording)
{
  gboolean letter = g_utf8_strlen (wording, -1) == g_utf8_strlen (self->wording, -1) + 1;

  if (g_str_equal (self->wording, wording))
    return;
  if (letter && self->letters > 0 && self->letters < MOST_LETTERS)
    self->letters++;
  else
    {
      g_ptr_array_add (self->done, g_strdup (self->wording));
      self->letters = letter ? 1 : 0;
    }
  g_ptr_array_set_size (self->undone, 0);
  g_free (self->wording);
  self->wording = g_strdup (wording);
}

/**
 * twf_draft_text_step:
 * @self: a text
 * @back: whether to take the last step back; else to take again the one that was taken back
 *
 * Returns: whether there was one
 */
gboolean
twf_draft_text_step (TwfDraftText *self, gboolean back)
{
  GPtrArray *from = back ? self->done : self->undone;
  GPtrArray *to = back ? self->undone : self->done;

  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, self->wording);
  self->wording = g_ptr_array_steal_index (from, from->len - 1);
  self->letters = 0;
  return TRUE;
}
