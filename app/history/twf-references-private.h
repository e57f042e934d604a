/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"

G_BEGIN_DECLS

/* What a reference says; NULL: it is none of ours. */
typedef gpointer (*TwfReferenceRead) (git_repository *handle, git_reference *reference);

GPtrArray *twf_list_references (git_repository *handle,
                                const char *prefix,
                                TwfReferenceRead read,
                                GDestroyNotify free_one,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
