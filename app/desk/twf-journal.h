/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-journal-file.h"

G_BEGIN_DECLS

/* The result of every keystroke, outside git, on disk within a second or twenty characters. Has a
 * thread of its own: behind a comparison or an export on the desk's worker the bound would not
 * hold. No file is made before the first edit. */
typedef struct _TwfJournal TwfJournal;

/* Called in the main context that made the journal; @error NULL: it can be written again. */
typedef void (*TwfJournalFunc) (const GError *error, gpointer user_data);

TwfJournal *twf_journal_new (const char *plan_path,
                             const char *branch,
                             const char *base,
                             TwfJournalFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;
guint64 twf_journal_append (TwfJournal *self, TwfEdit *edit);
void twf_journal_drop (TwfJournal *self, guint64 up_to, const char *base);
void twf_journal_retire (TwfJournal *self, TwfRemains *remains, gboolean set_aside);
void twf_journal_stop (TwfJournal *self, GTask *task);
void twf_journal_await_stopped (const char *stem);

G_END_DECLS
