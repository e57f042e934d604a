/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"
#include "twf-cli-receipt.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 10

static struct
{
  gboolean all;
} options;

static const GOptionEntry entries[] = {
  { "all",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.all,
    N_ ("List what was replaced by something newer as well"),
    NULL },
  { NULL },
};

/* The symbol that the rolling text had, or the beginning of its id. */
static char *
dup_base_name (const TwfInboxItem *item)
{
  if (item->base_symbol != NULL)
    return twf_text_isolate (item->base_symbol);
  return g_strndup (item->base, SHORT_ID);
}

/* Of the rolling text, what was taken in of it last; of a delegation's branch, what it stands on.
 */
static void
print_base (TwfCli *cli, const TwfInboxItem *item)
{
  g_autofree char *name = item->base != NULL ? dup_base_name (item) : NULL;
  g_autofree char *moment = twf_cli_dup_moment (item->base_when);
  g_autofree char *when = twf_text_isolate (moment);

  if (name == NULL)
    twf_cli_print (cli, "  %s\n", _ ("has nothing of the rolling text in it"));
  else if (item->received->code == NULL)
    twf_cli_print (cli, _ ("  taken in last: %s of %s\n"), name, when);
  else if (item->n_behind == 0)
    twf_cli_print (cli, _ ("  made on the newest rolling text, %s of %s\n"), name, when);
  else
    twf_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE,
                                "  made on %s of %s, %u revision behind\n",
                                "  made on %s of %s, %u revisions behind\n",
                                item->n_behind),
                   name,
                   when,
                   item->n_behind);
}

static void
print_item (TwfCli *cli, const TwfInboxItem *item)
{
  const TwfReceived *received = item->received;
  g_autofree char *moment = twf_cli_dup_moment (received->when);
  g_autofree char *when = twf_text_isolate (moment);

  twf_cli_print (cli,
                 "%s  %s  %s\n",
                 item->name,
                 when,
                 item->is_damaged ? _ ("damaged: its revision cannot be read")
                                  : twf_cli_get_verdict_words (item->verdict));
  if (item->is_damaged)
    return;
  print_base (cli, item);
  if (item->taken_in)
    twf_cli_print (cli, "  %s\n", _ ("taken in already"));
  else
    twf_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE,
                                "  %u new revision; provisions changed: %u\n",
                                "  %u new revisions; provisions changed: %u\n",
                                item->n_revisions),
                   item->n_revisions,
                   g_strv_length (item->provisions));
  if (received->beside != NULL)
    twf_cli_print (cli, "  %s\n", _ ("rewritten: what came before is kept, see --all"));
}

static JsonObject *
item_to_json (const TwfInboxItem *item)
{
  const TwfReceived *received = item->received;
  JsonObject *object = json_object_new ();
  g_autofree char *when = received->when != 0
                              ? twf_cli_dup_iso_moment (received->when, received->offset_minutes)
                              : NULL;
  g_autofree char *base_when
      = item->base_when != 0 ? twf_cli_dup_iso_moment (item->base_when, 0) : NULL;

  json_object_set_string_member (object, "name", item->name);
  twf_cli_set_json_nullable (object, "delegation", received->code);
  json_object_set_int_member (object, "number", received->number);
  twf_cli_set_json_nullable (object, "revision", received->tip);
  twf_cli_set_json_nullable (object, "when", when);
  twf_cli_set_json_nullable (object, "origin", received->origin);
  twf_cli_set_json_nullable (object, "verdict", item->verdict);
  twf_cli_set_json_nullable (object,
                             "verdictBefore",
                             g_strcmp0 (item->verdict, received->verdict) != 0 ? received->verdict
                                                                               : NULL);
  twf_cli_set_json_nullable (object, "fingerprint", received->fingerprint);
  json_object_set_boolean_member (object, "holds", item->holds);
  json_object_set_boolean_member (object, "rewritten", received->beside != NULL);
  json_object_set_boolean_member (object, "takenIn", item->taken_in);
  json_object_set_int_member (object, "revisions", item->n_revisions);
  twf_cli_set_json_nullable (object, "base", item->base);
  twf_cli_set_json_nullable (object, "baseWhen", base_when);
  twf_cli_set_json_nullable (object, "baseSymbol", item->base_symbol);
  json_object_set_int_member (object, "behind", item->n_behind);
  twf_cli_set_json_strings (object, "provisions", (const char *const *)item->provisions);
  json_object_set_boolean_member (object, "otherwise", item->differs_otherwise);
  json_object_set_boolean_member (object, "damaged", item->is_damaged);
  return object;
}

static void
print_all (TwfCli *cli, GPtrArray *items)
{
  JsonObject *object;
  JsonArray *array;

  if (!cli->json)
    {
      for (guint i = 0; i < items->len; i++)
        print_item (cli, items->pdata[i]);
      return;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, item_to_json (items->pdata[i]));
  json_object_set_array_member (object, "inbox", array);
  twf_cli_print_json (cli, object);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  TwfDesk *desk = twf_cli_open_head (cli, arguments[0]);
  int status = TWF_EXIT_DONE;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  twf_desk_list_inbox_async (desk, options.all, NULL, twf_cli_store_result_cb, &result);
  items = twf_desk_list_inbox_finish (desk, twf_cli_await (&result), &error);
  if (items != NULL)
    print_all (cli, items);
  else
    status = twf_cli_fail (cli, error, arguments[0]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_inbox = {
  .name = "inbox",
  .arguments = "PLAN",
  .summary = N_ ("List what was received"),
  .details = N_ (
      "Lists, for the rolling text and each delegation, what was received last: when, whether its "
      "signature is verified, on which rolling text it was made, and what it changes. The name at "
      "the start of each is what twf merge, twf diff and twf log take: received/EG."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
