/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "exchange-fixture.h"

#include "twf-format.h"

#include <string.h>

static char *home;

char *
in_shell (Exchange *self, const char *command)
{
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;

  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  g_spawn_sync (self->folder,
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

static void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
exchange_begin (void)
{
  g_autofree char *cache = NULL;

  home = g_dir_make_tmp ("twf-exchange-home-XXXXXX", NULL);
  cache = g_build_filename (home, "cache", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
}

void
exchange_end (void)
{
  remove_folder (home);
  g_free (home);
}

static char *
commit (TwfRepository *plan,
        const char *branch,
        const char *parent,
        TwfChangeSet *changes,
        const char *code)
{
  g_autofree char *email = code != NULL ? g_strconcat (code, "@delegations.invalid", NULL)
                                        : g_strdup ("f@plan.invalid");
  g_autoptr (GError) error = NULL;
  TwfCommitInfo info = { .name = code != NULL ? code : "Facilitator",
                         .email = email,
                         .when = 1280448000,
                         .offset_minutes = 180,
                         .message = "A change" };
  char *id = twf_repository_commit (plan, branch, parent, changes, &info, &error);

  g_assert_no_error (error);
  return id;
}

char *
write_text (TwfRepository *plan,
            const char *branch,
            const char *parent,
            const char *id,
            const char *text)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *path = twf_format_dup_text_path (id, TWF_PART_BODY, "en");
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  const char *code = strrchr (branch, '/');

  twf_change_set_put (changes, path, bytes);
  return commit (plan, branch, parent, changes, code != NULL ? code + 1 : NULL);
}

void
exchange_set_up (Exchange *self, gconstpointer data)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_plan_new_from_template ("blank", languages, "Water", &error);
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (TwfEdit) edit = NULL;
  GHashTableIter iter;
  gpointer path, bytes;

  self->folder = g_dir_make_tmp ("twf-exchange-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "plan.twf", NULL);
  self->plan = twf_repository_create (self->path, &error);
  g_assert_no_error (error);
  self->id = twf_plan_add (plan, TWF_SECTION_ACTIONS, NULL, NULL, NULL, &error);
  edit = twf_edit_new_text (self->id, TWF_PART_BODY, "en", "Every school has clean water.");
  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
  twf_format_write_plan (plan, files);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    twf_change_set_put (changes, path, bytes);
  self->base = commit (self->plan, TWF_BRANCH_MAIN, NULL, changes, NULL);
}

void
exchange_tear_down (Exchange *self, gconstpointer data)
{
  remove_folder (self->folder);
  twf_repository_unref (self->plan);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->id);
  g_free (self->base);
}

TwfRepository *
copy_plan (Exchange *self, const char *name)
{
  g_autofree char *command = g_strdup_printf ("cp -r plan.twf %s", name);
  g_autofree char *output = in_shell (self, command);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  TwfRepository *copy = twf_repository_open (path, &error);

  g_assert_no_error (error);
  return copy;
}

char *
make_file (Exchange *self,
           TwfRepository *from,
           const char *code,
           const char *tip,
           const char *known)
{
  const char *const all[] = { known, NULL };
  static guint number;
  g_autofree char *name = g_strdup_printf ("%u.tawafuq", number++);
  g_autofree char *branch = code != NULL ? g_strconcat ("refs/heads/delegations/", code, NULL)
                                         : g_strdup ("refs/heads/main");
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  twf_bundle_write (from, path, branch, tip, all, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

GPtrArray *
receive (Exchange *self, const char *file, GError **error)
{
  const TwfReceiveOptions options = { .name = "Facilitator",
                                      .email = "facilitator@plan.invalid",
                                      .when = 1290448000,
                                      .offset_minutes = 120 };

  return twf_receive_file (self->plan, file, &options, NULL, NULL, NULL, error);
}

TwfReceipt *
receive_one (Exchange *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = receive (self, file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (receipts->len, ==, 1);
  return twf_receipt_copy (receipts->pdata[0]);
}

char *
list_refs (Exchange *self)
{
  return in_shell (self, "git --git-dir=plan.twf for-each-ref; cat plan.twf/HEAD plan.twf/config");
}

/* Nothing of what was looked at is left behind. */
void
assert_no_quarantine (void)
{
  g_autofree char *path = g_build_filename (home, "cache", "tawafuq", "quarantine", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir != NULL)
    g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}
