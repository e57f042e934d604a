/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_DELEGATION_DIALOG (twf_delegation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TwfDelegationDialog, twf_delegation_dialog, TWF, DELEGATION_DIALOG, AdwWindow)

/* One delegation or group: its names in the plan's languages, and who is in it. */
void twf_delegation_dialog_present (GtkWindow *parent,
                                    TwfWorkbench *workbench,
                                    TwfDelegation *delegation);

G_END_DECLS
