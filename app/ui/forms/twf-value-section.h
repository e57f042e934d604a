/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

#define TWF_TYPE_VALUE_SECTION (twf_value_section_get_type ())
G_DECLARE_FINAL_TYPE (TwfValueSection, twf_value_section, TWF, VALUE_SECTION, TwfFormSection)

/* The plan's own short fields: symbol, session, agenda item, date. */
GtkWidget *twf_value_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
