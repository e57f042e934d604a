/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"
#include "twf-plan.h"

G_BEGIN_DECLS

TwfOpeningForms twf_style_get_forms (TwfProvision *provision);
TwfOpeningForms twf_style_get_forms_of (TwfSection section, guint depth);

G_END_DECLS
