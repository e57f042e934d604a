/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* Its items are the action "agreement.agree" of (level, delegation or "", package or ""). */
GMenuModel *
twf_agreement_menu_new (TwfWorkbench *workbench, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
