/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_AGREEMENT_SECTION (twf_agreement_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfAgreementSection,
                      twf_agreement_section,
                      TWF,
                      AGREEMENT_SECTION,
                      TwfFormSection)

/* Whether a provision is agreed, in each language, or who reopened it; what was reserved; and the
 * facilitator's acts. Actions: "agreement.agree" (level, delegation or ""), "agreement.reopen". */
GtkWidget *twf_agreement_section_new (void);

G_END_DECLS
