/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who is left, and what would come of it if a proposal were accepted: folded away until it is
 * asked for, since looking ahead takes comparing every alternative with every other. */
GtkWidget *twf_prospect_view_new (TwfWorkbench *workbench,
                                  TwfProvision *provision,
                                  TwfProposal *proposal,
                                  const char *about,
                                  GHashTable *unfolded) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
