/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-facts.h"

G_BEGIN_DECLS

/* Something that one language of a text states otherwise than the others. */
typedef struct
{
  TwfFactKind kind;
  char *language; /* the one that is alone with it */
  char *other;    /* the one it is shown against: the source, or another where it is the source */
  char *value;    /* what stands there, as it is written; nothing: it is not there */
  char *other_value;
  guint start; /* bytes of the text in @language; both 0 where there is nothing */
  guint end;
  guint other_start;
  guint other_end;
} TwfDisparity;

/* @languages and @texts in step, a text NULL where there is none, the source first. */
GPtrArray *twf_disparities_find (const char *const *languages,
                                 const char *const *texts,
                                 guint n) G_GNUC_WARN_UNUSED_RESULT; /* of TwfDisparity */
TwfDisparity *twf_disparity_copy (const TwfDisparity *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_disparity_free (TwfDisparity *self);
const char *twf_fact_kind_get_name (TwfFactKind kind);
gboolean twf_fact_kind_from_name (const char *name, TwfFactKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDisparity, twf_disparity_free)

G_END_DECLS
