/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sheet.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Inside the module only: how stretches of a text look. */
void _twf_press_draw_spans (PangoLayout *layout, GPtrArray *spans, gsize start);
void _twf_press_draw_runs (PangoLayout *layout, GPtrArray *runs, gsize start);
void _twf_press_draw_openings (PangoLayout *layout, GArray *openings, TwfLook look);

G_END_DECLS
