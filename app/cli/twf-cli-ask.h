/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sync.h"

G_BEGIN_DECLS

gboolean twf_cli_has_terminal (void);
char *twf_cli_ask_at_terminal (TwfQuestion *question, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
