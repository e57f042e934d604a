/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_WORDS_WINDOW (twf_words_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfWordsWindow, twf_words_window, TWF, WORDS_WINDOW, AdwWindow)

/* The plan's own words, which spelling takes for right. */
GtkWidget *
twf_words_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
