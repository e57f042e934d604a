/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Words that are right in this plan whatever a dictionary says: names, terms of art. They are the
 * plan's field "Word", a set: "<language> <word>". */
gboolean
twf_word_list_check (const char *const *standing, const char *const *values, GError **error);
gboolean twf_word_list_parse (const char *value, char **language, const char **word);
GStrv twf_word_list_get (TwfPlan *plan, const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_word_list_edit (TwfPlan *plan,
                             const char *language,
                             const char *word,
                             gboolean present) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_word_list_names (TwfPlan *plan, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
