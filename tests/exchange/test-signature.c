/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "signed-fixture.h"

#include "twf-signature.h"

#define BRANCH "delegations/EG"

/* The agent has the private half: a public one names the key. Without the agent it does not sign,
 * and a key that needs a passphrase does not stand still. */
static void
test_agent (Signed *of, gconstpointer data)
{
  g_autofree char *socket = g_build_filename (of->folder, "agent", NULL);
  TwfSigningKey *key = signed_make_key (of, "EG");
  g_autofree char *public_half = g_strconcat (key->path, ".pub", NULL);
  g_autofree char *away = g_build_filename (of->folder, "away.pub", NULL);
  g_autofree char *locked = g_build_filename (of->folder, "locked", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GBytes) payload = g_bytes_new_static ("payload", 7);
  g_autoptr (GSubprocess) agent = NULL;
  g_autoptr (GSubprocess) add = NULL;
  g_autoptr (GSubprocess) lock = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *signature = NULL;
  gboolean is_good = FALSE;

  g_assert_true (g_file_get_contents (public_half, &words, NULL, NULL));
  g_assert_true (g_file_set_contents (away, words, -1, NULL));
  g_setenv ("SSH_AUTH_SOCK", socket, TRUE);
  g_assert_null (twf_signature_make (away, payload, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_KEY);
  g_clear_error (&error);
  lock = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE,
                           NULL,
                           "ssh-keygen",
                           "-q",
                           "-t",
                           "ed25519",
                           "-N",
                           "secret",
                           "-f",
                           locked,
                           NULL);
  g_assert_true (g_subprocess_wait_check (lock, NULL, NULL));
  g_assert_null (twf_signature_make (locked, payload, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_KEY);
  g_clear_error (&error);

  agent = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "ssh-agent", "-D", "-a", socket, NULL);
  /* It says where it listens once it does. */
  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (agent), &(char[1]){ 0 }, 1, NULL, NULL),
      ==,
      1);
  add = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "ssh-add", "-q", key->path, NULL);
  g_assert_true (g_subprocess_wait_check (add, NULL, NULL));
  signature = twf_signature_make (away, payload, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (twf_signature_verify (signature, payload, key->key, &is_good, NULL, &error));
  g_assert_true (is_good);
  g_subprocess_force_exit (agent);
  g_subprocess_wait (agent, NULL, NULL);
  g_unsetenv ("SSH_AUTH_SOCK");
}

/* Where there is no ssh-keygen nothing is verified, and that is said. */
static void
test_no_program (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) held = signed_get_register (of);
  g_autofree char *id = signed_save (of, BRANCH, of->root, "EG", "EG", "One");
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (TwfVerification) found = NULL;

  g_setenv ("PATH", of->folder, TRUE);
  found = twf_verify_branch (of->repository, "EG", id, NULL, of->root, held, NOW, NULL, NULL);
  g_setenv ("PATH", path, TRUE);
  g_assert_cmpint (found->verdict, ==, TWF_VERDICT_UNCHECKED);
}

#define add_test(path, function)                                                                   \
  g_test_add (path, Signed, NULL, signed_set_up, function, signed_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/exchange/signature/agent", test_agent);
  add_test ("/exchange/signature/no-program", test_no_program);
  return g_test_run ();
}
