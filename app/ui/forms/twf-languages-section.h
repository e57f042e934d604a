/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_LANGUAGES_SECTION (twf_languages_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfLanguagesSection,
                      twf_languages_section,
                      TWF,
                      LANGUAGES_SECTION,
                      TwfFormSection)

/* The languages of the plan, which of them is the source, and those that can be added. */
GtkWidget *twf_languages_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
