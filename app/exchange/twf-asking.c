/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-asking.h"

#include "twf-keeping.h"
#include "twf-prompt.h"

#include "twf-error.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define MOST_PROMPT 8192
/* A question that comes back was answered wrongly. */
#define MOST_TRIES 3

struct _TwfAsking
{
  TwfAnswerFunc func;
  gpointer user_data;
  GMutex mutex;        /* of what follows */
  GHashTable *answers; /* char* prompt -> char* answer; of former runs as well */
  GHashTable *tries;   /* char* prompt -> number of times in this run */
  TwfKept *kept;       /* what the desktop keeps for this server; nullable */
  gboolean looked_up;
  gboolean may_keep;
  char *user;
  char *password; /* of this run's server, to be kept if it works */
  gboolean waiting;
  gboolean refused;

  /* Of one run. */
  TwfLocation *location;
  char *folder;
  char *path;
  GStrv environment;
  int listener;
  int wake;
  GThread *thread;
};

static void
wipe (gpointer words)
{
  if (words != NULL)
    explicit_bzero (words, strlen (words));
  g_free (words);
}

/**
 * twf_asking_new:
 * @func: (nullable): asks a person; %NULL: nobody is there to be asked
 * @user_data: for @func
 *
 * Returns: (transfer full): one who answers
 */
TwfAsking *
twf_asking_new (TwfAnswerFunc func, gpointer user_data)
{
  TwfAsking *self = g_new0 (TwfAsking, 1);

  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
  self->tries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->listener = -1;
  self->wake = -1;
  return self;
}

/**
 * twf_asking_free:
 * @self: (transfer full) (nullable): one who answers, of whom no run is under way
 */
void
twf_asking_free (TwfAsking *self)
{
  if (self == NULL)
    return;
  g_assert (self->thread == NULL);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->tries);
  twf_kept_free (self->kept);
  wipe (self->user);
  wipe (self->password);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* What the desktop keeps is looked up at the first question, not for every run. */
static void
look_up (TwfAsking *self)
{
  if (!self->looked_up && self->location->kind == TWF_LOCATION_HTTPS)
    self->kept = twf_kept_look_up (self->location->server);
  self->looked_up = TRUE;
}

static char *
dup_kept (TwfAsking *self, const TwfQuestion *question)
{
  if (question->kind != TWF_QUESTION_USER && question->kind != TWF_QUESTION_PASSWORD)
    return NULL;
  look_up (self);
  if (self->kept == NULL)
    return NULL;
  if (question->kind == TWF_QUESTION_USER)
    return g_strdup (self->kept->user);
  return g_strcmp0 (question->user, self->kept->user) == 0 ? g_strdup (self->kept->password) : NULL;
}

static char *
ask_person (TwfAsking *self, TwfQuestion *question)
{
  char *answer;

  if (self->func == NULL)
    return NULL;
  g_mutex_lock (&self->mutex);
  self->waiting = TRUE;
  g_mutex_unlock (&self->mutex);
  answer = self->func (question, self->user_data);
  g_mutex_lock (&self->mutex);
  self->waiting = FALSE;
  g_mutex_unlock (&self->mutex);
  return answer;
}

/* What was kept is tried once; then a person is asked; what was said is said again in the next
 * run. */
static char *
dup_answer (TwfAsking *self, const char *prompt, TwfQuestion *question)
{
  guint tries = GPOINTER_TO_UINT (g_hash_table_lookup (self->tries, prompt));
  char *answer = NULL;

  g_hash_table_insert (self->tries, g_strdup (prompt), GUINT_TO_POINTER (tries + 1));
  if (tries >= MOST_TRIES)
    return NULL;
  if (tries == 0)
    answer = g_strdup (g_hash_table_lookup (self->answers, prompt));
  if (tries == 0 && answer == NULL)
    answer = dup_kept (self, question);
  if (answer == NULL)
    answer = ask_person (self, question);
  return answer;
}

static void
note_answer (TwfAsking *self, const char *prompt, const TwfQuestion *question, const char *answer)
{
  if (question->kind != TWF_QUESTION_HOST && question->kind != TWF_QUESTION_TOUCH)
    g_hash_table_replace (self->answers, g_strdup (prompt), g_strdup (answer));
  if (question->kind != TWF_QUESTION_PASSWORD)
    return;
  wipe (self->user);
  wipe (self->password);
  self->user = g_strdup (question->user);
  self->password = g_strdup (answer);
  self->may_keep = question->keep;
}

/* Only who runs as we do may ask: the folder sees to that, and this as well. */
static gboolean
is_ours (int fd)
{
  struct ucred who;
  socklen_t size = sizeof who;

  return getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == geteuid ();
}

static char *
read_prompt (TwfAsking *self, int fd)
{
  g_autoptr (GString) words = g_string_new (NULL);
  char bytes[1024];
  gssize n = 1;

  while (n > 0 && words->len < MOST_PROMPT)
    {
      struct pollfd ends[]
          = { { .fd = fd, .events = POLLIN }, { .fd = self->wake, .events = POLLIN } };

      if (poll (ends, G_N_ELEMENTS (ends), -1) < 0 && errno != EINTR)
        return NULL;
      if (ends[1].revents != 0)
        return NULL;
      n = read (fd, bytes, sizeof bytes);
      if (n > 0)
        g_string_append_len (words, bytes, n);
    }
  return n == 0 ? g_utf8_make_valid (words->str, (gssize)words->len) : NULL;
}

static void
serve (TwfAsking *self, int fd)
{
  g_autofree char *words = is_ours (fd) ? read_prompt (self, fd) : NULL;
  char *prompt = words != NULL ? strchr (words, '\n') : NULL;
  g_autoptr (TwfPrompt) parsed = NULL;
  char *answer;

  if (prompt == NULL)
    return;
  *prompt++ = '\0';
  parsed = twf_prompt_parse (self->location, words, prompt);
  answer = dup_answer (self, prompt, &parsed->question);
  if (answer == NULL && parsed->question.kind != TWF_QUESTION_TOUCH)
    {
      g_mutex_lock (&self->mutex);
      self->refused = TRUE;
      g_mutex_unlock (&self->mutex);
      return;
    }
  if (answer != NULL)
    note_answer (self, prompt, &parsed->question, answer);
  if (parsed->question.kind == TWF_QUESTION_HOST)
    {
      wipe (answer);
      answer = g_strdup ("yes");
    }
  if (send (fd, "+", 1, MSG_NOSIGNAL) == 1 && answer != NULL)
    if (send (fd, answer, strlen (answer), MSG_NOSIGNAL) < 0)
      g_debug ("the question was withdrawn");
  wipe (answer);
}

static gpointer
attend (gpointer data)
{
  TwfAsking *self = data;

  while (TRUE)
    {
      struct pollfd ends[]
          = { { .fd = self->listener, .events = POLLIN }, { .fd = self->wake, .events = POLLIN } };
      int fd;

      if (poll (ends, G_N_ELEMENTS (ends), -1) < 0 && errno != EINTR)
        return NULL;
      if (ends[1].revents != 0)
        return NULL;
      fd = accept4 (self->listener, NULL, NULL, SOCK_CLOEXEC);
      if (fd < 0)
        continue;
      serve (self, fd);
      close (fd);
    }
}

static gboolean
listen_at (TwfAsking *self, GError **error)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  self->folder = g_dir_make_tmp ("tawafuq-XXXXXX", error);
  if (self->folder == NULL)
    {
      twf_error_convert (error);
      return FALSE;
    }
  self->path = g_build_filename (self->folder, "ask", NULL);
  if (strlen (self->path) >= sizeof address.sun_path)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: too long a name", self->folder);
      return FALSE;
    }
  memcpy (address.sun_path, self->path, strlen (self->path));
  self->wake = eventfd (0, EFD_CLOEXEC);
  self->listener = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (self->wake < 0 || self->listener < 0
      || bind (self->listener, (struct sockaddr *)&address, sizeof address) < 0
      || listen (self->listener, 4) < 0)
    {
      twf_error_set_from_errno (error, errno, self->path);
      return FALSE;
    }
  return TRUE;
}

static void
list_environment (TwfAsking *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *helper = twf_kept_dup_helper ("twf-askpass");
  g_autofree char *git = g_strconcat ("GIT_ASKPASS=", helper, NULL);
  g_autofree char *ssh = g_strconcat ("SSH_ASKPASS=", helper, NULL);
  g_autofree char *socket = g_strconcat ("TAWAFUQ_ASKING=", self->path, NULL);

  g_strv_builder_add_many (builder, git, ssh, socket, "SSH_ASKPASS_REQUIRE=force", NULL);
  self->environment = g_strv_builder_end (builder);
}

static void
put_away (TwfAsking *self)
{
  if (self->thread != NULL)
    {
      guint64 one = 1;

      if (write (self->wake, &one, sizeof one) < 0)
        g_warning ("%s", g_strerror (errno));
      g_thread_join (g_steal_pointer (&self->thread));
    }
  if (self->listener >= 0)
    close (self->listener);
  if (self->wake >= 0)
    close (self->wake);
  self->listener = self->wake = -1;
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->environment, g_strfreev);
  g_clear_pointer (&self->location, twf_location_free);
}

/**
 * twf_asking_begin:
 * @self: one who answers
 * @location: whom the run speaks with
 * @error: return location
 *
 * From here until twf_asking_end() questions are answered.
 *
 * Errors: as the disk has them
 */
gboolean
twf_asking_begin (TwfAsking *self, const TwfLocation *location, GError **error)
{
  g_return_val_if_fail (self->thread == NULL, FALSE);

  if (!listen_at (self, error))
    {
      put_away (self);
      return FALSE;
    }
  self->location = twf_location_copy (location);
  g_hash_table_remove_all (self->tries);
  self->refused = FALSE;
  list_environment (self);
  self->thread = g_thread_new ("asking", attend, self);
  return TRUE;
}

/* A password that worked is kept; one that the desktop kept and that did not is forgotten. */
static void
settle (TwfAsking *self, const TwfLocation *location, TwfAnswers answers)
{
  gboolean was_kept = self->kept != NULL && self->password != NULL
                      && g_str_equal (self->kept->password, self->password);

  if (location->kind != TWF_LOCATION_HTTPS || self->password == NULL || self->user == NULL)
    return;
  if (answers == TWF_ANSWERS_RIGHT && self->may_keep && !was_kept)
    twf_kept_keep (location->server, self->user, self->password);
  if (answers == TWF_ANSWERS_WRONG && was_kept)
    twf_kept_forget (location->server, self->user);
}

/**
 * twf_asking_end:
 * @self: one who answers
 * @answers: what the run told of them
 *
 * What was right, or may have been, is said again in the next run without a person being asked.
 */
void
twf_asking_end (TwfAsking *self, TwfAnswers answers)
{
  g_autoptr (TwfLocation) location = twf_location_copy (self->location);

  put_away (self);
  settle (self, location, answers);
  if (answers == TWF_ANSWERS_WRONG)
    {
      g_hash_table_remove_all (self->answers);
      g_clear_pointer (&self->kept, twf_kept_free);
      self->looked_up = FALSE;
    }
  g_clear_pointer (&self->user, wipe);
  g_clear_pointer (&self->password, wipe);
}

/**
 * twf_asking_get_environment:
 * @self: one who answers, between begin and end
 *
 * Returns: (transfer none): "NAME=value" for git
 */
const char *const *
twf_asking_get_environment (TwfAsking *self)
{
  return (const char *const *)self->environment;
}

/**
 * twf_asking_is_waiting:
 * @self: one who answers
 *
 * Returns: whether a person is being asked at the moment
 */
gboolean
twf_asking_is_waiting (TwfAsking *self)
{
  gboolean waiting;

  g_mutex_lock (&self->mutex);
  waiting = self->waiting;
  g_mutex_unlock (&self->mutex);
  return waiting;
}

/**
 * twf_asking_was_refused:
 * @self: one who answers
 *
 * Returns: whether a question of the last run had no answer
 */
gboolean
twf_asking_was_refused (TwfAsking *self)
{
  gboolean refused;

  g_mutex_lock (&self->mutex);
  refused = self->refused;
  g_mutex_unlock (&self->mutex);
  return refused;
}
