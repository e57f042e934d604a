/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reading-style.h"

#include "twf-bidi.h"
#include "twf-bracketed-text.h"
#include "twf-coloured-tag.h"
#include "twf-opening-look.h"
#include "twf-tracked-text.h"

#include <adwaita.h>
#include <string.h>

/* In pixels. */
#define NUMBER_WIDTH 56
#define DEPTH_INDENT 24
#define MARGIN 18
#define DEEPEST 6
#define N_SIDES 2 /* paragraphs that begin at the left, and at the right */

typedef enum
{
  PARAGRAPH_PLAIN,
  PARAGRAPH_NUMBERED, /* the number stands before the first line, the rest under the text */
  PARAGRAPH_UNDER,    /* under the text of a numbered one */
  N_PARAGRAPHS
} Paragraph;

typedef enum
{
  STYLE_TITLE,
  STYLE_SECTION,
  STYLE_HEADING,
  STYLE_NUMBER,
  STYLE_LABEL,
  STYLE_GROUP, /* agreed, by other than the plenary */
  STYLE_PLENARY,
  STYLE_TRANSLATION,
  STYLE_CURRENT,
  N_STYLES
} Style;

struct _TwfReadingStyle
{
  GObject parent_instance;

  /* Owned. */
  GtkTextBuffer *buffer;
  TwfTrackedText *tracked;
  TwfOpeningLook *openings;

  /* Borrowed: owned by the buffer. */
  GtkTextTag *paragraphs[N_PARAGRAPHS][N_SIDES][DEEPEST + 1];
  GtkTextTag *spans[TWF_SPAN_ATTRIBUTION + 1];
  GtkTextTag *styles[N_STYLES];
};

G_DEFINE_FINAL_TYPE (TwfReadingStyle, twf_reading_style, G_TYPE_OBJECT)

static gboolean
is_rtl (const char *language)
{
  return language != NULL && twf_language_get_direction (language) == TWF_DIRECTION_RTL;
}

static void
dark_changed_cb (TwfReadingStyle *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  for (TwfSpanKind kind = 0; kind < G_N_ELEMENTS (self->spans); kind++)
    {
      const char *colour = twf_bracketed_text_get_colour (kind);

      if (colour != NULL)
        g_object_set (self->spans[kind], "foreground", colour, NULL);
    }
  g_object_set (self->styles[STYLE_NUMBER],
                "foreground",
                twf_bracketed_text_get_colour (TWF_SPAN_ATTRIBUTION),
                NULL);
  g_object_set (self->styles[STYLE_TRANSLATION],
                "foreground",
                twf_bracketed_text_get_colour (TWF_SPAN_ATTRIBUTION),
                NULL);
  g_object_set (self->styles[STYLE_CURRENT],
                "paragraph-background",
                dark ? "rgba(120,174,237,0.18)" : "rgba(53,132,228,0.12)",
                NULL);
}

static void
twf_reading_style_dispose (GObject *object)
{
  TwfReadingStyle *self = TWF_READING_STYLE (object);

  g_clear_object (&self->tracked);
  g_clear_pointer (&self->openings, twf_opening_look_free);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (twf_reading_style_parent_class)->dispose (object);
}

static void
twf_reading_style_class_init (TwfReadingStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_reading_style_dispose;
}

static void
twf_reading_style_init (TwfReadingStyle *self)
{
}

/* A hanging number: the first line begins at the margin, the others where the tab leads. */
static GtkTextTag *
make_paragraph (GtkTextBuffer *buffer, Paragraph kind, gboolean rtl, int depth)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  int margin = MARGIN + depth * DEPTH_INDENT + (kind == PARAGRAPH_UNDER ? NUMBER_WIDTH : 0);

  g_object_set (tag,
                "left-margin",
                rtl ? MARGIN : margin,
                "right-margin",
                rtl ? margin : MARGIN,
                "pixels-above-lines",
                kind == PARAGRAPH_UNDER ? 2 : 8,
                "pixels-below-lines",
                kind == PARAGRAPH_UNDER ? 2 : 8,
                "pixels-inside-wrap",
                5,
                NULL);
  if (kind == PARAGRAPH_NUMBERED)
    {
      PangoTabArray *tabs = pango_tab_array_new_with_positions (
          2, TRUE, PANGO_TAB_LEFT, NUMBER_WIDTH, PANGO_TAB_LEFT, 2 * NUMBER_WIDTH);

      g_object_set (tag, "indent", -NUMBER_WIDTH, "tabs", tabs, NULL);
      pango_tab_array_free (tabs);
    }
  return tag;
}

static void
make_tags (TwfReadingStyle *self)
{
  static const struct
  {
    double scale;
    int weight;
  } looks[] = {
    [STYLE_TITLE] = { 1.7, PANGO_WEIGHT_HEAVY },
    [STYLE_SECTION] = { 1.3, PANGO_WEIGHT_BOLD },
    [STYLE_HEADING] = { 1, PANGO_WEIGHT_BOLD },
    [STYLE_NUMBER] = { 1, PANGO_WEIGHT_NORMAL },
    [STYLE_LABEL] = { 0.85, PANGO_WEIGHT_BOLD },
    [STYLE_GROUP] = { 0.85, PANGO_WEIGHT_NORMAL },
    [STYLE_PLENARY] = { 0.85, PANGO_WEIGHT_NORMAL },
    [STYLE_TRANSLATION] = { 0.85, PANGO_WEIGHT_NORMAL },
    [STYLE_CURRENT] = { 1, PANGO_WEIGHT_NORMAL },
  };

  for (Paragraph kind = 0; kind < N_PARAGRAPHS; kind++)
    for (guint side = 0; side < N_SIDES; side++)
      for (int depth = 0; depth <= DEEPEST; depth++)
        self->paragraphs[kind][side][depth] = make_paragraph (self->buffer, kind, side == 1, depth);
  for (Style style = 0; style < N_STYLES; style++)
    {
      self->styles[style] = twf_coloured_tag_new (self->buffer);
      if (style != STYLE_CURRENT)
        g_object_set (
            self->styles[style], "scale", looks[style].scale, "weight", looks[style].weight, NULL);
    }
  g_object_set (self->styles[STYLE_SECTION], "pixels-above-lines", 20, NULL);
  for (TwfSpanKind kind = 0; kind < G_N_ELEMENTS (self->spans); kind++)
    self->spans[kind] = twf_coloured_tag_new (self->buffer);
  g_object_set (self->spans[TWF_SPAN_SIGN], "weight", PANGO_WEIGHT_HEAVY, NULL);
  g_object_set (
      self->spans[TWF_SPAN_ATTRIBUTION], "scale", TWF_BRACKETED_TEXT_ATTRIBUTION_SCALE, NULL);
  /* As rooms are used to; the words say it without the colour. */
  g_object_set (self->styles[STYLE_GROUP], "background", "#fff3b0", "foreground", "#1a1a1a", NULL);
  g_object_set (
      self->styles[STYLE_PLENARY], "background", "#b8f0c0", "foreground", "#1a1a1a", NULL);
}

/**
 * twf_reading_style_new:
 * @buffer: of a view that nobody types in
 *
 * Returns: (transfer full): what writes lines into @buffer
 */
TwfReadingStyle *
twf_reading_style_new (GtkTextBuffer *buffer)
{
  TwfReadingStyle *self = g_object_new (TWF_TYPE_READING_STYLE, NULL);

  self->buffer = g_object_ref (buffer);
  make_tags (self);
  self->tracked = twf_tracked_text_new (buffer);
  self->openings = twf_opening_look_new (buffer);
  dark_changed_cb (self);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (dark_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* @tag: (nullable) */
static void
insert (TwfReadingStyle *self, GtkTextIter *place, const char *text, GtkTextTag *tag)
{
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags (self->buffer, place, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (self->buffer, place, text, -1);
}

/* Each paragraph in it begins with the mark of its language's direction. */
static void
insert_marked (TwfReadingStyle *self,
               GtkTextIter *place,
               const char *text,
               const char *language,
               GtkTextTag *tag)
{
  g_autoptr (GString) line = g_string_new (NULL);

  twf_tracked_text_append_marked (line, text, language);
  insert (self, place, line->str, tag);
}

static void
insert_mark (TwfReadingStyle *self, GtkTextIter *place, const char *language)
{
  g_autoptr (GString) line = g_string_new (NULL);

  twf_tracked_text_append_mark (line, language);
  insert (self, place, line->str, NULL);
}

static void
insert_words (TwfReadingStyle *self, GtkTextIter *place, const TwfBlock *block)
{
  if (block->spans == NULL && block->runs != NULL)
    {
      twf_tracked_text_insert_runs (self->tracked, place, block->runs, block->language);
      return;
    }
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const TwfSpan *span = block->spans->pdata[i];

      insert_marked (self, place, span->text, block->language, self->spans[span->kind]);
    }
  if (block->spans == NULL)
    insert_marked (self, place, block->text, block->language, NULL);
}

/* In a line that begins at the side of @language; what runs the other way is isolated, so that its
 * marks stay with it. Paragraphs end isolates: several are left as they are. */
static void
insert_text (TwfReadingStyle *self, GtkTextIter *place, const TwfBlock *block, const char *language)
{
  gboolean turned
      = is_rtl (block->language) != is_rtl (language) && strchr (block->text, '\n') == NULL;
  int start;

  if (turned)
    {
      insert (self, place, TWF_FSI, NULL);
      insert_mark (self, place, block->language);
    }
  start = gtk_text_iter_get_offset (place);
  insert_words (self, place, block);
  if (block->forms != TWF_OPENING_NONE)
    {
      g_autofree char *drawn = twf_block_dup_drawn (block);
      g_autoptr (GArray) openings = twf_block_list_openings (block);
      GtkTextIter from;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
      twf_opening_look_set (self->openings, &from, place, drawn, openings, block->language);
    }
  if (turned)
    insert (self, place, TWF_PDI, NULL);
}

/* Ends a line that began at @start, and gives it the look of a paragraph. */
static void
end_line (TwfReadingStyle *self,
          GtkTextIter *place,
          int start,
          Paragraph paragraph,
          gboolean rtl,
          guint depth,
          GtkTextTag *style)
{
  GtkTextIter from;

  insert (self, place, "\n", NULL);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_apply_tag (
      self->buffer, self->paragraphs[paragraph][rtl][MIN (depth, DEEPEST)], &from, place);
  if (style != NULL)
    gtk_text_buffer_apply_tag (self->buffer, style, &from, place);
}

/**
 * twf_reading_style_insert_section:
 * @self: a style
 * @place: (inout): where; moved behind what was inserted
 * @title: a section's
 * @language: that it is in
 *
 * Adds the head of a section as a line.
 */
void
twf_reading_style_insert_section (TwfReadingStyle *self,
                                  GtkTextIter *place,
                                  const char *title,
                                  const char *language)
{
  int start = gtk_text_iter_get_offset (place);

  insert_mark (self, place, language);
  insert (self, place, title, NULL);
  end_line (self, place, start, PARAGRAPH_PLAIN, is_rtl (language), 0, self->styles[STYLE_SECTION]);
}

static void
insert_detail (TwfReadingStyle *self, GtkTextIter *place, const TwfBlock *block, guint depth)
{
  int start = gtk_text_iter_get_offset (place);

  insert_mark (self, place, block->language);
  if (*block->label != '\0')
    {
      /* The name of a language is in the page's, the text in that language. */
      g_autofree char *label = twf_text_isolate (block->label);

      insert (self, place, label, self->styles[STYLE_LABEL]);
      insert (self, place, "  ", NULL);
    }
  insert_text (self, place, block, block->language);
  end_line (self, place, start, PARAGRAPH_UNDER, is_rtl (block->language), depth, NULL);
}

static void
insert_state (TwfReadingStyle *self,
              GtkTextIter *place,
              const TwfBlock *block,
              guint depth,
              const char *language)
{
  int start = gtk_text_iter_get_offset (place);
  GtkTextTag *tag = self->styles[block->plenary ? STYLE_PLENARY : STYLE_GROUP];

  insert_mark (self, place, language);
  insert (self, place, "\302\240", tag);
  insert (self, place, block->state, tag);
  insert (self, place, "\302\240", tag);
  end_line (self,
            place,
            start,
            *block->label != '\0' ? PARAGRAPH_UNDER : PARAGRAPH_PLAIN,
            is_rtl (language),
            depth,
            NULL);
}

/* Quiet: the text is what is read. */
static void
insert_translation (TwfReadingStyle *self,
                    GtkTextIter *place,
                    const TwfBlock *block,
                    guint depth,
                    const char *language)
{
  int start = gtk_text_iter_get_offset (place);

  if (block->translation == NULL)
    return;
  insert_mark (self, place, language);
  insert (self, place, block->translation, self->styles[STYLE_TRANSLATION]);
  end_line (self,
            place,
            start,
            *block->label != '\0' ? PARAGRAPH_UNDER : PARAGRAPH_PLAIN,
            is_rtl (language),
            depth,
            NULL);
}

/**
 * twf_reading_style_insert_block:
 * @self: a style
 * @place: (inout): where; moved behind what was inserted
 * @block: what the line shows
 * @depth: of the provision it belongs to
 * @language: that in which the page is read; numbers are in it
 *
 * Adds a block as one line or more.
 */
void
twf_reading_style_insert_block (TwfReadingStyle *self,
                                GtkTextIter *place,
                                const TwfBlock *block,
                                guint depth,
                                const char *language)
{
  gboolean numbered
      = *block->label != '\0' && block->kind != TWF_BLOCK_TITLE && block->kind != TWF_BLOCK_HEADING;
  GtkTextTag *style = block->kind == TWF_BLOCK_TITLE     ? self->styles[STYLE_TITLE]
                      : block->kind == TWF_BLOCK_HEADING ? self->styles[STYLE_HEADING]
                                                         : NULL;
  int start = gtk_text_iter_get_offset (place);
  /* The number stands at the side where the page's language begins, and so does its line. */
  const char *side = numbered ? language : block->language;

  if (block->kind == TWF_BLOCK_DETAIL)
    {
      insert_detail (self, place, block, depth);
      insert_translation (self, place, block, depth, language);
      return;
    }
  insert_mark (self, place, side);
  if (numbered)
    {
      insert (self, place, block->label, self->styles[STYLE_NUMBER]);
      insert (self, place, "\t", NULL);
    }
  insert_text (self, place, block, side);
  end_line (self,
            place,
            start,
            numbered ? PARAGRAPH_NUMBERED : PARAGRAPH_PLAIN,
            is_rtl (side),
            depth,
            style);
  if (block->state != NULL)
    insert_state (self, place, block, depth, language);
  insert_translation (self, place, block, depth, language);
}

/**
 * twf_reading_style_mark_current:
 * @self: a style
 * @start: where the lines begin that one is at
 * @end: and end
 *
 * Marks where one is; before that, it is nowhere.
 */
void
twf_reading_style_mark_current (TwfReadingStyle *self,
                                const GtkTextIter *start,
                                const GtkTextIter *end)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_bounds (self->buffer, &first, &last);
  gtk_text_buffer_remove_tag (self->buffer, self->styles[STYLE_CURRENT], &first, &last);
  gtk_text_buffer_apply_tag (self->buffer, self->styles[STYLE_CURRENT], start, end);
}
