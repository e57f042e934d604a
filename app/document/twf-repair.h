/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-lexicon.h"

G_BEGIN_DECLS

/* The safe repairs: what no reader would miss. Words keep their order and their letters. */
char *twf_repair_signs (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_repair_line (const char *line, TwfLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
char *twf_repair_spaces (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
