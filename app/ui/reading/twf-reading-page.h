/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_READING_PAGE (twf_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfReadingPage, twf_reading_page, TWF, READING_PAGE, GtkWidget)

/* The whole rolling text as one page: clean, as a compilation or with its changes; from bracket to
 * bracket, and below it what is proposed where one is and what can be done about it. Actions:
 * reading.bracket (i): to the next (1) or the one before (-1); reading.foresee (i): what would come
 * of the next alternative there; reading.compromise: begins one there; reading.draft: to the form
 * of the provision. */
void twf_reading_page_set_workbench (TwfReadingPage *self, TwfWorkbench *workbench);

G_END_DECLS
