/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_BEGINNINGS (twf_beginnings_get_type ())
G_DECLARE_FINAL_TYPE (TwfBeginnings, twf_beginnings, TWF, BEGINNINGS, GObject)

/* Since when what is proposed is on the table, looked up once for an open plan: it does not change.
 * Signals: "found" when more of it is known. */
TwfBeginnings *twf_beginnings_get (TwfWorkbench *workbench);
gint64 twf_beginnings_get_when (TwfBeginnings *self, const char *proposal); /* 0: not known */
void twf_beginnings_ask (TwfBeginnings *self, TwfProvision *provision);

G_END_DECLS
