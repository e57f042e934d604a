/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "signed-fixture.h"

#include "twf-child.h"
#include "twf-signature.h"

#include <string.h>

static void
run_plain (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfChild) child = twf_child_run (&(TwfChildSpec){ .argv = argv }, NULL, &error);

  g_assert_no_error (error);
  if (child->end != TWF_CHILD_DONE)
    g_error ("%s: %s", argv[0], child->aside);
}

TwfSigningKey *
signed_make_key (Signed *self, const char *name)
{
  TwfSigningKey *key = g_hash_table_lookup (self->keys, name);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (key != NULL)
    return key;
  run_plain ((const char *const[]){
      "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path, NULL });
  key = twf_key_read (path, NULL, &error);
  g_assert_no_error (error);
  g_hash_table_insert (self->keys, g_strdup (name), key);
  return key;
}

void
signed_register (Signed *self,
                 const char *code,
                 const char *name,
                 gint64 from,
                 gint64 until,
                 gint64 revoked)
{
  g_autoptr (TwfPublicKey) key = twf_public_key_copy (signed_make_key (self, name)->key);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  key->from = from;
  key->until = until;
  key->revoked = revoked;
  edits = twf_register_list_addition (self->plan, code, key, &error);
  g_assert_no_error (error);
  twf_plan_apply_all (self->plan, edits, &error);
  g_assert_no_error (error);
}

TwfRegister *
signed_get_register (Signed *self)
{
  return twf_register_new (self->plan);
}

static char *
sign (GBytes *payload, gpointer sign_data, GError **error)
{
  return twf_signature_make (sign_data, payload, NULL, error);
}

char *
signed_save (Signed *self,
             const char *branch,
             const char *parent,
             const char *code,
             const char *key,
             const char *text)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *email = twf_delegation_dup_email (code);
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (GError) error = NULL;
  TwfCommitInfo info = {
    .name = code != NULL ? code : "Facilitator", .email = email, .when = NOW - DAY, .message = text
  };
  char *id;

  if (key != NULL)
    {
      info.sign = sign;
      info.sign_data = signed_make_key (self, key)->path;
    }
  twf_change_set_put (changes, "title/en.txt", bytes);
  id = twf_repository_commit (self->repository, branch, parent, changes, &info, &error);
  g_assert_no_error (error);
  return id;
}

char *
signed_git (Signed *self, GBytes *words, int *status, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *directory = g_strconcat ("--git-dir=", self->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfChild) child = NULL;
  va_list arguments;
  char *word;

  g_ptr_array_add (argv, (gpointer) "git");
  g_ptr_array_add (argv, directory);
  va_start (arguments, status);
  while ((word = va_arg (arguments, char *)) != NULL)
    g_ptr_array_add (argv, word);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  child = twf_child_run (
      &(TwfChildSpec){ .argv = (const char *const *)argv->pdata, .words = words, .online = TRUE },
      NULL,
      &error);
  g_assert_no_error (error);
  if (status != NULL)
    *status = child->status;
  else if (child->end != TWF_CHILD_DONE)
    g_error ("git: %s", child->aside);
  word = g_strndup (g_bytes_get_size (child->output) > 0 ? g_bytes_get_data (child->output, NULL)
                                                         : "",
                    g_bytes_get_size (child->output));
  return g_strchomp (word);
}

char *
signed_write (Signed *self, const char *commit)
{
  g_autoptr (GBytes) bytes = g_bytes_new (commit, strlen (commit));

  return signed_git (
      self, bytes, NULL, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", NULL);
}

char *
signed_with (GBytes *payload, const char *signature)
{
  gsize size;
  const char *bytes = g_bytes_get_data (payload, &size);
  g_autofree char *whole = g_strndup (bytes, size);
  char *end = strstr (whole, "\n\n");
  g_autofree char *stripped = g_strchomp (g_strdup (signature));
  g_auto (GStrv) lines = g_strsplit (stripped, "\n", -1);
  g_autofree char *header = g_strjoinv ("\n ", lines);

  *end = '\0';
  return g_strdup_printf ("%s\ngpgsig %s\n\n%s", whole, header, end + 2);
}

void
signed_set_up (Signed *self, gconstpointer data)
{
  static const char *const codes[] = { "EG", "SY", "FR" };
  static const char *const languages[] = { "en", NULL };
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("twf-signed-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "plan.git", NULL);
  self->repository = twf_repository_create (self->path, &error);
  g_assert_no_error (error);
  self->plan = twf_plan_new ();
  twf_plan_set_values (self->plan, TWF_PLAN_LANGUAGES, languages);
  self->keys = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)twf_signing_key_free);
  signed_register (self, NULL, "facilitator", 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      twf_plan_take_delegation (self->plan, twf_delegation_new (codes[i]));
      signed_register (self, codes[i], codes[i], 0, 0, 0);
    }
  self->root = signed_save (self, TWF_BRANCH_MAIN, NULL, NULL, "facilitator", "The first");
}

void
signed_tear_down (Signed *self, gconstpointer data)
{
  run_plain ((const char *const[]){ "rm", "-rf", self->folder, NULL });
  g_hash_table_unref (self->keys);
  g_object_unref (self->plan);
  twf_repository_unref (self->repository);
  g_free (self->root);
  g_free (self->path);
  g_free (self->folder);
}
