/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-child.h"
#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SH(script) ((const char *const[]){ "sh", "-c", script, NULL })

static TwfChild *
run (const TwfChildSpec *spec)
{
  g_autoptr (GError) error = NULL;
  TwfChild *child = twf_child_run (spec, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (child);
  return child;
}

static char *
dup_output (const TwfChild *child)
{
  gsize size;
  const char *bytes = g_bytes_get_data (child->output, &size);

  return g_strndup (bytes != NULL ? bytes : "", size);
}

static void
test_says (void)
{
  g_autoptr (TwfChild) child = run (
      &(TwfChildSpec){ .argv = SH ("echo out; echo first >&2; printf 'last\\r\\n' >&2; exit 3") });
  g_autofree char *output = dup_output (child);
  g_autofree char *last = twf_child_dup_last_line (child);

  g_assert_cmpint (child->end, ==, TWF_CHILD_FAILED);
  g_assert_cmpint (child->status, ==, 3);
  g_assert_cmpstr (output, ==, "out\n");
  g_assert_cmpstr (last, ==, "last");
}

static void
test_no_such_program (void)
{
  const char *const argv[] = { "no-such-program-of-ours", NULL };
  g_autoptr (GError) error = NULL;
  TwfChild *child = twf_child_run (&(TwfChildSpec){ .argv = argv }, NULL, &error);

  g_assert_null (child);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

/* A large input that is not read to its end, and one that is. */
static void
test_input (void)
{
  g_autofree char *words = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (TwfChild) some = run (&(TwfChildSpec){ .argv = SH ("head -c 4"), .words = bytes });
  g_autoptr (TwfChild) all = run (&(TwfChildSpec){ .argv = SH ("wc -c"), .words = bytes });
  g_autoptr (TwfChild) none = run (&(TwfChildSpec){ .argv = SH ("wc -c") });
  g_autofree char *read_some = dup_output (some);
  g_autofree char *read_all = dup_output (all);
  g_autofree char *read_none = dup_output (none);

  g_assert_cmpstr (read_some, ==, "xxxx");
  g_assert_cmpstr (read_all, ==, "3145728\n");
  g_assert_cmpstr (read_none, ==, "0\n");
}

static void
note_line (const char *line, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (line));
}

static void
test_lines_as_they_come (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TwfChild) child = run (&(TwfChildSpec){
      .argv = SH ("printf '1 %%\\r50 %%\\rdone\\n' >&2"), .said = note_line, .user_data = lines });

  g_assert_cmpint (child->end, ==, TWF_CHILD_DONE);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpstr (lines->pdata[1], ==, "50 %");
}

static void
test_limits (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tawafuq-child-XXXXXX", NULL);
  g_autoptr (TwfChild) busy
      = run (&(TwfChildSpec){ .argv = SH ("while :; do :; done"), .seconds = 1 });
  g_autoptr (TwfChild) loud
      = run (&(TwfChildSpec){ .argv = SH ("cat /dev/zero"), .most_output = 100000 });
  g_autoptr (TwfChild) silent = run (&(TwfChildSpec){ .argv = SH ("sleep 600"), .patience = 1 });
  g_autoptr (TwfChild) large = run (&(TwfChildSpec){
      .argv = SH ("head -c 200000 /dev/zero >big"), .folder = folder, .file_size = 100000 });
  g_autoptr (TwfChild) hungry = run (&(TwfChildSpec){
      .argv = SH ("head -c 400000000 /dev/zero | tail -n 1 >/dev/null"), .memory = 64 << 20 });
  g_autofree char *path = g_build_filename (folder, "big", NULL);

  g_assert_cmpint (busy->end, ==, TWF_CHILD_KILLED);
  g_assert_cmpint (loud->end, ==, TWF_CHILD_TOO_MUCH);
  g_assert_cmpint (silent->end, ==, TWF_CHILD_SILENT);
  g_assert_cmpint (large->end, !=, TWF_CHILD_DONE);
  g_assert_cmpint (hungry->end, !=, TWF_CHILD_DONE);
  unlink (path);
  g_assert_cmpint (rmdir (folder), ==, 0);
}

static void
cancel (const char *line, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Whether a process that was told to end does; one that is gone has. */
static gboolean
ends (pid_t pid)
{
  struct pollfd end = { .fd = (int)syscall (SYS_pidfd_open, pid, 0), .events = POLLIN };
  gboolean ended = end.fd < 0 ? errno == ESRCH : poll (&end, 1, 30000) == 1;

  if (end.fd >= 0)
    close (end.fd);
  return ended;
}

/* What the child itself started ends as well. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tawafuq-child-XXXXXX", &path, NULL);
  g_autofree char *script = g_strdup_printf ("sleep 600 & echo $! >%s; echo ready >&2; wait", path);
  g_autofree char *pid = NULL;
  TwfChild *child = twf_child_run (
      &(TwfChildSpec){ .argv = SH (script), .said = cancel, .user_data = cancellable },
      cancellable,
      &error);

  g_assert_null (child);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &pid, NULL, NULL));
  g_assert_true (ends (atoi (pid)));
  close (fd);
  unlink (path);
}

/* Nothing of the surroundings that git would act on, and no network but the one asked for. */
static void
test_surroundings (void)
{
  g_autoptr (TwfChild) child = NULL;
  g_autofree char *output = NULL;

  g_setenv ("GIT_DIR", "/somewhere", TRUE);
  g_setenv ("GIT_SSH_COMMAND", "touch /tmp/owned", TRUE);
  child = run (&(TwfChildSpec){ .argv = SH ("env; cat /proc/net/dev | grep -c :") });
  g_unsetenv ("GIT_DIR");
  g_unsetenv ("GIT_SSH_COMMAND");
  output = dup_output (child);
  g_assert_null (strstr (output, "GIT_DIR="));
  g_assert_null (strstr (output, "GIT_SSH_COMMAND="));
  g_assert_nonnull (strstr (output, "GIT_CONFIG_GLOBAL=/dev/null\n"));
  /* The loopback that every network has, and nothing beside it. */
  g_assert_true (g_str_has_suffix (output, "\n1\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/child/says", test_says);
  g_test_add_func ("/exchange/child/no-such-program", test_no_such_program);
  g_test_add_func ("/exchange/child/input", test_input);
  g_test_add_func ("/exchange/child/lines", test_lines_as_they_come);
  g_test_add_func ("/exchange/child/limits", test_limits);
  g_test_add_func ("/exchange/child/cancelled", test_cancelled);
  g_test_add_func ("/exchange/child/surroundings", test_surroundings);
  return g_test_run ();
}
