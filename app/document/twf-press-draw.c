/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-press-draw.h"

#include <string.h>

static void
add_drawn (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

/*
 * _twf_press_draw_spans:
 * @layout: a text
 * @spans: (element-type TwfSpan): how it is made up
 * @start: byte from which on
 *
 * Brackets are bold, what is in them coloured, whose it is smaller: each is told by more than its
 * colour.
 */
void
_twf_press_draw_spans (PangoLayout *layout, GPtrArray *spans, gsize start)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  for (guint i = 0; i < spans->len; i++)
    {
      const TwfSpan *span = g_ptr_array_index (spans, i);
      gsize end = start + strlen (span->text);

      switch (span->kind)
        {
        case TWF_SPAN_SIGN:
          add_drawn (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
          break;
        case TWF_SPAN_STANDING:
          add_drawn (attributes, pango_attr_foreground_new (0x8a00, 0x3b00, 0x1200), start, end);
          break;
        case TWF_SPAN_PROPOSED:
          add_drawn (attributes, pango_attr_foreground_new (0x1a00, 0x5f00, 0xb400), start, end);
          break;
        case TWF_SPAN_ATTRIBUTION:
          add_drawn (attributes, pango_attr_scale_new (0.85), start, end);
          add_drawn (attributes, pango_attr_foreground_new (0x4a00, 0x4a00, 0x4a00), start, end);
          break;
        case TWF_SPAN_TEXT:
        default:
          break;
        }
      start = end;
    }
  pango_layout_set_attributes (layout, attributes);
}

/*
 * _twf_press_draw_runs:
 * @layout: a text
 * @runs: (element-type TwfRun): its changes
 * @start: byte from which on
 *
 * What went is struck, what came is underlined twice: a printer may know no colours. Whole words,
 * which keep the shapes of their letters.
 */
void
_twf_press_draw_runs (PangoLayout *layout, GPtrArray *runs, gsize start)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);
      gsize end = start + strlen (run->text);

      if (run->kind == TWF_RUN_DELETED)
        {
          add_drawn (attributes, pango_attr_strikethrough_new (TRUE), start, end);
          add_drawn (attributes, pango_attr_foreground_new (0xb000, 0, 0x2000), start, end);
        }
      else if (run->kind == TWF_RUN_INSERTED)
        {
          add_drawn (attributes, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), start, end);
          add_drawn (attributes, pango_attr_foreground_new (0x1400, 0x6c00, 0x2e00), start, end);
        }
      start = end;
    }
  pango_layout_set_attributes (layout, attributes);
}

/*
 * _twf_press_draw_openings:
 * @layout: a text, drawn from its first byte on
 * @openings: (element-type TwfOpening): bytes of it
 * @look: how they are printed in its language
 */
void
_twf_press_draw_openings (PangoLayout *layout, GArray *openings, TwfLook look)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  for (guint i = 0; i < openings->len; i++)
    {
      const TwfOpening *opening = &g_array_index (openings, TwfOpening, i);

      if (look & TWF_LOOK_BOLD)
        add_drawn (
            attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), opening->start, opening->end);
      if (look & TWF_LOOK_ITALIC)
        add_drawn (
            attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), opening->start, opening->end);
    }
  pango_layout_set_attributes (layout, attributes);
}
