/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-course-chart.h"

#include "twf-byline.h"
#include "twf-overview-words.h"

#include <math.h>

#define HEIGHT 200
#define GAP 6       /* between the plot and what is written beside it */
#define COLUMN 0.62 /* of the room that a revision has */
#define WIDEST 36   /* a column, in pixels */
#define DOT_RADIUS 3
#define LINE_WIDTH 2
#define GRID_SHADE 0.18F
#define COLUMN_SHADE 0.45F

/* A revision in it. */
typedef struct
{
  gint64 when;
  guint n_brackets;
  double share; /* agreed, 0 to 1 */
} Point;

struct _TwfCourseChart
{
  GtkWidget parent_instance;

  GArray *points;  /* of Point, the oldest first */
  guint most;      /* brackets, at the top of the chart */
  char *labels[6]; /* as they are written; see below */
};

enum
{
  LABEL_MOST,
  LABEL_NONE,
  LABEL_WHOLE,
  LABEL_NO_SHARE,
  LABEL_FIRST,
  LABEL_LAST,
  N_LABELS
};

G_DEFINE_FINAL_TYPE (TwfCourseChart, twf_course_chart, GTK_TYPE_WIDGET)

/* Where it is drawn: from the side where one begins to read. */
typedef struct
{
  cairo_t *cr;
  double width; /* of the widget */
  double start, top, length, height;
  double second; /* height of the line below that the last date stands on; 0: on the first */
  gboolean mirrored;
} Plot;

static double
get_x (const Plot *plot, double along)
{
  double x = plot->start + along * plot->length;

  return plot->mirrored ? plot->width - x : x;
}

static double
get_y (const Plot *plot, double share)
{
  return plot->top + (1 - share) * plot->height;
}

static double
get_along (TwfCourseChart *self, guint index)
{
  return (index + 0.5) / self->points->len;
}

static void
draw_grid (const Plot *plot, GdkRGBA writing)
{
  writing.alpha *= GRID_SHADE;
  gdk_cairo_set_source_rgba (plot->cr, &writing);
  cairo_set_line_width (plot->cr, 1);
  for (guint half = 0; half <= 2; half++)
    {
      double y = floor (get_y (plot, half / 2.0)) + 0.5;

      cairo_move_to (plot->cr, get_x (plot, 0), y);
      cairo_line_to (plot->cr, get_x (plot, 1), y);
      cairo_stroke (plot->cr);
    }
}

static void
draw_columns (TwfCourseChart *self, const Plot *plot, GdkRGBA colour)
{
  double width = MIN (WIDEST, MAX (1, COLUMN * plot->length / self->points->len));

  colour.alpha *= COLUMN_SHADE;
  gdk_cairo_set_source_rgba (plot->cr, &colour);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);
      double top = get_y (plot, (double)point->n_brackets / self->most);

      cairo_rectangle (plot->cr,
                       get_x (plot, get_along (self, i)) - width / 2,
                       top,
                       width,
                       get_y (plot, 0) - top);
    }
  cairo_fill (plot->cr);
}

static void
draw_share (TwfCourseChart *self, const Plot *plot, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (plot->cr, colour);
  cairo_set_line_width (plot->cr, LINE_WIDTH);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (plot->cr,
                   get_x (plot, get_along (self, i)),
                   get_y (plot, g_array_index (self->points, Point, i).share));
  cairo_stroke (plot->cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      cairo_arc (plot->cr,
                 get_x (plot, get_along (self, i)),
                 get_y (plot, g_array_index (self->points, Point, i).share),
                 DOT_RADIUS,
                 0,
                 2 * G_PI);
      cairo_fill (plot->cr);
    }
}

static PangoLayout *
make_label (TwfCourseChart *self, guint label, int *width, int *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->labels[label]);

  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

static int
measure_widest (TwfCourseChart *self, guint one, guint other, int *height)
{
  int width, other_width;
  g_autoptr (PangoLayout) first = make_label (self, one, &width, height);
  g_autoptr (PangoLayout) second = make_label (self, other, &other_width, height);

  return MAX (width, other_width);
}

/* Two dates that do not fit beside each other stand on two lines. */
static gboolean
dates_fit (TwfCourseChart *self, double length)
{
  int first, last, height;
  g_autoptr (PangoLayout) one = make_label (self, LABEL_FIRST, &first, &height);
  g_autoptr (PangoLayout) other = make_label (self, LABEL_LAST, &last, &height);

  return first + last + 2 * GAP <= length;
}

/* At the start side what columns say, at the end what the line says, below when. */
static void
write_labels (TwfCourseChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  for (guint label = 0; label < N_LABELS; label++)
    {
      int width, height;
      g_autoptr (PangoLayout) layout = make_label (self, label, &width, &height);
      gboolean below = label >= LABEL_FIRST;
      gboolean at_start = label == LABEL_MOST || label == LABEL_NONE;
      double x, y;

      if (below)
        {
          x = label == LABEL_FIRST ? plot->start : plot->start + plot->length - width;
          y = plot->top + plot->height + GAP + (label == LABEL_LAST ? plot->second : 0);
        }
      else
        {
          x = at_start ? plot->start - GAP - width : plot->start + plot->length + GAP;
          y = get_y (plot, label == LABEL_MOST || label == LABEL_WHOLE ? 1 : 0) - height / 2.0;
        }
      gtk_snapshot_render_layout (
          snapshot, style, plot->mirrored ? plot->width - x - width : x, y, layout);
    }
}

static void
twf_course_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TwfCourseChart *self = TWF_COURSE_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Plot plot = { .width = gtk_widget_get_width (widget),
                .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  GdkRGBA writing, accent, agreed;
  int before, behind, line;

  if (self->points->len == 0)
    return;
  gtk_style_context_get_color (style, &writing);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = writing;
  if (!gtk_style_context_lookup_color (style, "success_color", &agreed))
    agreed = writing;
  before = measure_widest (self, LABEL_MOST, LABEL_NONE, &line);
  behind = measure_widest (self, LABEL_WHOLE, LABEL_NO_SHARE, &line);
  plot.start = before + GAP;
  plot.top = line / 2.0;
  plot.length = MAX (1, plot.width - plot.start - behind - GAP);
  plot.second = dates_fit (self, plot.length) ? 0 : line;
  plot.height = MAX (1, gtk_widget_get_height (widget) - plot.top - line - plot.second - 2 * GAP);
  plot.cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float)plot.width, (float)gtk_widget_get_height (widget)));
  draw_grid (&plot, writing);
  draw_columns (self, &plot, accent);
  draw_share (self, &plot, &agreed);
  cairo_destroy (plot.cr);
  write_labels (self, snapshot, &plot);
}

static void
twf_course_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = HEIGHT;
  *natural = HEIGHT;
}

static void
twf_course_chart_finalize (GObject *object)
{
  TwfCourseChart *self = TWF_COURSE_CHART (object);

  g_array_unref (self->points);
  for (guint i = 0; i < N_LABELS; i++)
    g_free (self->labels[i]);
  G_OBJECT_CLASS (twf_course_chart_parent_class)->finalize (object);
}

static void
twf_course_chart_class_init (TwfCourseChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = twf_course_chart_finalize;
  widget_class->snapshot = twf_course_chart_snapshot;
  widget_class->measure = twf_course_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "coursechart");
}

static void
twf_course_chart_init (TwfCourseChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

static void
set_label (TwfCourseChart *self, guint label, char *text)
{
  g_free (self->labels[label]);
  self->labels[label] = text;
}

/**
 * twf_course_chart_show:
 * @self: the chart
 * @workbench: the open plan
 * @milestones: (element-type TwfMilestone): the oldest first
 */
void
twf_course_chart_show (TwfCourseChart *self, TwfWorkbench *workbench, GPtrArray *milestones)
{
  g_return_if_fail (TWF_IS_COURSE_CHART (self) && milestones != NULL);

  g_array_set_size (self->points, 0);
  self->most = 1;
  for (guint i = 0; i < milestones->len; i++)
    {
      const TwfMilestone *milestone = milestones->pdata[i];
      Point point = { .when = milestone->when, .n_brackets = milestone->n_brackets };

      if (milestone->n_provisions > 0)
        point.share = (double)milestone->n_agreed / milestone->n_provisions;
      self->most = MAX (self->most, point.n_brackets);
      g_array_append_val (self->points, point);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (milestones->len == 0)
    return;
  set_label (self, LABEL_MOST, twf_workbench_dup_count (workbench, self->most));
  set_label (self, LABEL_NONE, twf_workbench_dup_count (workbench, 0));
  set_label (self, LABEL_WHOLE, twf_overview_words_dup_share (workbench, 1, 1));
  set_label (self, LABEL_NO_SHARE, twf_overview_words_dup_share (workbench, 0, 1));
  set_label (self, LABEL_FIRST, twf_byline_dup_day (g_array_index (self->points, Point, 0).when));
  set_label (self,
             LABEL_LAST,
             twf_byline_dup_day (g_array_index (self->points, Point, self->points->len - 1).when));
}
