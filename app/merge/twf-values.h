/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside the room only: values of a field as sets; NULL is the empty one. All results are new. */
gboolean twf_values_hold (const char *const *values, const char *value);
gboolean twf_values_equal (const char *const *one, const char *const *other);
char *twf_values_join (const char *const *values) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_values_with (const char *const *values, const char *value) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_values_without (const char *const *values, const char *value) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_values_unite (GStrv one, GStrv other) G_GNUC_WARN_UNUSED_RESULT;
GStrv
twf_values_common (const char *const *values, const char *const *others) G_GNUC_WARN_UNUSED_RESULT;
GStrv
twf_values_reorder (const char *const *values, const char *const *order) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_values_carry (const char *const *values,
                        const char *const *base,
                        const char *const *other) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *twf_table_list_values (GHashTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
