/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_TRANSLATIONS_WINDOW (twf_translations_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfTranslationsWindow,
                      twf_translations_window,
                      TWF,
                      TRANSLATIONS_WINDOW,
                      AdwWindow)

/* What is to be translated into a language, in reading order. Signal: "chosen" (const char *id,
 * const char *from) when a text is to be worked on; the window closes. */
GtkWidget *
twf_translations_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
