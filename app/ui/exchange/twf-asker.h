/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sync.h"

G_BEGIN_DECLS

/* Called on the main thread. Returns: whether a person is asked, and twf_asker_answer() follows. Of
 * a token that waits to be touched nobody is asked. */
typedef gboolean (*TwfAskerFunc) (const TwfQuestion *question, gpointer user_data);

/* Brings what git and ssh ask, each on a thread that waits, to the main one, and the answer back.
 */
typedef struct _TwfAsker TwfAsker;

TwfAsker *twf_asker_new (TwfAskerFunc func, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void twf_asker_free (TwfAsker *self);
TwfAsking *twf_asker_get_asking (TwfAsker *self);
void twf_asker_answer (TwfAsker *self, const char *answer, gboolean keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAsker, twf_asker_free)

G_END_DECLS
