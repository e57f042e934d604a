/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account.h"
#include "twf-export.h"

G_BEGIN_DECLS

/* The certificate of changes. @language: of its own words; NULL: that of the plan's numbers. */
GBytes *twf_export_account (const TwfAccount *account,
                            TwfExportKind kind,
                            const char *language,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
