/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-section.h"

G_BEGIN_DECLS

gboolean twf_heading_recognize (const char *text, TwfSection *section);
gboolean twf_heading_is_annex (const char *text);
gboolean twf_heading_looks_like (const char *text);

G_END_DECLS
