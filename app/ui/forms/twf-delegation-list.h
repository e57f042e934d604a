/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_DELEGATION_LIST (twf_delegation_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfDelegationList, twf_delegation_list, TWF, DELEGATION_LIST, GtkWidget)

/* The delegations of a plan in the order of their names, with a search where there are many.
 * Signals: "chosen" (char *code) when a person chose one; of several, each time one is ticked or no
 * longer is. */
GtkWidget *
twf_delegation_list_new (TwfWorkbench *workbench, gboolean several) G_GNUC_WARN_UNUSED_RESULT;
void twf_delegation_list_leave_out (TwfDelegationList *self, const char *code);
void twf_delegation_list_choose (TwfDelegationList *self, const char *const *codes);
GStrv twf_delegation_list_list_chosen (TwfDelegationList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
