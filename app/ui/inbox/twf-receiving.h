/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_RECEIVING (twf_receiving_get_type ())
G_DECLARE_FINAL_TYPE (TwfReceiving, twf_receiving, TWF, RECEIVING, GObject)

/* Contribution files on their way into the open plan, one after the other. Signals: "changed" when
 * another one's turn has come, or none is left; "ended" (char **lines, gboolean to_be_read) with
 * what became of all that were added since the last time, and whether a person has to read it. */
TwfReceiving *twf_receiving_get (TwfWorkbench *workbench);
void twf_receiving_add (TwfReceiving *self, const char *path);
void twf_receiving_stop (TwfReceiving *self);
const char *twf_receiving_get_file (TwfReceiving *self);

G_END_DECLS
