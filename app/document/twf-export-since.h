/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-export.h"
#include "twf-since.h"

G_BEGIN_DECLS

/* A PDF is a note of two pages at most; text and pages of the web have everything. @language: texts
 * in one language; NULL: in all. */
GBytes *twf_export_since (TwfSince *since,
                          TwfExportKind kind,
                          const char *language,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
