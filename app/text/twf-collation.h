/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of names in a language (UCA with the language's tailoring). Not for use from two
 * threads at once. */
typedef struct _TwfCollator TwfCollator;

TwfCollator *twf_collator_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_collator_free (TwfCollator *self);
int twf_collator_compare (TwfCollator *self, const char *one, const char *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfCollator, twf_collator_free)

G_END_DECLS
