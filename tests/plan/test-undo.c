/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"
#include "twf-undo.h"

#include <string.h>

typedef struct
{
  TwfPlan *plan;
  TwfUndo *undo;
  char *id;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->plan = fixture_new_plan (1);
  desk->id = fixture_add (desk->plan, TWF_SECTION_ACTIONS, NULL, "-");
  desk->undo = twf_undo_new (desk->plan);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (desk->undo);
  g_assert_finalize_object (desk->plan);
  g_free (desk->id);
}

static const char *
get_text (Desk *desk, TwfPart part, const char *language)
{
  return twf_provision_get_text (twf_plan_get_provision (desk->plan, desk->id), part, language);
}

static void
set_text (Desk *desk, TwfPart part, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (desk->id, part, language, text);
  g_autoptr (GError) error = NULL;

  g_assert_true (twf_plan_apply (desk->plan, edit, NULL, &error));
  g_assert_no_error (error);
}

/* Letter by letter behind what is there, as a hand does. */
static void
type (Desk *desk, TwfPart part, const char *language, const char *keys)
{
  for (const char *at = keys; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *old = get_text (desk, part, language);
      g_autofree char *text = g_strdup_printf (
          "%s%.*s", old != NULL ? old : "", (int)(g_utf8_next_char (at) - at), at);

      set_text (desk, part, language, text);
    }
}

static guint
count_steps (Desk *desk)
{
  guint n = 0;

  for (; twf_undo_can_undo (desk->undo); n++)
    g_free (twf_undo_undo (desk->undo));
  return n;
}

static void
test_words_are_steps (Desk *desk, gconstpointer data)
{
  g_autofree char *id = NULL;

  type (desk, TWF_PART_MEANS, "ar", "تعاون الدول معاً");
  id = twf_undo_undo (desk->undo);
  g_assert_cmpstr (id, ==, desk->id);
  g_assert_cmpstr (get_text (desk, TWF_PART_MEANS, "ar"), ==, "تعاون الدول");
  g_free (twf_undo_undo (desk->undo));
  g_assert_cmpstr (get_text (desk, TWF_PART_MEANS, "ar"), ==, "تعاون");
  g_free (twf_undo_redo (desk->undo));
  g_assert_cmpstr (get_text (desk, TWF_PART_MEANS, "ar"), ==, "تعاون الدول");
  g_assert_cmpuint (count_steps (desk), ==, 2);
  g_assert_null (get_text (desk, TWF_PART_MEANS, "ar"));
}

static void
test_what_breaks_a_run (Desk *desk, gconstpointer data)
{
  type (desk, TWF_PART_MEANS, "en", "one");
  twf_undo_break (desk->undo);
  type (desk, TWF_PART_MEANS, "en", "two"); /* after a pause */
  type (desk, TWF_PART_INDICATOR, "en", "three");
  type (desk, TWF_PART_INDICATOR, "ar", "أربعة");
  type (desk, TWF_PART_INDICATOR, "en", "five");
  set_text (desk, TWF_PART_INDICATOR, "en", "threefiv"); /* rubs out */
  set_text (desk, TWF_PART_INDICATOR, "en", "threefi");
  set_text (desk, TWF_PART_INDICATOR, "en", "xthreefi"); /* elsewhere */
  g_assert_cmpuint (count_steps (desk), ==, 7);
}

static void
test_a_run_has_an_end (Desk *desk, gconstpointer data)
{
  g_autofree char *long_word = g_strnfill (100, 'a');

  type (desk, TWF_PART_MEANS, "en", long_word);
  g_assert_cmpuint (count_steps (desk), ==, 3);
  /* A text that is put in at once is one step, however long. */
  set_text (desk, TWF_PART_MEANS, "en", long_word);
  g_assert_cmpuint (count_steps (desk), ==, 1);
}

static void
test_groups (Desk *desk, gconstpointer data)
{
  g_autofree char *before = fixture_dump (desk->plan);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  twf_undo_begin (desk->undo, "Tidy Up");
  type (desk, TWF_PART_MEANS, "en", "one two");
  g_assert_false (twf_undo_can_undo (desk->undo));
  g_assert_true (twf_plan_remove (desk->plan, desk->id, NULL));
  twf_undo_end (desk->undo);
  twf_undo_begin (desk->undo, "Nothing");
  twf_undo_end (desk->undo);
  g_object_get (desk->undo, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Tidy Up");
  g_assert_cmpuint (count_steps (desk), ==, 1);
  after = fixture_dump (desk->plan);
  g_assert_cmpstr (before, ==, after);
}

static void
notified_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static void
test_properties_follow (Desk *desk, gconstpointer data)
{
  guint n = 0;
  gboolean can_undo, can_redo;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;

  g_signal_connect (desk->undo, "notify::can-undo", G_CALLBACK (notified_cb), &n);
  id = fixture_add (desk->plan, TWF_SECTION_ACTIONS, NULL, "x");
  g_assert_cmpuint (n, >, 0);
  g_free (twf_undo_undo (desk->undo));
  g_object_get (
      desk->undo, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &label, NULL);
  g_assert_true (can_undo);
  g_assert_true (can_redo);
  g_assert_cmpstr (label, ==, "Addition");
  set_text (desk, TWF_PART_MEANS, "en", "other way");
  g_assert_false (twf_undo_can_redo (desk->undo));
}

static void
test_all_back_and_all_again (Desk *desk, gconstpointer data)
{
  g_autofree char *before = fixture_dump (desk->plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      fixture_change_at_random (desk->plan);
      if (g_test_rand_int_range (0, 9) == 0)
        g_free (twf_undo_undo (desk->undo));
      if (g_test_rand_int_range (0, 18) == 0)
        g_free (twf_undo_redo (desk->undo));
    }
  while (twf_undo_can_redo (desk->undo))
    g_free (twf_undo_redo (desk->undo));
  after = fixture_dump (desk->plan);
  count_steps (desk);
  undone = fixture_dump (desk->plan);
  g_assert_cmpstr (before, ==, undone);
  while (twf_undo_can_redo (desk->undo))
    g_free (twf_undo_redo (desk->undo));
  redone = fixture_dump (desk->plan);
  g_assert_cmpstr (after, ==, redone);
}

static void
test_memory_is_bounded (Desk *desk, gconstpointer data)
{
  for (guint i = 0; i < 10050; i++)
    {
      set_text (desk, TWF_PART_MEANS, "en", i % 2 == 0 ? "a" : "b");
      twf_undo_break (desk->undo);
    }
  g_assert_cmpuint (count_steps (desk), ==, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/undo/words-are-steps", Desk, NULL, set_up, test_words_are_steps, tear_down);
  g_test_add ("/undo/what-breaks-a-run", Desk, NULL, set_up, test_what_breaks_a_run, tear_down);
  g_test_add ("/undo/a-run-has-an-end", Desk, NULL, set_up, test_a_run_has_an_end, tear_down);
  g_test_add ("/undo/groups", Desk, NULL, set_up, test_groups, tear_down);
  g_test_add ("/undo/properties-follow", Desk, NULL, set_up, test_properties_follow, tear_down);
  g_test_add (
      "/undo/all-back-and-all-again", Desk, NULL, set_up, test_all_back_and_all_again, tear_down);
  g_test_add ("/undo/memory-is-bounded", Desk, NULL, set_up, test_memory_is_bounded, tear_down);
  return g_test_run ();
}
