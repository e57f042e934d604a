/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "signed-fixture.h"

#include "twf-child.h"
#include "twf-revision.h"
#include "twf-signature.h"
#include "twf-signed.h"

#include <string.h>

#define BRANCH "delegations/EG"

/* How many are forged, and how many are not. */
#define N_FORGED 200
#define N_GENUINE 40

/* What a forger hands in: a tip, said to be EG's, and what is new in it. */
typedef struct
{
  Signed *of;
  GRand *random;
  char *tip;
  const char *code;
  GPtrArray *news; /* of char* (owned) */
  TwfVerdict expected;
} Case;

static char *
dup_text (Case *self)
{
  return g_strdup_printf ("Text %u", g_rand_int (self->random));
}

/* A revision of EG's on what stands, noted as new. */
static char *
save (Case *self, const char *parent, const char *code, const char *key)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *branch = g_strdup_printf ("delegations/X%u", g_rand_int (self->random) >> 1);
  char *id
      = signed_save (self->of, branch, parent != NULL ? parent : self->of->root, code, key, text);

  g_ptr_array_add (self->news, g_strdup (id));
  return id;
}

/* Some revisions of EG's own; the last one. */
static char *
save_some (Case *self)
{
  char *tip = g_strdup (self->of->root);
  guint n = (guint)g_rand_int_range (self->random, 0, 3);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = tip;

      tip = save (self, before, "EG", g_rand_boolean (self->random) ? "EG" : NULL);
    }
  return tip;
}

static void
take_apart (Case *self, const char *id, GBytes **payload, char **signature)
{
  g_autoptr (GError) error = NULL;

  twf_repository_read_signature (self->of->repository, id, payload, signature, &error);
  g_assert_no_error (error);
}

static void
forge_author (Case *self)
{
  g_autofree char *before = save_some (self);
  g_autofree char *foreign = save (self, before, g_rand_boolean (self->random) ? "SY" : NULL, NULL);

  /* Somebody else's words below one's own tip; or on top of it. */
  if (g_rand_boolean (self->random))
    self->tip = save (self, foreign, "EG", "EG");
  else
    self->tip = save (self, foreign, "FR", "EG");
  self->expected = TWF_VERDICT_FOREIGN_AUTHOR;
}

static void
forge_with_key (Case *self, const char *key, TwfVerdict expected)
{
  g_autofree char *before = save_some (self);

  self->tip = save (self, before, "EG", key);
  self->expected = expected;
}

static void
forge_unknown (Case *self)
{
  forge_with_key (self, "nobody", TWF_VERDICT_UNKNOWN_KEY);
}

static void
forge_expired (Case *self)
{
  forge_with_key (self, "expired", TWF_VERDICT_EXPIRED);
}

static void
forge_not_yet (Case *self)
{
  forge_with_key (self, "later", TWF_VERDICT_NOT_YET);
}

static void
forge_revoked (Case *self)
{
  forge_with_key (self, "revoked", TWF_VERDICT_REVOKED);
}

static void
forge_unsigned (Case *self)
{
  forge_with_key (self, NULL, TWF_VERDICT_UNSIGNED);
}

static void
forge_others (Case *self)
{
  static const char *const keys[] = { "SY", "FR", "facilitator", "shared" };

  forge_with_key (
      self, keys[g_rand_int_range (self->random, 0, G_N_ELEMENTS (keys))], TWF_VERDICT_OTHERS_KEY);
}

/* EG's, shown as the rolling text or as another's branch. */
static void
forge_branch (Case *self)
{
  g_autofree char *before = save_some (self);

  self->tip = save (self, before, "EG", "EG");
  self->code = g_rand_boolean (self->random) ? NULL : "SY";
  self->expected = TWF_VERDICT_OTHERS_KEY;
}

static void
forge_namespace (Case *self)
{
  g_autofree char *before = save_some (self);
  g_autofree char *plain = save (self, before, "EG", NULL);
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *none = NULL;
  g_autofree char *made = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfChild) child = NULL;

  take_apart (self, plain, &payload, &none);
  child = twf_child_run (
      &(TwfChildSpec){ .argv
                       = (const char *const[]){ "ssh-keygen",
                                                "-q",
                                                "-Y",
                                                "sign",
                                                "-n",
                                                g_rand_boolean (self->random) ? "file" : "gitt",
                                                "-f",
                                                signed_make_key (self->of, "EG")->path,
                                                NULL },
                       .words = payload },
      NULL,
      &error);
  g_assert_no_error (error);
  made = g_strndup (g_bytes_get_data (child->output, NULL), g_bytes_get_size (child->output));
  whole = signed_with (payload, made);
  self->tip = signed_write (self->of, whole);
  self->expected = TWF_VERDICT_ALTERED;
}

static void
forge_stripped (Case *self)
{
  g_autofree char *before = save_some (self);
  g_autofree char *good = save (self, before, "EG", "EG");
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *words = NULL;

  take_apart (self, good, &payload, &signature);
  words = g_strndup (g_bytes_get_data (payload, NULL), g_bytes_get_size (payload));
  self->tip = signed_write (self->of, words);
  self->expected = TWF_VERDICT_UNSIGNED;
}

/* A signature of EG's, of another revision. */
static void
forge_transplanted (Case *self)
{
  g_autofree char *before = save_some (self);
  g_autofree char *good = save (self, before, "EG", "EG");
  g_autofree char *other = save (self, before, "EG", NULL);
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GBytes) others_payload = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *none = NULL;
  g_autofree char *whole = NULL;

  take_apart (self, good, &payload, &signature);
  take_apart (self, other, &others_payload, &none);
  whole = signed_with (others_payload, signature);
  self->tip = signed_write (self->of, whole);
  self->expected = TWF_VERDICT_ALTERED;
}

/* One byte of what was signed, or of the signature, is another. */
static void
forge_altered (Case *self)
{
  g_autofree char *before = save_some (self);
  g_autofree char *good = save (self, before, "EG", "EG");
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *words = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GBytes) changed = NULL;
  char *at;

  take_apart (self, good, &payload, &signature);
  words = g_strndup (g_bytes_get_data (payload, NULL), g_bytes_get_size (payload));
  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      at = strstr (words, "Text ");
      *at = 'N';
      break;
    case 1:
      /* Another tree, which is there. */
      {
        g_autofree char *tree = signed_git (self->of, NULL, NULL, "rev-parse", "main^{tree}", NULL);

        memcpy (words + strlen ("tree "), tree, 40);
      }
      break;
    case 2:
      at = strstr (words, "author EG");
      at[strlen ("author ")] = 'X';
      break;
    default:
      at = strchr (signature, '\n') + 120 + g_rand_int_range (self->random, 0, 60);
      *at = *at == 'A' ? 'B' : 'A';
      break;
    }
  changed = g_bytes_new (words, strlen (words));
  whole = signed_with (changed, signature);
  self->tip = signed_write (self->of, whole);
  self->expected = TWF_VERDICT_ALTERED;
}

/* The genuine one and another beside it; of another kind; or what is none. */
static void
forge_signature (Case *self)
{
  static const char *const none[]
      = { "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----",
          "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----",
          "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----",
          "verified" };
  g_autofree char *before = save_some (self);
  g_autofree char *good = save (self, before, "EG", "EG");
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  take_apart (self, good, &payload, &signature);
  if (g_rand_boolean (self->random))
    {
      g_autoptr (GBytes) single = NULL;

      once = signed_with (payload, signature);
      single = g_bytes_new (once, strlen (once));
      twice = signed_with (single, none[0]);
    }
  else
    twice = signed_with (payload, none[g_rand_int_range (self->random, 0, G_N_ELEMENTS (none))]);
  self->tip = signed_write (self->of, twice);
  self->expected = TWF_VERDICT_ALTERED;
}

/* Signed by EG as it should be, and made from nothing of this plan's. */
static void
forge_plan (Case *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *branch = g_strdup_printf ("other/%u", g_rand_int (self->random));

  self->tip = signed_save (self->of, branch, NULL, "EG", "EG", text);
  g_ptr_array_add (self->news, g_strdup (self->tip));
  self->expected = TWF_VERDICT_OTHER_PLAN;
}

static void (*const forgers[]) (Case *self)
    = { forge_author,       forge_unknown, forge_expired,   forge_not_yet,   forge_revoked,
        forge_unsigned,     forge_others,  forge_branch,    forge_namespace, forge_stripped,
        forge_transplanted, forge_altered, forge_signature, forge_plan };

static void
be_genuine (Case *self)
{
  g_autofree char *before = save_some (self);

  self->tip = save (self, before, "EG", g_rand_boolean (self->random) ? "EG" : "second");
  self->expected = TWF_VERDICT_VERIFIED;
}

/* Keys of EG's that do not hold, and one that FR has as well. */
static TwfRegister *
fill_register (Signed *of)
{
  g_autoptr (TwfDelegation) record = NULL;
  const char *const *keys;
  g_autofree char *line = NULL;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  signed_register (of, "EG", "second", NOW - 10 * DAY, NOW + 10 * DAY, 0);
  signed_register (of, "EG", "expired", 0, NOW - DAY, 0);
  signed_register (of, "EG", "later", NOW + DAY, 0, 0);
  signed_register (of, "EG", "revoked", 0, 0, NOW - 2 * DAY);
  signed_register (of, "EG", "shared", 0, 0, 0);
  line = twf_public_key_dup_line (signed_make_key (of, "shared")->key);
  record = twf_delegation_copy (twf_plan_get_delegation (of->plan, "FR"));
  keys = twf_delegation_get_values (record, TWF_DELEGATION_KEY);
  g_strv_builder_addv (lines, (const char **)keys);
  g_strv_builder_add (lines, line);
  all = g_strv_builder_end (lines);
  twf_delegation_set_values (record, TWF_DELEGATION_KEY, (const char *const *)all);
  twf_plan_take_delegation (of->plan, g_steal_pointer (&record));
  return signed_get_register (of);
}

static TwfVerdict
judge (Case *self, TwfRegister *held)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfVerification) found = twf_verify_branch (self->of->repository,
                                                         self->code,
                                                         self->tip,
                                                         self->news,
                                                         self->of->root,
                                                         held,
                                                         NOW,
                                                         NULL,
                                                         &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = twf_verification_describe (found);
  g_assert_true (g_str_has_prefix (said, "Verified") == (found->verdict == TWF_VERDICT_VERIFIED));
  g_assert_true (g_str_has_prefix (said, "Not verified: ")
                 == (found->verdict != TWF_VERDICT_VERIFIED));
  return found->verdict;
}

static TwfVerdict
run_case (Signed *of,
          TwfRegister *held,
          guint32 seed,
          void (*make) (Case *self),
          TwfVerdict *expected)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_free);
  Case one = { .of = of, .random = random, .code = "EG", .news = news };
  TwfVerdict verdict;

  make (&one);
  verdict = judge (&one, held);
  *expected = one.expected;
  g_free (one.tip);
  return verdict;
}

static void
test_forged (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) held = fill_register (of);

  for (guint i = 0; i < N_FORGED; i++)
    {
      TwfVerdict expected;
      TwfVerdict verdict = run_case (of, held, i, forgers[i % G_N_ELEMENTS (forgers)], &expected);

      if (verdict != expected || verdict == TWF_VERDICT_VERIFIED)
        g_error ("case %u: %s, not %s",
                 i,
                 twf_verdict_get_name (verdict),
                 twf_verdict_get_name (expected));
    }
}

static void
test_genuine (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) held = fill_register (of);

  for (guint i = 0; i < N_GENUINE; i++)
    {
      TwfVerdict expected;

      g_assert_cmpint (
          run_case (of, held, 1000 + i, be_genuine, &expected), ==, TWF_VERDICT_VERIFIED);
    }
}

/* The rolling text: what delegations made is in it, and the facilitator's tip answers for it. */
static void
test_main (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) held = signed_get_register (of);
  g_autofree char *theirs = signed_save (of, BRANCH, of->root, "EG", NULL, "Theirs");
  g_autofree char *own = signed_save (of, "own", theirs, NULL, "facilitator", "Own");
  g_autofree char *said = signed_save (of, "said", theirs, "EG", "facilitator", "Said");
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (TwfVerification) good = NULL;
  g_autoptr (TwfVerification) bad = NULL;

  g_ptr_array_add (news, theirs);
  good = twf_verify_branch (of->repository, NULL, own, news, of->root, held, NOW, NULL, NULL);
  bad = twf_verify_branch (of->repository, NULL, said, news, of->root, held, NOW, NULL, NULL);
  g_assert_cmpint (good->verdict, ==, TWF_VERDICT_VERIFIED);
  g_assert_cmpint (bad->verdict, ==, TWF_VERDICT_FOREIGN_AUTHOR);
}

/* What stands in history is judged by the date it bears, and never with a key that was revoked. */
static void
test_revision (Signed *of, gconstpointer data)
{
  g_autoptr (TwfRegister) held = fill_register (of);
  static const struct
  {
    const char *code;
    const char *key;
    TwfVerdict verdict;
  } cases[] = {
    { "EG", "EG", TWF_VERDICT_VERIFIED },
    { NULL, "facilitator", TWF_VERDICT_VERIFIED },
    { "EG", "facilitator", TWF_VERDICT_OTHERS_KEY },
    { NULL, "EG", TWF_VERDICT_OTHERS_KEY },
    { "EG", NULL, TWF_VERDICT_UNSIGNED },
    { "EG", "revoked", TWF_VERDICT_REVOKED },
    { "EG", "later", TWF_VERDICT_NOT_YET },
    { "EG", "expired", TWF_VERDICT_EXPIRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *branch = g_strdup_printf ("one/%u", i);
      g_autofree char *id = signed_save (of, branch, of->root, cases[i].code, cases[i].key, branch);
      g_autoptr (TwfVerification) found
          = twf_verify_revision (of->repository, id, held, NULL, NULL);

      g_assert_cmpstr (
          twf_verdict_get_name (found->verdict), ==, twf_verdict_get_name (cases[i].verdict));
    }
}

/* Real git with the register as its file of signers says the same. */
static void
test_git_agrees (Signed *of, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *email; /* NULL: it is not good */
  } cases[] = { { "EG", "EG@delegations.invalid" },
                { "SY", "SY@delegations.invalid" },
                { "facilitator", TWF_FACILITATOR_EMAIL },
                { "expired", NULL },
                { "later", NULL },
                { "revoked", NULL },
                { "nobody", NULL },
                { "shared", NULL } };
  g_autoptr (TwfRegister) held = fill_register (of);
  g_autofree char *signers = twf_register_dup_allowed_signers (held);
  g_autofree char *path = g_build_filename (of->folder, "signers", NULL);
  g_autofree char *option = g_strconcat ("gpg.ssh.allowedSignersFile=", path, NULL);

  g_assert_true (g_file_set_contents (path, signers, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *branch = g_strdup_printf ("one/%u", i);
      g_autofree char *id = signed_save (of, branch, of->root, "EG", cases[i].key, branch);
      g_autofree char *said = NULL;
      g_autofree char *name = NULL;
      int status;

      said = signed_git (of, NULL, &status, "-c", option, "verify-commit", id, NULL);
      name = signed_git (of, NULL, NULL, "-c", option, "log", "-1", "--format=%GS", id, NULL);
      g_assert_cmpint (status == 0, ==, cases[i].email != NULL);
      if (cases[i].email != NULL)
        g_assert_cmpstr (name, ==, cases[i].email);
    }
}

static void
test_names (void)
{
  for (guint i = 0; i < TWF_N_VERDICTS; i++)
    {
      TwfVerdict back;

      g_assert_true (twf_verdict_from_name (twf_verdict_get_name (i), &back));
      g_assert_cmpint (back, ==, i);
    }
  {
    TwfVerdict back;

    g_assert_false (twf_verdict_from_name ("Verified", &back));
    g_assert_cmpint (back, ==, TWF_VERDICT_UNCHECKED);
    g_assert_false (twf_verdict_from_name (NULL, &back));
  }
}

#define add_test(path, function)                                                                   \
  g_test_add (path, Signed, NULL, signed_set_up, function, signed_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/verdict/names", test_names);
  add_test ("/exchange/verdict/genuine", test_genuine);
  add_test ("/exchange/verdict/forged", test_forged);
  add_test ("/exchange/verdict/main", test_main);
  add_test ("/exchange/verdict/revision", test_revision);
  add_test ("/exchange/verdict/git-agrees", test_git_agrees);
  return g_test_run ();
}
