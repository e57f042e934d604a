/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_LINK_SECTION (twf_link_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfLinkSection, twf_link_section, TWF, LINK_SECTION, TwfFormSection)

/* The provisions that a field points to, as chips, and a list to choose them from. */
GtkWidget *twf_link_section_new (const char *field,
                                 TwfSection target,
                                 gboolean single) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
