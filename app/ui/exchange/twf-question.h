/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sync.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called once: with what was said, and whether a password is to be kept; NULL: nothing was. */
typedef void (*TwfQuestionAnswered) (const char *answer, gboolean keep, gpointer user_data);

GtkWindow *twf_question_present (GtkWindow *parent,
                                 const TwfQuestion *question,
                                 TwfQuestionAnswered answered,
                                 gpointer user_data);

G_END_DECLS
