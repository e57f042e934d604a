/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-saving.h"

G_BEGIN_DECLS

/* What others saved between the revision that was edited and the one a save made: read on the
 * worker, laid into the plan on the desk's thread. */
gboolean twf_theirs_read (TwfSaving *self, TwfRepository *repository, GError **error);
void twf_theirs_lay_in (TwfDesk *desk, TwfSaving *saving);

G_END_DECLS
