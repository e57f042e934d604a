/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 twf_clock_now (void);
GDateTime *twf_clock_now_utc (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_clock_set_fixed (gint64 unix_seconds);

G_END_DECLS
