/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_PROVISION_FORM (twf_provision_form_get_type ())
G_DECLARE_FINAL_TYPE (TwfProvisionForm, twf_provision_form, TWF, PROVISION_FORM, GtkWidget)

/* The form of a kind of provision: a page of sections, one for each text and link the kind has. */
GtkWidget *twf_provision_form_new (TwfSection section) G_GNUC_WARN_UNUSED_RESULT;
void
twf_provision_form_show (TwfProvisionForm *self, TwfWorkbench *workbench, TwfProvision *provision);

G_END_DECLS
