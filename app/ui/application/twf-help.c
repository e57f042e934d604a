/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-help.h"

#include "twf-bidi.h"
#include "twf-window.h"

#include <glib/gi18n.h>

/* Where data/help/ is put as pages for browsers, if not where it is installed. */
#define VARIABLE "TAWAFUQ_HELPDIR"

typedef struct
{
  const char *window;
  const char *page;
} TwfHelpTopic;

/* A window's type and the page about it; what is not here is its parent's. A page of the workspace
 * has the name of its own, but for these. (tests/lint/check-help.py reads the table.) */
static const TwfHelpTopic topics[] = {
  { "TwfAccountWindow", "issue" },
  { "TwfAgreedWindow", "agreed" },
  { "TwfCompareWindow", "compare" },
  { "TwfCompromiseWindow", "compromise" },
  { "TwfConditionWindow", "positions" },
  { "TwfDelegationsWindow", "delegations" },
  { "TwfExportWindow", "export" },
  { "TwfImportWindow", "start" },
  { "TwfIssueWindow", "issue" },
  { "TwfJoinWindow", "join" },
  { "TwfMergeWindow", "merge" },
  { "TwfNewPlan", "start" },
  { "TwfPreferences", "keys" },
  { "TwfProcedureWindow", "procedure" },
  { "TwfProposeWindow", "propose" },
  { "TwfRegisterWindow", "keys" },
  { "TwfReplaceWindow", "replace" },
  { "TwfRoomWindow", "room" },
  { "TwfSendWindow", "files" },
  { "TwfStatementWindow", "agreement" },
  { "TwfSyncPlace", "sync" },
  { "TwfTranslationsWindow", "translate" },
  { "TwfWordsWindow", "spelling" },
  { "TwfWordingsWindow", "history" },
  { "draft", "draft" },
  { "history", "history" },
  { "inbox", "files" },
  { "overview", "overview" },
  { "reading", "reading" },
};

static const char *
find_topic (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].window, name))
      return topics[i].page;
  return NULL;
}

/* The page about what a person is looking at. */
static const char *
choose_page (GtkWindow *window)
{
  for (; window != NULL; window = gtk_window_get_transient_for (window))
    {
      const char *page = find_topic (G_OBJECT_TYPE_NAME (window));

      if (TWF_IS_WINDOW (window) && twf_window_get_workbench (TWF_WINDOW (window)) != NULL)
        page = find_topic (twf_workspace_get_page (twf_window_get_workspace (TWF_WINDOW (window))));
      if (page != NULL)
        return page;
    }
  return "index";
}

/* The sentence stands until it is read: it has the place of what nothing here could open. */
static void
say (GtkWindow *window, char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("No Viewer of Help"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  g_free (sentence);
}

static void
browser_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autofree char *path = user_data;
  g_autofree char *isolated = twf_text_isolate (path);

  if (!gtk_show_uri_full_finish (window, result, NULL)
      && gtk_widget_get_mapped (GTK_WIDGET (window)))
    say (window,
         g_strdup_printf (_ ("No program on this computer shows help or pages. On another, any "
                             "browser opens it: %s"),
                          isolated));
}

/* The page in the first of the person's languages in which there is help. */
static void
find_file (GTask *task, gpointer source, gpointer page, GCancellable *cancellable)
{
  const char *folder = g_getenv (VARIABLE);
  g_autofree char *file = g_strconcat (page, ".html", NULL);
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = folder != NULL
                                  ? g_build_filename (folder, names[i], file, NULL)
                                  : g_build_filename (PKGDATADIR, "pages", names[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_task_return_pointer (task, g_steal_pointer (&path), g_free);
          return;
        }
    }
  g_task_return_pointer (task, NULL, NULL);
}

static void
file_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (uri == NULL)
    say (window,
         g_strdup (
             _ ("The help of Tawafuq is not on this computer. Install the program anew with it.")));
  else
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, browser_cb, g_steal_pointer (&path));
}

static void
viewer_cb (GObject *source, GAsyncResult *result, gpointer page)
{
  g_autoptr (GTask) task = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    return;
  task = g_task_new (source, NULL, file_found_cb, NULL);
  g_task_set_source_tag (task, twf_help_show);
  g_task_set_task_data (task, page, NULL);
  g_task_run_in_thread (task, find_file);
}

/**
 * twf_help_show:
 * @window: the window that a person is looking at
 *
 * Opens the page of the help about @window, or about the page shown in it, with the desktop's
 * viewer; where there is none, the same page in a browser; where there is none of these, says where
 * it lies.
 */
void
twf_help_show (GtkWindow *window)
{
  const char *page = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  page = choose_page (window);
  uri = g_strconcat ("help:tawafuq/", page, NULL);
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, viewer_cb, (gpointer)page);
}

/* The application's own windows have its keys already. */
static gboolean
key_cb (GtkWidget *window, GVariant *arguments, gpointer user_data)
{
  if (gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    return FALSE;
  twf_help_show (GTK_WINDOW (window));
  return TRUE;
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                            gtk_callback_action_new (key_cb, NULL, NULL)));
      gtk_widget_add_controller (window, keys);
    }
}

/**
 * twf_help_follow_windows:
 *
 * Has F1 lead to the help in every window from now on, dialogs too, which the application's keys do
 * not reach.
 */
void
twf_help_follow_windows (void)
{
  g_signal_connect (
      gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), NULL);
}
