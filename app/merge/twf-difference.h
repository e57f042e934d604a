/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_RUN_EQUAL,
  TWF_RUN_DELETED,
  TWF_RUN_INSERTED,
} TwfRunKind;

/* A stretch of whole words, spaces and marks that stayed, went or came. What moved went in one
 * place and came in another: its runs in both have the same number. */
typedef struct
{
  TwfRunKind kind;
  char *text;
  guint move;      /* from 1; 0: this did not move */
  gboolean edited; /* it stands within what moved, in one of the two places alone */
} TwfRun;

void twf_run_free (TwfRun *self);
GPtrArray *twf_difference_of_texts (const char *old_text,
                                    const char *new_text,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRun */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRun, twf_run_free)

G_END_DECLS
