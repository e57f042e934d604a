/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* A change in each of the forms that `twf diff` prints. */
JsonObject *twf_cli_change_to_json (const TwfChange *change) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_print_change (TwfCli *cli, const TwfChange *change);
void twf_cli_append_runs (GString *line, GPtrArray *runs);

G_END_DECLS
