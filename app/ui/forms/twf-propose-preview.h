/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-propose-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a proposal would change, as tracked changes under headings. */
char *twf_propose_preview_dup_name (TwfProposeDraft *draft,
                                    const TwfDraftText *text) G_GNUC_WARN_UNUSED_RESULT;
void twf_propose_preview_fill (GtkBox *box,
                               TwfWorkbench *workbench,
                               TwfProposeDraft *draft,
                               gconstpointer shown);

G_END_DECLS
