/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-pair.h"

/* A column narrower than this is no place to write a paragraph in. In pixels. */
#define LEAST_COLUMN 260
/* One that is there only if there is room for it is no narrower than this. */
#define LEAST_OPTIONAL 272
#define SPACING 12

struct _TwfPair
{
  GtkWidget parent_instance;

  int needed; /* children behind so many are optional */
};

G_DEFINE_FINAL_TYPE (TwfPair, twf_pair, GTK_TYPE_WIDGET)

static int
count_visible (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      n++;
  return n;
}

static int
divide (int width, int n)
{
  return (width - SPACING * (n - 1)) / n;
}

/* How many of the children are shown in @width. */
static int
count_shown (GtkWidget *widget, int width)
{
  int n = MAX (count_visible (widget), 1);
  int needed = MIN (n, TWF_PAIR (widget)->needed);

  return n > needed && divide (width, n) < LEAST_OPTIONAL ? needed : n;
}

/* The width of a column in @width; the whole width where columns do not fit. */
static int
get_column (GtkWidget *widget, int width, gboolean *stacked)
{
  int n = count_shown (widget, width);
  int column = divide (width, n);

  *stacked = n > 1 && column < LEAST_COLUMN;
  return *stacked ? width : column;
}

/* What is optional asks for no room: it takes what there is. */
static int
count_measured (GtkWidget *widget, int width)
{
  return width > 0 ? count_shown (widget, width)
                   : MIN (count_visible (widget), TWF_PAIR (widget)->needed);
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
  int left = count_measured (widget, vertical ? for_size : -1);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && left > 0;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_get_visible (child))
        continue;
      left--;
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
  int left = count_shown (widget, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height = height;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_set_child_visible (child, left > 0);
      if (left-- <= 0)
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
  self->needed = G_MAXINT;
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

/**
 * twf_pair_set_needed:
 * @self: a pair
 * @needed: how many children are shown in any case
 *
 * Further ones are shown where all have room side by side.
 */
void
twf_pair_set_needed (TwfPair *self, guint needed)
{
  g_return_if_fail (TWF_IS_PAIR (self));

  self->needed = (int)needed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
