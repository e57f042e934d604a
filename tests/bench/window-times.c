/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "window-times.h"

static gint64 left; /* when the thread last had events to take */
static gint64 longest;

static int
poll_and_time (GPollFD *fds, guint n, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int rc;

  if (left > 0)
    longest = MAX (longest, now - left);
  rc = g_poll (fds, n, timeout);
  left = g_get_monotonic_time ();
  return rc;
}

double
times_take_stall (void)
{
  double taken = (double)longest / 1000.0;

  longest = 0;
  return taken;
}

GApplication *
times_register (void)
{
  g_autoptr (GError) error = NULL;
  GApplication *application = G_APPLICATION (twf_application_new ());

  g_main_context_set_poll_func (NULL, poll_and_time);
  g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (application, NULL, &error))
    g_error ("%s", error->message);
  return application;
}

void
times_drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

GtkWidget *
times_find (GtkWidget *top, TimesMatch match)
{
  if (match (top) && gtk_widget_get_mapped (top))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = times_find (child, match);

      if (found != NULL)
        return found;
    }
  return NULL;
}

TwfWindow *
times_open (GApplication *application, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  TwfWindow *window = NULL;

  g_application_open (application, &file, 1, "");
  while (window == NULL || twf_window_get_workbench (window) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      window = TWF_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
    }
  return window;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *left_over = user_data;

  *left_over -= 1;
  return *left_over > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
times_wait_frames (GtkWidget *window, guint n)
{
  gtk_widget_add_tick_callback (window, tick_cb, &n, NULL);
  while (n > 0)
    g_main_context_iteration (NULL, TRUE);
}
