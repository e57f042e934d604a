/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An edit as the journal keeps it: everything that is needed to make it again. */
JsonObject *twf_edit_to_json (const TwfEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_from_json (JsonObject *object, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
