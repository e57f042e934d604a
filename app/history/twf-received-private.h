/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-received.h"

G_BEGIN_DECLS

/* "received/EG": the one that holds; "received/EG/000002". As git_reference_lookup(). */
int twf_received_lookup (git_repository *handle, const char *name, git_reference **reference);
char *twf_received_dup_reference (const char *code, guint number) G_GNUC_WARN_UNUSED_RESULT;
TwfReceived *
twf_received_read (git_repository *handle, git_reference *reference) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_received_list (git_repository *handle, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A pack that was looked at elsewhere becomes one of the repository's. */
gboolean twf_pack_bring (TwfRepository *repository, const char *pack, GError **error);
gboolean twf_pack_is_there (TwfRepository *repository, const char *pack);
void twf_pack_release (TwfRepository *repository, const char *pack);

G_END_DECLS
