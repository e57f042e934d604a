/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"

G_BEGIN_DECLS

/* Inside the room only. An edit that turns another one round: it brings back what stood in the plan
 * before, so that its content is not judged again. */
void twf_edit_set_restoring (TwfEdit *self);
gboolean twf_edit_get_restoring (const TwfEdit *self);

G_END_DECLS
