/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include "twf-bidi.h"
#include "twf-inbox-words.h"
#include "twf-interface.h"
#include "twf-link-popover.h"
#include "twf-new-plan.h"
#include "twf-outline-row.h"
#include "twf-outline.h"
#include "twf-preferences.h"
#include "twf-recent.h"
#include "twf-sponsor-dialog.h"
#include "twf-text-view.h"
#include "twf-welcome.h"
#include "twf-window.h"

#include <string.h>

static AdwApplication *application;
static GSettings *settings;

/* Every template is made and goes again: what a type or a property in it misses fails here. */
static void
test_templates (void)
{
  const GType types[] = {
    TWF_TYPE_OUTLINE,   TWF_TYPE_OUTLINE_ROW,  TWF_TYPE_WELCOME,
    TWF_TYPE_WORKSPACE, TWF_TYPE_LINK_POPOVER,
  };
  const GType windows[] = {
    TWF_TYPE_WINDOW,
    TWF_TYPE_NEW_PLAN,
    TWF_TYPE_PREFERENCES,
    TWF_TYPE_SPONSOR_DIALOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));
      ui_drain ();
      g_assert_finalize_object (widget);
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GtkWidget *window = g_object_ref (g_object_new (windows[i], NULL));
      gtk_window_destroy (GTK_WINDOW (window));
      ui_drain ();
      g_assert_finalize_object (window);
    }
}

/* A notification is shown by another program: its lines themselves say in which direction they run,
 * though each begins with a name in another language. */
static void
test_news (void)
{
  g_autoptr (TwfPlan) plan = ui_plan_new ();
  g_autoptr (TwfWorkbench) workbench = twf_workbench_new_for_plan (plan, NULL);
  g_autoptr (TwfDelegation) group = twf_delegation_new ("G1");
  g_autoptr (TwfEdit) edit = NULL;
  TwfReceived received = { .code = (char *)"G1" };
  TwfInboxItem item = { .received = &received };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *news = NULL;
  g_auto (GStrv) lines = NULL;

  twf_delegation_set_localized (group, TWF_DELEGATION_NAME, "ar", "مجموعة الدول");
  twf_delegation_set_localized (group, TWF_DELEGATION_NAME, "en", "مجموعة الدول");
  edit = twf_edit_new_delegation (group);
  twf_plan_apply (plan, edit, NULL, NULL);
  g_ptr_array_add (items, &item);
  g_ptr_array_add (items, &item);
  news = twf_inbox_words_dup_news (workbench, items);
  lines = g_strsplit (news, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "مجموعة الدول"));
      g_assert_cmpstr (twf_text_get_view_mark (lines[i], language), ==, "");
      g_assert_true (twf_text_isolates_balance (lines[i]));
    }
}

static void
find_recent_cb (gpointer widget, gpointer user_data)
{
  AdwActionRow **found = user_data;

  if (ADW_IS_ACTION_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (widget), "خطة (A 80)"))
    *found = widget;
}

/* Folders follow each other from left to right, though the first is Arabic. */
static void
test_recent (void)
{
  TwfWelcome *welcome = g_object_ref_sink (g_object_new (TWF_TYPE_WELCOME, NULL));
  AdwActionRow *row = NULL;

  twf_recent_add ("/خطط/خطة (A 80).twf");
  ui_drain ();
  twf_welcome_update (welcome);
  ui_foreach (GTK_WIDGET (welcome), find_recent_cb, &row);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, TWF_LRM "/خطط/خطة (A 80).twf");
  g_object_unref (welcome);
}

/* A control that a person can reach says what it is: by a label of its own, or by its words. */
static void
check_name_cb (gpointer widget, gpointer user_data)
{
  guint *nameless = user_data;
  g_autofree char *unnamed = NULL;

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (!GTK_IS_BUTTON (widget) && !GTK_IS_TEXT_VIEW (widget) && !GTK_IS_ENTRY (widget)
      && !GTK_IS_SEARCH_ENTRY (widget) && !GTK_IS_CHECK_BUTTON (widget)
      && !GTK_IS_LIST_VIEW (widget) && !GTK_IS_DROP_DOWN (widget) && !GTK_IS_SCALE (widget))
    return;
  unnamed = gtk_test_accessible_check_property (
      widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "\001 a name nothing has");
  if (unnamed != NULL && strstr (unnamed, "no value") == NULL && *unnamed != '\0'
      && gtk_test_accessible_has_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (widget) != NULL)
    return;
  if (gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return;
  /* The inner button of a menu button or a list that is named itself. */
  if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
      || GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return;
  g_test_message ("nameless: %s '%s' in %s in %s",
                  G_OBJECT_TYPE_NAME (widget),
                  GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (widget) : "",
                  G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                  G_OBJECT_TYPE_NAME (gtk_widget_get_parent (gtk_widget_get_parent (widget))));
  (*nameless)++;
}

static TwfWindow *
open_plan (TwfWorkbench **workbench)
{
  TwfWindow *window = twf_window_new (GTK_APPLICATION (application), settings);
  g_autoptr (TwfPlan) plan = ui_plan_new ();
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);

  *workbench = twf_workbench_new_for_plan (plan, undo);
  gtk_stack_set_visible_child_name (
      GTK_STACK (
          gtk_widget_get_ancestor (GTK_WIDGET (twf_window_get_workspace (window)), GTK_TYPE_STACK)),
      "workspace");
  twf_workspace_set_workbench (twf_window_get_workspace (window), *workbench);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for (gtk_widget_get_width (GTK_WIDGET (window)) > 0);
  ui_drain ();
  return window;
}

static void
test_names (void)
{
  TwfWorkbench *workbench;
  TwfWindow *window = open_plan (&workbench);
  guint nameless = 0;

  for (guint section = 0; section < TWF_N_SECTIONS; section++)
    {
      twf_workbench_set_place (workbench,
                               ui_first_id (twf_workbench_get_plan (workbench), section));
      ui_drain ();
      ui_foreach (GTK_WIDGET (window), check_name_cb, &nameless);
    }
  twf_workbench_set_place (workbench, TWF_PLACE_DETAILS);
  ui_foreach (GTK_WIDGET (window), check_name_cb, &nameless);
  twf_workbench_set_place (workbench, TWF_PLACE_SPONSORS);
  ui_foreach (GTK_WIDGET (window), check_name_cb, &nameless);
  g_assert_cmpuint (nameless, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workbench);
}

/* The outline stands at the start side, and so on the other side in Arabic. */
static void
test_mirrored (void)
{
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      TwfWorkbench *workbench;
      TwfWindow *window;
      GtkWidget *outline;
      double x, y;

      gtk_widget_set_default_direction (directions[i]);
      window = open_plan (&workbench);
      outline = ui_find_type (GTK_WIDGET (window), TWF_TYPE_OUTLINE);
      ui_wait_for (gtk_widget_get_width (outline) > 0);
      gtk_widget_translate_coordinates (outline, GTK_WIDGET (window), 0, 0, &x, &y);
      if (directions[i] == GTK_TEXT_DIR_LTR)
        g_assert_cmpfloat (x, <, 100);
      else
        g_assert_cmpfloat (x, >, gtk_widget_get_width (GTK_WIDGET (window)) / 2.0);
      gtk_window_destroy (GTK_WINDOW (window));
      g_object_unref (workbench);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Every page fits a telephone. */
static void
test_narrow (void)
{
  TwfWorkbench *workbench;
  TwfWindow *window;
  int width;

  g_settings_set (settings, "window-size", "(ii)", 360, 640);
  window = open_plan (&workbench);
  for (guint section = 0; section < TWF_N_SECTIONS; section++)
    {
      twf_workbench_set_place (workbench,
                               ui_first_id (twf_workbench_get_plan (workbench), section));
      ui_drain ();
    }
  gtk_widget_measure (GTK_WIDGET (twf_window_get_workspace (window)),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &width,
                      NULL,
                      NULL,
                      NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workbench);
  g_settings_reset (settings, "window-size");
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer left)
{
  *(guint *)left -= 1;
  return *(guint *)left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
run_frames (GtkWidget *widget, guint n)
{
  gtk_widget_add_tick_callback (widget, frame_cb, &n, NULL);
  while (n > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

/* At no width do outline and page come together and part again and again. */
static void
test_steady (void)
{
  TwfWorkbench *workbench;
  TwfWindow *window = open_plan (&workbench);
  GtkWidget *leaflet = ui_find_type (GTK_WIDGET (window), ADW_TYPE_LEAFLET);
  guint folds = 0;

  g_signal_connect_swapped (leaflet, "notify::folded", G_CALLBACK (count_cb), &folds);
  for (int width = 560; width <= 920; width += 20)
    {
      int was = gtk_widget_get_width (GTK_WIDGET (window));
      guint before;

      gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
      ui_wait_for (gtk_widget_get_width (GTK_WIDGET (window)) != was);
      run_frames (leaflet, 3);
      before = folds;
      run_frames (leaflet, 6);
      g_assert_cmpuint (folds, ==, before);
    }
  g_assert_cmpuint (folds, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workbench);
}

static GtkListView *
get_list (TwfWindow *window)
{
  return GTK_LIST_VIEW (ui_find_type (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW));
}

static guint
count_rows (TwfWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (get_list (window))));
}

/* The outline follows the plan, and the search finds as an Arabic reader would. */
static void
test_outline (void)
{
  TwfWorkbench *workbench;
  TwfWindow *window = open_plan (&workbench);
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  GtkWidget *search = ui_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  guint all = 2 + TWF_N_SECTIONS + twf_plan_get_n_provisions (plan);
  g_autofree char *id = NULL;

  g_assert_cmpuint (count_rows (window), ==, all);
  id = ui_plan_add (
      plan, TWF_SECTION_ACTIONS, ui_first_id (plan, TWF_SECTION_ACTIONS), NULL, "Under");
  g_assert_cmpuint (count_rows (window), ==, all + 1);
  twf_workbench_set_place (workbench, id);
  ui_drain ();
  g_assert_true (twf_plan_outdent (plan, id, NULL, NULL));
  ui_drain ();
  g_assert_cmpstr (twf_workbench_get_place (workbench), ==, id);
  g_assert_true (twf_plan_remove (plan, id, NULL));
  ui_wait_for (twf_workbench_get_place (workbench) == NULL);
  g_assert_cmpuint (count_rows (window), ==, all);

  /* With another alef, and without the hamza. */
  gtk_editable_set_text (GTK_EDITABLE (search),
                         "\330\247\331\204\330\247\331\206\331\207\330\247\330\261");
  ui_wait_for (count_rows (window) == 3);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  ui_wait_for (count_rows (window) == all);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workbench);
}

int
main (int argc, char **argv)
{
  int status;

  ui_init (&argc, &argv);
  settings = g_settings_new (APPLICATION_ID);
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id",
                              APPLICATION_ID,
                              "flags",
                              G_APPLICATION_NON_UNIQUE,
                              "resource-base-path",
                              "/org/tawafuq/Tawafuq",
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-split-cursor", TRUE, NULL);
  g_test_add_func ("/ui/window/templates", test_templates);
  g_test_add_func ("/ui/window/news", test_news);
  g_test_add_func ("/ui/window/recent", test_recent);
  g_test_add_func ("/ui/window/names", test_names);
  g_test_add_func ("/ui/window/mirrored", test_mirrored);
  g_test_add_func ("/ui/window/narrow", test_narrow);
  g_test_add_func ("/ui/window/steady", test_steady);
  g_test_add_func ("/ui/window/outline", test_outline);
  status = g_test_run ();
  g_object_unref (application);
  g_object_unref (settings);
  return status;
}
