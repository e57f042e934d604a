/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-autocleanups-private.h"

G_BEGIN_DECLS

/* Whether something that is not there was asked for by a person, or is named by the repository. */
typedef enum
{
  TWF_GIT_ASKED,
  TWF_GIT_NAMED,
} TwfGitOrigin;

void twf_git_init (void);
gboolean twf_git_last_is (int klass);
gboolean twf_git_last_says (const char *words);
gboolean twf_git_fail (GError **error, int rc, TwfGitOrigin origin, const char *subject);

G_END_DECLS
