/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_WORDINGS_WINDOW (twf_wordings_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfWordingsWindow, twf_wordings_window, TWF, WORDINGS_WINDOW, AdwWindow)

/* Every wording that each text of a provision had, and whose each word is. Actions:
 * wordings.restore and wordings.copy, of the wording with that number. */
GtkWidget *twf_wordings_window_new (GtkWindow *parent,
                                    TwfWorkbench *workbench,
                                    const char *id,
                                    const char *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
