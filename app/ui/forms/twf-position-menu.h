/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button with what may be said to a proposal. Its items are the action "proposals.say" of
 * (id of the proposal, delegation, word or "", id of the condition or ""). */
GtkWidget *twf_position_menu_new (TwfWorkbench *workbench,
                                  TwfProposal *proposal,
                                  const char *about) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
