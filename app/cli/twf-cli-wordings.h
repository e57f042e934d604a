/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* Which text of a provision a command is about, as its options say. */
gboolean
twf_cli_check_text (TwfCli *cli, const char *part_name, const char *language, TwfPart *part);
int twf_cli_list_wordings (TwfCli *cli,
                           TwfDesk *desk,
                           const char *id,
                           TwfPart part,
                           const char *language,
                           guint most);

G_END_DECLS
