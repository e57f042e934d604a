/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-speller.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The speller of the program, on the thread that owns it. Nobody waits for it. */
void twf_spelling_check_async (const char *text,
                               const char *language,
                               TwfKnownWords *known,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GArray *twf_spelling_check_finish (GAsyncResult *result,
                                   TwfSpellingState *state,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_spelling_suggest_async (const char *word,
                                 const char *language,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GStrv twf_spelling_suggest_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
