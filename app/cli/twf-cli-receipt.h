/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"
#include "twf-desk-inbox.h"

G_BEGIN_DECLS

/* What became of branches that came; prints it, and gives the exit status. */
void twf_cli_print_receipt (TwfCli *cli, const TwfReceipt *receipt);
JsonObject *twf_cli_receipt_to_json (const TwfReceipt *receipt) G_GNUC_WARN_UNUSED_RESULT;
int twf_cli_tell_receipts (TwfCli *cli, JsonArray *array, GPtrArray *receipts, const char *file);
gboolean twf_cli_is_file_refused (const GError *error);
int twf_cli_print_receipts (TwfCli *cli, GPtrArray *receipts);
int twf_cli_refuse_file (TwfCli *cli, const GError *error, const char *file);
const char *twf_cli_get_verdict_words (const char *verdict);

G_END_DECLS
