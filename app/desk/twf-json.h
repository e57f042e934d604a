/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Deeper nesting than this is refused before the parser sees it. */
#define TWF_JSON_MOST_DEPTH 64
#define TWF_JSON_MOST_BYTES (64u * 1024 * 1024)

JsonNode *twf_json_parse (const char *data, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_json_get_string (JsonObject *object, const char *member);
JsonObject *twf_json_get_object (JsonObject *object, const char *member);
GStrv twf_json_dup_strings (JsonObject *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
void twf_json_set_strings (JsonObject *object, const char *member, const char *const *values);

G_END_DECLS
