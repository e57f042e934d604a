/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the dialogs about a delegation have in common. */
char *twf_delegation_entry_find_code (const char *typed,
                                      const char *const *languages) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *
twf_delegation_entry_new (const char *label, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
