/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-asking.h"

G_BEGIN_DECLS

/* What git or ssh asks, understood. */
typedef struct
{
  TwfQuestion question;
  char *server;
  char *user;
  char *detail;
} TwfPrompt;

TwfPrompt *twf_prompt_parse (const TwfLocation *location,
                             const char *manner,
                             const char *words) G_GNUC_WARN_UNUSED_RESULT;
void twf_prompt_free (TwfPrompt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPrompt, twf_prompt_free)

G_END_DECLS
