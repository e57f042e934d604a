/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-ask.h"
#include "twf-cli-issued.h"

#include "twf-bidi.h"
#include "twf-cli-receipt.h"
#include "twf-desk-sync.h"
#include "twf-error.h"
#include "twf-message.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_PATIENCE 3600

static struct
{
  gboolean take_own;
  int patience;
} options;

static const GOptionEntry entries[] = {
  { "take-own",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.take_own,
    N_ ("Where the own branch is ahead on the server, take it over though nobody signed it"),
    NULL },
  { "patience",
    0,
    0,
    G_OPTION_ARG_INT,
    &options.patience,
    N_ ("Give up after so many seconds of silence (30)"),
    "SECONDS" },
  { NULL },
};

static const char *const own_names[]
    = { "same", "sent", "forwarded", "ahead", "apart", "none", "refused" };

static const char *const own_sentences[] = {
  [TWF_SYNC_SAME] = N_ ("%s is the same on both sides"),
  [TWF_SYNC_SENT] = N_ ("%s was sent"),
  [TWF_SYNC_FORWARDED] = N_ ("%s went on to what another copy of yours sent"),
  [TWF_SYNC_AHEAD]
  = N_ ("%s is ahead on the server, and nobody signed that; take it over with --take-own"),
  [TWF_SYNC_APART]
  = N_ ("%s went different ways here and on the server; nothing was sent, and nothing replaced"),
  [TWF_SYNC_NONE] = N_ ("%s does not exist yet: nothing to send"),
  [TWF_SYNC_REFUSED] = N_ ("%s was not sent"),
};

static JsonObject *
synced_to_json (const TwfSynced *synced, const char *refusal)
{
  JsonObject *object = json_object_new ();
  JsonArray *received = json_array_new ();

  for (guint i = 0; i < synced->receipts->len; i++)
    json_array_add_object_element (received, twf_cli_receipt_to_json (synced->receipts->pdata[i]));
  json_object_set_array_member (object, "received", received);
  json_object_set_string_member (object, "branch", synced->own_branch);
  json_object_set_string_member (object, "own", own_names[synced->own]);
  twf_cli_set_json_nullable (object, "revision", synced->own_tip);
  json_object_set_int_member (object, "issued", synced->n_issued);
  json_object_set_boolean_member (object, "issuedDiffers", synced->differs);
  twf_cli_set_json_nullable (object, "refusal", refusal);
  return object;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
print_own (TwfCli *cli, const TwfSynced *synced)
{
  g_autofree char *branch = twf_text_isolate (synced->own_branch);

  twf_cli_print (cli, _ (own_sentences[synced->own]), branch);
  twf_cli_print (cli, "\n");
}
#pragma GCC diagnostic pop

static void
print (TwfCli *cli, const TwfSynced *synced, const char *refusal)
{
  for (guint i = 0; i < synced->receipts->len; i++)
    twf_cli_print_receipt (cli, synced->receipts->pdata[i]);
  print_own (cli, synced);
  if (synced->n_issued > 0)
    twf_cli_print (cli,
                   ngettext ("%u issued document was sent\n",
                             "%u issued documents were sent\n",
                             synced->n_issued),
                   synced->n_issued);
  if (synced->differs)
    twf_cli_print (cli,
                   "%s\n",
                   _ ("Under the symbol of an issued document the server has another; it was left "
                      "as it is."));
  if (refusal != NULL)
    twf_cli_print (cli, "%s\n", refusal);
}

/* Being without a network is the ordinary state of a delegate: nothing was refused, it has to be
 * done again. */
static int
tell_failure (TwfCli *cli, const GError *error, const char *subject)
{
  g_autofree char *stopped = NULL;
  int status;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      stopped = twf_error_describe (error, subject);
      return twf_cli_refuse (cli, "%s", stopped);
    }
  status = twf_cli_fail (cli, error, subject);
  return g_error_matches (error, TWF_ERROR, TWF_ERROR_UNREACHABLE)
                 || g_error_matches (error, TWF_ERROR, TWF_ERROR_SILENT)
             ? TWF_EXIT_NEEDS_PERSON
             : status;
}

/* What the sentences are about: the server, also where it was remembered. */
static char *
dup_subject (TwfDesk *desk, const char *server)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TwfPlace) place = NULL;

  if (server != NULL)
    return g_strdup (server);
  twf_desk_find_server_async (desk, NULL, twf_cli_store_result_cb, &result);
  place = twf_desk_find_server_finish (desk, twf_cli_await (&result), NULL);
  return g_strdup (place != NULL ? place->words : twf_desk_get_path (desk));
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static int
sync_plan (TwfCli *cli, TwfDesk *desk, const char *server)
{
  g_autoptr (TwfAsking) asking
      = twf_asking_new (twf_cli_has_terminal () ? twf_cli_ask_at_terminal : NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfSynced) synced = NULL;
  g_autofree char *refusal = NULL;
  g_autofree char *subject = dup_subject (desk, server);
  TwfDeskSync how = { .server = server,
                      .asking = asking,
                      .take_own = options.take_own,
                      .patience = (guint)options.patience };
  guint interrupted = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);

  twf_desk_sync_async (desk, &how, cancellable, twf_cli_store_result_cb, &result);
  synced = twf_desk_sync_finish (desk, twf_cli_await (&result), &error);
  g_source_remove (interrupted);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY) && server == NULL)
    return twf_cli_refuse (
        cli, _ ("No server is remembered for this plan. Name it once: twf sync PLAN REMOTE"));
  if (synced == NULL)
    return tell_failure (cli, error, server != NULL ? server : twf_desk_get_path (desk));
  if (synced->refusal != NULL)
    refusal
        = twf_error_describe (synced->refusal, server != NULL ? server : twf_desk_get_path (desk));
  if (cli->json)
    twf_cli_print_json (cli, synced_to_json (synced, refusal));
  else
    print (cli, synced, refusal);
  return twf_synced_needs_person (synced) ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *server = n_arguments > 1 ? arguments[1] : NULL;
  TwfDesk *desk;
  int status;

  if (options.patience < 0 || options.patience > MOST_PATIENCE)
    return twf_cli_refuse (cli, _ ("--patience takes seconds, up to an hour."));
  if (server != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfLocation) location = twf_location_parse (server, &error);

      /* It is not repeated: it may hold a password. */
      if (location == NULL)
        return twf_cli_refuse (cli, _ ("This cannot be a server: %s."), error->message);
    }
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = sync_plan (cli, desk, server);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_sync = {
  .name = "sync",
  .arguments = "PLAN [REMOTE] [--take-own] [--patience SECONDS]",
  .summary = N_ ("Fetch what the others put on a server, and send what is one's own"),
  .details = N_ (
      "REMOTE is an address (ssh://host/plan, user@host:plan, https://host/plan) or a folder; it "
      "is "
      "remembered for this plan and who acts. Fetches the rolling text and every delegation's "
      "branch, then sends the branch of the delegation acting; the facilitator sends the rolling "
      "text and what was issued. Nothing on the server is replaced or deleted, and no branch here "
      "goes back. Ends with 1 where there is no network, or where a person has to look at the own "
      "branch."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
