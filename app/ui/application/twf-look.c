/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-look.h"

#include <gtk/gtk.h>

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
