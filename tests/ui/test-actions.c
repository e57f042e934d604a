/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include "twf-inbox-page.h"
#include "twf-receiving.h"
#include "twf-text-view.h"
#include "twf-window.h"

#include <glib/gstdio.h>

/* The commands of the window on a plan that is stored, each by its action, as a key, a menu or
 * D-Bus reaches it. */

typedef struct
{
  GSettings *settings;
  TwfWindow *window;
  char *folder;
  char *path;
} Fixture;

static AdwApplication *application;

static TwfPlan *
get_plan (Fixture *fixture)
{
  return twf_workbench_get_plan (twf_window_get_workbench (fixture->window));
}

static TwfDesk *
get_desk (Fixture *fixture)
{
  return twf_workbench_get_desk (twf_window_get_workbench (fixture->window));
}

static const char *
get_place (Fixture *fixture)
{
  return twf_workbench_get_place (twf_window_get_workbench (fixture->window));
}

static void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), action));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TwfPlan) plan = ui_plan_new ();
  g_autoptr (GError) error = NULL;

  fixture->settings = g_settings_new (APPLICATION_ID);
  fixture->folder = g_dir_make_tmp ("tawafuq-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "rivers.twf", NULL);
  fixture->window = twf_window_new (GTK_APPLICATION (application), fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  twf_window_create (fixture->window, fixture->path, plan, "Begun");
  ui_wait_for (twf_window_get_workbench (fixture->window) != NULL);
  twf_workbench_set_language (twf_window_get_workbench (fixture->window), "en");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_folder (child);
    }
  g_chmod (path, 0700);
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_drain ();
  g_object_unref (fixture->settings);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
save (Fixture *fixture, const char *message)
{
  activate (fixture, "save-revision", g_variant_new_string (message));
  ui_wait_for (!twf_desk_is_modified (get_desk (fixture)));
}

/* Add, type, save: there is one more revision, and nothing is left to save. */
static void
test_add_and_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *former = g_strdup (twf_desk_get_revision (get_desk (fixture)));
  GtkWidget *view;
  TwfProvision *added;

  activate (fixture, "add-provision", g_variant_new_string ("actions"));
  added = twf_plan_get_provision (get_plan (fixture), get_place (fixture));
  g_assert_nonnull (added);
  g_assert_cmpint (twf_provision_get_section (added), ==, TWF_SECTION_ACTIONS);
  view = ui_find_named (GTK_WIDGET (fixture->window), TWF_TYPE_TEXT_VIEW, "Text in English");
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "insert-at-cursor", "Clean every river.");
  g_assert_cmpstr (twf_provision_get_text (added, TWF_PART_BODY, "en"), ==, "Clean every river.");
  g_assert_true (twf_desk_is_modified (get_desk (fixture)));
  save (fixture, "An action");
  g_assert_cmpstr (twf_desk_get_revision (get_desk (fixture)), !=, former);
}

static const char *
get_last_id (GListModel *siblings)
{
  g_autoptr (TwfProvision) last
      = g_list_model_get_item (siblings, g_list_model_get_n_items (siblings) - 1);

  return twf_provision_get_id (last);
}

static const char *
get_rank (Fixture *fixture, const char *id)
{
  return twf_provision_get_rank (twf_plan_get_provision (get_plan (fixture), id));
}

/* Every change by an action is undone by one. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = { "add-after", "add-under", "move-up", "indent", "remove" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      GListModel *actions = twf_plan_list_children (get_plan (fixture), TWF_SECTION_ACTIONS, NULL);
      g_autoptr (TwfProvision) last
          = g_list_model_get_item (actions, g_list_model_get_n_items (actions) - 1);
      g_autofree char *id = g_strdup (twf_provision_get_id (last));
      guint n = twf_plan_get_n_provisions (get_plan (fixture));
      g_autofree char *rank = g_strdup (twf_provision_get_rank (last));

      activate (fixture, "show-provision", g_variant_new_string (twf_provision_get_id (last)));
      activate (fixture, changes[i], NULL);
      ui_drain ();
      activate (fixture, "undo", NULL);
      ui_drain ();
      g_assert_cmpuint (twf_plan_get_n_provisions (get_plan (fixture)), ==, n);
      g_assert_cmpstr (id, ==, get_last_id (actions));
      g_assert_cmpstr (get_rank (fixture, id), ==, rank);
    }
}

/* What a hand drops, the action places. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  GListModel *actions = twf_plan_list_children (get_plan (fixture), TWF_SECTION_ACTIONS, NULL);
  g_autoptr (TwfProvision) one = g_list_model_get_item (actions, 0);
  g_autoptr (TwfProvision) other = g_list_model_get_item (actions, 1);
  g_autoptr (TwfProvision) first = NULL;
  const char *one_id = twf_provision_get_id (one);
  const char *other_id = twf_provision_get_id (other);

  activate (fixture, "place", g_variant_new ("(sss)", other_id, one_id, "before"));
  first = g_list_model_get_item (actions, 0);
  g_assert_true (first == other);
  activate (fixture, "place", g_variant_new ("(sss)", other_id, one_id, "into"));
  g_assert_cmpstr (twf_provision_get_parent (other), ==, one_id);
  activate (fixture, "place", g_variant_new ("(sss)", other_id, "section:procedure", "into"));
  g_assert_cmpint (twf_provision_get_section (other), ==, TWF_SECTION_PROCEDURE);
}

static gboolean
is_busy (TwfDesk *desk)
{
  gboolean busy;

  g_object_get (desk, "busy", &busy, NULL);
  return busy;
}

/* A plan that is closed with changes kept for later offers them when it is opened again. */
static void
test_kept_for_later (Fixture *fixture, gconstpointer data)
{
  const char *id = ui_first_id (get_plan (fixture), TWF_SECTION_RATIONALE);
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, "en", "Kept for later");
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;
  g_autoptr (TwfDesk) desk = g_object_ref (get_desk (fixture));

  g_assert_true (twf_workbench_apply (twf_window_get_workbench (fixture->window), edit));
  activate (fixture, "close-plan", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_wait_for (twf_window_get_workbench (fixture->window) == NULL);
  /* The journal of a plan that is still being closed is in use, and not offered. */
  ui_wait_for (!is_busy (desk));

  activate (fixture, "open-path", g_variant_new_string (fixture->path));
  ui_wait_for (twf_window_get_workbench (fixture->window) != NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (get_desk (fixture)), ==, 1);
  activate (fixture, "recover", NULL);
  id = ui_first_id (get_plan (fixture), TWF_SECTION_RATIONALE);
  g_assert_cmpstr (
      twf_provision_get_text (twf_plan_get_provision (get_plan (fixture), id), TWF_PART_BODY, "en"),
      ==,
      "Kept for later");
  save (fixture, "Restored");
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

/* As the toolkit does when files are let go over the window. */
static gboolean
drop (Fixture *fixture, const char *const *names)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_autoslist (GFile) files = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  /* A text under the pointer must not come first. */
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (target), ==, GTK_PHASE_CAPTURE);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "no contribution\n", -1, NULL));
      files = g_slist_append (files, g_file_new_for_path (path));
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

static void
ended_cb (TwfReceiving *receiving, char **lines, gboolean to_be_read, char ***told)
{
  g_assert_true (to_be_read);
  g_assert_null (*told);
  *told = g_strdupv (lines);
}

/* Of what is dropped on the window the contribution files are received, one after the other; what
 * became of all is told once. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  const char *const notes[] = { "note.txt", NULL };
  const char *const some[] = { "note.txt", "one.tawafuq", "TWO.TAWAFUQ", NULL };
  g_auto (GStrv) told = NULL;

  g_assert_false (drop (fixture, notes));
  g_assert_null (
      twf_receiving_get_file (twf_receiving_get (twf_window_get_workbench (fixture->window))));
  g_signal_connect (twf_receiving_get (twf_window_get_workbench (fixture->window)),
                    "ended",
                    G_CALLBACK (ended_cb),
                    &told);
  g_assert_true (drop (fixture, some));
  g_assert_true (
      gtk_widget_get_mapped (ui_find_type (GTK_WIDGET (fixture->window), TWF_TYPE_INBOX_PAGE)));
  ui_wait_for (told != NULL);
  g_assert_cmpuint (g_strv_length (told), ==, 2);
  g_assert_nonnull (strstr (told[0], "one.tawafuq"));
  g_assert_nonnull (strstr (told[1], "TWO.TAWAFUQ"));
}

/* What waits for its turn when a person stops stays outside. */
static void
test_stop_receiving (Fixture *fixture, gconstpointer data)
{
  const char *const some[] = { "one.tawafuq", "two.tawafuq", "three.tawafuq", NULL };
  TwfReceiving *receiving = twf_receiving_get (twf_window_get_workbench (fixture->window));
  g_auto (GStrv) told = NULL;

  g_signal_connect (receiving, "ended", G_CALLBACK (ended_cb), &told);
  g_assert_true (drop (fixture, some));
  g_assert_cmpstr (twf_receiving_get_file (receiving), ==, "one.tawafuq");
  twf_receiving_stop (receiving);
  ui_wait_for (twf_receiving_get_file (receiving) == NULL);
  ui_drain ();
  g_assert_null (twf_receiving_get_file (receiving));
  /* The first may have been refused before it was stopped. */
  g_assert_true (told == NULL || g_strv_length (told) == 1);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/actions/add-and-save", test_add_and_save },
    { "/ui/actions/undo", test_undo },
    { "/ui/actions/place", test_place },
    { "/ui/actions/kept-for-later", test_kept_for_later },
    { "/ui/actions/drop", test_drop },
    { "/ui/actions/stop-receiving", test_stop_receiving },
  };
  int status;

  ui_init (&argc, &argv);
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id",
                              APPLICATION_ID,
                              "flags",
                              G_APPLICATION_NON_UNIQUE,
                              "resource-base-path",
                              "/org/tawafuq/Tawafuq",
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
