/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-prospect.h"

G_BEGIN_DECLS

/* What is foreseen, in the reader's language. */
const char *twf_sequel_get_words (TwfSequel sequel);
const char *twf_stance_get_words (TwfStance stance);
const char *twf_prospect_get_hindrance (TwfPlan *plan, const char *pid, const GError *hindrance);

G_END_DECLS
