/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One term of a text: what an index lists and what is looked for in it. */
typedef struct
{
  gsize start; /* in bytes of the text it was cut from */
  gsize end;
  const char *folded; /* lent by the cutter: the same pointer for the same term */
  gboolean single;    /* a Han sign that none follows: see twf_terms_cut() */
} TwfTerm;

typedef struct _TwfTerms TwfTerms;

TwfTerms *twf_terms_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_terms_free (TwfTerms *self);
void twf_terms_cut (TwfTerms *self, const char *text, GArray *terms);
guint twf_terms_count_known (TwfTerms *self);
const char *twf_terms_get_making (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTerms, twf_terms_free)

G_END_DECLS
