/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-issued.h"

G_BEGIN_DECLS

#define TWF_ISSUED_FOLDER "refs/tags/issued"
#define TWF_ISSUED_PREFIX TWF_ISSUED_FOLDER "/"
/* Ends the note in a tag's message; what follows is the record. */
#define TWF_ISSUED_RECORD "\nRecord:\n"

TwfIssued *
twf_issued_read (git_repository *handle, git_reference *reference) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_issued_list (git_repository *handle, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_issued_dup_reference (const char *symbol) G_GNUC_WARN_UNUSED_RESULT;
int twf_issued_lookup (git_repository *handle, const char *symbol, git_reference **reference);

G_END_DECLS
