/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-blob-id.h"

#include <string.h>

/* The expected names are what `git hash-object` prints for the same bytes. */
static const struct
{
  const char *data;
  const char *id;
} cases[] = {
  { "", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" },
  { "hello\n", "ce013625030ba8dba906f756967f9e9ca394464a" },
};

static void
test_equals_git (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = twf_blob_id_for_data (cases[i].data, strlen (cases[i].data));

      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_true (twf_blob_id_is_valid (id));
    }
}

static void
test_validity (void)
{
  g_assert_false (twf_blob_id_is_valid (NULL));
  g_assert_false (twf_blob_id_is_valid ("ce0136"));
  g_assert_false (twf_blob_id_is_valid ("CE013625030BA8DBA906F756967F9E9CA394464A"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob-id/equals-git", test_equals_git);
  g_test_add_func ("/blob-id/validity", test_validity);
  return g_test_run ();
}
