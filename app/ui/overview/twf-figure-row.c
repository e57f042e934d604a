/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-figure-row.h"

struct _TwfFigureRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *sign; /* how the bar above shows it */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *count;
  GtkWidget *arrow;

  char *figure; /* owned; nullable: it opens nothing */
};

G_DEFINE_FINAL_TYPE (TwfFigureRow, twf_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
twf_figure_row_finalize (GObject *object)
{
  g_free (TWF_FIGURE_ROW (object)->figure);
  G_OBJECT_CLASS (twf_figure_row_parent_class)->finalize (object);
}

static void
twf_figure_row_class_init (TwfFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_figure_row_finalize;
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
twf_figure_row_init (TwfFigureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "figure-row");
  self->sign = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->sign, FALSE);
  gtk_box_append (GTK_BOX (box), self->sign);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = append_label (words, NULL);
  self->subtitle = append_label (words, "caption");
  gtk_box_append (GTK_BOX (box), words);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->arrow, "dim-label");
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * twf_figure_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
twf_figure_row_new (void)
{
  return g_object_new (TWF_TYPE_FIGURE_ROW, NULL);
}

/**
 * twf_figure_row_show:
 * @self: a row
 * @figure: (nullable): what it opens; %NULL: nothing
 * @title: what is counted
 * @subtitle: (nullable): more about it
 * @count: how much there is
 */
void
twf_figure_row_show (TwfFigureRow *self,
                     const char *figure,
                     const char *title,
                     const char *subtitle,
                     const char *count)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TWF_IS_FIGURE_ROW (self));

  g_free (self->figure);
  self->figure = g_strdup (figure);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_opacity (self->arrow, figure != NULL ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), figure != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  name = g_strconcat (title, ": ", count, subtitle != NULL ? ". " : "", subtitle, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * twf_figure_row_set_sign:
 * @self: a row
 * @css_class: (nullable): how the bar above shows what it counts; %NULL: it does not
 */
void
twf_figure_row_set_sign (TwfFigureRow *self, const char *css_class)
{
  const char *classes[] = { "figure-sign", css_class, NULL };

  g_return_if_fail (TWF_IS_FIGURE_ROW (self));

  gtk_widget_set_css_classes (self->sign, classes);
  gtk_widget_set_visible (self->sign, css_class != NULL);
}

/**
 * twf_figure_row_set_expands:
 * @self: a row, which shows and hides the rows below it
 * @expanded: whether they are shown
 */
void
twf_figure_row_set_expands (TwfFigureRow *self, gboolean expanded)
{
  g_return_if_fail (TWF_IS_FIGURE_ROW (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/**
 * twf_figure_row_get_figure:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it opens
 */
const char *
twf_figure_row_get_figure (TwfFigureRow *self)
{
  g_return_val_if_fail (TWF_IS_FIGURE_ROW (self), NULL);

  return self->figure;
}
