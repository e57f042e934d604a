/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-agreed.h"
#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_AGREED_ROW (twf_agreed_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfAgreedRow, twf_agreed_row, TWF, AGREED_ROW, AdwExpanderRow)

/* A paragraph in which a phrase was agreed; opened, it has the paragraph in every language. Signal
 * "insert" (const char *language): the wording is to be put into the text; NULL: in all languages.
 */
GtkWidget *twf_agreed_row_new (TwfWorkbench *workbench,
                               const TwfFinding *finding,
                               const char *phrase,
                               gboolean may_insert) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
