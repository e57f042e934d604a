/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A password that the desktop keeps for a server. */
typedef struct
{
  char *user;
  char *password;
} TwfKept;

TwfKept *twf_kept_look_up (const char *server) G_GNUC_WARN_UNUSED_RESULT;
void twf_kept_free (TwfKept *self);
gboolean twf_kept_keep (const char *server, const char *user, const char *password);
gboolean twf_kept_forget (const char *server, const char *user);
char *twf_kept_dup_helper (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfKept, twf_kept_free)

G_END_DECLS
