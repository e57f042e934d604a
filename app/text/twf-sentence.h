/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person reads when something did not work: one translated sentence that says what and what
 * to do, made from the error's code; @subject is the plan's or file's name. */
char *twf_sentence_for_error (const GError *error, const char *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
