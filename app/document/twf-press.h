/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-language.h"
#include "twf-sheet-words.h"
#include "twf-sheet.h"

G_BEGIN_DECLS

/* The press is a module of its own that is loaded when something is printed: with Pango and cairo
 * come thirty libraries, which every other start would wait for. It holds no copy of a room: what
 * it needs of them it is handed. */
typedef struct
{
  TwfDirection (*get_direction) (const char *language);
  const char *(*get_word) (TwfWord word, const char *language);
  char *(*isolate_in) (const char *text, const char *language);
  GArray *(*list_openings) (const TwfBlock *block);
  TwfLook (*get_look) (const char *language);
  GQuark error_domain;
  int error_failed;
  int error_too_large;
} TwfPressNeeds;

#define TWF_PRESS_MODULE "twf-press.so"

GBytes *twf_press_print (const TwfPressNeeds *needs,
                         const char *title,
                         const char *running_head,
                         GPtrArray *sheet,
                         const char *language,
                         GDateTime *now,
                         int most_pages,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
