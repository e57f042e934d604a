/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-child.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEFAULT_OUTPUT (1024 * 1024)
/* Of what is said aside, so much of the end is kept. */
#define MOST_ASIDE (16 * 1024)
/* How long a child that was asked to end may take before it is made to. */
#define GRACE (500 * G_TIME_SPAN_MILLISECOND)
#define CHUNK 65536

/* What of our own surroundings a child may see: how to find programs, whose it is, where keys and
 * their agent are, the clock and the display that a question would be asked on. No setting of git.
 */
static const char *const handed_on[] = { "PATH",
                                         "HOME",
                                         "USER",
                                         "LOGNAME",
                                         "TMPDIR",
                                         "TZ",
                                         "SSH_AUTH_SOCK",
                                         "SSH_AGENT_PID",
                                         "DISPLAY",
                                         "WAYLAND_DISPLAY",
                                         "XAUTHORITY",
                                         "XDG_RUNTIME_DIR",
                                         "XDG_CONFIG_HOME",
                                         "XDG_DATA_DIRS",
                                         "DBUS_SESSION_BUS_ADDRESS",
                                         "LD_LIBRARY_PATH",
                                         NULL };

/* Settings of git that nothing in a repository, in a home or on the system overrides: no hook, no
 * helper, no way of fetching but those named. */
static const char *const always[] = { "LC_ALL=C.UTF-8",
                                      "GIT_CONFIG_NOSYSTEM=1",
                                      "GIT_CONFIG_GLOBAL=/dev/null",
                                      "GIT_TERMINAL_PROMPT=0",
                                      "GIT_OPTIONAL_LOCKS=0",
                                      "GIT_NO_LAZY_FETCH=1",
                                      "GIT_NO_REPLACE_OBJECTS=1",
                                      "GIT_PROTOCOL_FROM_USER=0",
                                      "GIT_ATTR_NOSYSTEM=1",
                                      "SSH_ASKPASS_REQUIRE=never",
                                      NULL };

/* A child at work. */
typedef struct
{
  const TwfChildSpec *spec;
  GPid pid;
  int out;
  int err;
  GByteArray *output;
  GString *aside;
  GString *line; /* what was said since the last line end */
  gint64 heard;  /* when it last gave a byte */
} Work;

/* Between fork and exec only what is safe after a fork of a program with threads. */
typedef struct
{
  const TwfChildSpec *spec;
  GPid parent;
  char uid_map[48];
  char gid_map[48];
} Setup;

static void
write_file (const char *path, const char *words)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (write (fd, words, strlen (words)) < 0)
    errno = 0; /* Then files made by the child are nobody's, which it will say itself. */
  close (fd);
}

/* A network of its own, in which there is nothing. A system that gives none to its users leaves the
 * child where it is: it is a second wall, behind programs that have no reason to connect. */
static void
leave_network (const Setup *setup)
{
  if (unshare (CLONE_NEWNET) == 0 || unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    return;
  write_file ("/proc/self/setgroups", "deny");
  write_file ("/proc/self/uid_map", setup->uid_map);
  write_file ("/proc/self/gid_map", setup->gid_map);
}

static void
limit (int resource, guint64 most)
{
  struct rlimit bounds = { .rlim_cur = most, .rlim_max = most };

  if (most != 0)
    setrlimit (resource, &bounds);
}

static void
set_up (gpointer data)
{
  const Setup *setup = data;

  /* A session of its own has no terminal: what would ask there for a passphrase fails instead of
   * standing still. It is a process group as well. */
  setsid ();
  /* If we are killed, so is it: nothing works on in a folder that nobody will look at. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != setup->parent)
    _exit (127);
  limit (RLIMIT_AS, setup->spec->memory);
  limit (RLIMIT_CPU, setup->spec->seconds);
  limit (RLIMIT_FSIZE, setup->spec->file_size);
  limit (RLIMIT_CORE, 1);
  if (!setup->spec->online)
    leave_network (setup);
}

/* One name, one value: what comes later stands, in every program. */
static GStrv
add_entries (GStrv environment, const char *const *entries)
{
  for (guint i = 0; entries[i] != NULL; i++)
    {
      const char *value = strchr (entries[i], '=');
      g_autofree char *name = g_strndup (entries[i], value - entries[i]);

      environment = g_environ_setenv (environment, name, value + 1, TRUE);
    }
  return environment;
}

static GStrv
list_environment (const TwfChildSpec *spec)
{
  GStrv environment = g_new0 (char *, 1);

  for (guint i = 0; handed_on[i] != NULL; i++)
    if (g_getenv (handed_on[i]) != NULL)
      environment = g_environ_setenv (environment, handed_on[i], g_getenv (handed_on[i]), TRUE);
  environment = add_entries (environment, always);
  if (spec->environment != NULL)
    environment = add_entries (environment, spec->environment);
  return environment;
}

/* What it is to read is a file without a name: nothing need be fed to it while it talks. */
static gboolean
open_input (const TwfChildSpec *spec, int *input, GError **error)
{
  gsize size = 0;
  const char *bytes = spec->words != NULL ? g_bytes_get_data (spec->words, &size) : NULL;
  gsize written = 0;

  *input = -1;
  if (spec->words == NULL || spec->has_input)
    return TRUE;
  *input = memfd_create ("input", MFD_CLOEXEC);
  while (*input >= 0 && written < size)
    {
      gssize n = write (*input, bytes + written, size - written);

      if (n < 0 && errno != EINTR)
        break;
      written += n > 0 ? (gsize)n : 0;
    }
  if (*input >= 0 && written == size && lseek (*input, 0, SEEK_SET) == 0)
    return TRUE;
  twf_error_set_from_errno (error, errno, spec->argv[0]);
  if (*input >= 0)
    close (*input);
  return FALSE;
}

static gboolean
start (Work *work, GError **error)
{
  const TwfChildSpec *spec = work->spec;
  g_auto (GStrv) environment = list_environment (spec);
  Setup setup = { .spec = spec, .parent = getpid () };
  g_autoptr (GError) reason = NULL;
  int input = -1;
  gboolean started;

  g_snprintf (setup.uid_map, sizeof setup.uid_map, "%u %u 1", geteuid (), geteuid ());
  g_snprintf (setup.gid_map, sizeof setup.gid_map, "%u %u 1", getegid (), getegid ());
  if (!open_input (spec, &input, error))
    return FALSE;
  /* The death of a parent means, to the kernel, that of the thread that made the child: a worker
   * thread lives as long as the child does, since it waits for it. */
  started = g_spawn_async_with_pipes_and_fds (spec->folder,
                                              spec->argv,
                                              (const char *const *)environment,
                                              G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH,
                                              set_up,
                                              &setup,
                                              spec->has_input ? spec->input : input,
                                              spec->has_output ? spec->output : -1,
                                              -1,
                                              NULL,
                                              NULL,
                                              0,
                                              &work->pid,
                                              NULL,
                                              spec->has_output ? NULL : &work->out,
                                              &work->err,
                                              &reason);
  if (input >= 0)
    close (input);
  if (!started)
    {
      g_set_error (error,
                   TWF_ERROR,
                   g_error_matches (reason, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT)
                       ? TWF_ERROR_NOT_FOUND
                       : TWF_ERROR_IO,
                   "%s: %s",
                   spec->argv[0],
                   reason->message);
      return FALSE;
    }
  if (work->out >= 0)
    g_unix_set_fd_nonblocking (work->out, TRUE, NULL);
  g_unix_set_fd_nonblocking (work->err, TRUE, NULL);
  return TRUE;
}

static void
close_end (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static void
take_lines (Work *work, const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (bytes[i] != '\n' && bytes[i] != '\r')
        {
          if (work->line->len < MOST_ASIDE)
            g_string_append_c (work->line, bytes[i]);
          continue;
        }
      if (work->line->len > 0 && work->spec->said != NULL)
        {
          g_autofree char *valid = g_utf8_make_valid (work->line->str, -1);

          work->spec->said (valid, work->spec->user_data);
        }
      g_string_truncate (work->line, 0);
    }
}

/* Reads what is there. FALSE: this end is closed. */
static gboolean
drain (Work *work, int fd, gboolean aside)
{
  char bytes[CHUNK];
  gssize n = read (fd, bytes, sizeof bytes);

  if (n < 0)
    return errno == EAGAIN || errno == EINTR;
  if (n == 0)
    return FALSE;
  work->heard = g_get_monotonic_time ();
  if (!aside)
    {
      g_byte_array_append (work->output, (const guint8 *)bytes, (guint)n);
      return TRUE;
    }
  take_lines (work, bytes, (gsize)n);
  g_string_append_len (work->aside, bytes, n);
  if (work->aside->len > 2 * MOST_ASIDE)
    g_string_erase (work->aside, 0, (gssize)(work->aside->len - MOST_ASIDE));
  return TRUE;
}

/* Goes on until both its outputs are closed. TRUE: nothing of ours ended it. */
static gboolean
attend (Work *work, GCancellable *cancellable, TwfChildEnd *end)
{
  gsize most = work->spec->most_output != 0 ? work->spec->most_output : DEFAULT_OUTPUT;
  gint64 patience = (gint64)work->spec->patience * G_TIME_SPAN_SECOND;

  while (work->out >= 0 || work->err >= 0)
    {
      GPollFD cancelled = { .fd = -1 };
      gboolean pollable
          = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancelled);
      struct pollfd ends[] = {
        { .fd = work->out, .events = POLLIN },
        { .fd = work->err, .events = POLLIN },
        { .fd = cancelled.fd, .events = POLLIN },
      };
      gint64 left = patience != 0 ? work->heard + patience - g_get_monotonic_time () : -1;
      int rc = poll (
          ends, G_N_ELEMENTS (ends), left < 0 ? (patience != 0 ? 0 : -1) : (int)(left / 1000 + 1));

      if (pollable)
        g_cancellable_release_fd (cancellable);
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (rc < 0 && errno != EINTR)
        return TRUE;
      if (rc == 0 && patience != 0 && g_get_monotonic_time () >= work->heard + patience)
        {
          if (work->spec->excuse == NULL || !work->spec->excuse (work->pid, work->spec->user_data))
            {
              *end = TWF_CHILD_SILENT;
              return FALSE;
            }
          work->heard = g_get_monotonic_time ();
        }
      if (rc <= 0)
        continue;
      if (ends[0].revents != 0 && !drain (work, work->out, FALSE))
        close_end (&work->out);
      if (ends[1].revents != 0 && !drain (work, work->err, TRUE))
        close_end (&work->err);
      if (work->output->len > most)
        {
          *end = TWF_CHILD_TOO_MUCH;
          return FALSE;
        }
    }
  return TRUE;
}

/* Ends it and whoever it started. */
static int
put_away (Work *work, gboolean by_itself)
{
  gint64 until = g_get_monotonic_time () + GRACE;
  int status = 0;
  pid_t rc;

  close_end (&work->out);
  close_end (&work->err);
  if (!by_itself)
    kill (-work->pid, SIGTERM);
  do
    {
      rc = waitpid (work->pid, &status, by_itself ? 0 : WNOHANG);
      if (rc == 0)
        g_usleep (5 * G_TIME_SPAN_MILLISECOND);
    }
  while ((rc == 0 && g_get_monotonic_time () < until) || (rc < 0 && errno == EINTR));
  /* Also those it left behind: they belong to its group. */
  kill (-work->pid, SIGKILL);
  while (rc == 0)
    {
      rc = waitpid (work->pid, &status, 0);
      if (rc < 0 && errno == EINTR)
        rc = 0;
    }
  g_spawn_close_pid (work->pid);
  return status;
}

static TwfChild *
conclude (Work *work, TwfChildEnd end, int status)
{
  TwfChild *self = g_new0 (TwfChild, 1);

  self->end = end;
  if (end == TWF_CHILD_DONE && WIFSIGNALED (status))
    self->end = TWF_CHILD_KILLED;
  else if (end == TWF_CHILD_DONE && WEXITSTATUS (status) != 0)
    self->end = TWF_CHILD_FAILED;
  self->status = WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status);
  self->output = g_byte_array_free_to_bytes (g_steal_pointer (&work->output));
  self->aside = g_strchomp (g_utf8_make_valid (work->aside->str, (gssize)work->aside->len));
  return self;
}

/**
 * twf_child_run:
 * @spec: what is run, and within what
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Runs a program and waits for it. It sees none of git's settings, of the system, the user or the
 * surroundings; it cannot ask questions on a terminal; it dies with us, with everything that it
 * started. Blocks.
 *
 * Returns: (transfer full): how it ended
 * Errors: %TWF_ERROR_NOT_FOUND no such program; %TWF_ERROR_IO; %G_IO_ERROR_CANCELLED
 */
TwfChild *
twf_child_run (const TwfChildSpec *spec, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  g_autoptr (GString) aside = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  Work work = { .spec = spec, .out = -1, .err = -1, .line = line, .aside = aside };
  TwfChildEnd end = TWF_CHILD_DONE;
  gboolean by_itself;
  int status;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !start (&work, error))
    return NULL;
  work.output = output;
  work.heard = g_get_monotonic_time ();
  by_itself = attend (&work, cancellable, &end);
  status = put_away (&work, by_itself);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  work.output = g_steal_pointer (&output);
  return conclude (&work, end, status);
}

/**
 * twf_child_free:
 * @self: (transfer full) (nullable): how a child ended
 */
void
twf_child_free (TwfChild *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->output);
  g_free (self->aside);
  g_free (self);
}

/**
 * twf_child_dup_last_line:
 * @self: how a child ended
 *
 * Returns: (transfer full): the last line that it said aside, which is most often why it failed;
 * empty if it said nothing
 */
char *
twf_child_dup_last_line (const TwfChild *self)
{
  const char *last = strrchr (self->aside, '\n');

  return g_strstrip (g_strdup (last != NULL ? last + 1 : self->aside));
}
