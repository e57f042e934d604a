/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-opening-look.h"

#include "twf-coloured-tag.h"

#include <string.h>

#define N_LOOKS (TWF_LOOK_ITALIC | TWF_LOOK_BOLD) + 1

struct _TwfOpeningLook
{
  GtkTextBuffer *buffer;     /* owned */
  GtkTextTag *tags[N_LOOKS]; /* borrowed: owned by the buffer */
};

/**
 * twf_opening_look_new:
 * @buffer: a text buffer
 *
 * Returns: (transfer full): what marks openings in @buffer
 */
TwfOpeningLook *
twf_opening_look_new (GtkTextBuffer *buffer)
{
  TwfOpeningLook *self = g_new0 (TwfOpeningLook, 1);

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self->buffer = g_object_ref (buffer);
  for (TwfLook look = 1; look < N_LOOKS; look++)
    {
      self->tags[look] = twf_coloured_tag_new (buffer);
      if (look & TWF_LOOK_ITALIC)
        g_object_set (self->tags[look], "style", PANGO_STYLE_ITALIC, NULL);
      if (look & TWF_LOOK_BOLD)
        g_object_set (self->tags[look], "weight", PANGO_WEIGHT_BOLD, NULL);
    }
  return self;
}

/**
 * twf_opening_look_free:
 * @self: (transfer full): what marks openings
 */
void
twf_opening_look_free (TwfOpeningLook *self)
{
  g_object_unref (self->buffer);
  g_free (self);
}

/* Where byte @at of @text stands in @shown, which has signs in it that @text has not: marks of
 * direction, and spaces that keep words apart. */
static gsize
find_shown (const char *shown, const char *text, gsize at)
{
  const char *place = shown;

  for (const char *sign = text; sign < text + at && *place != '\0';)
    {
      if (g_utf8_get_char (place) == g_utf8_get_char (sign))
        sign = g_utf8_next_char (sign);
      place = g_utf8_next_char (place);
    }
  return (gsize)(place - shown);
}

/* The same, of a beginning: what stands before it is not part of it. */
static gsize
find_shown_start (const char *shown, const char *text, gsize at)
{
  gsize end = find_shown (shown, text, at + (gsize)(g_utf8_next_char (text + at) - (text + at)));

  return (gsize)(g_utf8_prev_char (shown + end) - shown);
}

static void
apply (TwfOpeningLook *self,
       const GtkTextIter *start,
       const char *shown,
       gsize from,
       gsize to,
       GtkTextTag *tag)
{
  GtkTextIter first = *start;
  GtkTextIter last = *start;

  gtk_text_iter_forward_chars (&first, (int)g_utf8_pointer_to_offset (shown, shown + from));
  gtk_text_iter_forward_chars (&last, (int)g_utf8_pointer_to_offset (shown, shown + to));
  gtk_text_buffer_apply_tag (self->buffer, tag, &first, &last);
}

/**
 * twf_opening_look_set:
 * @self: what marks openings
 * @start: where in the buffer a paragraph begins
 * @end: where it ends
 * @text: what it says; the buffer may have marks of direction in it
 * @openings: (element-type TwfOpening): bytes of @text
 * @language: that it is in
 *
 * Gives the openings the look of @language, and takes it from all else between @start and @end.
 */
void
twf_opening_look_set (TwfOpeningLook *self,
                      const GtkTextIter *start,
                      const GtkTextIter *end,
                      const char *text,
                      GArray *openings,
                      const char *language)
{
  g_autofree char *shown = NULL;

  for (TwfLook look = 1; look < N_LOOKS; look++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[look], start, end);
  if (openings->len == 0)
    return;
  shown = gtk_text_buffer_get_slice (self->buffer, start, end, TRUE);
  for (guint i = 0; i < openings->len; i++)
    {
      const TwfOpening *opening = &g_array_index (openings, TwfOpening, i);

      apply (self,
             start,
             shown,
             find_shown_start (shown, text, opening->start),
             find_shown (shown, text, opening->end),
             self->tags[twf_opening_get_look (language)]);
    }
}

static void
add (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * twf_opening_look_add_attributes:
 * @attributes: of a label or a layout
 * @shown: what that shows
 * @text: what it says; @shown may have marks of direction in it
 * @openings: (element-type TwfOpening): bytes of @text
 * @language: that it is in
 *
 * Gives the openings the look of @language.
 */
void
twf_opening_look_add_attributes (PangoAttrList *attributes,
                                 const char *shown,
                                 const char *text,
                                 GArray *openings,
                                 const char *language)
{
  TwfLook look = twf_opening_get_look (language);

  for (guint i = 0; i < openings->len; i++)
    {
      const TwfOpening *opening = &g_array_index (openings, TwfOpening, i);
      gsize start = find_shown_start (shown, text, opening->start);
      gsize end = find_shown (shown, text, opening->end);

      if (look & TWF_LOOK_ITALIC)
        add (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      if (look & TWF_LOOK_BOLD)
        add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
    }
}

/**
 * twf_opening_look_find:
 * @text: a paragraph
 * @language: that it is in
 * @forms: with which openings it may begin
 *
 * Returns: (transfer full) (element-type TwfOpening): the one it begins with, or none
 */
GArray *
twf_opening_look_find (const char *text, const char *language, TwfOpeningForms forms)
{
  GArray *openings = g_array_new (FALSE, FALSE, sizeof (TwfOpening));
  TwfOpening opening;

  if (forms != TWF_OPENING_NONE && twf_opening_find (text, language, forms, &opening))
    g_array_append_val (openings, opening);
  return openings;
}
