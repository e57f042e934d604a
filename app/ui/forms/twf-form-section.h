/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_FORM_SECTION (twf_form_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (TwfFormSection, twf_form_section, TWF, FORM_SECTION, GtkBox)

/* One part of a form, with a title. A subclass shows a provision in it, and shows another one when
 * asked again; it makes its edits through the workbench and knows no other part of the window. */
struct _TwfFormSectionClass
{
  GtkBoxClass parent_class;

  void (*show) (TwfFormSection *self, TwfWorkbench *workbench, TwfProvision *provision);
};

void twf_form_section_set_title (TwfFormSection *self, const char *title, const char *description);
const char *twf_form_section_get_title (TwfFormSection *self);
void twf_form_section_set_suffix (TwfFormSection *self, GtkWidget *suffix);
void twf_form_section_show (TwfFormSection *self, TwfWorkbench *workbench, TwfProvision *provision);
TwfWorkbench *twf_form_section_get_workbench (TwfFormSection *self);
TwfProvision *twf_form_section_get_provision (TwfFormSection *self);

G_END_DECLS
