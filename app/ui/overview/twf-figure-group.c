/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-figure-group.h"

struct _TwfFigureGroup
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *note;
  GtkListBox *list;

  guint n_rows; /* in use */
};

enum
{
  PROP_TITLE = 1,
  PROP_HEADED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TwfFigureGroup, twf_figure_group, GTK_TYPE_WIDGET)

static TwfFigureRow *
get_row (TwfFigureGroup *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)index);

  return row != NULL ? TWF_FIGURE_ROW (row) : NULL;
}

static void
row_activated_cb (TwfFigureGroup *self, TwfFigureRow *row)
{
  if (twf_figure_row_get_figure (row) != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "overview.open", "s", twf_figure_row_get_figure (row));
}

/* From the last row of a list to the next list, and from the first to the one before: they are one
 * column to who reads them. At its ends the keyboard stays where it is. */
static gboolean
keynav_failed_cb (TwfFigureGroup *self, GtkDirectionType direction)
{
  GtkWidget *column = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (column == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  gtk_widget_child_focus (column,
                          direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
twf_figure_group_set_property (GObject *object,
                               guint property,
                               const GValue *value,
                               GParamSpec *pspec)
{
  TwfFigureGroup *self = TWF_FIGURE_GROUP (object);

  switch (property)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->heading, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value),
                                      -1);
      break;
    case PROP_HEADED:
      gtk_widget_set_visible (GTK_WIDGET (self->heading), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
twf_figure_group_dispose (GObject *object)
{
  TwfFigureGroup *self = TWF_FIGURE_GROUP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (twf_figure_group_parent_class)->dispose (object);
}

static void
twf_figure_group_class_init (TwfFigureGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = twf_figure_group_dispose;
  object_class->set_property = twf_figure_group_set_property;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  g_object_class_install_property (
      object_class,
      PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class,
      PROP_HEADED,
      g_param_spec_boolean ("headed", NULL, NULL, TRUE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
twf_figure_group_init (TwfFigureGroup *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->heading));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * twf_figure_group_begin:
 * @self: a group
 *
 * Begins to put its figures anew.
 */
void
twf_figure_group_begin (TwfFigureGroup *self)
{
  g_return_if_fail (TWF_IS_FIGURE_GROUP (self));

  self->n_rows = 0;
}

/**
 * twf_figure_group_add:
 * @self: a group that was begun
 * @figure: (nullable): what the row opens; %NULL: nothing
 * @title: what is counted
 * @subtitle: (nullable): more about it
 * @count: how much there is
 *
 * Returns: (transfer none): its row
 */
TwfFigureRow *
twf_figure_group_add (TwfFigureGroup *self,
                      const char *figure,
                      const char *title,
                      const char *subtitle,
                      const char *count)
{
  TwfFigureRow *row;

  g_return_val_if_fail (TWF_IS_FIGURE_GROUP (self), NULL);

  row = get_row (self, self->n_rows++);
  if (row == NULL)
    {
      row = TWF_FIGURE_ROW (twf_figure_row_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  twf_figure_row_show (row, figure, title, subtitle, count);
  return row;
}

/* A row that goes gives the keyboard on: to the row that is last now, or where one would go next.
 */
static void
give_keys_on (TwfFigureGroup *self)
{
  GtkWidget *column = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (self->n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, self->n_rows - 1)));
  else if (column != NULL)
    gtk_widget_child_focus (column, GTK_DIR_TAB_BACKWARD);
}

/**
 * twf_figure_group_end:
 * @self: a group that was begun
 * @note: (nullable): what is said above its figures, or in their place where there are none
 */
void
twf_figure_group_end (TwfFigureGroup *self, const char *note)
{
  TwfFigureRow *row;

  g_return_if_fail (TWF_IS_FIGURE_GROUP (self));

  for (guint i = self->n_rows; (row = get_row (self, i)) != NULL; i++)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (row)))
        give_keys_on (self);
      gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_rows > 0);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/**
 * twf_figure_group_focus:
 * @self: a group
 * @figure: (nullable): what a row opens; %NULL: the first
 *
 * Gives the keyboard to that row.
 *
 * Returns: whether it is in this group
 */
gboolean
twf_figure_group_focus (TwfFigureGroup *self, const char *figure)
{
  g_return_val_if_fail (TWF_IS_FIGURE_GROUP (self), FALSE);

  for (guint i = 0; i < self->n_rows; i++)
    if (figure == NULL || g_strcmp0 (twf_figure_row_get_figure (get_row (self, i)), figure) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
  return FALSE;
}
