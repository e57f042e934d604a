/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-register.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_REGISTER_ROW (twf_register_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfRegisterRow, twf_register_row, TWF, REGISTER_ROW, GtkListBoxRow)

/* One registered key. Signal: "revoke" when a person asks for it. */
GtkWidget *twf_register_row_new (TwfWorkbench *workbench,
                                 const TwfRegisterEntry *entry,
                                 gboolean may_revoke) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_register_row_get_code (TwfRegisterRow *self);
const char *twf_register_row_get_fingerprint (TwfRegisterRow *self);

G_END_DECLS
