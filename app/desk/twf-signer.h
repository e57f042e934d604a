/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* With which key somebody signs what they save in a plan: settings of the user's, never of the
 * plan's. All of this blocks. */
char *twf_signer_find (const char *plan, const char *identity) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_signer_set (const char *plan, const char *identity, const char *key, GError **error);
char *twf_signer_sign (GBytes *payload, gpointer key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
