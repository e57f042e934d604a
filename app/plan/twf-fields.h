/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside the room only: the two small tables that every object of a plan is made of. Both are
 * sorted arrays, because an object has a handful of fields and texts and a plan has ten thousand
 * objects; names and languages are shared strings. Both start as all zeros. */

typedef struct
{
  char *name;    /* GRefString */
  char **values; /* at least one */
} TwfField;

typedef struct
{
  TwfField *items; /* by name, bytewise */
  guint n;
} TwfFields;

typedef struct
{
  char *language; /* GRefString */
  char *text;     /* never empty */
  guint part;
} TwfTextItem;

typedef struct
{
  TwfTextItem *items; /* by part, then by language, bytewise */
  guint n;
} TwfTexts;

void twf_fields_clear (TwfFields *self);
void twf_fields_copy (TwfFields *self, const TwfFields *from);
gboolean twf_fields_equal (const TwfFields *one, const TwfFields *other);
const char *twf_fields_get_first (const TwfFields *self, const char *name);
const char *const *twf_fields_get (const TwfFields *self, const char *name);
gboolean
twf_fields_set (TwfFields *self, const char *name, const char *const *values, gboolean is_set);
GStrv twf_fields_list (const TwfFields *self) G_GNUC_WARN_UNUSED_RESULT;

void twf_texts_clear (TwfTexts *self);
void twf_texts_copy (TwfTexts *self, const TwfTexts *from);
gboolean twf_texts_equal (const TwfTexts *one, const TwfTexts *other);
const char *twf_texts_get (const TwfTexts *self, guint part, const char *language);
gboolean twf_texts_set (TwfTexts *self, guint part, const char *language, const char *text);
GStrv twf_texts_list (const TwfTexts *self, guint part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
