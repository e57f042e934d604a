/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-error.h"

/* How often somebody else saves; the promise is two hundred of two hundred (slow runs). */
#define ROUNDS (g_test_slow () ? 200 : 20)
/* Past this the news did not come; how soon it came is a message, not an assertion. */
#define LONGEST_WAIT_SECONDS 20

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Returns: microseconds that it took. */
static gint64
await_newer (TwfDesk *desk, gboolean wanted)
{
  gint64 start = g_get_monotonic_time ();
  gboolean given_up = FALSE;
  guint timer = g_timeout_add_seconds (LONGEST_WAIT_SECONDS, give_up_cb, &given_up);
  gboolean newer = !wanted;

  for (;;)
    {
      g_object_get (desk, "newer", &newer, NULL);
      if (newer == wanted || given_up)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (newer, ==, wanted);
  g_source_remove (timer);
  return g_get_monotonic_time () - start;
}

static void
reload (TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  twf_desk_reload_async (desk, NULL, store_result_cb, &result);
  twf_desk_reload_finish (desk, await (&result), &error);
  g_assert_no_error (error);
}

static void
run_git (const char *path, const char *command)
{
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *line = g_strdup_printf ("git -C %s %s", quoted, command);
  int status = -1;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static GSubprocess *
start_other (Fixture *fixture, const char *id, GDataInputStream **said)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "other-saver", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *other
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                          &error,
                          program,
                          fixture->path,
                          id,
                          NULL);

  g_assert_no_error (error);
  *said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
  return other;
}

static void
let_other_save (GSubprocess *other, const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  g_assert_true (g_output_stream_write_all (
      g_subprocess_get_stdin_pipe (other), line, strlen (line), NULL, NULL, NULL));
}

/* Another process saves, again and again: each time it is noticed, reloading shows it, and nothing
 * is new any more. */
static void
test_notices_every_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GDataInputStream) said = NULL;
  g_autoptr (GSubprocess) other = NULL;
  gint64 longest = 0;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "ماء");
  first = save (desk, "An objective", FALSE, &error);
  g_assert_no_error (error);
  other = start_other (fixture, id, &said);
  for (gint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("ماء %d", i);
      g_autofree char *line = NULL;
      gint64 noticed, saved;

      let_other_save (other, text);
      await_newer (desk, TRUE);
      noticed = g_get_monotonic_time ();
      line = g_data_input_stream_read_line (said, NULL, NULL, &error);
      g_assert_no_error (error);
      saved = g_ascii_strtoll (line, NULL, 10);
      longest = MAX (longest, noticed - saved);
      g_assert_false (twf_desk_is_modified (desk));
      reload (desk);
      await_newer (desk, FALSE);
      g_assert_cmpstr (get_text (desk, id, "ar"), ==, text);
      g_assert_true (g_str_has_suffix (line, twf_desk_get_revision (desk)));
    }
  g_test_message ("noticed %d of %d, at the latest %" G_GINT64_FORMAT " ms after it stood",
                  ROUNDS,
                  ROUNDS,
                  longest / 1000);
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (other), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  close_desk (desk);
}

/* References that git packs are the same references; what moves afterwards is noticed. */
static void
test_notices_behind_packed_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *first = g_strdup (twf_desk_get_revision (desk));
  g_autofree char *second = NULL;
  g_autofree char *back = NULL;

  g_assert_no_error (error);
  g_free (add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "ماء"));
  second = save (desk, "An objective", FALSE, &error);
  g_assert_no_error (error);
  run_git (fixture->path, "pack-refs --all --prune");
  back = g_strconcat ("update-ref refs/heads/main ", first, NULL);
  run_git (fixture->path, back);
  await_newer (desk, TRUE);
  run_git (fixture->path, "pack-refs --all --prune");
  reload (desk);
  await_newer (desk, FALSE);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, first);
  close_desk (desk);
}

/* What a desk saves itself is no news to it, however the looks fall. */
static void
test_own_saves_are_no_news (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  guint told = 0;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "ماء");
  g_signal_connect_swapped (desk, "notify::newer", G_CALLBACK (g_atomic_int_inc), &told);
  for (gint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("ماء %d", i);
      g_autofree char *revision = NULL;

      set_text (desk, id, "ar", text);
      revision = save (desk, "Ours", FALSE, &error);
      g_assert_no_error (error);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
  g_assert_cmpuint (told, ==, 0);
  close_desk (desk);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  ADD ("/newer/notices-every-save", test_notices_every_save);
  ADD ("/newer/notices-behind-packed-references", test_notices_behind_packed_references);
  ADD ("/newer/own-saves-are-no-news", test_own_saves_are_no_news);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
