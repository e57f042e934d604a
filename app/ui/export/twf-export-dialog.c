/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-export-dialog.h"

/**
 * twf_export_dialog_present:
 * @parent: the window that asks
 * @workbench: the workbench of the plan to export
 */
void
twf_export_dialog_present (GtkWindow *parent, TwfWorkbench *workbench)
{
}
