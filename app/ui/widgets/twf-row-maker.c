/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-row-maker.h"

#include "twf-interface.h"
#include "twf-spoken.h"
#include "twf-tracked-text.h"

#define SPOKEN "twf-spoken"

/**
 * twf_row_maker_init:
 * @self: (out caller-allocates): a maker
 *
 * Begins a row; twf_row_maker_end() ends it.
 */
void
twf_row_maker_init (TwfRowMaker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->box = GTK_BOX (box);
  self->spoken = g_ptr_array_new_with_free_func (g_free);
}

/**
 * twf_row_maker_append_line:
 * @self: a row that is being made
 * @text: a line in the language of the interface; what it quotes is isolated
 * @style: how it is to look: a class of the style sheet
 *
 * Adds a line that wraps, and says it.
 */
void
twf_row_maker_append_line (TwfRowMaker *self, const char *text, const char *style)
{
  g_autofree char *line = twf_interface_dup_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
  g_ptr_array_add (self->spoken, g_steal_pointer (&line));
}

/**
 * twf_row_maker_append_runs:
 * @self: a row that is being made
 * @runs: (element-type TwfRun): a text with its changes
 * @language: (nullable): its language
 *
 * Adds a text as tracked changes, and says all its words.
 */
void
twf_row_maker_append_runs (TwfRowMaker *self, GPtrArray *runs, const char *language)
{
  GtkWidget *label = twf_tracked_text_new_label (runs, language);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (said, ((const TwfRun *)runs->pdata[i])->text);
  /* The row itself has the keyboard, and says all its words. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (self->box, label);
  g_ptr_array_add (self->spoken, g_strdup (said->str));
}

/**
 * twf_row_maker_end:
 * @self: a row that is being made
 *
 * Returns: (transfer floating): the row, to be named with twf_row_maker_name_item() once it is the
 *   child of a list item
 */
GtkWidget *
twf_row_maker_end (TwfRowMaker *self)
{
  g_ptr_array_add (self->spoken, NULL);
  g_object_set_data_full (G_OBJECT (self->box),
                          SPOKEN,
                          g_ptr_array_free (self->spoken, FALSE),
                          (GDestroyNotify)g_strfreev);
  self->spoken = NULL;
  return GTK_WIDGET (self->box);
}

/**
 * twf_row_maker_name_item:
 * @row: a row that a maker made, the child of a list item
 *
 * Gives the item the name that screen readers say.
 */
void
twf_row_maker_name_item (GtkWidget *row)
{
  twf_spoken_name_row (row, g_object_get_data (G_OBJECT (row), SPOKEN));
}
