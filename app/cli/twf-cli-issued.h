/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

GPtrArray *
twf_cli_list_issued (TwfCli *cli, TwfDesk *desk) G_GNUC_WARN_UNUSED_RESULT; /* of TwfIssued */
char *twf_cli_dup_issued_moment (const TwfIssued *issued) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_cli_dup_iso_moment (gint64 when, int offset_minutes) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
void twf_cli_print_issued (TwfCli *cli, TwfDesk *desk, const TwfIssued *issued);
JsonObject *twf_cli_issued_to_json (const TwfIssued *issued) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_set_json_nullable (JsonObject *object, const char *member, const char *value);

G_END_DECLS
