/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-agreed-bar.h"

#include "twf-overview-words.h"

/* A box for each share, in the order of the rows below. Boxes have what rows' signs have: one style
 * sheet says how each looks, and the text's direction where each stands. */
struct _TwfAgreedBar
{
  GtkWidget parent_instance;

  GtkWidget *shares[TWF_N_OVERVIEW_SHARES];
  guint counts[TWF_N_OVERVIEW_SHARES];
};

G_DEFINE_FINAL_TYPE (TwfAgreedBar, twf_agreed_bar, GTK_TYPE_WIDGET)

#define HEIGHT 14

static void
twf_agreed_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TwfAgreedBar *self = TWF_AGREED_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint all = 0, done = 0;

  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES; i++)
    all += self->counts[i];
  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES && all > 0; i++)
    {
      int from = (int)((gint64)width * done / all);
      int to = (int)((gint64)width * (done + self->counts[i]) / all);
      GtkAllocation allocation = { mirrored ? width - to : from, 0, to - from, height };

      done += self->counts[i];
      if (gtk_widget_get_visible (self->shares[i]))
        gtk_widget_size_allocate (self->shares[i], &allocation, -1);
    }
}

static void
twf_agreed_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
  *natural = *minimum;
}

static void
twf_agreed_bar_dispose (GObject *object)
{
  TwfAgreedBar *self = TWF_AGREED_BAR (object);

  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES; i++)
    g_clear_pointer (&self->shares[i], gtk_widget_unparent);
  G_OBJECT_CLASS (twf_agreed_bar_parent_class)->dispose (object);
}

static void
twf_agreed_bar_class_init (TwfAgreedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_agreed_bar_dispose;
  widget_class->size_allocate = twf_agreed_bar_size_allocate;
  widget_class->measure = twf_agreed_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "agreedbar");
}

static void
twf_agreed_bar_init (TwfAgreedBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES; i++)
    {
      self->shares[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->shares[i], twf_overview_share_get_class (i));
      gtk_widget_set_parent (self->shares[i], GTK_WIDGET (self));
    }
}

/**
 * twf_agreed_bar_show:
 * @self: the bar
 * @overview: the figures of a plan
 */
void
twf_agreed_bar_show (TwfAgreedBar *self, const TwfOverview *overview)
{
  g_return_if_fail (TWF_IS_AGREED_BAR (self));

  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES; i++)
    {
      self->counts[i] = twf_overview_share_count (i, overview);
      gtk_widget_set_visible (self->shares[i], self->counts[i] > 0);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
