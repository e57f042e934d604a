/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_WELCOME (twf_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TwfWelcome, twf_welcome, TWF, WELCOME, GtkWidget)

/* What a window without a plan shows: ways to begin, and the plans opened lately. */
void twf_welcome_update (TwfWelcome *self);

G_END_DECLS
