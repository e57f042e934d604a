/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_CLEARED (twf_cleared_get_type ())
G_DECLARE_FINAL_TYPE (TwfCleared, twf_cleared, TWF, CLEARED, GObject)

/* What the capital of the delegation that works here cleared last; one for each workbench. Signal:
 * "changed". */
TwfCleared *twf_cleared_get (TwfWorkbench *workbench);
const char *twf_cleared_get_revision (TwfCleared *self);
void twf_cleared_record (TwfCleared *self, const char *revision);

G_END_DECLS
