/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */

/* Keeps passwords of servers where the desktop keeps passwords (libsecret), for the programs, which
 * then need not load all that it brings.
 *
 *   twf-secret look-up SERVER     prints the user's name and the password, a line each
 *   twf-secret keep SERVER USER   reads the password
 *   twf-secret forget SERVER USER
 *
 * Ends with 1 where there is none, or no place to keep it in. */
#include <libsecret/secret.h>
#include <stdio.h>
#include <string.h>

static const SecretSchema schema = {
  "org.tawafuq.Tawafuq.Server",
  SECRET_SCHEMA_NONE,
  { { "server", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "user", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* A bus that is not there is not started for this. */
static gboolean
there_is_a_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL || g_file_test (socket, G_FILE_TEST_EXISTS);
}

static int
look_up (const char *server)
{
  GList *found;
  g_autoptr (GHashTable) attributes = NULL;
  g_autoptr (SecretValue) value = NULL;
  const char *user;

  found = secret_password_search_sync (&schema,
                                       SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS,
                                       NULL,
                                       NULL,
                                       "server",
                                       server,
                                       NULL);
  if (found == NULL)
    return 1;
  attributes = secret_retrievable_get_attributes (found->data);
  value = secret_retrievable_retrieve_secret_sync (found->data, NULL, NULL);
  g_list_free_full (found, g_object_unref);
  user = g_hash_table_lookup (attributes, "user");
  if (value == NULL || user == NULL || secret_value_get_text (value) == NULL)
    return 1;
  return printf ("%s\n%s\n", user, secret_value_get_text (value)) > 0 ? 0 : 1;
}

static int
keep (const char *server, const char *user)
{
  g_autofree char *label = g_strdup_printf ("Tawafuq: %s@%s", user, server);
  char password[4096];

  if (fgets (password, sizeof password, stdin) == NULL)
    return 1;
  password[strcspn (password, "\n")] = '\0';
  return secret_password_store_sync (&schema,
                                     SECRET_COLLECTION_DEFAULT,
                                     label,
                                     password,
                                     NULL,
                                     NULL,
                                     "server",
                                     server,
                                     "user",
                                     user,
                                     NULL)
             ? 0
             : 1;
}

static int
forget (const char *server, const char *user)
{
  return secret_password_clear_sync (&schema, NULL, NULL, "server", server, "user", user, NULL) ? 0
                                                                                                : 1;
}

int
main (int argc, char **argv)
{
  if (argc < 3 || !there_is_a_bus ())
    return 1;
  if (g_str_equal (argv[1], "look-up"))
    return look_up (argv[2]);
  if (argc > 3 && g_str_equal (argv[1], "keep"))
    return keep (argv[2], argv[3]);
  if (argc > 3 && g_str_equal (argv[1], "forget"))
    return forget (argv[2], argv[3]);
  return 1;
}
