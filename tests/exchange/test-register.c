/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "signed-fixture.h"

#include "twf-check.h"
#include "twf-format.h"
#include "twf-undo.h"

#include <string.h>

/* How often older registers are tried in place of newer ones. */
#define N_ROLLBACKS 100

static void
test_key_lines (Signed *of, gconstpointer data)
{
  const TwfPublicKey *key = signed_make_key (of, "EG")->key;
  static const struct
  {
    const char *after;
    gboolean good;
  } lines[] = {
    { "", TRUE },
    { " from=2026-01-01T00:00Z", TRUE },
    { " from=2026-01-01T00:00Z until=2027-01-01T00:00Z revoked=2026-06-01T00:00Z", TRUE },
    { " revoked=2026-06-01T00:00Z", TRUE },
    { " ", FALSE },
    { " eg@example.org", FALSE },
    { " until=2027-01-01T00:00Z from=2026-01-01T00:00Z", FALSE },
    { " from=2026-01-01T00:00:00Z", FALSE },
    { " from=2026-01-01", FALSE },
    { " from=2026-13-01T00:00Z", FALSE },
    { " from=2026-01-01T00:00+01:00", FALSE },
    { " from=2027-01-01T00:00Z until=2026-01-01T00:00Z", FALSE },
    { "  from=2026-01-01T00:00Z", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s %s%s", key->type, key->blob, lines[i].after);
      g_autoptr (TwfPublicKey) parsed = twf_public_key_parse (line, NULL);
      g_autofree char *again = parsed != NULL ? twf_public_key_dup_line (parsed) : NULL;

      g_assert_cmpint (parsed != NULL, ==, lines[i].good);
      if (parsed != NULL)
        g_assert_cmpstr (again, ==, line);
    }
  g_assert_null (twf_public_key_parse ("ssh-ed25519 AAAA", NULL));
  g_assert_null (twf_public_key_parse ("ssh-dss AAAAB3NzaC1kc3M=", NULL));
  g_assert_null (twf_public_key_parse ("", NULL));
  g_assert_null (twf_public_key_parse_file ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQ==", NULL));
}

/* The kinds of keys that OpenSSH makes without a token, and its own fingerprint of each. */
static void
test_kinds (Signed *of, gconstpointer data)
{
  static const char *const kinds[][2]
      = { { "ed25519", "256" }, { "ecdsa", "256" }, { "ecdsa", "384" },
          { "ecdsa", "521" },   { "rsa", "2048" },  { "rsa", "4096" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/kind%u", of->folder, i);
      g_autofree char *command = g_strdup_printf (
          "ssh-keygen -q -t %s -b %s -N '' -f %s", kinds[i][0], kinds[i][1], path);
      g_autofree char *listing = g_strdup_printf ("ssh-keygen -l -f %s", path);
      g_autofree char *said = NULL;
      g_autofree char *fingerprint = NULL;
      g_autoptr (TwfSigningKey) key = NULL;

      g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
      g_assert_true (g_spawn_command_line_sync (listing, &said, NULL, NULL, NULL));
      key = twf_key_read (path, NULL, NULL);
      g_assert_nonnull (key);
      fingerprint = twf_public_key_dup_fingerprint (key->key);
      g_assert_nonnull (strstr (said, fingerprint));
    }
}

static void
test_changes (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) first = signed_get_register (of);
  g_autoptr (TwfRegister) second = NULL;
  g_autoptr (TwfRegister) third = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfUndo) undo = twf_undo_new (of->plan);
  const TwfPublicKey *key = signed_make_key (of, "EG")->key;
  g_autofree char *fingerprint = twf_public_key_dup_fingerprint (key);
  const TwfRegisterEntry *entry;
  g_autofree char *undone = NULL;

  g_assert_cmpuint (twf_register_get_version (first), ==, 4);
  twf_undo_begin (undo, "Key");
  signed_register (of, "EG", "new", 0, 0, 0);
  twf_undo_end (undo);
  second = signed_get_register (of);
  g_assert_cmpuint (twf_register_get_version (second), ==, 5);
  g_assert_true (twf_register_may_follow (first, second, NULL));
  g_assert_false (twf_register_may_follow (second, first, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_REGISTER);
  g_clear_error (&error);

  edits = twf_register_list_revocation (of->plan, "EG", fingerprint, NOW, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (twf_plan_apply_all (of->plan, edits, &error));
  third = signed_get_register (of);
  entry = twf_register_find (third, key, NULL);
  g_assert_cmpint (entry->key->revoked, >, 0);
  g_assert_cmpuint (twf_register_get_version (third), ==, 6);
  /* Who is unknown has no key, and a key is not had twice. */
  g_assert_null (twf_register_list_revocation (of->plan, "SY", fingerprint, NOW, FALSE, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (twf_register_list_addition (of->plan, "SY", key, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (twf_register_list_addition (of->plan, "DE", key, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

/* R16: whatever was changed how often, an older register never takes the place of a newer. */
static void
test_never_older (Signed *of, gconstpointer data)
{
  static const char *const codes[] = { NULL, "EG", "SY", "FR" };
  g_autoptr (GPtrArray) states
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_register_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (16);
  g_autoptr (TwfRegister) read = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("key%u", i);

      g_ptr_array_add (states, signed_get_register (of));
      signed_register (of, codes[i % G_N_ELEMENTS (codes)], name, 0, 0, 0);
    }
  for (guint i = 0; i < N_ROLLBACKS; i++)
    {
      guint held = (guint)g_rand_int_range (random, 1, (gint32)states->len);
      guint older = (guint)g_rand_int_range (random, 0, (gint32)held);

      g_assert_false (twf_register_may_follow (states->pdata[held], states->pdata[older], NULL));
      g_assert_true (twf_register_may_follow (states->pdata[older], states->pdata[held], NULL));
    }
  /* Nor does another of the same number. */
  read = signed_get_register (of);
  {
    g_autoptr (TwfPlan) other = twf_plan_new ();
    g_autoptr (TwfRegister) forged = NULL;
    g_autofree char *number = g_strdup_printf ("%u", twf_register_get_version (read));
    g_autofree char *line = twf_public_key_dup_line (signed_make_key (of, "forged")->key);

    twf_plan_set_values (other, TWF_PLAN_REGISTER, (const char *const[]){ number, NULL });
    twf_plan_set_values (other, TWF_PLAN_FACILITATOR_KEY, (const char *const[]){ line, NULL });
    forged = twf_register_new (other);
    g_assert_false (twf_register_may_follow (read, forged, NULL));
    g_assert_true (twf_register_may_follow (read, read, NULL));
  }
}

/* As it is stored, and read out of a revision. */
static void
test_stored (Signed *of, gconstpointer data)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (TwfRegister) before = signed_get_register (of);
  g_autoptr (TwfRegister) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  GHashTableIter iter;
  gpointer path, bytes;
  TwfCommitInfo info = { .name = "F", .email = "f@f", .when = NOW, .message = "Keys" };

  twf_format_write_plan (of->plan, files);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    twf_change_set_put (changes, path, bytes);
  id = twf_repository_commit (of->repository, "main", of->root, changes, &info, &error);
  g_assert_no_error (error);
  after = twf_register_read (of->repository, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      twf_register_get_entries (after)->len, ==, twf_register_get_entries (before)->len);
  g_assert_cmpuint (twf_register_get_version (after), ==, twf_register_get_version (before));
  g_assert_true (twf_register_may_follow (before, after, NULL));
}

static guint
count_findings (TwfPlan *plan, TwfFindingKind kind)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)findings->pdata[i])->kind == kind;
  return n;
}

static void
test_check (Signed *of, gconstpointer data)
{
  g_autofree char *line = twf_public_key_dup_line (signed_make_key (of, "EG")->key);
  g_autoptr (TwfDelegation) bad = twf_delegation_new ("DE");
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_findings (of->plan, TWF_FINDING_BAD_KEY), ==, 0);
  g_assert_cmpuint (count_findings (of->plan, TWF_FINDING_SHARED_KEY), ==, 0);
  twf_delegation_set_values (
      bad, TWF_DELEGATION_KEY, (const char *const[]){ line, "ssh-ed25519 AAAA", NULL });
  edit = twf_edit_new_delegation (bad);
  g_assert_false (twf_plan_apply (of->plan, edit, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  /* A plan that was read may hold worse, and goes on being worked on. */
  twf_plan_take_delegation (of->plan, g_object_ref (bad));
  g_assert_true (twf_plan_apply (of->plan, edit, NULL, NULL));
  g_assert_cmpuint (count_findings (of->plan, TWF_FINDING_BAD_KEY), ==, 1);
  g_assert_cmpuint (count_findings (of->plan, TWF_FINDING_SHARED_KEY), ==, 1);
}

static void
test_number (Signed *of, gconstpointer data)
{
  const TwfPublicKey *key = signed_make_key (of, "EG")->key;
  g_autoptr (TwfPublicKey) fixed = twf_public_key_parse (
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NULL);
  g_autofree char *number = twf_key_dup_number (key);
  g_autofree char *others = twf_key_dup_number (signed_make_key (of, "SY")->key);
  g_autofree char *arabic = twf_key_number_dup_grouped (number, TWF_DIGITS_ARABIC);
  g_autofree char *known = twf_key_dup_number (fixed);
  g_autofree char *grouped = twf_key_number_dup_grouped (known, TWF_DIGITS_WESTERN);

  g_assert_cmpuint (strlen (number), ==, 60);
  g_assert_cmpuint (strspn (number, "0123456789"), ==, 60);
  g_assert_cmpstr (number, !=, others);
  g_assert_true (g_utf8_validate (arabic, -1, NULL));
  /* Each group but the first begins with a mark, so that groups of Arabic digits run as the digits.
   */
  g_assert_cmpint (g_utf8_strlen (arabic, -1), ==, 60 + 2 * 11 + 2);
  g_assert_cmpuint (strcspn (arabic, "0123456789"), ==, strlen (arabic));
  /* Once read out it must not come out otherwise in a later version. */
  g_assert_cmpstr (grouped,
                   ==,
                   "\342\201\25007489 51455 21733 23532 10862 42448 97637 77326 19051 48178 18026 "
                   "57784\342\201\251");
}

#define add_test(path, function)                                                                   \
  g_test_add (path, Signed, NULL, signed_set_up, function, signed_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/exchange/register/key-lines", test_key_lines);
  add_test ("/exchange/register/kinds", test_kinds);
  add_test ("/exchange/register/changes", test_changes);
  add_test ("/exchange/register/never-older", test_never_older);
  add_test ("/exchange/register/stored", test_stored);
  add_test ("/exchange/register/check", test_check);
  add_test ("/exchange/register/number", test_number);
  return g_test_run ();
}
