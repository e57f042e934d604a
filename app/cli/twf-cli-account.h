/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

#include "twf-desk-account.h"

G_BEGIN_DECLS

JsonObject *twf_cli_account_to_json (const TwfAccount *account) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_print_account (TwfCli *cli, TwfDesk *desk, const TwfAccount *account);
void twf_cli_print_origins (TwfCli *cli, const TwfAccount *account);

G_END_DECLS
