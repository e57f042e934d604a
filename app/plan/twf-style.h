/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/* Words of the field TWF_PLAN_CONVENTION: whether a plan is written as resolutions are. With
 * neither, those of its paragraphs are that open as resolutions do. */
#define TWF_STYLE_NAME_RESOLUTION "style-resolution"
#define TWF_STYLE_NAME_PLAIN "style-plain"

TwfOpeningForms twf_style_get_forms (TwfProvision *provision);
TwfOpeningForms twf_style_get_forms_of (TwfSection section, guint depth);

G_END_DECLS
