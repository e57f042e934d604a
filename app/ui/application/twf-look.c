/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-look.h"

#include "twf-title.h"

/* Dots an inch of letters that nobody made larger or smaller; GTK counts them in parts of 1,024. */
#define USUAL_RESOLUTION 96.0

static void
size_changed_cb (GSettings *settings, const char *key, GtkCssProvider *provider)
{
  g_autofree char *css = g_strdup_printf (".provision-text { font-size: %d%%; }",
                                          g_settings_get_int (settings, "text-size"));

  gtk_css_provider_load_from_data (provider, css, -1);
}

/**
 * twf_look_follow:
 * @settings: the settings
 *
 * Shows plans' texts as large as @settings say, now and when that changes. To be called once GTK
 * has started.
 */
void
twf_look_follow (GSettings *settings)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  size_changed_cb (settings, "text-size", provider);
  g_signal_connect_object (
      settings, "changed::text-size", G_CALLBACK (size_changed_cb), provider, 0);
}

/* What a window is to begin with, as much larger as the person's letters are than usual: sizes in
 * templates are in pixels, and a dialog as wide as before would cut large letters off. */
static void
scale_to_letters (GtkWindow *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle room = { 0 };
  int resolution, width, height;
  double times;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-xft-dpi", &resolution, NULL);
  times = resolution / (USUAL_RESOLUTION * 1024);
  if (times <= 1 || monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &room);
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window,
                               width > 0 ? MAX (width, MIN (width * times, room.width)) : width,
                               height > 0 ? MAX (height, MIN (height * times, room.height))
                                          : height);
}

static void
realize_cb (GtkWindow *window)
{
  scale_to_letters (window);
  twf_title_let_wrap (window);
}

/* A window is on the list from its first moment, before it has a template. */
static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
    }
}

/**
 * twf_look_fit_windows:
 *
 * From now on gives the words of each window room when it comes to be shown: one with large letters
 * is larger from the start, and a long title has two lines. To be called once GTK has started.
 */
void
twf_look_fit_windows (void)
{
  g_signal_connect (
      gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), NULL);
}
