/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

char *twf_message_compose (const TwfCommitInfo *info, GError **error) G_GNUC_WARN_UNUSED_RESULT;
git_signature *
twf_signature_compose (const TwfCommitInfo *info, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
