/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-section.h"

G_BEGIN_DECLS

const char *twf_kind_get_name (TwfSection section);
const char *twf_kind_get_add_label (TwfSection section);
const char *twf_kind_get_purpose (TwfSection section);

G_END_DECLS
