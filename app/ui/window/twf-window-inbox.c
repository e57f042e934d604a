/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-compare-window.h"
#include "twf-file-chooser.h"
#include "twf-inbox-words.h"
#include "twf-inbox.h"
#include "twf-merge-window.h"
#include "twf-receiving.h"

#include <glib/gi18n.h>

/* How the names of contribution files end. */
#define SUFFIX ".tawafuq"

/* What comes from outside: by a chooser, by drag and drop, by another program; and what is then
 * done with it. */

static gboolean
is_contribution (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, SUFFIX);
}

static void
receive (TwfWindow *self, const char *const *paths)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);

  if (workbench == NULL)
    return;
  twf_workspace_show_page (twf_window_get_workspace (self), "inbox");
  for (guint i = 0; paths[i] != NULL; i++)
    twf_receiving_add (twf_receiving_get (workbench), paths[i]);
}

static void
files_chosen_cb (GtkWindow *window, const char *const *paths, gpointer user_data)
{
  receive (TWF_WINDOW (window), paths);
}

static void
receive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_file_chooser_ask_files (GTK_WINDOW (user_data),
                              _ ("Receive Files"),
                              _ ("Contribution Files"),
                              "*" SUFFIX,
                              files_chosen_cb,
                              NULL);
}

static void
receive_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const paths[] = { g_variant_get_string (parameter, NULL), NULL };

  receive (TWF_WINDOW (user_data), paths);
}

/* When it closes, what was received may have been merged. */
static void
present_merge (TwfWindow *self, GtkWidget *window)
{
  g_signal_connect_object (window,
                           "destroy",
                           G_CALLBACK (twf_inbox_look),
                           twf_inbox_get (twf_window_get_workbench (self)),
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
merge_branches_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  g_autofree const char **branches = g_variant_get_strv (parameter, NULL);

  present_merge (
      self,
      twf_merge_window_new_for (GTK_WINDOW (self), twf_window_get_workbench (self), branches));
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  present_merge (self, twf_merge_window_new (GTK_WINDOW (self), twf_window_get_workbench (self)));
}

/* (base, side): what the second changed over the first. */
static void
compare_two_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  const char *base, *side;

  g_variant_get (parameter, "(&s&s)", &base, &side);
  gtk_window_present (GTK_WINDOW (twf_compare_window_new_between (
      GTK_WINDOW (self), twf_window_get_workbench (self), base, side)));
}

static const GActionEntry entries[] = {
  { "receive", receive_cb },
  { "receive-file", receive_file_cb, "s" },
  { "merge", merge_cb },
  { "merge-branches", merge_branches_cb, "as" },
  { "compare-two", compare_two_cb, "(ss)" },
};

/* Of what is dropped, the contribution files; others may be dropped on what takes them. */
static GStrv
list_dropped (const GValue *value)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    {
      const char *path = g_file_peek_path (files->data);

      if (path != NULL && is_contribution (path))
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static gboolean
dropped_cb (TwfWindow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  g_auto (GStrv) paths = list_dropped (value);
  TwfWorkbench *workbench = twf_window_get_workbench (self);

  if (workbench == NULL || twf_workbench_is_read_only (workbench))
    return FALSE;
  if (paths[0] == NULL)
    {
      twf_window_notice (self, _ ("Only contribution files (.tawafuq) can be dropped here"), FALSE);
      return FALSE;
    }
  receive (self, (const char *const *)paths);
  return TRUE;
}

/* Before a text under the pointer takes the name of the file for words. */
static void
add_drop_target (TwfWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Who looks at the window sees it there. */
static void
arrived_cb (TwfWindow *self, GPtrArray *items)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *news = NULL;
  const char *path;

  if (workbench == NULL || application == NULL || gtk_window_is_active (GTK_WINDOW (self)))
    return;
  news = twf_inbox_words_dup_news (workbench, items);
  path = twf_desk_get_path (twf_workbench_get_desk (workbench));
  notification = g_notification_new (
      ngettext ("A contribution has come", "Several contributions have come", items->len));
  g_notification_set_body (notification, news);
  g_notification_set_default_action_and_target (notification, "app.show-inbox", "s", path);
  g_application_send_notification (G_APPLICATION (application), path, notification);
}

/**
 * twf_window_follow_inbox:
 * @self: a window
 *
 * Tells from now on, where nobody looks at the window, what comes for its plan.
 */
void
twf_window_follow_inbox (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);

  if (workbench != NULL && twf_workbench_get_desk (workbench) != NULL)
    g_signal_connect_object (
        twf_inbox_get (workbench), "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
}

/**
 * twf_window_add_inbox_actions:
 * @self: a window
 *
 * Adds the commands for what comes from outside, and takes what is dropped.
 */
void
twf_window_add_inbox_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_drop_target (self);
}
