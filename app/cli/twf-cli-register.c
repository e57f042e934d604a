/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-register.h"

/**
 * twf_cli_read_register:
 * @cli: a run
 * @desk: an open plan
 *
 * Returns: (transfer full) (nullable): the plan's register of keys; %NULL: the reason has been
 *   printed
 */
TwfRegister *
twf_cli_read_register (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfRegister *found;

  twf_desk_read_register_async (desk, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_read_register_finish (desk, twf_cli_await (&result), &error);
  if (found == NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return found;
}
