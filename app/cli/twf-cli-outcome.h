/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"
#include "twf-desk-merge.h"
#include "twf-outcome-count.h"

G_BEGIN_DECLS

void twf_cli_print_outcome (TwfCli *cli, const TwfOutcome *outcome);
void twf_cli_print_outcome_count (TwfCli *cli, const TwfOutcomeCount *count);
JsonObject *twf_cli_outcome_to_json (const TwfOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *twf_cli_outcome_count_to_json (const TwfOutcomeCount *count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
