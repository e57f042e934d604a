/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a document says about itself, read as data: the lines it stands in are not changed. */
char *twf_metadata_find_date (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_metadata_find_session (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_metadata_find_agenda_item (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_metadata_find_symbol (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_metadata_find_state (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_metadata_guess_language (const char *text);

G_END_DECLS
