/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-pair.h"

/* A column narrower than this is no place to write a paragraph in. In pixels. */
#define LEAST_COLUMN 260
#define SPACING 12

struct _TwfPair
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TwfPair, twf_pair, GTK_TYPE_WIDGET)

static int
count_shown (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      n++;
  return n;
}

/* The width of a column in @width; the whole width where columns do not fit. */
static int
get_column (GtkWidget *widget, int width, gboolean *stacked)
{
  int n = MAX (count_shown (widget), 1);
  int column = (width - SPACING * (n - 1)) / n;

  *stacked = n > 1 && column < LEAST_COLUMN;
  return *stacked ? width : column;
}

static GtkSizeRequestMode
twf_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
twf_pair_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  gboolean stacked = FALSE;
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  int column = for_size > 0 && vertical ? get_column (widget, for_size, &stacked) : -1;
  gboolean add = vertical && stacked;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (
          child, orientation, vertical ? column : -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = add && *minimum > 0 ? *minimum + SPACING + child_minimum
                                     : MAX (*minimum, child_minimum);
      *natural = (add || !vertical) && *natural > 0 ? *natural + SPACING + child_natural
                                                    : MAX (*natural, child_natural);
    }
  *natural = MAX (*natural, *minimum);
}

static void
twf_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean stacked;
  int column = get_column (widget, width, &stacked);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = rtl ? width - column : 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height = height;

      if (!gtk_widget_should_layout (child))
        continue;
      if (stacked)
        gtk_widget_measure (
            child, GTK_ORIENTATION_VERTICAL, column, NULL, &child_height, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, column, child_height }, -1);
      if (stacked)
        y += child_height + SPACING;
      else
        x += (rtl ? -1 : 1) * (column + SPACING);
    }
}

static void
twf_pair_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (twf_pair_parent_class)->dispose (object);
}

static void
twf_pair_class_init (TwfPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_pair_dispose;
  widget_class->get_request_mode = twf_pair_get_request_mode;
  widget_class->measure = twf_pair_measure;
  widget_class->size_allocate = twf_pair_size_allocate;
}

static void
twf_pair_init (TwfPair *self)
{
}

/**
 * twf_pair_new:
 *
 * Returns: (transfer floating): a pair without children
 */
GtkWidget *
twf_pair_new (void)
{
  return g_object_new (TWF_TYPE_PAIR, NULL);
}

/**
 * twf_pair_append:
 * @self: a pair
 * @child: (transfer floating): a widget to put at its end
 */
void
twf_pair_append (TwfPair *self, GtkWidget *child)
{
  g_return_if_fail (TWF_IS_PAIR (self) && GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
