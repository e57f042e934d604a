/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_KEY_GROUP (twf_key_group_get_type ())
G_DECLARE_FINAL_TYPE (TwfKeyGroup, twf_key_group, TWF, KEY_GROUP, AdwPreferencesGroup)

/* With which key what is saved in the open plan is signed. */
void twf_key_group_set_workbench (TwfKeyGroup *self, TwfWorkbench *workbench);

G_END_DECLS
