/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Many edits from one JSON text, all or none:
 *
 *   {"edits": [
 *     {"op": "add", "id": "@aim", "section": "objectives", "after": ID, "parent": ID,
 *      "texts": {"ar": T, "en": T, "means.en": T}, "fields": {"Rests-on": [ID, "@basis"]}},
 *     {"op": "edit", "id": ID, "texts": {"en": T, "fr": null}, "fields": {"Number": "3"}},
 *     {"op": "move", "id": ID, "section": S, "after": ID, "parent": ID},
 *     {"op": "remove", "id": ID},
 *     {"op": "plan", "title": {"ar": T}, "fields": {"Languages": ["ar", "en"]}},
 *     {"op": "delegation", "code": "EG", "fields": {"Name": {"ar": T, "en": T}, "Sponsor":
 * "co-sponsor"}},
 *     {"op": "delegation", "code": "EG", "remove": true}]}
 *
 * "id" of an addition is optional: an id, or a name of one's own after "@" that stands for the new
 * id everywhere in the same text, before the addition as well as after. "after": "" is the first
 * place; none is the last. */
gboolean twf_apply_json (TwfPlan *plan,
                         const char *json,
                         gsize length,
                         const char *owner,
                         GStrv *ids,
                         GError **error);

G_END_DECLS
