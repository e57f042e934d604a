/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-export.h"
#include "twf-sheet.h"

G_BEGIN_DECLS

/* The three ways a sheet is written; each pure and blocking. */
GBytes *_twf_export_text (GPtrArray *sheet, const char *language) G_GNUC_WARN_UNUSED_RESULT;
GBytes *_twf_export_html (const char *title,
                          GPtrArray *sheet,
                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
GBytes *_twf_export_pdf (const char *title,
                         const char *running_head,
                         GPtrArray *sheet,
                         const char *language,
                         int most_pages,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void _twf_sheet_write_marks (GPtrArray *sheet);

G_END_DECLS
