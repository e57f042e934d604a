/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_GROUP_SECTION (twf_group_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfGroupSection, twf_group_section, TWF, GROUP_SECTION, TwfFormSection)

/* Whether a provision is a heading over those under it, without a number of its own. */
GtkWidget *twf_group_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
