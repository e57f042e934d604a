/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_FINDINGS_SECTION (twf_findings_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfFindingsSection,
                      twf_findings_section,
                      TWF,
                      FINDINGS_SECTION,
                      TwfFormSection)

/* What was found in the words of a provision, or of the plan's title, whichever check found it
 * (twf_plan_check_words()), each with what can be done about it. Not to be seen where there is
 * nothing. */
GtkWidget *twf_findings_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
