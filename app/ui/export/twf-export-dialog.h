/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void twf_export_dialog_present (GtkWindow *parent, TwfWorkbench *workbench);

G_END_DECLS
