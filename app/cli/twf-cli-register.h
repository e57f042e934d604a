/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"
#include "twf-desk-register.h"

G_BEGIN_DECLS

TwfRegister *twf_cli_read_register (TwfCli *cli, TwfDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
