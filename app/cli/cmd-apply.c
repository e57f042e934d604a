/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-apply.h"

#include <glib/gi18n-lib.h>

/* As much as twf_apply_json() takes. */
#define MOST_BYTES (64u * 1024 * 1024)

static int
apply_and_save (TwfCli *cli, TwfDesk *desk, GBytes *bytes, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *revision = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonObject *object;

  if (!twf_apply_json (twf_desk_get_plan (desk), data, size, cli->as, &ids, &error))
    return twf_cli_fail (cli, error, file);
  revision = twf_cli_save (cli, desk, "Apply edits");
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      for (gsize i = 0; ids[i] != NULL; i++)
        twf_cli_print (cli, "%s\n", ids[i]);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  twf_cli_set_json_strings (object, "ids", (const char *const *)ids);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = twf_read_foreign_file (arguments[1], MOST_BYTES, NULL, &error);
  TwfDesk *desk;
  int status;

  if (bytes == NULL)
    return twf_cli_fail (cli, error, arguments[1]);
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = apply_and_save (cli, desk, bytes, arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_apply = {
  .name = "apply",
  .arguments = "PLAN FILE.json",
  .summary = N_ ("Make many edits as one revision"),
  .details = N_ ("Makes all the edits of a JSON file, or none, and prints the id of the provision "
                 "each was about, one a line. “-” reads standard input. The form is in twf(1)."),
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
