/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-check.h"

G_BEGIN_DECLS

/* What was found, in the reader's language: the window and the command say the same. */
const char *twf_finding_kind_get_words (TwfFindingKind kind);
const char *twf_finding_kind_get_title (TwfFindingKind kind);
char *twf_finding_dup_words (const TwfFinding *finding,
                             const char *language,
                             const char *other) G_GNUC_WARN_UNUSED_RESULT;
char *twf_finding_dup_detail (const TwfFinding *finding,
                              const char *language,
                              const char *other) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_remedy_get_label (const char *name);
const char *twf_remedy_get_notice (const char *name);

G_END_DECLS
