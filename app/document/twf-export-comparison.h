/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-export.h"
#include "twf-plan-comparison.h"

G_BEGIN_DECLS

/* @names: what the base and the sides are called, as many as there are. @language: texts in one
 * language; NULL: in all. */
GBytes *twf_export_comparison (TwfComparison *comparison,
                               TwfExportKind kind,
                               const char *const *names,
                               const char *language,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
