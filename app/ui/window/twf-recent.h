/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The plans that were opened lately, the last first. */
GList *twf_recent_list (void) G_GNUC_WARN_UNUSED_RESULT; /* of GtkRecentInfo */
void twf_recent_add (const char *path);

G_END_DECLS
