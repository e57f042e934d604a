/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <adwaita.h>

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_EXPORT_WINDOW (twf_export_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfExportWindow, twf_export_window, TWF, EXPORT_WINDOW, AdwWindow)

/* Asks what kind of document is made of the plan, in which language and where, and makes it. */
GtkWidget *
twf_export_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
