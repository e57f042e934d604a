/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-revision.h"

G_BEGIN_DECLS

TwfRevision *twf_revision_new (git_commit *commit) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_dup_email_of (git_commit *commit) G_GNUC_WARN_UNUSED_RESULT;
gint64 twf_revision_get_when_of (git_commit *commit);

G_END_DECLS
