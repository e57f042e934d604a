/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_PROPOSALS_SECTION (twf_proposals_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfProposalsSection,
                      twf_proposals_section,
                      TWF,
                      PROPOSALS_SECTION,
                      TwfFormSection)

/* What delegations propose for a provision, or for the plan itself: each with its owners, where it
 * stands, what it changes in the text, who says what to it; and what can be done about it. Hidden
 * where nothing was ever proposed. */
GtkWidget *twf_proposals_section_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_proposals_section_meet (TwfProposalsSection *self);
void twf_proposals_section_foresee (TwfProposalsSection *self, int step);

G_END_DECLS
