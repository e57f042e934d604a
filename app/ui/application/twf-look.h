/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void twf_look_follow (GSettings *settings);
void twf_look_fit_windows (void);

G_END_DECLS
