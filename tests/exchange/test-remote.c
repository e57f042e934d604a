/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"
#include "twf-remote-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* A plan, and a folder that it is shared in. */
typedef struct
{
  char *folder;
  char *shared;
  TwfRepository *plan;
  TwfLocation *location;
  TwfRemote remote;
} Fixture;

static char *
run_git (const char *repository, const char *words)
{
  g_autofree char *line = g_strdup_printf ("git -C \"%s\" %s", repository, words);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (line, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_strchomp (g_steal_pointer (&output));
}

static char *
save (TwfRepository *plan, const char *branch, const char *parent, const char *words)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  TwfCommitInfo info
      = { .name = "A", .email = "a@delegations.invalid", .when = 1000000000, .message = words };
  g_autoptr (GError) error = NULL;
  char *id;

  twf_change_set_put (changes, "plan", bytes);
  id = twf_repository_commit (plan, branch, parent, changes, &info, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("tawafuq-remote-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "plan.twf", NULL);
  fixture->shared = g_build_filename (fixture->folder, "it's shared.git", NULL);
  fixture->plan = twf_repository_create (path, &error);
  g_assert_no_error (error);
  g_mkdir (fixture->shared, 0700);
  g_free (run_git (fixture->shared, "init -q --bare"));
  fixture->location = twf_location_parse (fixture->shared, &error);
  g_assert_no_error (error);
  fixture->remote = (TwfRemote){ .location = fixture->location };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", fixture->folder, NULL };

  g_assert_true (g_spawn_sync (
      NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  twf_repository_unref (fixture->plan);
  twf_location_free (fixture->location);
  g_free (fixture->folder);
  g_free (fixture->shared);
}

static gboolean
push (Fixture *fixture, const char *name, const char *tip, const char *expected, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_remote_ref_free);

  g_ptr_array_add (refs, twf_remote_ref_new (name, tip, expected));
  return twf_remote_push (&fixture->remote, fixture->plan, refs, NULL, error);
}

/* What may be a place, and what git is given for it; NULL: nothing. */
static const struct
{
  const char *words;
  const char *given;
  const char *server;
} places[] = {
  { "ssh://git@host.example/plan", "ssh://git@host.example/plan", "ssh://host.example" },
  { "ssh://git@[::1]:2222/plan", "ssh://git@[::1]:2222/plan", "ssh://[::1]:2222" },
  { "git@host.example:plan.git", "git@host.example:plan.git", "ssh://host.example" },
  { "host:a/b", "host:a/b", "ssh://host" },
  { "https://host.example:8443/a/b.git",
    "https://host.example:8443/a/b.git",
    "https://host.example:8443" },
  { "https://me@host.example/a", "https://me@host.example/a", "https://host.example" },
  { "http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a", "http://127.0.0.1:8080" },
  { "http://localhost/a", "http://localhost/a", "http://localhost" },
  { "/srv/plans/a b.git", "/srv/plans/a b.git", NULL },
  { "file:///srv/a%20b", "/srv/a b", NULL },
  { "/srv/../srv/x:y", "/srv/x:y", NULL },
};

static const char *const no_places[] = {
  "",
  "ext::sh -c touch% /tmp/owned",
  "ext::/bin/sh",
  "fd::17",
  "ssh::a",
  "git://host/plan",
  "ftp://host/plan",
  "git+ssh://host/plan",
  "SSH://host/plan",
  "http://host.example/plan",
  "http://127.0.0.1.example/plan",
  "http://localhost.example/plan",
  "ssh://-oProxyCommand=touch/plan",
  "ssh://-l@host/plan",
  "-oProxyCommand=touch:plan",
  "--upload-pack=touch",
  "host:-plan",
  "ssh://host/-plan",
  "ssh://host",
  "ssh://host/",
  "ssh://host:0/plan",
  "ssh://host:99999/plan",
  "ssh://host:22x/plan",
  "ssh://ho st/plan",
  "ssh://host$(id)/plan",
  "ssh://host%0a/plan",
  "ssh://host/pl%0aan",
  "ssh://host/pl%00an",
  "ssh://host/pl\nan",
  "ssh://user:secret@host/plan",
  "https://user:secret@host/plan",
  "user:secret@host:plan",
  "https://host/plan?token=secret",
  "https://host/plan#x",
  "https:///plan",
  "https://host/\xe2\x80\xaenalp",
  "https://host/\xff",
  "file://elsewhere/plan",
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfLocation) location = twf_location_parse (places[i].words, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (location->words, ==, places[i].given);
      g_assert_cmpstr (location->server, ==, places[i].server);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfLocation) location = twf_location_parse (no_places[i], &error);

      g_test_message ("%s", no_places[i]);
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_assert_null (location);
      g_assert_null (strstr (error->message, "secret"));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_progress (void)
{
  TwfRemotePhase phase;
  double fraction;

  g_assert_true (twf_remote_parse_progress (
      "Receiving objects:  42% (42/100), 1.20 KiB | 3.00 KiB/s", &phase, &fraction));
  g_assert_cmpint (phase, ==, TWF_REMOTE_RECEIVING);
  g_assert_cmpfloat (fraction, ==, 0.42);
  g_assert_true (
      twf_remote_parse_progress ("remote: Counting objects: 100% (3/3), done.", &phase, &fraction));
  g_assert_cmpint (phase, ==, TWF_REMOTE_PREPARING);
  g_assert_false (twf_remote_parse_progress ("Enumerating objects: 5, done.", &phase, &fraction));
  g_assert_false (twf_remote_parse_progress ("Receiving objects: 999%", &phase, &fraction));
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { "+refs/heads/main:refs/heads/main",
                                        "+refs/heads/delegations/*:refs/heads/delegations/*",
                                        NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = save (fixture->plan, "main", NULL, "one");
  g_autofree char *second = save (fixture->plan, "main", first, "two");
  g_autoptr (GPtrArray) none = twf_remote_list (&fixture->remote, NULL, &error);
  g_autoptr (GPtrArray) refs = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *quarantine = g_build_filename (fixture->folder, "quarantine", NULL);
  g_autofree char *there = NULL;
  g_autofree char *names = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  /* An empty place: the one name that is not there is no fault. */
  g_mkdir (quarantine, 0700);
  g_free (run_git (quarantine, "init -q --bare"));
  g_assert_true (twf_remote_fetch (&fixture->remote, quarantine, wanted, known, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (push (fixture, "refs/heads/main", first, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (push (fixture, "refs/heads/main", second, first, &error));
  g_assert_no_error (error);
  refs = twf_remote_list (&fixture->remote, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refs->len, ==, 1);
  g_assert_cmpstr (((TwfRemoteRef *)refs->pdata[0])->tip, ==, second);
  g_assert_true (twf_remote_fetch (&fixture->remote, quarantine, wanted, known, NULL, &error));
  g_assert_no_error (error);
  there = run_git (quarantine, "rev-parse refs/heads/main");
  g_assert_cmpstr (there, ==, second);
  names = run_git (quarantine, "for-each-ref --format='%(refname)'");
  g_assert_cmpstr (names, ==, "refs/heads/main");
}

/* Never backward, never over what others did. */
static void
test_forward_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = save (fixture->plan, "main", NULL, "one");
  g_autofree char *second = save (fixture->plan, "main", first, "two");
  g_autofree char *third = save (fixture->plan, "main", second, "three");
  g_autofree char *other = save (fixture->plan, "delegations/EG", NULL, "other");
  g_autofree char *there = NULL;

  g_assert_true (push (fixture, "refs/heads/main", second, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (push (fixture, "refs/heads/main", first, second, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_OUTRUN);
  g_clear_error (&error);
  g_assert_false (push (fixture, "refs/heads/main", other, second, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_OUTRUN);
  g_clear_error (&error);
  /* What stands there already is no fault: a push of which the answer was lost. */
  g_assert_true (push (fixture, "refs/heads/main", second, first, &error));
  /* What is expected there is no longer so: git itself refuses. */
  g_assert_false (push (fixture, "refs/heads/main", third, first, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_OUTRUN);
  g_clear_error (&error);
  g_assert_false (push (fixture, "refs/heads/main", other, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_OUTRUN);
  there = run_git (fixture->shared, "rev-parse refs/heads/main");
  g_assert_cmpstr (there, ==, second);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nothing", NULL);
  g_autoptr (TwfLocation) nowhere = twf_location_parse (path, &error);
  g_autoptr (GPtrArray) refs = NULL;

  fixture->remote.location = nowhere;
  refs = twf_remote_list (&fixture->remote, NULL, &error);
  g_assert_null (refs);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

/* An ssh that says nothing, found before the real one. */
static void
put_dumb_ssh (Fixture *fixture, const char *script)
{
  g_autofree char *ssh = g_build_filename (fixture->folder, "ssh", NULL);
  g_autofree char *path = g_strconcat (fixture->folder, ":", g_getenv ("PATH"), NULL);

  g_assert_true (g_file_set_contents (ssh, script, -1, NULL));
  g_chmod (ssh, 0700);
  g_setenv ("PATH", path, TRUE);
}

static void
cancel (TwfRemotePhase phase, double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_silent_and_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autoptr (TwfLocation) location = twf_location_parse ("ssh://host.invalid/plan", &error);

  put_dumb_ssh (fixture, "#!/bin/sh\nexec sleep 600\n");
  fixture->remote.location = location;
  fixture->remote.patience = 1;
  g_assert_null (twf_remote_list (&fixture->remote, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_SILENT);
  g_clear_error (&error);
  fixture->remote.patience = 0;
  fixture->remote.progress = cancel;
  fixture->remote.progress_data = cancellable;
  g_assert_null (twf_remote_list (&fixture->remote, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_setenv ("PATH", former, TRUE);
}

/* What git and ssh said, as seen with the versions of Debian 12, and what it means. */
static const struct
{
  const char *said;
  gboolean push;
  TwfError code;
} sayings[] = {
  { "@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@\nHost key verification "
    "failed.\nfatal: Could not read from remote repository.",
    FALSE,
    TWF_ERROR_HOST_CHANGED },
  { "No ED25519 host key is known for [127.0.0.1]:2222 and you have requested strict checking.\n"
    "Host key verification failed.",
    FALSE,
    TWF_ERROR_HOST_UNKNOWN },
  { "git@127.0.0.1: Permission denied (publickey).\nfatal: Could not read from remote repository.",
    FALSE,
    TWF_ERROR_NOT_ADMITTED },
  { "ssh: connect to host 127.0.0.1 port 1: Connection refused\nfatal: Could not read from remote "
    "repository.",
    FALSE,
    TWF_ERROR_UNREACHABLE },
  { "ssh: Could not resolve hostname x.invalid: Name or service not known",
    FALSE,
    TWF_ERROR_UNREACHABLE },
  { "FATAL: W refs/heads/main plan eg DENIED by refs/heads/main\nerror: hook declined to update "
    "refs/heads/main",
    TRUE,
    TWF_ERROR_NO_RIGHT },
  { "FATAL: R any plan x DENIED by fallthru\n(or you mis-spelled the reponame)",
    FALSE,
    TWF_ERROR_NOT_ADMITTED },
  { "fatal: unable to access 'https://h/': server certificate verification failed. CAfile: none "
    "CRLfile: none",
    FALSE,
    TWF_ERROR_CERTIFICATE },
  { "fatal: unable to access 'https://h/': The requested URL returned error: 403",
    TRUE,
    TWF_ERROR_NO_RIGHT },
  { "fatal: Authentication failed for 'https://h/'", FALSE, TWF_ERROR_NOT_ADMITTED },
  { "fatal: repository 'https://h/x/' not found", FALSE, TWF_ERROR_NOT_FOUND },
  { "remote: fatal: write error: No space left on device", TRUE, TWF_ERROR_SERVER_FULL },
  { "fatal: write error: No space left on device\nfatal: index-pack failed",
    FALSE,
    TWF_ERROR_NO_SPACE },
  { "fetch-pack: unexpected disconnect while reading sideband packet\nfatal: early EOF",
    FALSE,
    TWF_ERROR_UNREACHABLE },
  { "something that nobody knows", FALSE, TWF_ERROR_FAILED },
};

static void
test_sayings (void)
{
  g_autoptr (TwfLocation) location = twf_location_parse ("ssh://git@host.example/plan", NULL);
  TwfRemote remote = { .location = location };

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) output = g_bytes_new_static ("", 0);
      TwfChild child = {
        .end = TWF_CHILD_FAILED, .status = 128, .output = output, .aside = (char *)sayings[i].said
      };

      twf_remote_set_error (&error, &remote, &child, sayings[i].push);
      g_test_message ("%s -> %s", sayings[i].said, error->message);
      g_assert_error (error, TWF_ERROR, (int)sayings[i].code);
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* What a server says is shown to a person: nothing in it turns the line round or moves a cursor. */
static void
test_hostile_words (void)
{
  g_autoptr (TwfLocation) location = twf_location_parse ("ssh://git@host.example/plan", NULL);
  TwfRemote remote = { .location = location };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = g_bytes_new_static ("", 0);
  TwfChild child = { .end = TWF_CHILD_FAILED,
                     .output = output,
                     .aside = (char *)"remote: \x1b[2J\xe2\x80\xaeoops\x07 hook declined" };

  twf_remote_set_error (&error, &remote, &child, TRUE);
  g_assert_cmpstr (error->message, ==, "[2Joops hook declined");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, function)                                                                        \
  g_test_add ("/exchange/remote/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/exchange/remote/places", test_places);
  g_test_add_func ("/exchange/remote/progress", test_progress);
  g_test_add_func ("/exchange/remote/sayings", test_sayings);
  g_test_add_func ("/exchange/remote/hostile-words", test_hostile_words);
  add ("round", test_round);
  add ("forward-alone", test_forward_alone);
  add ("not-found", test_not_found);
  add ("silent-and-cancelled", test_silent_and_cancelled);
  return g_test_run ();
}
