/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-tracked-text.h"

#include "twf-bidi.h"
#include "twf-coloured-tag.h"

#include <adwaita.h>
#include <string.h>

/* So many letters of what stayed are shown before the first changed word of an excerpt. */
#define LEAD_LETTERS 24
/* An excerpt is one line of a list: nobody sees more than this many bytes of it. */
#define MOST_EXCERPT 600

struct _TwfTrackedText
{
  GObject parent_instance;

  GtkTextBuffer *buffer; /* owned */

  /* Borrowed: owned by the buffer. */
  GtkTextTag *tags[TWF_TRACKED_HEADING + 1];
};

G_DEFINE_FINAL_TYPE (TwfTrackedText, twf_tracked_text, G_TYPE_OBJECT)

/* Colour is never the only sign, and each keeps 4.5:1 on its ground. */
static const char *
get_colour (TwfTrackedStyle style)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  switch (style)
    {
    case TWF_TRACKED_DELETED:
      return dark ? "#ff8a80" : "#b00020";
    case TWF_TRACKED_INSERTED:
      return dark ? "#7fe0a0" : "#146c2e";
    default:
      return dark ? "#b0b0b0" : "#5e5c64";
    }
}

static void
dark_changed_cb (TwfTrackedText *self)
{
  for (TwfTrackedStyle style = TWF_TRACKED_DELETED; style <= TWF_TRACKED_QUIET; style++)
    g_object_set (self->tags[style], "foreground", get_colour (style), NULL);
}

static void
twf_tracked_text_dispose (GObject *object)
{
  g_clear_object (&TWF_TRACKED_TEXT (object)->buffer);
  G_OBJECT_CLASS (twf_tracked_text_parent_class)->dispose (object);
}

static void
twf_tracked_text_class_init (TwfTrackedTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_tracked_text_dispose;
}

static void
twf_tracked_text_init (TwfTrackedText *self)
{
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (dark_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * twf_tracked_text_new:
 * @buffer: the buffer of a view that nobody types in
 *
 * Returns: (transfer full): what writes changes into @buffer
 */
TwfTrackedText *
twf_tracked_text_new (GtkTextBuffer *buffer)
{
  TwfTrackedText *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_object_new (TWF_TYPE_TRACKED_TEXT, NULL);
  self->buffer = g_object_ref (buffer);
  for (TwfTrackedStyle style = TWF_TRACKED_DELETED; style <= TWF_TRACKED_HEADING; style++)
    self->tags[style] = twf_coloured_tag_new (buffer);
  g_object_set (self->tags[TWF_TRACKED_DELETED], "strikethrough", TRUE, NULL);
  g_object_set (self->tags[TWF_TRACKED_INSERTED], "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  g_object_set (self->tags[TWF_TRACKED_QUIET], "scale", 0.88, "pixels-above-lines", 6, NULL);
  g_object_set (self->tags[TWF_TRACKED_HEADING],
                "weight",
                PANGO_WEIGHT_BOLD,
                "pixels-above-lines",
                18,
                "pixels-below-lines",
                4,
                NULL);
  dark_changed_cb (self);
  return self;
}

/**
 * twf_tracked_text_clear:
 * @self: a tracked text
 *
 * Empties the buffer.
 */
void
twf_tracked_text_clear (TwfTrackedText *self)
{
  g_return_if_fail (TWF_IS_TRACKED_TEXT (self));

  gtk_text_buffer_set_text (self->buffer, "", 0);
}

static void
insert (TwfTrackedText *self, GtkTextIter *place, const char *text, TwfTrackedStyle style)
{
  if (self->tags[style] != NULL)
    gtk_text_buffer_insert_with_tags (self->buffer, place, text, -1, self->tags[style], NULL);
  else
    gtk_text_buffer_insert (self->buffer, place, text, -1);
}

/**
 * twf_tracked_text_append:
 * @self: a tracked text
 * @text: what to add at the end
 * @style: how it is to look
 */
void
twf_tracked_text_append (TwfTrackedText *self, const char *text, TwfTrackedStyle style)
{
  GtkTextIter end;

  g_return_if_fail (TWF_IS_TRACKED_TEXT (self) && text != NULL);

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  insert (self, &end, text, style);
}

/* A view decides a paragraph's direction by its first strong character: the language's mark is it.
 */
static const char *
get_mark (const char *language)
{
  if (language == NULL)
    return "";
  return twf_language_get_direction (language) == TWF_DIRECTION_RTL ? TWF_RLM : TWF_LRM;
}

/* Struck and new words that touch would join into one shape in Arabic: a space keeps them apart. */
static gboolean
needs_space (const TwfRun *before, const TwfRun *after)
{
  const char *end = before->text + strlen (before->text);

  return before->kind == TWF_RUN_DELETED && after->kind == TWF_RUN_INSERTED && end > before->text
         && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end)))
         && !g_unichar_isspace (g_utf8_get_char (after->text));
}

static TwfTrackedStyle
get_style (const TwfRun *run)
{
  return run->kind == TWF_RUN_DELETED    ? TWF_TRACKED_DELETED
         : run->kind == TWF_RUN_INSERTED ? TWF_TRACKED_INSERTED
                                         : TWF_TRACKED_PLAIN;
}

/* Each paragraph begins with the mark: one that begins with a name would turn round otherwise. */
static void
insert_paragraphs (TwfTrackedText *self,
                   GtkTextIter *place,
                   const char *text,
                   const char *mark,
                   TwfTrackedStyle style)
{
  const char *line;

  while ((line = strchr (text, '\n')) != NULL)
    {
      g_autofree char *whole = g_strndup (text, (gsize)(line - text) + 1);

      insert (self, place, whole, style);
      insert (self, place, mark, TWF_TRACKED_PLAIN);
      text = line + 1;
    }
  insert (self, place, text, style);
}

/**
 * twf_tracked_text_insert_runs:
 * @self: a tracked text
 * @place: (inout): where, behind the mark of the language's direction; moved behind the text
 * @runs: (element-type TwfRun): the runs of one text
 * @language: (nullable): its language, which gives its direction
 *
 * Inserts a text with its changes.
 */
void
twf_tracked_text_insert_runs (TwfTrackedText *self,
                              GtkTextIter *place,
                              GPtrArray *runs,
                              const char *language)
{
  const char *mark = get_mark (language);

  g_return_if_fail (TWF_IS_TRACKED_TEXT (self) && runs != NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);

      if (i > 0 && needs_space (g_ptr_array_index (runs, i - 1), run))
        insert (self, place, " ", TWF_TRACKED_PLAIN);
      insert_paragraphs (self, place, run->text, mark, get_style (run));
    }
}

/**
 * twf_tracked_text_append_runs:
 * @self: a tracked text
 * @runs: (element-type TwfRun): the runs of one text
 * @language: (nullable): its language, which gives its direction
 *
 * Adds a text with its changes, and ends the line.
 */
void
twf_tracked_text_append_runs (TwfTrackedText *self, GPtrArray *runs, const char *language)
{
  GtkTextIter end;

  g_return_if_fail (TWF_IS_TRACKED_TEXT (self) && runs != NULL);

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  insert (self, &end, get_mark (language), TWF_TRACKED_PLAIN);
  twf_tracked_text_insert_runs (self, &end, runs, language);
  insert (self, &end, "\n", TWF_TRACKED_PLAIN);
}

/* The last letters of what stayed before the first change. */
static char *
dup_lead (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  const char *from = text;

  if (length > LEAD_LETTERS)
    {
      from = g_utf8_offset_to_pointer (text, length - LEAD_LETTERS);
      /* Not from the middle of a word. */
      while (*from != '\0' && !g_unichar_isspace (g_utf8_get_char (from)))
        from = g_utf8_next_char (from);
      if (*from == '\0')
        from = g_utf8_offset_to_pointer (text, length - LEAD_LETTERS);
      return g_strconcat ("\342\200\246", from, NULL);
    }
  return g_strdup (from);
}

static void
add_attributes (PangoAttrList *attributes, TwfTrackedStyle style, guint start, guint end)
{
  PangoColor colour;
  PangoAttribute *drawn = style == TWF_TRACKED_DELETED
                              ? pango_attr_strikethrough_new (TRUE)
                              : pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE);
  PangoAttribute *painted;

  pango_color_parse (&colour, get_colour (style));
  painted = pango_attr_foreground_new (colour.red, colour.green, colour.blue);
  drawn->start_index = painted->start_index = start;
  drawn->end_index = painted->end_index = end;
  pango_attr_list_insert (attributes, drawn);
  pango_attr_list_insert (attributes, painted);
}

/* A line through the space behind words would look like a dash; spaces alone are shown as they are.
 */
static void
add_to_words (PangoAttrList *attributes,
              TwfTrackedStyle style,
              const char *text,
              gsize start,
              gsize end)
{
  gsize first = start + strspn (text + start, " ");
  gsize last = end;

  while (last > first && text[last - 1] == ' ')
    last--;
  if (last > first)
    add_attributes (attributes, style, (guint)first, (guint)last);
  else
    add_attributes (attributes, style, (guint)start, (guint)end);
}

/**
 * twf_tracked_text_append_mark:
 * @line: a text for a label
 * @language: (nullable): its language
 *
 * Adds what gives the next paragraph the direction of its language.
 */
void
twf_tracked_text_append_mark (GString *line, const char *language)
{
  g_string_append (line, get_mark (language));
}

/**
 * twf_tracked_text_append_marked:
 * @line: a text for a label
 * @text: what to add
 * @language: (nullable): its language
 *
 * Adds words; each paragraph that begins in them begins with the mark of the language's direction.
 */
void
twf_tracked_text_append_marked (GString *line, const char *text, const char *language)
{
  const char *end;

  while ((end = strchr (text, '\n')) != NULL)
    {
      g_string_append_len (line, text, end - text + 1);
      twf_tracked_text_append_mark (line, language);
      text = end + 1;
    }
  g_string_append (line, text);
}

/**
 * twf_tracked_text_align:
 * @label: shows a text
 * @language: (nullable): its language
 *
 * Puts the text at the side where its language begins, whatever the direction of the window.
 */
void
twf_tracked_text_align (GtkLabel *label, const char *language)
{
  gboolean rtl = language != NULL && twf_language_get_direction (language) == TWF_DIRECTION_RTL;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;

  gtk_label_set_xalign (label, language == NULL || rtl == mirrored ? 0 : 1);
}

static void
show_in_label (GtkLabel *label, GPtrArray *runs, const char *language, gboolean excerpt)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) line = g_string_new (get_mark (language));

  for (guint i = 0; i < runs->len && (!excerpt || line->len < MOST_EXCERPT); i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);
      g_autofree char *lead = NULL;
      gsize start;

      if (i > 0 && needs_space (g_ptr_array_index (runs, i - 1), run))
        g_string_append_c (line, ' ');
      start = line->len;
      if (excerpt && i == 0 && run->kind == TWF_RUN_EQUAL && runs->len > 1)
        lead = dup_lead (run->text);
      twf_tracked_text_append_marked (
          line, lead != NULL ? lead : run->text, excerpt ? NULL : language);
      if (run->kind != TWF_RUN_EQUAL)
        add_to_words (attributes, get_style (run), line->str, start, line->len);
    }
  if (excerpt)
    g_strdelimit (line->str, "\n", ' ');
  gtk_label_set_label (label, line->str);
  gtk_label_set_attributes (label, attributes);
  twf_tracked_text_align (label, language);
}

static void
label_dark_changed_cb (GtkLabel *label)
{
  show_in_label (label,
                 g_object_get_data (G_OBJECT (label), "twf-runs"),
                 g_object_get_data (G_OBJECT (label), "twf-language"),
                 FALSE);
}

/**
 * twf_tracked_text_new_label:
 * @runs: (element-type TwfRun): the runs of one text
 * @language: (nullable): its language, which gives its direction and its side
 *
 * Shows a text with its changes, as high as it needs to be.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
twf_tracked_text_new_label (GPtrArray *runs, const char *language)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (runs != NULL, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "provision-text");
  g_object_set_data_full (
      G_OBJECT (label), "twf-runs", g_ptr_array_ref (runs), (GDestroyNotify)g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (label), "twf-language", g_strdup (language), g_free);
  show_in_label (GTK_LABEL (label), runs, language, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (label_dark_changed_cb),
                           label,
                           G_CONNECT_SWAPPED);
  return label;
}

/**
 * twf_tracked_text_show_excerpt:
 * @label: a label of one line
 * @runs: (element-type TwfRun): the runs of one text
 * @language: (nullable): its language, which gives its direction and its side
 *
 * Shows the place of the first change in one line. The colours are those of the moment: a list
 * binds its rows anew when the style changes.
 */
void
twf_tracked_text_show_excerpt (GtkLabel *label, GPtrArray *runs, const char *language)
{
  g_return_if_fail (GTK_IS_LABEL (label) && runs != NULL);

  show_in_label (label, runs, language, TRUE);
}
