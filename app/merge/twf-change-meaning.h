/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change.h"

G_BEGIN_DECLS

GPtrArray *twf_changes_keep_meaning (GPtrArray *changes,
                                     TwfPlan *former,
                                     TwfPlan *latter) G_GNUC_WARN_UNUSED_RESULT; /* of TwfChange */

G_END_DECLS
