/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-register.h"

#include "twf-cli-issued.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

#define FACILITATOR "facilitator"

/* The digits of who runs the command. */
static TwfDigits
get_digits (void)
{
  return g_str_has_prefix (twf_cli_get_language (), "ar") ? TWF_DIGITS_ARABIC : TWF_DIGITS_WESTERN;
}

/* NULL: the reason has been printed. */
static GPtrArray *
act (TwfCli *cli, TwfDesk *desk, TwfDeskKeyAct what, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *keys;

  twf_desk_key_async (desk, what, path, NULL, twf_cli_store_result_cb, &result);
  keys = twf_desk_key_finish (desk, twf_cli_await (&result), &error);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_KEY))
    twf_cli_refuse (cli, _ ("The key cannot be read or made: %s"), error->message);
  else if (keys == NULL)
    twf_cli_fail (cli, error, path != NULL ? path : error->message);
  return keys;
}

/* Whether the register has the key for who acts. */
static gboolean
is_registered (TwfRegister *held, const TwfPublicKey *key, const char *code)
{
  gboolean is_shared;
  const TwfRegisterEntry *entry = twf_register_find (held, key, &is_shared);

  return entry != NULL && !is_shared && entry->key->revoked == 0
         && g_strcmp0 (entry->code, code) == 0;
}

static void
say_in_json (TwfCli *cli, TwfRegister *held, GPtrArray *keys)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const TwfSigningKey *key = keys->pdata[i];
      JsonObject *one = json_object_new ();
      g_autofree char *line = twf_public_key_dup_line (key->key);
      g_autofree char *fingerprint = twf_public_key_dup_fingerprint (key->key);
      g_autofree char *number = twf_key_dup_number (key->key);

      json_object_set_string_member (one, "file", key->path);
      json_object_set_string_member (one, "key", line);
      json_object_set_string_member (one, "fingerprint", fingerprint);
      json_object_set_string_member (one, "number", number);
      json_object_set_boolean_member (one, "registered", is_registered (held, key->key, cli->as));
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "keys", array);
  twf_cli_print_json (cli, object);
}

static void
say (TwfCli *cli, TwfRegister *held, GPtrArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const TwfSigningKey *key = keys->pdata[i];
      g_autofree char *line = twf_public_key_dup_line (key->key);
      g_autofree char *fingerprint = twf_public_key_dup_fingerprint (key->key);
      g_autofree char *number = twf_key_dup_number (key->key);
      g_autofree char *grouped = twf_key_number_dup_grouped (number, get_digits ());

      twf_cli_print (cli,
                     "%s  %s\n%s\n%s\n%s\n",
                     fingerprint,
                     is_registered (held, key->key, cli->as) ? _ ("registered")
                                                             : _ ("not registered"),
                     key->path,
                     line,
                     grouped);
    }
}

static int
act_and_say (TwfCli *cli, TwfDesk *desk, TwfDeskKeyAct what, const char *path)
{
  g_autoptr (TwfRegister) held = twf_cli_read_register (cli, desk);
  g_autoptr (GPtrArray) keys = held != NULL ? act (cli, desk, what, path) : NULL;

  if (keys == NULL)
    return TWF_EXIT_REFUSED;
  if (keys->len == 0 && what == TWF_DESK_KEY_READ)
    return twf_cli_refuse (cli, _ ("No key was chosen here. Make one: twf key PLAN new"));
  if (cli->json)
    say_in_json (cli, held, keys);
  else
    say (cli, held, keys);
  return TWF_EXIT_DONE;
}

static void
print_number (TwfCli *cli, JsonArray *array, const char *code, const TwfPublicKey *key)
{
  g_autofree char *number = twf_key_dup_number (key);
  g_autofree char *grouped = twf_key_number_dup_grouped (number, get_digits ());
  g_autofree char *fingerprint = twf_public_key_dup_fingerprint (key);
  JsonObject *object;

  if (!cli->json)
    {
      twf_cli_print (cli, "%s  %s\n%s\n", code, fingerprint, grouped);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "code", code);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_string_member (object, "number", number);
  json_array_add_object_element (array, object);
}

/* Numbers of the keys that the register has of @code and that were not revoked; without, of the
 * key that is used here. */
static int
say_numbers (TwfCli *cli, TwfDesk *desk, const char *code)
{
  g_autoptr (TwfRegister) held = twf_cli_read_register (cli, desk);
  g_autoptr (GPtrArray) keys = NULL;
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();
  guint n = 0;

  json_object_set_array_member (object, "numbers", array);
  if (held != NULL && code == NULL)
    keys = act (cli, desk, TWF_DESK_KEY_READ, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++, n++)
    print_number (cli,
                  array,
                  cli->as != NULL ? cli->as : FACILITATOR,
                  ((const TwfSigningKey *)keys->pdata[i])->key);
  for (guint i = 0; held != NULL && code != NULL && i < twf_register_get_entries (held)->len; i++)
    {
      const TwfRegisterEntry *entry = twf_register_get_entries (held)->pdata[i];
      const char *owner = entry->code != NULL ? entry->code : FACILITATOR;

      if (!g_str_equal (owner, code) || entry->key->revoked != 0)
        continue;
      print_number (cli, array, owner, entry->key);
      n++;
    }
  if (n > 0 && cli->json)
    twf_cli_print_json (cli, json_object_ref (object));
  json_object_unref (object);
  if (n > 0)
    return TWF_EXIT_DONE;
  if (held != NULL && code != NULL)
    twf_cli_refuse (cli, _ ("The register has no key of %s."), code);
  else if (held != NULL && keys != NULL)
    twf_cli_refuse (cli, _ ("No key was chosen here. Make one: twf key PLAN new"));
  return TWF_EXIT_REFUSED;
}

static int
forget (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GPtrArray) none = act (cli, desk, TWF_DESK_KEY_FORGET, NULL);

  return none != NULL ? TWF_EXIT_DONE : TWF_EXIT_REFUSED;
}

static int
do_act (TwfCli *cli, TwfDesk *desk, guint n, const char *const *arguments)
{
  const char *name = arguments[1];
  const char *more = n > 2 ? arguments[2] : NULL;

  if (g_str_equal (name, "number"))
    return say_numbers (cli, desk, more);
  if (g_str_equal (name, "use") && more != NULL)
    return act_and_say (cli, desk, TWF_DESK_KEY_USE, more);
  if (more == NULL && g_str_equal (name, "new"))
    return act_and_say (cli, desk, TWF_DESK_KEY_MAKE, NULL);
  if (more == NULL && g_str_equal (name, "show"))
    return act_and_say (cli, desk, TWF_DESK_KEY_READ, NULL);
  if (more == NULL && g_str_equal (name, "list"))
    return act_and_say (cli, desk, TWF_DESK_KEY_LIST, NULL);
  if (more == NULL && g_str_equal (name, "none"))
    return forget (cli, desk);
  return twf_cli_refuse (
      cli, _ ("Usage: twf %s %s. See: twf help %s"), "key", cli->command->arguments, "key");
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open_head (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = do_act (cli, desk, n_arguments, arguments);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_key = {
  .name = "key",
  .arguments = "PLAN new|use FILE|show|list|none|number [CODE]",
  .summary = N_ ("Make, choose or compare the key that signs what is saved"),
  .details = N_ (
      "new makes a key and uses it for the delegation acting in this plan, use takes one that is "
      "there (a private key of OpenSSH, or a public one whose private half is with an agent or on "
      "a token), show says which is used, list names those made here, none signs no more. The key "
      "line is what the facilitator puts into the register. number prints 60 digits, of the key "
      "used here or of those registered for CODE, to be compared by telephone. TAWAFUQ_KEY names "
      "another key for one command; empty, nothing is signed."),
  .saves = TRUE,
  .least = 2,
  .most = 3,
  .run = run,
};
