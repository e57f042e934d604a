/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account.h"
#include "twf-desk-private.h"
#include "twf-desk-words.h"

G_BEGIN_DECLS

/* What an account is made from. All borrowed. */
typedef struct
{
  TwfRepository *repository;
  const char *former; /* full ids */
  const char *latter;
  TwfAccount *account;
  GHashTable *doers; /* char* -> TwfDoer* */
  GCancellable *cancellable;
} TwfAccounting;

gboolean twf_accounting_add_row (TwfAccounting *self, const TwfRow *row, GError **error);
gboolean twf_accounting_add_facts (TwfAccounting *self, const TwfRow *row, GError **error);
TwfDoer *twf_accounting_find_doer (TwfAccounting *self, const TwfOrigin *origin);
guint twf_accounting_find_former (TwfAccounting *self,
                                  const char *path,
                                  GHashTable *numbers,
                                  GError **error);

G_END_DECLS
