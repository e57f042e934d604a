/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-numbering.h"

G_BEGIN_DECLS

/* Counting (twf-counting.c) and writing (twf-numbering.c) are apart: the first is the same in every
 * language. */
void twf_plan_count_number (TwfPlan *self, TwfProvision *provision, guint *number, guint *extra);
const char *twf_plan_get_counted_under (TwfPlan *self, TwfProvision *provision);

char *twf_number_spell_inserted (TwfConvention convention,
                                 guint extra,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_number_spell_alternative (TwfConvention convention,
                                    guint nth,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_number_language_is (const char *language, const char *primary);

G_END_DECLS
