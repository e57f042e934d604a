/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-notation.h"

G_BEGIN_DECLS

/* What the writer and the reader of a notation must agree on. */

#define TWF_BETWEEN " / "   /* alternatives */
#define TWF_BEHIND " - "    /* inline: what is said of one follows */
#define TWF_FACILITATOR "–" /* nobody's: the facilitator's */

gboolean twf_notation_is_space (gunichar sign);
void twf_notation_gap (const char *before,
                       const char *after,
                       gboolean *from_before,
                       gboolean *from_after);
void twf_notation_escape (GString *out,
                          const char *text,
                          TwfNotation notation,
                          gboolean inside,
                          gboolean behind);
char *twf_notation_dup_link (guint number) G_GNUC_WARN_UNUSED_RESULT;
guint twf_notation_cut_link (char *code);
void twf_notation_add_code (GPtrArray *sorted, char *code);

G_END_DECLS
