/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_EXPORT_TEXT,
  TWF_EXPORT_HTML,
  TWF_EXPORT_PDF,
} TwfExportKind;

gboolean twf_export_kind_from_name (const char *name, TwfExportKind *kind);
gboolean twf_export_kind_from_file_name (const char *file_name, TwfExportKind *kind);
GBytes *twf_export_plan (TwfPlan *plan,
                         TwfExportKind kind,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
