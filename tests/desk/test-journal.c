/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-error.h"
#include "twf-journal.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How often the typist is killed; the promise is a hundred of a hundred (slow runs). */
#define KILLS (g_test_slow () ? 100 : 10)
/* What may be lost: this much time, or this many characters. */
#define MOST_LOST_USEC G_USEC_PER_SEC
#define MOST_LOST_CHARACTERS 20
#define MOST_LINES 4096

typedef struct
{
  glong characters;
  gint64 when;
} Typed;

static char *
make_plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  char *id;
  g_autofree char *revision = NULL;

  g_assert_no_error (error);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "ن");
  revision = save (desk, "An objective", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  return id;
}

/* Reads what the typist says until @enough characters are typed, then kills it. */
static GArray *
type_and_kill (Fixture *fixture, const char *id, glong enough, gint64 *killed)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "journal-typist", NULL);
  const char *argv[] = { program, fixture->path, id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) typed = g_array_new (FALSE, FALSE, sizeof (Typed));
  g_autoptr (GString) line = g_string_new (NULL);
  GPid pid;
  int out;
  char sign;

  g_assert_true (g_spawn_async_with_pipes (NULL,
                                           (char **)argv,
                                           NULL,
                                           G_SPAWN_DO_NOT_REAP_CHILD,
                                           NULL,
                                           NULL,
                                           &pid,
                                           NULL,
                                           &out,
                                           NULL,
                                           &error));
  *killed = 0;
  while (read (out, &sign, 1) == 1)
    {
      Typed one;

      if (sign != '\n')
        {
          g_string_append_c (line, sign);
          continue;
        }
      g_assert_cmpint (
          sscanf (line->str, "%ld %" G_GINT64_FORMAT, &one.characters, &one.when), ==, 2);
      g_string_truncate (line, 0);
      g_array_append_val (typed, one);
      if (one.characters >= enough && *killed == 0)
        {
          *killed = g_get_monotonic_time ();
          g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
        }
    }
  close (out);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_spawn_close_pid (pid);
  return g_steal_pointer (&typed);
}

static void
check_loss (GArray *typed, gint64 killed, glong found)
{
  const Typed *last = &g_array_index (typed, Typed, typed->len - 1);

  for (guint i = 0; i < typed->len; i++)
    {
      const Typed *one = &g_array_index (typed, Typed, i);

      if (one->characters <= found || last->characters - found <= MOST_LOST_CHARACTERS)
        continue;
      g_assert_cmpint (killed - one->when, <=, MOST_LOST_USEC);
    }
}

static void
test_kill_while_typing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  glong worst = 0;

  for (int i = 0; i < KILLS; i++)
    {
      gint64 killed;
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) typed
          = type_and_kill (fixture, id, g_test_rand_int_range (2, 250), &killed);
      TwfDesk *desk = open_desk (fixture->path, NULL, &error);
      glong found;

      g_assert_no_error (error);
      g_assert_true (twf_desk_recover (desk, &error));
      g_assert_no_error (error);
      found = g_utf8_strlen (get_text (desk, id, "ar"), -1);
      worst = MAX (worst, g_array_index (typed, Typed, typed->len - 1).characters - found);
      check_loss (typed, killed, found);
      /* What was recovered is not offered twice once it is saved. */
      g_free (save (desk, "Recovered", FALSE, &error));
      g_assert_no_error (error);
      set_text (desk, id, "ar", "ن");
      g_free (save (desk, "From the start", FALSE, &error));
      close_desk (desk);
    }
  g_test_message ("at most %ld characters lost in %d kills", worst, KILLS);
}

static char *
get_journal (Fixture *fixture)
{
  g_autofree char *path = realpath (fixture->path, NULL);
  g_autofree char *stem = twf_journal_dup_stem (path, "main");

  return g_strconcat (stem, ".journal", NULL);
}

/* A desk that was closed with edits unsaved offers them again. */
static void
test_close_keeps_unsaved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);
  g_autofree char *added = NULL;
  g_autoptr (GError) error = NULL;

  set_text (desk, id, "ar", "نص جديد");
  added = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Build wells");
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), >, 0);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "ن");
  g_assert_true (twf_desk_recover (desk, &error));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "نص جديد");
  g_assert_cmpstr (get_text (desk, added, "en"), ==, "Build wells");
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), ==, 0);
  g_free (twf_undo_undo (twf_desk_get_undo (desk)));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "ن");
  g_assert_null (twf_plan_get_provision (twf_desk_get_plan (desk), added));
  close_desk (desk);
}

static void
test_forget_moves_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  g_autofree char *journal = get_journal (fixture);
  g_autofree char *folder = g_path_get_dirname (journal);
  g_autoptr (GDir) dir = NULL;
  guint kept = 0;
  const char *name;
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);

  set_text (desk, id, "ar", "نص");
  close_desk (desk);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  desk = open_desk (fixture->path, NULL, NULL);
  twf_desk_forget_recovered (desk);
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), ==, 0);
  close_desk (desk);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    kept += g_str_has_suffix (name, ".kept");
  g_assert_cmpuint (kept, >, 0);
  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), ==, 0);
  close_desk (desk);
}

/* A torn last record is passed over, the whole ones before it are not; nothing crashes on junk. */
static void
test_torn_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  g_autofree char *journal = get_journal (fixture);
  g_autofree char *content = NULL;
  gsize length;
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);
  g_autofree char *added = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Build wells");

  set_text (desk, id, "ar", "نص");
  close_desk (desk);
  g_assert_true (g_file_get_contents (journal, &content, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 7)
    {
      guint n;

      g_assert_true (g_file_set_contents (journal, content, (gssize)cut, NULL));
      desk = open_desk (fixture->path, NULL, NULL);
      g_assert_nonnull (desk);
      n = twf_desk_get_n_recovered (desk);
      g_assert_cmpuint (n, <=, 3);
      close_desk (desk);
    }
  for (gsize at = 3; at < length; at += 11)
    {
      g_autofree char *spoiled = g_memdup2 (content, length);

      spoiled[at] ^= 0x15;
      g_assert_true (g_file_set_contents (journal, spoiled, (gssize)length, NULL));
      desk = open_desk (fixture->path, NULL, NULL);
      g_assert_cmpuint (twf_desk_get_n_recovered (desk), <=, 3);
      close_desk (desk);
    }
  g_unlink (journal);
}

/* Two desks on one plan at once: each its own journal, neither offered to the other. */
static void
test_two_desks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  TwfDesk *one = open_desk (fixture->path, NULL, NULL);
  TwfDesk *other;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) reloaded = NULL;

  set_text (one, id, "ar", "الأول");
  /* The journal is there once a reload, which drops it, has been through its queue. */
  other = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (other), ==, 0);
  set_text (other, id, "ar", "الثاني");
  close_desk (one);
  close_desk (other);

  one = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (one), ==, 2);
  twf_desk_forget_recovered (one);
  close_desk (one);
}

/* What no longer applies is said and kept; the rest is done. */
static void
test_recover_after_removal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);
  TwfDesk *other;
  g_autofree char *added = NULL;
  g_autoptr (GError) error = NULL;

  added = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Build wells");
  set_text (desk, id, "ar", "نص جديد");
  other = open_desk (fixture->path, NULL, NULL);
  g_assert_true (twf_plan_remove (twf_desk_get_plan (other), id, NULL));
  g_free (save (other, "Removed", FALSE, &error));
  g_assert_no_error (error);
  close_desk (other);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_false (twf_desk_recover (desk, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_assert_cmpstr (get_text (desk, added, "en"), ==, "Build wells");
  close_desk (desk);
}

/* Where the journal cannot be written the desk says so and keeps the text. */
static void
test_journal_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_plan (fixture);
  g_autofree char *journal = get_journal (fixture);
  g_autofree char *message = NULL;
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);

  g_assert_cmpint (symlink ("/proc/nowhere", journal), ==, 0);
  set_text (desk, id, "ar", "نص");
  while (message == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (desk, "journal-error", &message, NULL);
    }
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "نص");
  g_assert_cmpint (g_unlink (journal), ==, 0);
  while (message != NULL)
    {
      g_clear_pointer (&message, g_free);
      g_main_context_iteration (NULL, TRUE);
      g_object_get (desk, "journal-error", &message, NULL);
    }
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_free (save (desk, "Saved", FALSE, NULL));
  close_desk (desk);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static char *
set_aside (const char *folder, gint64 days)
{
  g_autofree char *name = g_strdup_printf ("0123.journal.%" G_GINT64_FORMAT ".kept",
                                           g_get_real_time () - days * G_TIME_SPAN_DAY);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "set aside\n", -1, NULL));
  return path;
}

/* What was set aside is kept for a month, whichever plan it was of. */
static void
test_prunes_what_was_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "tawafuq", "journal", NULL);
  g_autofree char *old = set_aside (folder, 31);
  g_autofree char *recent = set_aside (folder, 29);
  g_autofree char *later = set_aside (folder, -1);
  g_autofree char *id = make_plan (fixture);
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);

  g_assert_nonnull (desk);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (later, G_FILE_TEST_EXISTS));
  close_desk (desk);
}

/* Closing is under way and much is still to be written, as on a slow disk: who opens meanwhile is
 * offered all of it. */
static void
test_reopened_at_once (Fixture *fixture, gconstpointer data)
{
  const guint n_edits = 2000;
  g_autofree char *id = make_plan (fixture);
  g_autoptr (GAsyncResult) closed = NULL;
  TwfDesk *desk = open_desk (fixture->path, NULL, NULL);
  TwfDesk *again;

  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *provision = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Wells are dug");

      g_assert_nonnull (provision);
    }
  twf_desk_close_async (desk, store_result_cb, &closed);
  again = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpuint (twf_desk_get_n_recovered (again), >=, n_edits);
  g_assert_true (twf_desk_close_finish (desk, await (&closed), NULL));
  g_object_unref (desk);
  twf_desk_forget_recovered (again);
  close_desk (again);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  ADD ("/journal/kill-while-typing", test_kill_while_typing);
  ADD ("/journal/close-keeps-unsaved", test_close_keeps_unsaved);
  ADD ("/journal/reopened-at-once", test_reopened_at_once);
  ADD ("/journal/forget-moves-aside", test_forget_moves_aside);
  ADD ("/journal/torn", test_torn_journal);
  ADD ("/journal/two-desks", test_two_desks);
  ADD ("/journal/recover-after-removal", test_recover_after_removal);
  ADD ("/journal/cannot-be-written", test_journal_cannot_be_written);
  ADD ("/journal/prunes-what-was-kept", test_prunes_what_was_kept);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
