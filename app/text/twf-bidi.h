/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-language.h"

G_BEGIN_DECLS

#define TWF_LRM "\342\200\216"
#define TWF_RLM "\342\200\217"
#define TWF_FSI "\342\201\250"
#define TWF_PDI "\342\201\251"

TwfDirection twf_text_get_base_direction (const char *text);
const char *twf_text_get_view_mark (const char *text, const char *language);
char *twf_text_dup_marked (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_text_isolate (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_text_isolate_in (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_text_strip_isolates (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_text_isolates_balance (const char *text);

G_END_DECLS
