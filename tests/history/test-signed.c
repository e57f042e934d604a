/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include "twf-signed.h"

#include <string.h>

#define SIGNATURE "-----BEGIN SSH SIGNATURE-----\nAAAA\nBBBB\n-----END SSH SIGNATURE-----\n"

/* What signing was asked for, and how often. */
typedef struct
{
  guint n;
  GBytes *payload;
  gboolean fails;
} Signing;

static char *
sign (GBytes *payload, gpointer sign_data, GError **error)
{
  Signing *signing = sign_data;

  signing->n++;
  g_clear_pointer (&signing->payload, g_bytes_unref);
  signing->payload = g_bytes_ref (payload);
  if (!signing->fails)
    return g_strdup (SIGNATURE);
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_KEY, "no agent");
  return NULL;
}

static char *
save_signed (Fixture *fixture, const char *parent, Signing *signing, GError **error)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  TwfCommitInfo info = { .name = "مصر",
                         .email = "EG@delegations.invalid",
                         .when = 1280448000,
                         .message = "A change\n\ngpgsig is no header here\n",
                         .sign = sign,
                         .sign_data = signing };

  put_text (changes, "plan", "Format: 1\n");
  return twf_repository_commit (
      fixture->repository, TWF_BRANCH_MAIN, parent, changes, &info, error);
}

static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  Signing signing = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = save_signed (fixture, NULL, &signing, &error);
  g_autofree char *raw = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (signing.n, ==, 1);
  g_assert_true (
      twf_repository_read_signature (fixture->repository, id, &payload, &signature, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (signature, ==, SIGNATURE);
  g_assert_true (g_bytes_equal (payload, signing.payload));
  raw = run_git (fixture, "cat-file commit main");
  g_assert_nonnull (strstr (raw,
                            "\ngpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n BBBB\n"
                            " -----END SSH SIGNATURE-----\n\nA change\n"));
  assert_fsck (fixture);
  g_bytes_unref (signing.payload);
}

static void
test_unsigned (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;

  g_assert_true (
      twf_repository_read_signature (fixture->repository, id, &payload, &signature, &error));
  g_assert_no_error (error);
  g_assert_null (signature);
}

/* A key that does not sign saves nothing; above all not without a signature. */
static void
test_cannot_sign (Fixture *fixture, gconstpointer data)
{
  Signing signing = { .fails = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = save_signed (fixture, NULL, &signing, &error);
  g_autofree char *branches = run_git (fixture, "for-each-ref");

  g_assert_null (id);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_KEY);
  g_assert_cmpuint (signing.n, ==, 1);
  g_assert_cmpstr (branches, ==, "");
  g_bytes_unref (signing.payload);
}

/* A save of nothing makes no revision, so nobody is asked to sign. */
static void
test_nothing_to_sign (Fixture *fixture, gconstpointer data)
{
  Signing signing = { 0 };
  g_autofree char *id = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autofree char *same = save_signed (fixture, id, &signing, NULL);

  g_assert_cmpstr (same, ==, id);
  g_assert_cmpuint (signing.n, ==, 0);
}

static void
assert_damaged (Fixture *fixture, const char *headers)
{
  g_autofree char *tree = run_git (fixture, "rev-parse main^{tree}");
  g_autofree char *path = g_build_filename (fixture->folder, "commit", NULL);
  g_autofree char *words = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;

  g_strchomp (tree);
  words = g_strdup_printf ("tree %s\n"
                           "author A <a@b> 1 +0000\n"
                           "committer A <a@b> 1 +0000\n"
                           "%s\nA message\n",
                           tree,
                           headers);
  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  arguments = g_strdup_printf ("hash-object -t commit --literally -w %s", path);
  id = run_git (fixture, arguments);
  g_strchomp (id);
  g_assert_false (
      twf_repository_read_signature (fixture->repository, id, &payload, &signature, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
  g_assert_null (signature);
}

/* What can be read in two ways is damaged, and not unsigned. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "plan", "Format: 1\n");

  assert_damaged (fixture, "gpgsig one\ngpgsig two\n");
  assert_damaged (fixture, "gpgsig one\n more\nencoding UTF-8\ngpgsig two\n");
  assert_damaged (fixture, "gpgsig\n");
  assert_damaged (fixture, "gpgsig-sha256 one\n");
  assert_damaged (fixture, "gpgsigone\n");
  assert_damaged (fixture, "author B <b@b> 1 +0000\n");
  assert_damaged (fixture, "committer B <b@b> 1 +0000\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/signed/there-and-back", test_there_and_back);
  add_test ("/history/signed/unsigned", test_unsigned);
  add_test ("/history/signed/cannot-sign", test_cannot_sign);
  add_test ("/history/signed/nothing-to-sign", test_nothing_to_sign);
  add_test ("/history/signed/damaged", test_damaged);
  return g_test_run ();
}
