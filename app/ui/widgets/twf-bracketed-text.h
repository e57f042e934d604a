/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large the letters are that say whose it is, to those of the text. */
#define TWF_BRACKETED_TEXT_ATTRIBUTION_SCALE 0.85

/* How a text with brackets looks: the signs are heavy, what stands and what is proposed have each
 * their colour, whose it is stands smaller. Brackets and slashes say the same without colour. */
GtkWidget *
twf_bracketed_text_new_label (GPtrArray *spans, const char *language) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_bracketed_text_get_colour (TwfSpanKind kind); /* NULL: that of the text */

G_END_DECLS
