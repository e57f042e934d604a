/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-register.h"

#include "twf-clock.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

#define FACILITATOR "facilitator"

static struct
{
  char *from;
  char *until;
} options;

static const GOptionEntry entries[] = {
  { "from",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.from,
    N_ ("With add: the key holds from then on, as in 2026-01-31 or 2026-01-31T12:00Z"),
    "DATE" },
  { "until",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.until,
    N_ ("The key holds until then; with revoke, in place of revoking it"),
    "DATE" },
  { NULL },
};

static const char *
get_state (const TwfPublicKey *key)
{
  gint64 now = twf_clock_now ();

  if (key->revoked != 0)
    return _ ("revoked");
  if (now < key->from)
    return _ ("not in force yet");
  return key->until != 0 && now >= key->until ? _ ("expired") : _ ("in force");
}

static JsonObject *
entry_to_json (const TwfRegisterEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = twf_public_key_dup_fingerprint (entry->key);
  const struct
  {
    const char *name;
    gint64 moment;
  } moments[] = { { "from", entry->key->from },
                  { "until", entry->key->until },
                  { "revoked", entry->key->revoked } };

  json_object_set_string_member (object, "code", entry->code != NULL ? entry->code : FACILITATOR);
  json_object_set_string_member (object, "type", entry->key->type);
  json_object_set_string_member (object, "key", entry->key->blob);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *moment
          = moments[i].moment != 0 ? twf_key_moment_dup (moments[i].moment) : NULL;

      if (moment != NULL)
        json_object_set_string_member (object, moments[i].name, moment);
      else
        json_object_set_null_member (object, moments[i].name);
    }
  return object;
}

static int
list (TwfCli *cli, TwfRegister *held)
{
  GPtrArray *all = twf_register_get_entries (held);
  JsonObject *object;
  JsonArray *array;

  if (!cli->json)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const TwfRegisterEntry *entry = all->pdata[i];
          g_autofree char *fingerprint = twf_public_key_dup_fingerprint (entry->key);

          twf_cli_print (cli,
                         "%s  %s  %s\n",
                         entry->code != NULL ? entry->code : FACILITATOR,
                         fingerprint,
                         get_state (entry->key));
        }
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < all->len; i++)
    json_array_add_object_element (array, entry_to_json (all->pdata[i]));
  json_object_set_int_member (object, "version", twf_register_get_version (held));
  json_object_set_array_member (object, "keys", array);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static gboolean
read_moment (TwfCli *cli, const char *option, gint64 *moment)
{
  if (option == NULL || twf_key_moment_parse (option, moment))
    return TRUE;
  twf_cli_refuse (
      cli, _ ("“%s” is no date. Write one such as 2026-01-31, or 2026-01-31T12:00Z."), option);
  return FALSE;
}

/* NULL: the reason has been printed. */
static TwfPublicKey *
read_key (TwfCli *cli, const char *file)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TwfPublicKey *key;

  bytes = twf_read_foreign_file (file, 64 * 1024, NULL, &error);
  if (bytes == NULL)
    {
      twf_cli_fail (cli, error, file);
      return NULL;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  key = twf_public_key_parse_file (text, &error);
  if (key == NULL)
    twf_cli_refuse (
        cli, _ ("%s holds no public key that can be used. Give a file such as key.pub."), file);
  return key;
}

/* What is to be done; NULL: the reason has been printed. */
static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, guint n, const char *const *arguments)
{
  const char *code = g_str_equal (arguments[2], FACILITATOR) ? NULL : arguments[2];
  gboolean adds = g_str_equal (arguments[1], "add");
  g_autoptr (TwfPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;
  gint64 from = 0;
  gint64 until = 0;
  GPtrArray *edits;

  if (!read_moment (cli, options.from, &from) || !read_moment (cli, options.until, &until))
    return NULL;
  if (from != 0 && until != 0 && from >= until)
    {
      twf_cli_refuse (cli, _ ("The key would end before it begins."));
      return NULL;
    }
  if (adds && (key = read_key (cli, arguments[3])) == NULL)
    return NULL;
  if (adds)
    {
      key->from = from;
      key->until = until;
      edits = twf_register_list_addition (plan, code, key, &error);
    }
  else
    edits = twf_register_list_revocation (
        plan, code, arguments[3], until != 0 ? until : twf_clock_now (), until != 0, &error);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    twf_cli_refuse (cli, _ ("The register has that key already: %s."), error->message);
  else if (edits == NULL)
    twf_cli_reject (cli, error, arguments[2]);
  return edits;
}

static int
change (TwfCli *cli, TwfDesk *desk, guint n, const char *const *arguments)
{
  g_autoptr (GPtrArray) edits = list_edits (cli, twf_desk_get_plan (desk), n, arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *revision = NULL;

  if (edits == NULL)
    return TWF_EXIT_REFUSED;
  if (!twf_plan_apply_all (twf_desk_get_plan (desk), edits, &error))
    return twf_cli_reject (cli, error, arguments[2]);
  message = g_strdup_printf (
      g_str_equal (arguments[1], "add") ? "Key of %s registered" : "Key of %s ended", arguments[2]);
  revision = twf_cli_save (cli, desk, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "revision", revision);
      twf_cli_print_json (cli, object);
    }
  else
    twf_cli_print (cli, "%s\n", revision);
  return TWF_EXIT_DONE;
}

static int
show (TwfCli *cli, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open_head (cli, arguments[0]);
  g_autoptr (TwfRegister) held = desk != NULL ? twf_cli_read_register (cli, desk) : NULL;
  g_autofree char *signers = NULL;
  int status = TWF_EXIT_REFUSED;

  if (held != NULL && g_str_equal (arguments[1], "signers"))
    {
      signers = twf_register_dup_allowed_signers (held);
      g_string_append (cli->out, signers);
      status = TWF_EXIT_DONE;
    }
  else if (held != NULL)
    status = list (cli, held);
  if (desk != NULL)
    twf_cli_close (desk);
  return status;
}

/* Who acts is a delegation: the facilitator's own copy is the rolling text. */
static int
accept_key (TwfCli *cli, const char *const *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRegister) held = NULL;
  TwfDesk *desk;
  int status;

  if (cli->as == NULL)
    return twf_cli_refuse (cli, _ ("Only a delegation accepts the first keys. Name it with --as."));
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  twf_desk_accept_key_async (desk, arguments[2], NULL, twf_cli_store_result_cb, &result);
  if (twf_desk_accept_key_finish (desk, twf_cli_await (&result), &error))
    {
      held = twf_cli_read_register (cli, desk);
      status = held != NULL ? list (cli, held) : TWF_EXIT_REFUSED;
    }
  else if (g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    status = twf_cli_refuse (cli,
                             _ ("The rolling text that came last is not signed with the "
                                "facilitator’s key %s; nothing was changed."),
                             arguments[2]);
  else if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    status = twf_cli_refuse (
        cli, _ ("Keys are registered here already; what comes is held against them."));
  else
    status = twf_cli_fail (cli, error, arguments[0]);
  twf_cli_close (desk);
  return status;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean shows = g_str_equal (arguments[1], "list") || g_str_equal (arguments[1], "signers");
  gboolean changes = g_str_equal (arguments[1], "add") || g_str_equal (arguments[1], "revoke");
  gboolean accepts = g_str_equal (arguments[1], "accept");
  TwfDesk *desk;
  int status;

  if (n_arguments != (shows ? 2 : accepts ? 3 : 4) || !(shows || changes || accepts))
    return twf_cli_refuse (cli,
                           _ ("Usage: twf %s %s. See: twf help %s"),
                           "register",
                           cli->command->arguments,
                           "register");
  if (shows)
    return show (cli, arguments);
  if (accepts)
    return accept_key (cli, arguments);
  if (cli->as != NULL || (cli->branch != NULL && !g_str_equal (cli->branch, "main")))
    return twf_cli_refuse (
        cli, _ ("The register is the facilitator’s, on main. Leave --as and --branch out."));
  if (options.from != NULL && g_str_equal (arguments[1], "revoke"))
    return twf_cli_refuse (cli, _ ("--from goes with add."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = change (cli, desk, n_arguments, arguments);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_register = {
  .name = "register",
  .arguments = "PLAN list|signers|add CODE FILE|revoke CODE FINGERPRINT|accept FINGERPRINT",
  .summary = N_ ("The register of keys: who signs with which"),
  .details
  = N_ ("list prints whose keys are registered, signers the same as git takes it "
        "(gpg.ssh.allowedSignersFile). add registers the public key in FILE (- is standard input) "
        "for a delegation or for the “facilitator”; revoke says that a key is not to be trusted "
        "any more, also for what it signed before, or with --until that it ends then. Each change "
        "is one revision of the rolling text and raises the register’s number: an older one never "
        "takes its place. Only the facilitator changes it. With accept a delegation that joined "
        "before any key was registered takes over the first ones, with the rolling text that it "
        "received last: FINGERPRINT is the facilitator’s, known from elsewhere, and the text must "
        "be signed with that key."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 4,
  .run = run,
};
