/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "exchange-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define EGYPT "delegations/EG"

/* Through real git in both directions: what we write it reads, and what it writes we read. */
static void
test_round_trip (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *tip = write_text (away, EGYPT, self->base, self->id, "Every school has a well.");
  g_autofree char *file = make_file (self, away, "EG", tip, self->base);
  g_autofree char *before = list_refs (self);
  g_autofree char *verify = g_strdup_printf ("git -C plan.twf bundle verify %s 2>&1", file);
  g_autofree char *verified = in_shell (self, verify);
  g_autofree char *fetch
      = g_strdup_printf ("git clone -q --bare plan.twf other.git; git -C other.git "
                         "fetch -q %s refs/heads/delegations/EG:refs/heads/x; "
                         "git -C other.git fsck --strict; "
                         "git -C other.git rev-parse x",
                         file);
  g_autofree char *fetched = in_shell (self, fetch);
  g_autoptr (TwfReceipt) receipt = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sound = NULL;
  g_autofree char *own = NULL;

  g_assert_nonnull (strstr (verified, "is okay"));
  g_assert_cmpstr (g_strchomp (fetched), ==, tip);
  receipt = receive_one (self, file);
  g_assert_cmpint (receipt->outcome, ==, TWF_RECEIPT_NEW);
  g_assert_cmpstr (receipt->code, ==, "EG");
  g_assert_cmpstr (receipt->tip, ==, tip);
  g_assert_cmpuint (receipt->n_revisions, ==, 1);
  g_assert_cmpint (receipt->when, ==, 1290448000);
  after = list_refs (self);
  g_assert_true (strstr (after, "refs/received/EG/000001") != NULL);
  g_assert_true (strstr (after, "refs/heads/delegations") == NULL);
  g_assert_true (strstr (before, "refs/received") == NULL);
  sound = in_shell (self, "git -C plan.twf fsck --strict --no-dangling");
  g_assert_cmpstr (sound, ==, "");
  own = twf_repository_resolve (self->plan, "received/EG", NULL);
  g_assert_cmpstr (own, ==, tip);
  assert_no_quarantine ();
}

/* A file that git itself made, whole, of the third version, with what others may put in one. */
static void
test_from_git (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *tip = write_text (away, EGYPT, self->base, self->id, "Every school has a well.");
  g_autofree char *made
      = in_shell (self,
                  "git -C eg.twf tag -a -m x mark main; git -C eg.twf bundle create "
                  "--version=3 -q ../all.bundle --all HEAD");
  g_autofree char *file = g_build_filename (self->folder, "all.bundle", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = receive (self, file, &error);
  g_autofree char *refs = NULL;
  g_autofree char *tags = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (receipts->len, ==, 2);
  refs = list_refs (self);
  g_assert_null (strstr (refs, "refs/tags"));
  g_assert_nonnull (strstr (refs, "refs/received/EG/000001"));
  /* The mark was nobody's to send: its object stayed outside. */
  tags = in_shell (
      self,
      "git -C plan.twf cat-file --batch-all-objects --batch-check='%(objecttype)' | grep -c tag");
  g_assert_cmpstr (tags, ==, "1\n");
}

static void
test_replay (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *one = write_text (away, EGYPT, self->base, self->id, "One.");
  g_autofree char *two = write_text (away, EGYPT, one, self->id, "Two.");
  g_autofree char *first = make_file (self, away, "EG", one, self->base);
  g_autofree char *second = make_file (self, away, "EG", two, self->base);
  g_autoptr (TwfReceipt) came = receive_one (self, second);
  g_autofree char *refs = list_refs (self);
  g_autofree char *again_refs = NULL;
  g_autofree char *older_refs = NULL;
  g_autoptr (TwfReceipt) again = receive_one (self, second);
  g_autoptr (TwfReceipt) older = NULL;

  g_assert_cmpint (came->outcome, ==, TWF_RECEIPT_NEW);
  g_assert_cmpint (again->outcome, ==, TWF_RECEIPT_SAME);
  g_assert_cmpint (again->when, ==, 1290448000);
  g_assert_cmpuint (again->number, ==, 1);
  again_refs = list_refs (self);
  g_assert_cmpstr (again_refs, ==, refs);
  older = receive_one (self, first);
  g_assert_cmpint (older->outcome, ==, TWF_RECEIPT_OLDER);
  older_refs = list_refs (self);
  g_assert_cmpstr (older_refs, ==, refs);
}

/* What was rewritten is kept beside, what vanished is told, and neither the old branch nor what it
 * stood on comes back as something new. */
static void
test_rewritten (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *one = write_text (away, EGYPT, self->base, self->id, "One.");
  g_autofree char *two = write_text (away, EGYPT, one, self->id, "Two.");
  g_autofree char *first = make_file (self, away, "EG", one, self->base);
  g_autofree char *second = make_file (self, away, "EG", two, self->base);
  g_autofree char *other = write_text (away, "delegations/EG-X", self->base, self->id, "Other.");
  g_autofree char *third = make_file (self, away, "EG", other, self->base);
  g_autoptr (TwfReceipt) came = receive_one (self, second);
  g_autoptr (TwfReceipt) rewritten = receive_one (self, third);
  g_autoptr (TwfReceipt) old_tip = receive_one (self, second);
  g_autoptr (TwfReceipt) old_start = receive_one (self, first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = twf_repository_list_received (self->plan, &error);
  g_autofree char *kept = twf_repository_resolve (self->plan, "received/EG/000001", &error);
  g_autofree char *holds = twf_repository_resolve (self->plan, "received/EG", &error);

  g_assert_no_error (error);
  g_assert_cmpint (rewritten->outcome, ==, TWF_RECEIPT_REWRITTEN);
  g_assert_cmpuint (rewritten->number, ==, 2);
  g_assert_cmpuint (g_strv_length (rewritten->vanished), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *)rewritten->vanished, one));
  g_assert_true (g_strv_contains ((const char *const *)rewritten->vanished, two));
  g_assert_cmpint (old_tip->outcome, ==, TWF_RECEIPT_SAME);
  g_assert_cmpint (old_start->outcome, ==, TWF_RECEIPT_OLDER);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (kept, ==, two);
  g_assert_cmpstr (holds, ==, other);
}

/* The own rolling text is further than one that comes back from somewhere. */
static void
test_own_main (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *file = make_file (self, away, NULL, self->base, NULL);
  g_autofree char *next = write_text (self->plan, "main", self->base, self->id, "Next.");
  g_autofree char *before = list_refs (self);
  g_autoptr (TwfReceipt) receipt = receive_one (self, file);
  g_autofree char *after = list_refs (self);

  g_assert_cmpint (receipt->outcome, ==, TWF_RECEIPT_OLDER);
  g_assert_cmpstr (after, ==, before);
}

static void
test_other_plan (Exchange *self, gconstpointer data)
{
  Exchange other = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *before = list_refs (self);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  exchange_set_up (&other, NULL);
  /* The same content is the same plan: what tells them apart is how they began. */
  file = write_text (other.plan, "main", other.base, other.id, "Next.");
  g_free (file);
  file = make_file (&other, other.plan, "EG", "main", NULL);
  receipts = receive (self, file, &error);
  g_assert_null (receipts);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "another plan"));
  after = list_refs (self);
  g_assert_cmpstr (after, ==, before);
  exchange_tear_down (&other, NULL);
}

static void
test_missing_base (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *one = write_text (away, EGYPT, self->base, self->id, "One.");
  g_autofree char *two = write_text (away, EGYPT, one, self->id, "Two.");
  g_autofree char *file = make_file (self, away, "EG", two, one);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = receive (self, file, &error);
  g_autofree char *short_id = g_strndup (one, 10);

  g_assert_null (receipts);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, short_id));
  assert_no_quarantine ();
}

static void
test_invitation (Exchange *self, gconstpointer data)
{
  const TwfReceiveOptions options = { .name = "EG", .email = "EG@delegations.invalid" };
  g_autofree char *whole = make_file (self, self->plan, NULL, self->base, NULL);
  g_autofree char *next = write_text (self->plan, "main", self->base, self->id, "Next.");
  g_autofree char *part = make_file (self, self->plan, NULL, next, self->base);
  g_autofree char *folder = g_build_filename (self->folder, "joined.twf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts
      = twf_receive_invitation (folder, part, &options, NULL, NULL, NULL, &error);
  g_autofree char *refs = NULL;

  g_assert_null (receipts);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  receipts = twf_receive_invitation (folder, whole, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  refs = in_shell (self, "git -C joined.twf fsck --strict; git -C joined.twf rev-parse main");
  g_assert_cmpstr (g_strchomp (refs), ==, self->base);
  g_clear_pointer (&receipts, g_ptr_array_unref);
  receipts = twf_receive_invitation (folder, whole, &options, NULL, NULL, NULL, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  refs = (g_free (refs), in_shell (self, "ls -d joined.twf*"));
  g_assert_cmpstr (refs, ==, "joined.twf\n");
}

/* Refused, or it says the same as before: where a bit of the name of the sum makes it the name of
 * something that is passed over. */
static void
assert_refused (Exchange *self, const char *file, const char *tip, const char *what, gsize at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = receive (self, file, &error);

  if (receipts == NULL && strchr (error->message, '\n') == NULL)
    return;
  if (receipts == NULL || receipts->len != 1
      || g_strcmp0 (((TwfReceipt *)receipts->pdata[0])->code, "EG") != 0
      || g_strcmp0 (((TwfReceipt *)receipts->pdata[0])->tip, tip) != 0)
    g_error (
        "%s at %" G_GSIZE_FORMAT ": %s", what, at, error != NULL ? error->message : "received");
}

/* Wherever it is cut and whichever byte is altered: nothing of it comes in. */
static void
test_cut_and_altered (Exchange *self, gconstpointer data)
{
  g_autoptr (TwfRepository) away = copy_plan (self, "eg.twf");
  g_autofree char *tip = write_text (away, EGYPT, self->base, self->id, "Every school has a well.");
  g_autofree char *file = make_file (self, away, "EG", tip, self->base);
  g_autofree char *broken = g_build_filename (self->folder, "broken.tawafuq", NULL);
  g_autofree char *before = list_refs (self);
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (TwfReceipt) receipt = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += cut < length - 40 ? 5 : 1)
    {
      g_assert_true (g_file_set_contents (broken, bytes, (gssize)cut, NULL));
      assert_refused (self, broken, "", "cut", cut);
    }
  for (gsize at = 0; at < length; at += 2)
    {
      bytes[at] ^= (char)(1 << (at / 2 % 8));
      g_assert_true (g_file_set_contents (broken, bytes, (gssize)length, NULL));
      bytes[at] ^= (char)(1 << (at / 2 % 8));
      assert_refused (self, broken, tip, "flip", at);
    }
  assert_no_quarantine ();
  after = in_shell (self,
                    "git -C plan.twf for-each-ref | grep -v refs/received/EG/000001; "
                    "cat plan.twf/HEAD plan.twf/config");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_file_set_contents (broken, bytes, (gssize)length, NULL));
  receipt = receive_one (self, broken);
  g_assert_cmpstr (receipt->tip, ==, tip);
}

/* What a dead process left goes when the next is made, and what a live one has stays. */
static void
test_leftovers (Exchange *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfQuarantine) alive = twf_quarantine_new (self->plan, &error);
  g_autofree char *folder = g_path_get_dirname (twf_quarantine_get_path (alive));
  g_autofree char *dead = g_build_filename (folder, "q-dead00", NULL);
  g_autofree char *lock = g_strconcat (dead, ".lock", NULL);
  g_autoptr (TwfQuarantine) next = NULL;

  g_assert_no_error (error);
  g_mkdir (dead, 0700);
  g_file_set_contents (lock, "", 0, NULL);
  next = twf_quarantine_new (self->plan, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (twf_quarantine_get_path (alive), G_FILE_TEST_IS_DIR));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  exchange_begin ();
  add_test ("/exchange/receive/round-trip", test_round_trip);
  add_test ("/exchange/receive/from-git", test_from_git);
  add_test ("/exchange/receive/replay", test_replay);
  add_test ("/exchange/receive/rewritten", test_rewritten);
  add_test ("/exchange/receive/own-main", test_own_main);
  add_test ("/exchange/receive/other-plan", test_other_plan);
  add_test ("/exchange/receive/missing-base", test_missing_base);
  add_test ("/exchange/receive/invitation", test_invitation);
  add_test ("/exchange/receive/cut-and-altered", test_cut_and_altered);
  add_test ("/exchange/receive/leftovers", test_leftovers);
  status = g_test_run ();
  exchange_end ();
  return status;
}
