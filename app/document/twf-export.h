/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_EXPORT_TEXT,
  TWF_EXPORT_HTML,
  TWF_EXPORT_PDF,
} TwfExportKind;

/* What document is made of a plan. */
typedef struct
{
  TwfExportKind kind;
  const char *language;
  TwfView view;
  TwfNotation notation; /* of compilations */
  gboolean sources;     /* says from where words were taken as they are */
} TwfExportOrder;

gboolean twf_view_from_name (const char *name, TwfView *view);
gboolean twf_export_kind_from_name (const char *name, TwfExportKind *kind);
gboolean twf_export_kind_from_file_name (const char *file_name, TwfExportKind *kind);
GBytes *twf_export_plan (TwfPlan *plan,
                         const TwfExportOrder *order,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
