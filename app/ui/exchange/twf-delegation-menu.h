/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GStrv twf_delegation_menu_list (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

/* A drop-down list of the plan's delegations by name, behind one more that has no code. */
GStrv twf_delegation_menu_fill (GtkDropDown *list,
                                TwfWorkbench *workbench,
                                const char *first,
                                const char *chosen) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_delegation_menu_get_code (GtkDropDown *list, const char *const *codes);

G_END_DECLS
