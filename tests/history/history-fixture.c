/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include <string.h>

static char *
run_shell (const char *folder, const char *command)
{
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;

  environment = g_environ_setenv (environment, "HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  environment = g_environ_setenv (environment, "GIT_AUTHOR_NAME", "Secretariat", TRUE);
  environment = g_environ_setenv (environment, "GIT_AUTHOR_EMAIL", "s@example.org", TRUE);
  environment = g_environ_setenv (environment, "GIT_COMMITTER_NAME", "Secretariat", TRUE);
  environment = g_environ_setenv (environment, "GIT_COMMITTER_EMAIL", "s@example.org", TRUE);
  g_spawn_sync (folder,
                (char **)argv,
                environment,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                &output,
                &errors,
                &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s %s", command, error->message, errors);
  return output;
}

void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("twf-history-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.tawafuq", NULL);
  fixture->repository = twf_repository_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  twf_repository_unref (fixture->repository);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
put_text (TwfChangeSet *changes, const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  twf_change_set_put (changes, path, bytes);
}

char *
commit_changes (TwfRepository *repository,
                const char *parent,
                TwfChangeSet *changes,
                const char *message,
                GError **error)
{
  TwfCommitInfo info = {
    .name = "Egypt",
    .email = "eg@example.org",
    .when = 1280448000,
    .offset_minutes = 180,
    .message = message,
  };

  return twf_repository_commit (repository, TWF_BRANCH_MAIN, parent, changes, &info, error);
}

char *
save_text (Fixture *fixture, const char *parent, const char *path, const char *text)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  put_text (changes, path, text);
  id = commit_changes (fixture->repository, parent, changes, "A change", &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  return id;
}

void
assert_text (TwfRepository *repository, const char *revision, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = twf_repository_read_file (repository, revision, path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

char *
run_git (Fixture *fixture, const char *arguments)
{
  g_autofree char *quoted = g_shell_quote (fixture->path);
  g_autofree char *command = g_strdup_printf ("git --git-dir=%s %s 2>&1", quoted, arguments);

  return run_shell (fixture->folder, command);
}

void
assert_fsck (Fixture *fixture)
{
  g_autofree char *output = run_git (fixture, "fsck --strict --no-dangling --no-progress");

  /* The one thing it may remark: nobody has saved on main yet. A fault ends it with a status, too.
   */
  if (g_strcmp0 (output, "notice: HEAD points to an unborn branch (main)\n") != 0)
    g_assert_cmpstr (output, ==, "");
}
