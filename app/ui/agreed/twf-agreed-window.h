/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_AGREED_WINDOW (twf_agreed_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfAgreedWindow, twf_agreed_window, TWF, AGREED_WINDOW, AdwWindow)

/* Where a phrase was agreed before, in the index of adopted texts: how often, in which paragraphs,
 * their wording in every language, which can be put into the chosen provision. */
GtkWidget *twf_agreed_window_new (GtkWindow *parent,
                                  TwfWorkbench *workbench,
                                  const char *phrase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
