/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-room-line.h"

#include "twf-bracketed-text.h"
#include "twf-opening-look.h"
#include "twf-tracked-text.h"

/* In pixels. */
#define NUMBER_WIDTH 56
#define DEPTH_INDENT 24

static GtkWidget *
new_plain (const char *text, const char *language)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  twf_tracked_text_append_mark (line, language);
  twf_tracked_text_append_marked (line, text, language);
  gtk_label_set_label (GTK_LABEL (label), line->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "provision-text");
  twf_tracked_text_align (GTK_LABEL (label), language);
  return label;
}

static void
draw_openings (GtkLabel *label, const TwfBlock *block)
{
  g_autofree char *drawn = twf_block_dup_drawn (block);
  g_autoptr (GArray) openings = twf_block_list_openings (block);
  PangoAttrList *set = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (openings->len == 0)
    return;
  attributes = set != NULL ? pango_attr_list_copy (set) : pango_attr_list_new ();
  twf_opening_look_add_attributes (
      attributes, gtk_label_get_label (label), drawn, openings, block->language);
  gtk_label_set_attributes (label, attributes);
}

static GtkWidget *
new_text (const TwfBlock *block)
{
  GtkWidget *label;

  if (block->spans != NULL)
    label = twf_bracketed_text_new_label (block->spans, block->language);
  else if (block->runs != NULL)
    {
      label = twf_tracked_text_new_label (block->runs, block->language);
      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
    }
  else
    label = new_plain (block->text, block->language);
  draw_openings (GTK_LABEL (label), block);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static GtkWidget *
new_number (const char *number, const char *language)
{
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *label;

  twf_tracked_text_append_mark (line, language);
  g_string_append (line, number);
  label = gtk_label_new (line->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_size_request (label, NUMBER_WIDTH, -1);
  gtk_widget_add_css_class (label, "provision-text");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_detail (GtkBox *row, const TwfBlock *block)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (*block->label != '\0')
    {
      GtkWidget *label = gtk_label_new (block->label);

      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (line), new_text (block));
  gtk_widget_set_margin_start (line, NUMBER_WIDTH + 6);
  gtk_box_append (row, line);
}

/* @language: (nullable): of its number; %NULL: it has none. */
static void
add_provision (GtkBox *row, const TwfBlock *block, const char *language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (language != NULL)
    gtk_box_append (GTK_BOX (line), new_number (block->label, language));
  gtk_box_append (GTK_BOX (line), new_text (block));
  gtk_box_append (row, line);
}

/* The words say it; the colour is what rooms are used to. */
static void
add_state (GtkBox *row, const TwfBlock *block)
{
  GtkWidget *label = gtk_label_new (block->state);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "agreed-state");
  gtk_widget_add_css_class (label, block->plenary ? "plenary" : "group");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_start (label, *block->label != '\0' ? NUMBER_WIDTH + 6 : 0);
  gtk_box_append (row, label);
}

/* Quiet: the text is what is read. */
static void
add_translation (GtkBox *row, const TwfBlock *block, const char *language)
{
  GtkWidget *label;

  if (block->translation == NULL)
    return;
  label = new_plain (block->translation, language);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, *block->label != '\0' ? NUMBER_WIDTH + 6 : 0);
  gtk_box_append (row, label);
}

static void
add_block (GtkBox *row, const TwfBlock *block, const char *language)
{
  switch (block->kind)
    {
    case TWF_BLOCK_TITLE:
      add_provision (row, block, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (row), "title-1");
      break;
    case TWF_BLOCK_HEADING:
      add_provision (row, block, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (row), "heading");
      break;
    case TWF_BLOCK_DETAIL:
      add_detail (row, block);
      break;
    default:
      add_provision (row, block, *block->label != '\0' ? language : NULL);
      if (block->state != NULL)
        add_state (row, block);
    }
  add_translation (row, block, language);
}

/**
 * twf_room_line_new:
 * @list: the lines of a plan
 * @item: one of them
 * @workbench: the open plan
 *
 * Returns: (transfer floating): what shows it
 */
GtkWidget *
twf_room_line_new (TwfReadingList *list, TwfReadingItem *item, TwfWorkbench *workbench)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  TwfSection section;

  gtk_widget_add_css_class (row, "reading-row");
  if (twf_reading_item_is_section (item, &section))
    {
      const char *language = twf_workbench_get_language (workbench);
      GtkWidget *label = new_plain (twf_section_get_title (section, language), language);

      gtk_widget_add_css_class (label, "title-3");
      gtk_widget_set_margin_top (row, 12);
      gtk_box_append (GTK_BOX (row), label);
    }
  else
    {
      g_autoptr (GPtrArray) blocks = twf_reading_list_make_blocks (list, item);

      for (guint i = 0; i < blocks->len; i++)
        {
          const TwfBlock *block = blocks->pdata[i];

          if (i == 0)
            gtk_widget_set_margin_start (row, (int)MIN (block->depth, 6) * DEPTH_INDENT);
          add_block (GTK_BOX (row), block, twf_workbench_get_language (workbench));
        }
    }
  return row;
}
