/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-form-section.h"

G_BEGIN_DECLS

/* A button with the packages of the plan: those are ticked that the section's provision is in, and
 * another can be named. */
GtkWidget *twf_package_menu_new (TwfFormSection *section) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
