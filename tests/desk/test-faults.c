/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-error.h"

#include "twf-message.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

/* No file may grow past this while the disk plays full: what the kernel answers (EFBIG) is told the
 * same way as a full disk, and it needs no disk of its own. */
#define FULL_DISK_BYTES 48

static void
limit_files (rlim_t most)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static char *
await_journal_error (TwfDesk *desk, gboolean wanted)
{
  char *message = NULL;

  for (;;)
    {
      g_object_get (desk, "journal-error", &message, NULL);
      if ((message != NULL) == wanted)
        return message;
      g_clear_pointer (&message, g_free);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* The text stays on the desk; once there is room, journal and save go on by themselves. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *message = NULL;
  g_autofree char *before = g_strdup (twf_desk_get_revision (desk));

  g_assert_no_error (error);
  limit_files (FULL_DISK_BYTES);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "نص لا مكان له على القرص");
  message = await_journal_error (desk, TRUE);
  g_assert_nonnull (message);
  refused = save (desk, "No room", FALSE, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_null (refused);
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, before);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "نص لا مكان له على القرص");

  limit_files (RLIM_INFINITY);
  g_assert_null (await_journal_error (desk, FALSE));
  saved = save (desk, "Room again", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved, !=, before);
  g_assert_false (twf_desk_is_modified (desk));
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "نص لا مكان له على القرص");
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), ==, 0);
  close_desk (desk);
}

/* A plan that cannot be made leaves nothing behind. */
static void
test_create_on_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  limit_files (FULL_DISK_BYTES);
  g_assert_null (create_desk (fixture->path, NULL, &error));
  limit_files (RLIM_INFINITY);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NO_SPACE);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

/* Takes all the room there is; freed by removing the file. */
static char *
fill_up (const char *folder)
{
  static const char block[4096];
  char *path = g_build_filename (folder, "filler", NULL);
  int fd = open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) > 0)
    continue;
  close (fd);
  return path;
}

/* Plan and journal on a disk of their own that is really full: a plain sentence, the text kept, and
 * once there is room the same desk goes on. */
static void
test_really_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = data != NULL ? g_build_filename (data, "plan", NULL) : NULL;
  g_autofree char *text = g_strnfill (20000, 'w');
  g_autoptr (GError) error = NULL;
  g_autofree char *filler = NULL;
  g_autofree char *id = NULL;
  g_autofree char *message = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *saved = NULL;
  TwfDesk *desk;

  if (data == NULL)
    {
      g_test_skip ("nobody but root, where mounting is allowed, makes a disk of its own");
      return;
    }
  desk = create_desk (path, NULL, &error);
  g_assert_no_error (error);
  filler = fill_up (data);
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "en", text);
  message = await_journal_error (desk, TRUE);
  g_assert_nonnull (message);
  g_assert_null (save (desk, "No room", FALSE, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NO_SPACE);
  sentence = twf_error_describe (error, "plan");
  g_assert_nonnull (strstr (sentence, "full"));
  g_clear_error (&error);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, text);

  g_assert_cmpint (unlink (filler), ==, 0);
  g_assert_null (await_journal_error (desk, FALSE));
  saved = save (desk, "Room again", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  desk = open_desk (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, text);
  close_desk (desk);
}

static gboolean
make_immutable (const char *path, gboolean immutable)
{
  const char *argv[] = { "chattr", "-R", immutable ? "+i" : "-i", path, NULL };
  int status = -1;

  return g_spawn_sync (NULL,
                       (char **)argv,
                       NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL,
                       NULL,
                       NULL,
                       NULL,
                       &status,
                       NULL)
         && status == 0;
}

static void
test_read_only_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *id = NULL;
  g_autofree char *refused = NULL;

  g_assert_no_error (error);
  close_desk (desk);
  if (!make_immutable (fixture->path, TRUE))
    {
      g_test_skip ("nobody but root, on a file system that can, makes a folder immutable");
      return;
    }
  desk = open_desk (fixture->path, NULL, &error);
  if (desk != NULL)
    {
      id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "نص");
      refused = save (desk, "Not possible", FALSE, &error);
    }
  g_assert_true (make_immutable (fixture->path, FALSE));
  g_assert_nonnull (desk);
  g_assert_true (twf_desk_is_read_only (desk));
  g_assert_null (refused);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_READ_ONLY);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "نص");
  close_desk (desk);
}

/* In a view of the file system of our own, so that it goes with this process, however it ends. */
static gboolean
mount_own (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", MS_NODEV | MS_NOSUID, "size=4m,mode=0700") == 0;
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  gboolean mounted;
  int status;

  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
  state = use_own_state ();
  mounted = mount_own (state);
  ADD ("/faults/full-disk", test_full_disk);
  g_test_add ("/faults/really-full-disk",
              Fixture,
              mounted ? state : NULL,
              set_up,
              test_really_full_disk,
              tear_down);
  ADD ("/faults/create-on-full-disk", test_create_on_full_disk);
  ADD ("/faults/read-only-plan", test_read_only_plan);
  status = g_test_run ();
  if (mounted)
    umount2 (state, MNT_DETACH);
  remove_folder (state);
  return status;
}
