/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-lane-area.h"

#include <math.h>

#define STEP 12   /* from lane to lane */
#define MARGIN 3  /* beside the lanes */
#define OVERLAP 3 /* above and below: there is a gap between rows */
#define NODE_RADIUS 4
#define NODE_WIDTH 1.5
#define RING_RADIUS 6.5
#define MAIN_WIDTH 2
#define SIDE_WIDTH 1
#define SIDE_SHADE 0.55F /* between the ground and the writing */

struct _TwfLaneArea
{
  GtkWidget parent_instance;

  TwfLaneRow row;
  guint n_lanes; /* that there is room for; 0: nothing is drawn */
};

G_DEFINE_FINAL_TYPE (TwfLaneArea, twf_lane_area, GTK_TYPE_WIDGET)

/* What it is drawn with. */
typedef struct
{
  cairo_t *cr;
  GdkRGBA accent;
  GdkRGBA quiet;
  double width;
  double top, middle, bottom;
  gboolean mirrored;
} Canvas;

/* Where the edges of its line are those of pixels. */
static double
get_x (const Canvas *canvas, guint lane)
{
  double x = MARGIN + STEP / 2 + lane * STEP;

  return (canvas->mirrored ? canvas->width - x : x) + (lane > 0 ? SIDE_WIDTH / 2.0 : 0);
}

static void
choose_pen (const Canvas *canvas, guint lane)
{
  static const double dashes[] = { 2, 3 };

  gdk_cairo_set_source_rgba (canvas->cr, lane == 0 ? &canvas->accent : &canvas->quiet);
  cairo_set_line_width (canvas->cr, lane == 0 ? MAIN_WIDTH : SIDE_WIDTH);
  /* Several run in it. */
  cairo_set_dash (canvas->cr, dashes, lane == TWF_LANES - 1 ? G_N_ELEMENTS (dashes) : 0, 0);
}

/* A line from one lane to another between two heights; straight where the lanes are one. */
static void
draw_line (const Canvas *canvas, guint from, double start, guint to, double end)
{
  double x = get_x (canvas, from);
  double other = get_x (canvas, to);
  double half = (start + end) / 2;

  choose_pen (canvas, MAX (from, to));
  cairo_move_to (canvas->cr, x, start);
  if (from == to)
    cairo_line_to (canvas->cr, other, end);
  else
    cairo_curve_to (canvas->cr, x, half, other, half, other, end);
  cairo_stroke (canvas->cr);
}

/* From and to the edges of the row, and straight beyond them, where its neighbours go on. */
static void
draw_lanes (TwfLaneArea *self, const Canvas *canvas)
{
  const TwfLaneRow *row = &self->row;
  double height = canvas->bottom;

  /* The first lane last: it lies on top. */
  for (guint lane = TWF_LANES; lane-- > 0;)
    {
      if (row->passing >> lane & 1)
        draw_line (canvas, lane, -OVERLAP, lane, height + OVERLAP);
      if (row->joining >> lane & 1)
        {
          draw_line (canvas, lane, -OVERLAP, lane, canvas->top);
          draw_line (canvas, lane, canvas->top, row->lane, height);
        }
      if (row->parents >> lane & 1)
        {
          draw_line (canvas, row->lane, canvas->middle, lane, height);
          draw_line (canvas, lane, height, lane, height + OVERLAP);
        }
      if (row->from_above && row->lane == lane)
        draw_line (canvas, lane, -OVERLAP, lane, canvas->middle);
    }
}

/* On the ground of the row, so that lines do not show through a hollow one. */
static void
draw_node (TwfLaneArea *self, const Canvas *canvas)
{
  double x = get_x (canvas, self->row.lane);
  gboolean own = self->row.lane == 0;

  choose_pen (canvas, own ? 0 : 1);
  cairo_set_line_width (canvas->cr, NODE_WIDTH);
  if (self->row.n_parents > 1)
    {
      cairo_arc (canvas->cr, x, canvas->middle, RING_RADIUS, 0, 2 * G_PI);
      cairo_stroke (canvas->cr);
    }
  cairo_arc (canvas->cr, x, canvas->middle, own ? NODE_RADIUS : NODE_RADIUS - 0.5, 0, 2 * G_PI);
  if (own)
    {
      cairo_fill (canvas->cr);
      return;
    }
  cairo_save (canvas->cr);
  cairo_set_operator (canvas->cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill_preserve (canvas->cr);
  cairo_restore (canvas->cr);
  cairo_stroke (canvas->cr);
}

static float
mix (float one, float other)
{
  return one + SIDE_SHADE * (other - one);
}

/* Opaque: where rows meet, lines are drawn twice. */
static void
choose_colours (GtkStyleContext *style, Canvas *canvas)
{
  GdkRGBA writing, ground;

  gtk_style_context_get_color (style, &writing);
  if (!gtk_style_context_lookup_color (style, "accent_color", &canvas->accent))
    canvas->accent = writing;
  canvas->quiet = writing;
  if (gtk_style_context_lookup_color (style, "window_bg_color", &ground))
    canvas->quiet = (GdkRGBA){ mix (ground.red, writing.red),
                               mix (ground.green, writing.green),
                               mix (ground.blue, writing.blue),
                               1 };
}

static void
twf_lane_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TwfLaneArea *self = TWF_LANE_AREA (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Canvas canvas = { .width = width,
                    .top = 0,
                    .middle = floor (height / 2.0) + 0.5,
                    .bottom = height,
                    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };

  if (self->n_lanes == 0)
    return;
  choose_colours (style, &canvas);
  canvas.cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, -OVERLAP, (float)width, (float)(height + 2 * OVERLAP)));
  draw_lanes (self, &canvas);
  draw_node (self, &canvas);
  cairo_destroy (canvas.cr);
}

static void
twf_lane_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TwfLaneArea *self = TWF_LANE_AREA (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL && self->n_lanes > 0
                 ? (int)self->n_lanes * STEP + 2 * MARGIN
                 : 0;
  *natural = *minimum;
}

static void
twf_lane_area_class_init (TwfLaneAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = twf_lane_area_snapshot;
  widget_class->measure = twf_lane_area_measure;
  /* The row says in words what it shows. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "lanes");
}

static void
twf_lane_area_init (TwfLaneArea *self)
{
}

/**
 * twf_lane_area_new:
 *
 * Returns: (transfer floating): an area that shows nothing
 */
GtkWidget *
twf_lane_area_new (void)
{
  return g_object_new (TWF_TYPE_LANE_AREA, NULL);
}

/**
 * twf_lane_area_show:
 * @self: the area
 * @row: (nullable): what it shows; %NULL: nothing
 * @n_lanes: for how many it takes room, so that rows of a list stand under each other; 0: for none,
 *   and it shows nothing
 *
 * Shows a row's part of the graph.
 */
void
twf_lane_area_show (TwfLaneArea *self, const TwfLaneRow *row, guint n_lanes)
{
  guint room;

  g_return_if_fail (TWF_IS_LANE_AREA (self));

  room = row != NULL ? n_lanes : 0;
  if (row != NULL)
    self->row = *row;
  if (room != self->n_lanes)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_lanes = room;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
