/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

#include "twf-desk-cleared.h"

G_BEGIN_DECLS

/* What changed in meaning, as `twf since --json` has it. */
void twf_cli_print_since_json (TwfCli *cli, TwfSince *since, const char *language);

G_END_DECLS
