/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_ADD_KEY (twf_add_key_get_type ())
G_DECLARE_FINAL_TYPE (TwfAddKey, twf_add_key, TWF, ADD_KEY, AdwWindow)

/* Asks for a public key and whose it is. Signal: "chosen" (const char *code, nullable: the
 * facilitator's; gpointer: const TwfPublicKey*). */
GtkWidget *twf_add_key_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
