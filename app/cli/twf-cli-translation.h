/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

G_BEGIN_DECLS

/* Inside the room only: translations and what they are of. */
TwfLags *twf_cli_find_lags (TwfCli *cli, TwfDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_cli_knows_language (TwfCli *cli, TwfPlan *plan, const char *language);
const char *twf_cli_get_translated_words (TwfTranslatedState state);

G_END_DECLS
