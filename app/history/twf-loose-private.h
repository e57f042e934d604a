/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

gboolean twf_loose_attach (TwfRepository *repository, git_repository *handle, GError **error);

G_END_DECLS
