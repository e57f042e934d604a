/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <adwaita.h>

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_IMPORT_WINDOW (twf_import_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfImportWindow, twf_import_window, TWF, IMPORT_WINDOW, AdwWindow)

/* The way from a document to a plan: choose it, review what each paragraph is taken for, create the
 * plan. Signals: "created" (TwfDesk *desk) with the new plan, open. */
GtkWidget *
twf_import_window_new (GtkWindow *parent, const char *identity) G_GNUC_WARN_UNUSED_RESULT;
void twf_import_window_read (TwfImportWindow *self, const char *const *paths);

G_END_DECLS
