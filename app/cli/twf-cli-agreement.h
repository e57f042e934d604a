/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* How agreements stand, for commands that show it. @reopenings: by the ids of provisions, who
 * reopened them (of TwfReopening). */
GHashTable *twf_cli_find_reopenings (TwfCli *cli,
                                     TwfDesk *desk,
                                     TwfPlan *plan,
                                     TwfProvision *only,
                                     const char *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_cli_dup_reopening (TwfDesk *desk,
                             GHashTable *reopenings,
                             const char *id,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_print_agreement (TwfCli *cli,
                              TwfDesk *desk,
                              TwfPlan *plan,
                              TwfProvision *provision,
                              const char *only,
                              GHashTable *reopenings);
JsonObject *twf_cli_agreement_to_json (TwfPlan *plan,
                                       TwfProvision *provision,
                                       GHashTable *reopenings) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *twf_cli_statements_to_json (TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
int twf_cli_finish_agreement (TwfCli *cli,
                              TwfDesk *desk,
                              GPtrArray *edits,
                              const char *verb,
                              const char *const *ids);

G_END_DECLS
