/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-delegations.h"
#include "twf-digits.h"

G_BEGIN_DECLS

/* Why a delegation cannot be removed, or be a member of a group, in the reader's language. */
char *twf_delegation_uses_dup_words (const TwfDelegationUses *uses,
                                     const char *name,
                                     TwfDigits digits) G_GNUC_WARN_UNUSED_RESULT;
char *twf_group_circle_dup_words (const char *group, const char *member) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
