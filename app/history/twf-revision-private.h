/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-revision.h"

G_BEGIN_DECLS

TwfRevision *twf_revision_new (git_commit *commit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
