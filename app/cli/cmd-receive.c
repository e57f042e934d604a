/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-receipt.h"

#include "twf-bidi.h"
#include "twf-message.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry entries[] = { { NULL } };

/* Of one of several that does not come in. */
static void
tell_refused (TwfCli *cli, JsonArray *array, const GError *error, const char *file)
{
  g_autofree char *name = twf_text_isolate (file);
  g_autofree char *sentence = twf_error_describe (error, file);
  g_autofree char *reason = twf_text_isolate (error->message);
  JsonObject *object = json_object_new ();
  gboolean is_of_file = twf_cli_is_file_refused (error);

  json_object_set_string_member (object, "file", file);
  json_object_set_string_member (object, "outcome", "refused");
  json_object_set_string_member (object, "reason", is_of_file ? error->message : sentence);
  json_array_add_object_element (array, object);
  if (cli->json)
    return;
  if (is_of_file)
    twf_cli_print (cli, _ ("%s: refused: %s\n"), name, reason);
  else
    twf_cli_print (cli, "%s\n", sentence);
}

static GPtrArray *
receive_file (TwfDesk *desk, const char *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_receive_async (desk, file, NULL, twf_cli_store_result_cb, &result);
  return twf_desk_receive_finish (desk, twf_cli_await (&result), error);
}

/* One that is refused does not keep the others out. */
static int
receive_several (TwfCli *cli, TwfDesk *desk, guint n, const char *const *files)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  int status = TWF_EXIT_DONE;

  json_object_set_array_member (object, "received", array);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) receipts = receive_file (desk, files[i], &error);

      if (receipts == NULL)
        {
          tell_refused (cli, array, error, files[i]);
          status = TWF_EXIT_NEEDS_PERSON;
        }
      else if (twf_cli_tell_receipts (cli, array, receipts, files[i]) != TWF_EXIT_DONE)
        status = TWF_EXIT_NEEDS_PERSON;
    }
  if (cli->json)
    twf_cli_print_json (cli, object);
  else
    json_object_unref (object);
  return status;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = NULL;
  TwfDesk *desk = twf_cli_open_head (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  if (n_arguments > 2)
    status = receive_several (cli, desk, n_arguments - 1, arguments + 1);
  else
    {
      receipts = receive_file (desk, arguments[1], &error);
      status = receipts != NULL ? twf_cli_print_receipts (cli, receipts)
                                : twf_cli_refuse_file (cli, error, arguments[1]);
    }
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_receive = {
  .name = "receive",
  .arguments = "PLAN FILE...",
  .summary = N_ ("Take contribution files in, without merging them"),
  .details = N_ (
      "Looks at everything in FILE, “-” is standard input, and notes what it brings under "
      "refs/received. No branch moves, but for one: a delegation’s copy of main goes forward to "
      "the "
      "rolling text that the facilitator signed. A file that came before is judged by the register "
      "as it is now and changes nothing else, one that is older replaces nothing, and of a branch "
      "that was rewritten what came before is kept. Anything that is no plan is refused; of "
      "several "
      "files one that is does not keep the others out. Exit status 1: somebody has to look at it, "
      "since it is not verified, older, rewritten, or one of several that was refused."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
