/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

#include "twf-check.h"

G_BEGIN_DECLS

/* What twf check says of words. */
int twf_cli_check_documents (TwfCli *cli, const char *const *paths);
JsonObject *twf_cli_place_to_json (const TwfFindingPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
