/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-account-window.h"
#include "twf-agreed-window.h"
#include "twf-bidi.h"
#include "twf-cleared.h"
#include "twf-compare-window.h"
#include "twf-delegations-window.h"
#include "twf-export-window.h"
#include "twf-file-chooser.h"
#include "twf-import-window.h"
#include "twf-issue-window.h"
#include "twf-message.h"
#include "twf-new-plan.h"
#include "twf-procedure-window.h"
#include "twf-replace-window.h"
#include "twf-sample.h"
#include "twf-text-view.h"
#include "twf-wordings-window.h"

#include <glib/gi18n.h>

/* Every command of the window that is not an edit. They stand in the window's action map and not on
 * its class, so that they are reached over D-Bus as well. */

static void
new_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_new_plan_present (TWF_WINDOW (user_data));
}

static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_file_chooser_ask_folder (GTK_WINDOW (user_data), _ ("Open a Plan"), file_chosen_cb, NULL);
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (twf_window_get_workbench (self) == NULL)
    twf_window_open (self, g_file_peek_path (file));
  else
    g_application_open (application, &file, 1, "");
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_sample_open (TWF_WINDOW (user_data));
}

/* What was imported opens in this window, or beside the plan that it holds. */
static void
imported_cb (TwfWindow *self, TwfDesk *desk)
{
  TwfWindow *window = self;

  if (twf_window_get_workbench (self) != NULL)
    window = twf_window_new (gtk_window_get_application (GTK_WINDOW (self)),
                             twf_window_get_settings (self));
  twf_window_adopt_desk (window, desk);
  gtk_window_present (GTK_WINDOW (window));
}

static void
import_files (TwfWindow *self, const char *const *paths)
{
  g_autofree char *identity = twf_window_dup_identity (self);
  GtkWidget *assistant = twf_import_window_new (GTK_WINDOW (self), identity);

  g_signal_connect_object (assistant, "created", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  if (paths != NULL)
    twf_import_window_read (TWF_IMPORT_WINDOW (assistant), paths);
  gtk_window_present (GTK_WINDOW (assistant));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  import_files (TWF_WINDOW (user_data), NULL);
}

static void
import_paths_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  import_files (TWF_WINDOW (user_data), paths);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (
      GTK_WINDOW (twf_export_window_new (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

/* The last saved revision against the one that is named; without, the one before. */
static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  const char *base = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  gtk_window_present (GTK_WINDOW (
      twf_compare_window_new (GTK_WINDOW (self), twf_window_get_workbench (self), base)));
}

/* Whatever is gone from the text since the revision that is chosen there. */
static void
deletions_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *window
      = twf_compare_window_new (GTK_WINDOW (self), twf_window_get_workbench (self), NULL);

  twf_compare_window_show_deletions (TWF_COMPARE_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
cleared_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWorkbench *workbench = twf_window_get_workbench (TWF_WINDOW (user_data));

  twf_cleared_record (twf_cleared_get (workbench), g_variant_get_string (parameter, NULL));
}

static void
since_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (
      twf_compare_window_new_since (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

static void
show_text_history (TwfWindow *self, const char *page)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  TwfProvision *provision = twf_workbench_get_provision (workbench);

  if (provision != NULL)
    gtk_window_present (GTK_WINDOW (twf_wordings_window_new (
        GTK_WINDOW (self), workbench, twf_provision_get_id (provision), page)));
}

/* What the chosen provision said before. */
static void
wordings_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_text_history (user_data, "wordings");
}

/* Who wrote what the chosen provision says. */
static void
owners_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_text_history (user_data, "owners");
}

static void
issued_cb (TwfWindow *self, const char *symbol)
{
  g_autofree char *isolated = twf_text_isolate (symbol);
  g_autofree char *sentence = g_strdup_printf (_ ("Issued as %s"), isolated);

  twf_window_notice (self, sentence, FALSE);
}

/* The last saved revision, or the one that is named. */
static void
issue_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  const char *revision = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  GtkWidget *window
      = twf_issue_window_new (GTK_WINDOW (self), twf_window_get_workbench (self), revision);

  g_signal_connect_object (window, "issued", G_CALLBACK (issued_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
account_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (
      GTK_WINDOW (twf_account_window_new (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

/* Where the words that are selected in a text, or those that are named, were agreed before. */
static void
agreed_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *phrase = NULL;

  if (parameter != NULL)
    phrase = g_variant_dup_string (parameter, NULL);
  else if (TWF_IS_TEXT_VIEW (focus))
    phrase = twf_text_view_dup_selection (TWF_TEXT_VIEW (focus));
  gtk_window_present (GTK_WINDOW (
      twf_agreed_window_new (GTK_WINDOW (self), twf_window_get_workbench (self), phrase)));
}

/* In all texts of the plan, beginning with the words that are selected. */
static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *wanted
      = TWF_IS_TEXT_VIEW (focus) ? twf_text_view_dup_selection (TWF_TEXT_VIEW (focus)) : NULL;

  gtk_window_present (GTK_WINDOW (
      twf_replace_window_new (GTK_WINDOW (self), twf_window_get_workbench (self), wanted)));
}

static void
delegations_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (
      GTK_WINDOW (twf_delegations_window_new (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

/* What is put on record is saved at once: a deadline that nobody is told of is none. */
static void
recorded_cb (TwfWindow *self, const char *message)
{
  twf_window_save (self, message, FALSE, TWF_THEN_STAY);
}

static void
procedure_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *window = twf_procedure_window_new (GTK_WINDOW (self), twf_window_get_workbench (self));

  g_signal_connect_object (window, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_workspace_ask_message (twf_window_get_workspace (TWF_WINDOW (user_data)));
}

static void
save_revision_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_window_save (
      TWF_WINDOW (user_data), g_variant_get_string (parameter, NULL), FALSE, TWF_THEN_STAY);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_window_reload (TWF_WINDOW (user_data));
}

static void
close_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_window_close_plan (TWF_WINDOW (user_data), FALSE);
}

static void
recover_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (twf_desk_recover (twf_workbench_get_desk (twf_window_get_workbench (self)), &error))
    twf_window_notice (self, _ ("The changes are back"), TRUE);
  else
    twf_window_report (self, error, NULL);
}

static void
forget_recovered_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  twf_desk_forget_recovered (twf_workbench_get_desk (twf_window_get_workbench (self)));
}

static void
filter_history_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_workspace_show_history_filters (twf_window_get_workspace (TWF_WINDOW (user_data)));
}

/* In the history it is revisions that one looks for. */
static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWorkspace *workspace = twf_window_get_workspace (TWF_WINDOW (user_data));

  if (twf_workspace_is_on_history (workspace))
    twf_workspace_show_history_filters (workspace);
  else
    twf_workspace_show_search (workspace);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_workspace_show_page (twf_window_get_workspace (TWF_WINDOW (user_data)),
                           g_variant_get_string (parameter, NULL));
}

static void
show_outline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_workspace_show_outline (twf_window_get_workspace (TWF_WINDOW (user_data)));
}

/* Goes to a provision, or to a TWF_PLACE_*. */
static void
show_provision_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  twf_workbench_set_place (twf_window_get_workbench (self), g_variant_get_string (parameter, NULL));
  twf_workspace_show_page (twf_window_get_workspace (self), "draft");
}

static void
language_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TwfWorkbench *workbench = twf_window_get_workbench (TWF_WINDOW (user_data));

  if (workbench != NULL)
    twf_workbench_set_language (workbench, g_variant_get_string (value, NULL));
  twf_window_remember_languages (TWF_WINDOW (user_data));
}

static void
second_language_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TwfWorkbench *workbench = twf_window_get_workbench (TWF_WINDOW (user_data));

  if (workbench != NULL)
    twf_workbench_set_second_language (workbench, g_variant_get_string (value, NULL));
  twf_window_remember_languages (TWF_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { "new-plan", new_plan_cb },
  { "open", open_cb },
  { "open-path", open_path_cb, "s" },
  { "sample", sample_cb },
  { "import", import_cb },
  { "import-paths", import_paths_cb, "as" },
  { "export", export_cb },
  { "compare", compare_cb },
  { "compare-with", compare_cb, "s" },
  { "deletions", deletions_cb },
  { "cleared", cleared_cb, "s" },
  { "since", since_cb },
  { "wordings", wordings_cb },
  { "owners", owners_cb },
  { "issue", issue_cb },
  { "issue-revision", issue_cb, "s" },
  { "account", account_cb },
  { "agreed", agreed_cb },
  { "replace", replace_cb },
  { "agreed-phrase", agreed_cb, "s" },
  { "delegations", delegations_cb },
  { "procedure", procedure_cb },
  { "save", save_cb },
  { "save-revision", save_revision_cb, "s" },
  { "reload", reload_cb },
  { "close-plan", close_plan_cb },
  { "recover", recover_cb },
  { "forget-recovered", forget_recovered_cb },
  { "search", search_cb },
  { "filter-history", filter_history_cb },
  { "show-page", show_page_cb, "s" },
  { "show-outline", show_outline_cb },
  { "show-provision", show_provision_cb, "s" },
  { "language", NULL, "s", "''", language_changed_cb },
  { "second-language", NULL, "s", "''", second_language_changed_cb },
};

/* Commands that need an open plan. */
static const char *const plan_commands[] = {
  "export",       "save",      "save-revision",  "reload",         "close-plan",       "recover",
  "search",       "show-page", "show-outline",   "show-provision", "forget-recovered", "compare",
  "compare-with", "account",   "filter-history", "compare-two",    "deletions",        "procedure",
  "delegations",  "agreed",    "agreed-phrase",
};

/**
 * twf_window_enable_action:
 * @self: a window
 * @name: an action of it
 * @enabled: whether it can be used now
 */
void
twf_window_enable_action (TwfWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (TwfWindow *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (state != NULL ? state : ""));
}

/* Only a delegation has a capital. */
static gboolean
acts_for_delegation (TwfWorkbench *workbench)
{
  TwfDesk *desk = workbench != NULL ? twf_workbench_get_desk (workbench) : NULL;

  return desk != NULL && twf_desk_get_identity (desk) != NULL;
}

static void
update_edit_actions (TwfWindow *self, TwfWorkbench *workbench)
{
  gboolean editable = workbench != NULL && !twf_workbench_is_read_only (workbench);
  TwfProvision *provision = workbench != NULL ? twf_workbench_get_provision (workbench) : NULL;
  TwfUndo *undo = workbench != NULL ? twf_workbench_get_undo (workbench) : NULL;
  TwfSection section;
  static const char *const needs_provision[]
      = { "remove", "move-up", "move-down", "outdent", "add-after", "add-under" };

  for (guint i = 0; i < G_N_ELEMENTS (needs_provision); i++)
    twf_window_enable_action (self, needs_provision[i], editable && provision != NULL);
  twf_window_enable_action (self,
                            "indent",
                            editable && provision != NULL
                                && twf_plan_can_indent (twf_workbench_get_plan (workbench),
                                                        twf_provision_get_id (provision)));
  twf_window_enable_action (self, "wordings", provision != NULL);
  twf_window_enable_action (self, "owners", provision != NULL);
  twf_window_enable_action (self, "cleared", editable && acts_for_delegation (workbench));
  twf_window_enable_action (self, "since", acts_for_delegation (workbench));
  twf_window_enable_action (
      self,
      "propose",
      editable
          && (provision != NULL || twf_workbench_get_section (workbench, &section)
              || g_strcmp0 (twf_workbench_get_place (workbench), TWF_PLACE_DETAILS) == 0));
  twf_window_enable_action (self, "add-provision", editable);
  twf_window_enable_action (self, "replace", editable);
  twf_window_enable_action (self, "merge", editable);
  twf_window_enable_action (self, "merge-branches", editable);
  twf_window_enable_action (self, "receive", editable);
  twf_window_enable_action (self, "receive-file", editable);
  twf_window_enable_action (self, "issue", editable);
  twf_window_enable_action (self, "issue-revision", editable);
  twf_window_enable_action (self, "place", editable);
  twf_window_enable_action (self, "undo", undo != NULL && twf_undo_can_undo (undo));
  twf_window_enable_action (self, "redo", undo != NULL && twf_undo_can_redo (undo));
}

/**
 * twf_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
twf_window_update_actions (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);

  for (guint i = 0; i < G_N_ELEMENTS (plan_commands); i++)
    twf_window_enable_action (self, plan_commands[i], workbench != NULL);
  twf_window_enable_action (self, "sample", workbench == NULL);
  if (workbench != NULL)
    {
      set_state (self, "language", twf_workbench_get_language (workbench));
      set_state (self, "second-language", twf_workbench_get_second_language (workbench));
    }
  update_edit_actions (self, workbench);
  twf_window_update_translation_actions (self, workbench);
  twf_window_update_exchange_actions (self, workbench);
}

/**
 * twf_window_add_actions:
 * @self: a window
 *
 * Adds the commands that are no edits.
 */
void
twf_window_add_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
