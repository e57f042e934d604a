/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *twf_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *twf_fold_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
