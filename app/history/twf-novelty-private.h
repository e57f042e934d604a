/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-novelty.h"

G_BEGIN_DECLS

GHashTable *twf_novelty_get_accepted (TwfNovelty *self);

G_END_DECLS
