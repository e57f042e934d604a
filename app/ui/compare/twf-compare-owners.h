/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-owners.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* Somebody whose words appear, or what stands in place of him where there is nobody. */
typedef struct
{
  char *mark; /* what stands behind the words */
  char *name; /* in full */
} TwfCompareOwner;

#define TWF_TYPE_COMPARE_OWNERS (twf_compare_owners_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompareOwners, twf_compare_owners, TWF, COMPARE_OWNERS, GObject)

/* Whose the changed words of a comparison are, looked up row by row behind the scenes. Emits
 * "found" with the number of a row, and "owner-added" where somebody appears for the first time. */
TwfCompareOwners *twf_compare_owners_new (TwfWorkbench *workbench,
                                          TwfComparison *comparison,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
void twf_compare_owners_stop (TwfCompareOwners *self);
void twf_compare_owners_want (TwfCompareOwners *self, guint row);
GPtrArray *twf_compare_owners_get (TwfCompareOwners *self, guint row); /* of TwfOwnedRowText */
GPtrArray *twf_compare_owners_list (TwfCompareOwners *self);           /* of TwfCompareOwner */
guint twf_compare_owners_find (TwfCompareOwners *self, const TwfOwnedWords *words);

G_END_DECLS
