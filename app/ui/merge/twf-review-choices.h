/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lists by which requests are narrowed down: whose they are, where they stand. */
GPtrArray *twf_review_choices_fill_owners (GtkDropDown *list,
                                           TwfWorkbench *workbench,
                                           GPtrArray *requests) G_GNUC_WARN_UNUSED_RESULT;
GArray *
twf_review_choices_fill_sections (GtkDropDown *list, GPtrArray *requests) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
