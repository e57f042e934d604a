/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_SPONSOR_DIALOG (twf_sponsor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TwfSponsorDialog, twf_sponsor_dialog, TWF, SPONSOR_DIALOG, AdwWindow)

/* One delegation that puts the plan forward: who it is, who speaks for it, in the languages shown.
 */
void
twf_sponsor_dialog_present (GtkWindow *parent, TwfWorkbench *workbench, TwfDelegation *delegation);

G_END_DECLS
