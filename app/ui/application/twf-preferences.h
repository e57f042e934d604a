/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_PREFERENCES (twf_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TwfPreferences, twf_preferences, TWF, PREFERENCES, AdwPreferencesWindow)

void twf_preferences_present (GtkWindow *parent, GSettings *settings, TwfWorkbench *workbench);

G_END_DECLS
