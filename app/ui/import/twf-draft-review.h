/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-desk.h"

G_BEGIN_DECLS

#define TWF_TYPE_DRAFT_REVIEW (twf_draft_review_get_type ())
G_DECLARE_FINAL_TYPE (TwfDraftReview, twf_draft_review, TWF, DRAFT_REVIEW, GtkWidget)

/* The paragraphs of an imported document with what each is taken for; any can be re-assigned, and
 * each proposed repair accepted or not, beside the lines it came from. */
void twf_draft_review_set_draft (TwfDraftReview *self, TwfDraft *draft);

G_END_DECLS
