/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include "twf-form-page.h"
#include "twf-languages-section.h"
#include "twf-link-popover.h"
#include "twf-link-section.h"
#include "twf-sponsors-section.h"
#include "twf-text-view.h"

typedef struct
{
  TwfPlan *plan;
  TwfUndo *undo;
  TwfWorkbench *workbench;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = ui_plan_new ();
  fixture->undo = twf_undo_new (fixture->plan);
  fixture->workbench = twf_workbench_new_for_plan (fixture->plan, fixture->undo);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (TWF_TYPE_FORM_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  twf_form_page_set_workbench (TWF_FORM_PAGE (fixture->page), fixture->workbench);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workbench);
  g_object_unref (fixture->undo);
  g_object_unref (fixture->plan);
}

static void
type (GtkWidget *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
undo (Fixture *fixture)
{
  g_autofree char *id = twf_undo_undo (fixture->undo);
}

/* Every text of an action is typed, stands in the plan, and goes again when undone. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  const char *id = ui_first_id (fixture->plan, TWF_SECTION_ACTIONS);
  TwfProvision *action = twf_plan_get_provision (fixture->plan, id);
  static const char *const languages[] = { "en", "ar" };

  twf_workbench_set_language (fixture->workbench, "en");
  twf_workbench_set_second_language (fixture->workbench, "ar");
  twf_workbench_set_place (fixture->workbench, id);
  for (guint part = 0; part < TWF_N_PARTS; part++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autofree char *name = g_strdup_printf (
            "%s in %s", twf_part_get_title (part, "en"), i == 0 ? "English" : "Arabic");
        GtkWidget *view = ui_find_named (fixture->page, TWF_TYPE_TEXT_VIEW, name);
        g_autofree char *former = g_strdup (twf_provision_get_text (action, part, languages[i]));
        g_autofree char *expected = g_strconcat (former != NULL ? former : "", "xyz", NULL);

        g_assert_nonnull (view);
        twf_undo_break (fixture->undo);
        type (view, "xyz");
        g_assert_cmpstr (twf_provision_get_text (action, part, languages[i]), ==, expected);
        undo (fixture);
        g_assert_cmpstr (twf_provision_get_text (action, part, languages[i]), ==, former);
        g_assert_cmpstr (
            twf_text_view_get_text (TWF_TEXT_VIEW (view)), ==, former != NULL ? former : "");
      }
}

/* Going to another provision leaves each with its own text. */
static void
test_going_on (Fixture *fixture, gconstpointer data)
{
  GListModel *principles = twf_plan_list_children (fixture->plan, TWF_SECTION_PRINCIPLES, NULL);
  g_autoptr (TwfProvision) one = g_list_model_get_item (principles, 0);
  g_autoptr (TwfProvision) other = g_list_model_get_item (principles, 1);
  g_autofree char *former = g_strdup (twf_provision_get_text (other, TWF_PART_BODY, "en"));
  GtkWidget *view;

  twf_workbench_set_language (fixture->workbench, "en");
  twf_workbench_set_place (fixture->workbench, twf_provision_get_id (one));
  view = ui_find_named (fixture->page, TWF_TYPE_TEXT_VIEW, "Text in English");
  g_assert_nonnull (view);
  /* Not inside a user action, as an assistive technology sets a text. */
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "By a reader", -1);
  twf_workbench_set_place (fixture->workbench, twf_provision_get_id (other));
  ui_drain ();
  g_assert_cmpstr (twf_provision_get_text (one, TWF_PART_BODY, "en"), ==, "By a reader");
  g_assert_cmpstr (twf_provision_get_text (other, TWF_PART_BODY, "en"), ==, former);
  g_assert_cmpstr (twf_text_view_get_text (TWF_TEXT_VIEW (view)), ==, former);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  TwfProvision *objective
      = twf_plan_get_provision (fixture->plan, ui_first_id (fixture->plan, TWF_SECTION_OBJECTIVES));
  const char *principle = ui_first_id (fixture->plan, TWF_SECTION_PRINCIPLES);
  GtkWidget *popover;

  twf_workbench_set_place (fixture->workbench, twf_provision_get_id (objective));
  popover = ui_find_type (fixture->page, TWF_TYPE_LINK_SECTION);
  g_assert_nonnull (popover);
  popover = ui_find_type (popover, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (popover);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (popover)));
  g_assert_true (TWF_IS_LINK_POPOVER (popover));
  g_signal_emit_by_name (popover, "toggled", principle, TRUE);
  g_assert_cmpstr (twf_provision_get_field (objective, TWF_FIELD_RESTS_ON), ==, principle);
  g_signal_emit_by_name (popover, "toggled", principle, FALSE);
  g_assert_null (twf_provision_get_field (objective, TWF_FIELD_RESTS_ON));
  undo (fixture);
  g_assert_cmpstr (twf_provision_get_field (objective, TWF_FIELD_RESTS_ON), ==, principle);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  GtkWidget *symbol, *languages;

  twf_workbench_set_place (fixture->workbench, TWF_PLACE_DETAILS);
  symbol = ui_find_named (fixture->page, GTK_TYPE_ENTRY, "Symbol");
  g_assert_nonnull (symbol);
  gtk_editable_set_text (GTK_EDITABLE (symbol), "A/80/L.1");
  g_assert_cmpstr (twf_plan_get_field (fixture->plan, TWF_PLAN_SYMBOL), ==, "A/80/L.1");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (symbol)), ==, "");

  languages = ui_find_type (fixture->page, TWF_TYPE_LANGUAGES_SECTION);
  g_assert_true (gtk_widget_activate_action (languages, "languages.add", "s", "fr"));
  g_assert_true (g_strv_contains (twf_plan_get_languages (fixture->plan), "fr"));
  g_assert_nonnull (
      ui_find_named (fixture->page, TWF_TYPE_TEXT_VIEW, "Title of the plan in French"));
  g_assert_true (gtk_widget_activate_action (languages, "languages.remove", "s", "fr"));
  g_assert_false (g_strv_contains (twf_plan_get_languages (fixture->plan), "fr"));
}

static void
test_sponsors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new ("EG");
  g_autoptr (TwfEdit) edit = NULL;
  GtkWidget *section;

  twf_delegation_set_values (
      delegation, TWF_DELEGATION_SPONSOR, (const char *const[]){ "signatory", NULL });
  twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, "en", "Egypt");
  twf_workbench_set_place (fixture->workbench, TWF_PLACE_SPONSORS);
  section = ui_find_type (fixture->page, TWF_TYPE_SPONSORS_SECTION);
  g_assert_nonnull (section);
  twf_workbench_set_language (fixture->workbench, "en");
  edit = twf_edit_new_delegation (delegation);
  g_assert_true (twf_workbench_apply (fixture->workbench, edit));
  g_assert_nonnull (ui_find_named (section, GTK_TYPE_BUTTON, "Remove: Egypt"));
  g_assert_true (gtk_widget_activate_action (section, "sponsors.remove", "s", "EG"));
  g_assert_null (twf_plan_get_delegation (fixture->plan, "EG"));
  undo (fixture);
  g_assert_nonnull (twf_plan_get_delegation (fixture->plan, "EG"));
}

/* Two languages stand beside each other, the first at the start side, whichever that is. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;
  double first_x, second_x, y;

  twf_workbench_set_language (fixture->workbench, "en");
  twf_workbench_set_second_language (fixture->workbench, "ar");
  twf_workbench_set_place (fixture->workbench, ui_first_id (fixture->plan, TWF_SECTION_RATIONALE));
  first = ui_find_named (fixture->page, TWF_TYPE_TEXT_VIEW, "Text in English");
  second = ui_find_named (fixture->page, TWF_TYPE_TEXT_VIEW, "Text in Arabic");
  ui_wait_for (gtk_widget_get_width (second) > 0);
  gtk_widget_translate_coordinates (first, fixture->page, 0, 0, &first_x, &y);
  gtk_widget_translate_coordinates (second, fixture->page, 0, 0, &second_x, &y);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    g_assert_cmpfloat (first_x, >, second_x);
  else
    g_assert_cmpfloat (first_x, <, second_x);
  g_assert_cmpint (gtk_widget_get_direction (first), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (second), ==, GTK_TEXT_DIR_RTL);
}

static void
test_mirrored_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_mirrored (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/forms/texts", test_texts },
    { "/ui/forms/going-on", test_going_on },
    { "/ui/forms/links", test_links },
    { "/ui/forms/details", test_details },
    { "/ui/forms/sponsors", test_sponsors },
    { "/ui/forms/mirrored", test_mirrored },
    { "/ui/forms/mirrored-rtl", test_mirrored_rtl },
  };

  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
