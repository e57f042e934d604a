/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* The difference of two texts on standard output. @name and @language are nullable. */
void twf_cli_print_runs (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);
void twf_cli_print_runs_html (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);
void twf_cli_print_runs_json (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);
JsonArray *twf_cli_runs_to_json (GPtrArray *runs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
