/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-lock-private.h"
#include "twf-repository.h"

G_BEGIN_DECLS

GString *twf_tag_compose (const TwfCommitInfo *who,
                          const char *name,
                          const char *revision,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
git_reference *twf_tag_write (TwfRepository *repository,
                              TwfLock *lock,
                              git_repository *handle,
                              const char *reference,
                              const GString *tag,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
