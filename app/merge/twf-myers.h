/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in no pair. */
#define TWF_NO_MATCH G_MAXUINT32

gboolean twf_myers_match (const guint32 *old_words,
                          guint n_old,
                          const guint32 *new_words,
                          guint n_new,
                          gint64 *budget,
                          guint32 *match);

G_END_DECLS
