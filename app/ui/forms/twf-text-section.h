/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_TEXT_SECTION (twf_text_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfTextSection, twf_text_section, TWF, TEXT_SECTION, TwfFormSection)

/* One of a provision's texts, or the plan's title, in the languages that are shown. */
GtkWidget *twf_text_section_new (TwfPart part,
                                 guint least_lines,
                                 gboolean every_language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_section_select (TwfTextSection *self,
                                  TwfPart part,
                                  const char *language,
                                  guint start,
                                  guint end);

G_END_DECLS
