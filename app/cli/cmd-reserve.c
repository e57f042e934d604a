/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *language;
  char *text;
  gboolean explains;
  char *withdraws;
} options;

static const GOptionEntry entries[] = {
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the text"), "L" },
  { "text",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.text,
    N_ ("What is stated; “-” reads standard input"),
    "T" },
  { "explain",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.explains,
    N_ ("It explains a position and reserves nothing"),
    NULL },
  { "withdraw",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.withdraws,
    N_ ("Take a statement of one’s own back"),
    "STATEMENT" },
  { NULL },
};

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *id, char **rid, GError **error)
{
  g_autofree char *text = NULL;

  if (options.withdraws != NULL)
    {
      *rid = g_strdup (options.withdraws);
      return twf_statement_withdraw (plan, id, options.withdraws, cli->as, error);
    }
  text = twf_cli_dup_text (options.text, error);
  if (text == NULL)
    return NULL;
  return twf_statement_make (plan,
                             id,
                             options.explains ? TWF_REMARK_EXPLANATION : TWF_REMARK_RESERVATION,
                             cli->as,
                             options.language,
                             text,
                             rid,
                             error);
}

static int
reserve (TwfCli *cli, TwfDesk *desk, const char *id)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  const char *what = options.withdraws != NULL ? "withdraws a statement"
                     : options.explains        ? "explains its position"
                                               : "makes a reservation";
  g_autoptr (GError) error = NULL;
  g_autofree char *rid = NULL;
  g_autoptr (GPtrArray) edits = list_edits (cli, plan, id, &rid, &error);
  g_autofree char *message = g_strdup_printf ("%s %s on %s", cli->as, what, id);
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (edits == NULL || !twf_plan_apply_all (plan, edits, &error))
    return twf_cli_reject (cli, error, id);
  revision = twf_cli_save (cli, desk, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", rid);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", rid);
  json_object_set_string_member (object, "provision", id);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean makes = options.text != NULL && options.language != NULL && options.withdraws == NULL;
  gboolean withdraws = options.withdraws != NULL && options.text == NULL && options.language == NULL
                       && !options.explains;
  TwfDesk *desk;
  int status;

  if (!makes && !withdraws)
    return twf_cli_refuse (
        cli, _ ("Give either --language and --text, or --withdraw. See: twf help reserve"));
  if (cli->as == NULL)
    return twf_cli_refuse (cli, _ ("Whose statement it is, is not clear. Give --as CODE."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = reserve (cli, desk, arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_reserve = {
  .name = "reserve",
  .arguments = "PLAN ID --as CODE (--language L --text T [--explain] | --withdraw STATEMENT)",
  .summary = N_ ("State a reservation or explain a position"),
  .details
  = N_ ("A statement hangs on a provision and is its delegation’s own: it is kept beside what is "
        "agreed, goes along with contributions, and only its delegation takes it back. Prints the "
        "id of the statement."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
