/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-id.h"

#define DRAWN 20000

static void
test_new_are_valid_and_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < DRAWN; i++)
    {
      char *id = twf_id_new ();

      g_assert_true (twf_id_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_from_content_is_a_function (void)
{
  g_autofree char *one = twf_id_from_content ("EG replaces و with أو");
  g_autofree char *same = twf_id_from_content ("EG replaces و with أو");
  g_autofree char *other = twf_id_from_content ("EG replaces و with او");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (twf_id_is_valid (one));
}

static void
test_refuses_what_it_did_not_make (void)
{
  static const char *const bad[] = { "",
                                     "abc",
                                     "ABCDEFGHIJKM",
                                     "2bcdefghijkm",
                                     "abcdefghijk/",
                                     "abcdefghijkl",
                                     "abcdefghijkmn",
                                     "../../../etc" };

  g_assert_false (twf_id_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (twf_id_is_valid (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new-are-valid-and-differ", test_new_are_valid_and_differ);
  g_test_add_func ("/id/from-content-is-a-function", test_from_content_is_a_function);
  g_test_add_func ("/id/refuses-what-it-did-not-make", test_refuses_what_it_did_not_make);
  return g_test_run ();
}
