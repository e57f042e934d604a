/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_FORM_PAGE (twf_form_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfFormPage, twf_form_page, TWF, FORM_PAGE, GtkWidget)

/* The Draft page: the form of the place one is at. Forms are made when they are first needed and
 * kept, so that going from one provision to the next fills a form and builds nothing. */
void twf_form_page_set_workbench (TwfFormPage *self, TwfWorkbench *workbench);

G_END_DECLS
