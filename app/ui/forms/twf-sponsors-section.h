/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_SPONSORS_SECTION (twf_sponsors_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfSponsorsSection,
                      twf_sponsors_section,
                      TWF,
                      SPONSORS_SECTION,
                      TwfFormSection)

/* The delegations that put the plan forward, in their order. */
GtkWidget *twf_sponsors_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
