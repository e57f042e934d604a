/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Whatever is done to a plan, the text of the Reading page is what it would be were it written
 * anew. */
#include "config.h"

#include "merge-fixture.h"
#include "random-plan.h"
#include "ui-fixture.h"

#include "twf-reading-text.h"
#include "twf-translation.h"

#include <string.h>

#define N_PLANS 24
#define N_EDITS 10

static char *
dup_text (TwfReadingText *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* A list of its own counts and is made anew by itself. */
static TwfReadingText *
make_text (TwfWorkbench *workbench, TwfReadingList **list)
{
  TwfReadingText *text = g_object_ref_sink (g_object_new (TWF_TYPE_READING_TEXT, NULL));

  *list = twf_reading_list_new (workbench);
  twf_reading_text_set_list (text, workbench, *list);
  ui_drain ();
  return text;
}

static void
assert_as_new (TwfWorkbench *workbench, TwfReadingText *text)
{
  g_autoptr (TwfReadingList) list = NULL;
  g_autoptr (TwfReadingText) anew = make_text (workbench, &list);
  g_autofree char *found = dup_text (text);
  g_autofree char *wanted = dup_text (anew);

  g_assert_cmpstr (found, ==, wanted);
  twf_reading_text_set_list (anew, NULL, NULL);
}

/* One is at a line that there is, and the cursor is in it. */
static void
assert_place (TwfReadingText *text, TwfReadingList *list, guint position)
{
  guint n = g_list_model_get_n_items (twf_reading_list_get_items (list));

  g_assert_cmpuint (twf_reading_text_get_position (text), <, n);
  twf_reading_text_go_to (text, MIN (position, n - 1));
  g_assert_cmpuint (twf_reading_text_get_position (text), ==, MIN (position, n - 1));
}

static void
test_as_new (void)
{
  for (guint32 number = 0; number < N_PLANS; number++)
    {
      Chance chance = { .rand = g_rand_new_with_seed (number) };
      g_autoptr (TwfPlan) plan = random_plan (&chance, 40);
      g_autoptr (TwfWorkbench) workbench = twf_workbench_new_for_plan (plan, NULL);
      g_autoptr (TwfReadingList) list = NULL;
      g_autoptr (TwfReadingText) text = make_text (workbench, &list);
      GtkWidget *window = gtk_window_new ();

      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (text));
      gtk_window_set_default_size (GTK_WINDOW (window), 500, 300);
      gtk_window_present (GTK_WINDOW (window));
      ui_drain ();
      twf_reading_text_go_to (text, 0);
      for (guint i = 0; i < N_EDITS; i++)
        {
          for (guint n = chance_draw (&chance, 3); n > 0; n--)
            random_edit (&chance, plan, n == 1 ? "EG" : "MX");
          ui_drain ();
          assert_as_new (workbench, text);
          assert_place (text, list, chance_draw (&chance, 40));
        }
      twf_reading_text_set_list (text, NULL, NULL);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_drain ();
      g_rand_free (chance.rand);
    }
}

static void
deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, GString *gone)
{
  g_autofree char *text = gtk_text_buffer_get_text (buffer, start, end, TRUE);

  g_string_append (gone, text);
}

/* When the source of a translation changes, the lines of its paragraph are written anew, and no
 * other. */
static void
test_older_wording (void)
{
  g_autoptr (TwfPlan) plan = fixture_plan ();
  g_autoptr (TwfWorkbench) workbench = twf_workbench_new_for_plan (plan, NULL);
  g_autoptr (TwfReadingList) list = NULL;
  g_autoptr (TwfReadingText) text = NULL;
  g_autoptr (GString) gone = g_string_new (NULL);
  g_autoptr (TwfEdit) mark = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TwfProvision *provision = twf_plan_get_provision (plan, fixture_id ("a1"));
  GtkTextBuffer *buffer;

  fixture_text (plan, "a1", "ar", "نص أول.");
  fixture_text (plan, "a2", "ar", "نص ثان.");
  mark = twf_translation_mark (provision, TWF_PART_BODY, "ar", "en", NULL, NULL);
  twf_plan_apply (plan, mark, NULL, NULL);
  twf_workbench_set_language (workbench, "ar");
  text = make_text (workbench, &list);
  before = dup_text (text);
  g_assert_null (strstr (before, "ترجمة لصيغة سابقة"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_signal_connect (buffer, "delete-range", G_CALLBACK (deleted_cb), gone);
  edit = twf_edit_new_text (fixture_id ("a1"), TWF_PART_BODY, "en", "Another wording.");
  twf_plan_apply (plan, edit, NULL, NULL);
  ui_drain ();
  after = dup_text (text);
  g_assert_nonnull (strstr (after, "ترجمة لصيغة سابقة"));
  g_assert_nonnull (strstr (gone->str, "نص أول."));
  g_assert_null (strstr (gone->str, "نص ثان."));
  g_signal_handlers_disconnect_by_func (buffer, deleted_cb, gone);
  twf_reading_text_set_list (text, NULL, NULL);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/reading/as-new", test_as_new);
  g_test_add_func ("/ui/reading/older-wording", test_older_wording);
  return g_test_run ();
}
