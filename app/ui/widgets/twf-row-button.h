/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done about the row of a list, at its end. */
void twf_row_add_button (AdwActionRow *row,
                         const char *icon,
                         const char *label,
                         const char *action,
                         const char *target);

G_END_DECLS
