/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change.h"

G_BEGIN_DECLS

GHashTable *twf_changes_find_moved (GPtrArray *changes,
                                    TwfPlan *former,
                                    TwfPlan *latter) G_GNUC_WARN_UNUSED_RESULT; /* set of char* */

G_END_DECLS
