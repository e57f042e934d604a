/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-bracketed-text.h"

#include "twf-tracked-text.h"

#include <adwaita.h>

/* Each keeps 4.5:1 on its ground. */
static const struct
{
  const char *light, *dark;
} colours[] = {
  [TWF_SPAN_TEXT] = { NULL, NULL },
  [TWF_SPAN_SIGN] = { NULL, NULL },
  [TWF_SPAN_STANDING] = { "#8a3b12", "#ffbe6f" },
  [TWF_SPAN_PROPOSED] = { "#1a5fb4", "#99c1f1" },
  [TWF_SPAN_ATTRIBUTION] = { "#5e5c64", "#b0b0b0" },
};

/**
 * twf_bracketed_text_get_colour:
 * @kind: a part of a text with brackets
 *
 * Returns: (nullable): its colour in the look that the desktop has now; %NULL: that of the text
 */
const char *
twf_bracketed_text_get_colour (TwfSpanKind kind)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return dark ? colours[kind].dark : colours[kind].light;
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

static void
paint (PangoAttrList *attributes, TwfSpanKind kind, gsize start, gsize end)
{
  const char *name = twf_bracketed_text_get_colour (kind);
  PangoColor colour;

  if (kind == TWF_SPAN_SIGN)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_HEAVY), start, end);
  if (kind == TWF_SPAN_ATTRIBUTION)
    add_attribute (
        attributes, pango_attr_scale_new (TWF_BRACKETED_TEXT_ATTRIBUTION_SCALE), start, end);
  if (name == NULL)
    return;
  pango_color_parse (&colour, name);
  add_attribute (
      attributes, pango_attr_foreground_new (colour.red, colour.green, colour.blue), start, end);
}

static void
show (GtkLabel *label)
{
  GPtrArray *spans = g_object_get_data (G_OBJECT (label), "twf-spans");
  const char *language = g_object_get_data (G_OBJECT (label), "twf-language");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  twf_tracked_text_append_mark (line, language);
  for (guint i = 0; i < spans->len; i++)
    {
      const TwfSpan *span = spans->pdata[i];
      gsize start = line->len;

      twf_tracked_text_append_marked (line, span->text, language);
      paint (attributes, span->kind, start, line->len);
    }
  gtk_label_set_label (label, line->str);
  gtk_label_set_attributes (label, attributes);
  twf_tracked_text_align (label, language);
}

/**
 * twf_bracketed_text_new_label:
 * @spans: (element-type TwfSpan): a text as a compilation has it
 * @language: its language, which gives its direction and its side
 *
 * Shows a text with its brackets, as high as it needs to be.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
twf_bracketed_text_new_label (GPtrArray *spans, const char *language)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (spans != NULL, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "provision-text");
  g_object_set_data_full (
      G_OBJECT (label), "twf-spans", g_ptr_array_ref (spans), (GDestroyNotify)g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (label), "twf-language", g_strdup (language), g_free);
  show (GTK_LABEL (label));
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (show),
                           label,
                           G_CONNECT_SWAPPED);
  return label;
}
