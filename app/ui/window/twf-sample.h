/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-window.h"

G_BEGIN_DECLS

void twf_sample_open (TwfWindow *window);

G_END_DECLS
