/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

guint twf_cli_check_spelling (TwfCli *cli, TwfPlan *plan, JsonObject *object);

G_END_DECLS
