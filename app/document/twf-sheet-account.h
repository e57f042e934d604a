/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account.h"
#include "twf-sheet.h"

G_BEGIN_DECLS

GPtrArray *
twf_sheet_new_of_account (const TwfAccount *account,
                          const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfBlock */
void twf_sheet_add_origins (GPtrArray *sheet, const TwfAccount *account, const char *language);

G_END_DECLS
