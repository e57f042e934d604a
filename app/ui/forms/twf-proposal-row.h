/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done about a proposal, as its row says it: to "proposals.decide" (what, id) and
 * "proposals.withdraw" (id, delegation or ""). */
#define TWF_DEED_ACCEPT "accept"
#define TWF_DEED_PARK "park"
#define TWF_DEED_REJECT "reject"
#define TWF_DEED_REOPEN "reopen"
#define TWF_DEED_WITHDRAW "withdraw"

const char *twf_deed_get_label (const char *deed);
GtkWidget *twf_proposal_row_new (TwfWorkbench *workbench,
                                 TwfProvision *provision,
                                 TwfProposal *proposal,
                                 GHashTable *unfolded) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_proposal_row_get_id (GtkWidget *row);
void twf_proposal_row_show_since (GtkWidget *row, gint64 when);
gboolean twf_proposal_row_foresee (GtkWidget *row, gboolean unfold);
gboolean twf_proposal_row_focus_deeds (GtkWidget *row);

G_END_DECLS
