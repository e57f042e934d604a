/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_APPLICATION (twf_application_get_type ())
G_DECLARE_FINAL_TYPE (TwfApplication, twf_application, TWF, APPLICATION, AdwApplication)

TwfApplication *twf_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
