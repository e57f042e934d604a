/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "exchange-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define ID "0123456789abcdef0123456789abcdef01234567"
#define PACK "PACK\0\0\0\2\0\0\0\1"
#define REF ID " refs/heads/main\n"

static TwfBundleHead *
read_head (const char *bytes, gsize length, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("twf-head-XXXXXX", &path, NULL);
  TwfBundleHead *head;

  g_assert_cmpint (write (fd, bytes, length), ==, (gssize)length);
  head = twf_bundle_read_head (fd, error);
  close (fd);
  unlink (path);
  return head;
}

#define READ(text, error) read_head (text, sizeof (text) - 1, error)

static void
test_heads (void)
{
  static const char whole[] = "# v3 git bundle\n@object-format=sha1\n-" ID " a subject\n-" ID
                              "\n" REF ID " refs/heads/delegations/EG\n\n" PACK;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfBundleHead) head = READ (whole, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (head->version, ==, 3);
  g_assert_cmpuint (head->prerequisites->len, ==, 2);
  g_assert_cmpuint (head->refs->len, ==, 2);
  g_assert_cmpstr (((TwfBundleRef *)head->refs->pdata[1])->name, ==, "refs/heads/delegations/EG");
  g_assert_cmpuint (head->n_objects, ==, 1);
  g_assert_cmpuint (head->pack_offset, ==, sizeof whole - sizeof PACK);
}

#define HEAD2 "# v2 git bundle\n"

/* What a file says of its plan is read where it is written as we write it. */
static void
test_named_plans (void)
{
  g_autoptr (TwfBundleHead) with = READ (HEAD2 REF ID " refs/tawafuq/plan/" ID "\n\n" PACK, NULL);
  g_autoptr (TwfBundleHead) without = READ (HEAD2 REF "\n" PACK, NULL);
  g_autoptr (TwfBundleHead) other = READ (HEAD2 REF ID " refs/tawafuq/plan/x\n\n" PACK, NULL);

  g_assert_cmpstr (twf_bundle_head_get_plan (with), ==, ID);
  g_assert_null (twf_bundle_head_get_plan (without));
  g_assert_null (twf_bundle_head_get_plan (other));
}

static void
test_refused_heads (void)
{
  static const char *const bad[] = {
    "",
    "PK\3\4 a mail attachment\n",
    "# v2 git bundle",
    "# v4 git bundle\n" REF "\n" PACK,
    "#  v2 git bundle\n" REF "\n" PACK,
    HEAD2 "\n" PACK,                      /* brings no branch */
    HEAD2 REF PACK,                       /* no empty line */
    HEAD2 "@filter=blob:none\n" REF "\n", /* of the third version */
    "# v3 git bundle\n@filter=blob:none\n" REF "\n" PACK,
    "# v3 git bundle\n@object-format=sha256\n" REF "\n" PACK,
    HEAD2 "xyz refs/heads/main\n\n" PACK,
    HEAD2 ID "refs/heads/main\n\n" PACK,
    HEAD2 ID "\n\n" PACK,
    HEAD2 ID " refs/heads/../../config\n\n" PACK,
    HEAD2 ID " ../../etc/passwd\n\n" PACK,
    HEAD2 ID " /etc/passwd\n\n" PACK,
    HEAD2 ID " refs/heads/x.lock\n\n" PACK,
    HEAD2 ID " refs/heads/.x\n\n" PACK,
    HEAD2 ID " refs/heads/x/\n\n" PACK,
    HEAD2 ID " refs//heads\n\n" PACK,
    HEAD2 ID " refs/heads/\033[31m\n\n" PACK,
    HEAD2 ID " refs/heads/\342\200\256x\n\n" PACK,
    HEAD2 ID " refs/heads/x y\n\n" PACK,
    HEAD2 ID " refs/heads/x~1\n\n" PACK,
    HEAD2 ID " refs/heads/x:y\n\n" PACK,
    HEAD2 ID " main\n\n" PACK,
    HEAD2 REF REF "\n" PACK, /* a branch twice */
    HEAD2 REF "-" ID "\n\n" PACK,
    HEAD2 "-0123 short\n" REF "\n" PACK,
    HEAD2 REF "\n",
    HEAD2 REF "\nPACK",
    HEAD2 REF "\nJUNKJUNKJUNK",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      /* A pack's head has zeros in it. */
      const char *pack = g_str_has_suffix (bad[i], "PACK") ? PACK : "";
      g_autofree char *start = g_strndup (bad[i], strlen (bad[i]) - (*pack != '\0' ? 4 : 0));
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (TwfBundleHead) head = NULL;

      g_byte_array_append (bytes, (const guint8 *)start, (guint)strlen (start));
      if (i + 2 != G_N_ELEMENTS (bad) && *pack != '\0')
        g_byte_array_append (bytes, (const guint8 *)PACK, sizeof PACK - 1);
      head = read_head ((const char *)bytes->data, bytes->len, &error);
      if (head != NULL || strchr (error->message, '\n') != NULL)
        g_error ("head %u was taken: %s", i, bad[i]);
    }
}

/* Branches and lines without end. */
static void
test_large_heads (void)
{
  g_autoptr (GString) refs = g_string_new ("# v2 git bundle\n");
  g_autoptr (GString) line = g_string_new ("# v2 git bundle\n" ID " refs/heads/");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (refs, ID " refs/heads/x%u\n", i);
  g_assert_null (read_head (refs->str, refs->len, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (line, 'x');
  g_assert_null (read_head (line->str, line->len, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

static void
test_nothing_new (Exchange *self, gconstpointer data)
{
  const char *const known[] = { "main", NULL };
  g_autofree char *path = g_build_filename (self->folder, "x.tawafuq", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 1;

  g_assert_false (
      twf_bundle_write (self->plan, path, "refs/heads/main", "main", known, &n, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EMPTY);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_no_quarantine ();
}

/* What somebody set in the plan's folder, which may have come with it, is not honoured. */
static void
test_settings (Exchange *self, gconstpointer data)
{
  g_autofree char *set
      = in_shell (self,
                  "git -C plan.twf config uploadpack.packObjectsHook 'touch owned;'; "
                  "git -C plan.twf config core.fsmonitor 'touch owned;'; git -C plan.twf config "
                  "pack.threads 99; "
                  "git -C plan.twf config core.alternateRefsCommand 'touch owned;'");
  g_autofree char *file = make_file (self, self->plan, NULL, "main", NULL);
  g_autofree char *found = in_shell (self, "find . -name owned");
  g_autofree char *cloned = NULL;
  g_autofree char *clone
      = g_strdup_printf ("git clone -q --bare %s c.git; git -C c.git fsck --strict "
                         "2>&1 | grep -v notice; true",
                         file);

  g_assert_cmpstr (found, ==, "");
  cloned = in_shell (self, clone);
  g_assert_cmpstr (cloned, ==, "");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  exchange_begin ();
  g_test_add_func ("/exchange/bundle/heads", test_heads);
  g_test_add_func ("/exchange/bundle/named-plans", test_named_plans);
  g_test_add_func ("/exchange/bundle/refused-heads", test_refused_heads);
  g_test_add_func ("/exchange/bundle/large-heads", test_large_heads);
  add_test ("/exchange/bundle/nothing-new", test_nothing_new);
  add_test ("/exchange/bundle/settings", test_settings);
  status = g_test_run ();
  exchange_end ();
  return status;
}
