/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-welcome.h"

#include "twf-bidi.h"
#include "twf-recent.h"
#include "twf-template.h"

#include <adwaita.h>
#include <string.h>

/* So many plans are offered again. */
#define MOST_RECENT 8

struct _TwfWelcome
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (TwfWelcome, twf_welcome, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = gtk_recent_info_get_uri_display (info);
  /* The folders follow each other from left to right, whatever language the first is in. */
  g_autofree char *shown = g_strconcat (TWF_LRM, path, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (g_str_has_suffix (name, ".twf"))
    name[strlen (name) - strlen (".twf")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", g_file_peek_path (file));
  return row;
}

/**
 * twf_welcome_update:
 * @self: the welcome page
 *
 * Lists the plans that were opened lately.
 */
void
twf_welcome_update (TwfWelcome *self)
{
  GList *items = twf_recent_list ();
  GtkWidget *child;
  guint n = 0;

  g_return_if_fail (TWF_IS_WELCOME (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, child);
  for (GList *item = items; item != NULL && n < MOST_RECENT; item = item->next, n++)
    gtk_list_box_append (self->recent_list, create_row (item->data));
  gtk_widget_set_visible (self->recent_group, n > 0);
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
}

static void
twf_welcome_dispose (GObject *object)
{
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_WELCOME);
  G_OBJECT_CLASS (twf_welcome_parent_class)->dispose (object);
}

static void
twf_welcome_class_init (TwfWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_welcome_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/window/twf-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TwfWelcome, recent_list);
}

static void
twf_welcome_init (TwfWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_welcome_update (self);
}
