/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-command.h"

G_BEGIN_DECLS

/* The difference of two texts on standard output. @name and @language are nullable. */
void twf_print_runs (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);
void twf_print_runs_html (TwfCli *cli, GPtrArray *runs, const char *name, const char *language);

G_END_DECLS
