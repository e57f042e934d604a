/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-owned-text.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-tracked-text.h"

#include <adwaita.h>
#include <string.h>

#define MARK_SCALE 0.72
#define MARK_RISE (4 * PANGO_SCALE)

/* Each keeps 4.5:1 on its ground. Beyond so many owners colours come again; marks do not. */
static const struct
{
  const char *light, *dark;
} colours[] = {
  { "#1a5fb4", "#99c1f1" }, { "#a51d2d", "#ff9f95" }, { "#146c2e", "#8ff0a4" },
  { "#813d9c", "#dc8add" }, { "#8a4b00", "#ffbe6f" }, { "#006a71", "#7fdbe0" },
  { "#63452c", "#cdab8f" }, { "#9c1f6e", "#f7a1d4" },
};

/**
 * twf_owned_run_free:
 * @self: (transfer full) (nullable): a run
 */
void
twf_owned_run_free (TwfOwnedRun *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->mark);
  g_free (self);
}

static const char *
get_colour (guint number)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint which = number % G_N_ELEMENTS (colours);

  return dark ? colours[which].dark : colours[which].light;
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_colour (PangoAttrList *attributes, guint number, gsize start, gsize end)
{
  PangoColor colour;

  pango_color_parse (&colour, get_colour (number));
  add_attribute (
      attributes, pango_attr_foreground_new (colour.red, colour.green, colour.blue), start, end);
}

/* How far the words of a run go. */
static gsize
get_words_length (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return length;
}

static void
append_mark (GString *line, PangoAttrList *attributes, const TwfOwnedRun *run)
{
  g_autofree char *mark = twf_text_isolate (run->mark);
  gsize start = line->len;

  /* It must not be broken from the words it speaks of. */
  g_string_append (line, "\u00a0");
  g_string_append (line, mark);
  add_attribute (attributes, pango_attr_scale_new (MARK_SCALE), start, line->len);
  add_attribute (attributes, pango_attr_rise_new (MARK_RISE), start, line->len);
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, line->len);
  add_colour (attributes, run->colour, start, line->len);
}

/* Words that went have no space of their own where they stood. */
static gboolean
needs_space (const GString *line, const TwfOwnedRun *run)
{
  return g_str_has_suffix (line->str, TWF_PDI) && *run->text != '\0'
         && !g_unichar_isspace (g_utf8_get_char (run->text))
         && !g_unichar_ispunct (g_utf8_get_char (run->text));
}

static PangoAttribute *
new_line (TwfOwnedLook look)
{
  return look == TWF_OWNED_GONE
             ? pango_attr_strikethrough_new (TRUE)
             : pango_attr_underline_new (look == TWF_OWNED_CAME ? PANGO_UNDERLINE_DOUBLE
                                                                : PANGO_UNDERLINE_SINGLE);
}

/* The spaces round the words are nobody's. */
static void
append_run (GString *line, PangoAttrList *attributes, const TwfOwnedRun *run, const char *language)
{
  gsize length = get_words_length (run->text);
  gsize lead = MIN (length, strspn (run->text, " \n"));
  g_autofree char *before = g_strndup (run->text, lead);
  g_autofree char *words = g_strndup (run->text + lead, length - lead);
  gsize start;

  if (needs_space (line, run))
    g_string_append_c (line, ' ');
  twf_tracked_text_append_marked (line, before, language);
  start = line->len;
  twf_tracked_text_append_marked (line, words, language);
  if (*words != '\0' && run->look != TWF_OWNED_SAME)
    {
      add_attribute (attributes, new_line (run->look), start, line->len);
      add_colour (attributes, run->colour, start, line->len);
      append_mark (line, attributes, run);
    }
  twf_tracked_text_append_marked (line, run->text + length, language);
}

static void
show (GtkLabel *label, GPtrArray *runs, const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  twf_tracked_text_append_mark (line, language);
  for (guint i = 0; i < runs->len; i++)
    append_run (line, attributes, runs->pdata[i], language);
  gtk_label_set_label (label, line->str);
  gtk_label_set_attributes (label, attributes);
  twf_tracked_text_align (label, language);
}

static void
dark_changed_cb (GtkLabel *label)
{
  show (label,
        g_object_get_data (G_OBJECT (label), "twf-runs"),
        g_object_get_data (G_OBJECT (label), "twf-language"));
}

static void
follow_dark (GtkWidget *label, GCallback callback)
{
  g_signal_connect_object (
      adw_style_manager_get_default (), "notify::dark", callback, label, G_CONNECT_SWAPPED);
}

/**
 * twf_owned_text_new_label:
 * @runs: (element-type TwfOwnedRun): the runs of one text, in reading order
 * @language: (nullable): its language, which gives its direction and its side
 *
 * Returns: (transfer floating): a label that shows a text with whose its words are
 */
GtkWidget *
twf_owned_text_new_label (GPtrArray *runs, const char *language)
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
  show (GTK_LABEL (label), runs, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);
  follow_dark (label, G_CALLBACK (dark_changed_cb));
  return label;
}

static void
colour_legend (GtkLabel *label, guint colour)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize end = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (label), "twf-mark-end"));

  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, end);
  add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), 0, end);
  add_colour (attributes, colour, 0, end);
  gtk_label_set_attributes (label, attributes);
}

static void
legend_dark_changed_cb (GtkLabel *label)
{
  colour_legend (label, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "twf-colour")));
}

/**
 * twf_owned_text_new_legend:
 * @mark: what stands behind an owner's words
 * @colour: number of its colour
 * @line: what is said of the owner
 *
 * Returns: (transfer floating): a label that explains the mark
 */
GtkWidget *
twf_owned_text_new_legend (const char *mark, guint colour, const char *line)
{
  g_autofree char *isolated = twf_text_isolate (mark);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (mark != NULL && line != NULL, NULL);

  joined = g_strdup_printf ("%s  %s", isolated, line);
  text = twf_interface_dup_line (joined);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* A mark of direction may stand before it. */
  g_object_set_data (G_OBJECT (label),
                     "twf-mark-end",
                     GSIZE_TO_POINTER (strlen (text) - strlen (joined) + strlen (isolated)));
  g_object_set_data (G_OBJECT (label), "twf-colour", GUINT_TO_POINTER (colour));
  colour_legend (GTK_LABEL (label), colour);
  follow_dark (label, G_CALLBACK (legend_dark_changed_cb));
  return label;
}
