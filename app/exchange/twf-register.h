/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"
#include "twf-public-key.h"
#include "twf-repository.h"

G_BEGIN_DECLS

/* One key and whose it is. */
typedef struct
{
  char *code; /* of the delegation; NULL: the facilitator's */
  TwfPublicKey *key;
} TwfRegisterEntry;

/* The register of keys of a plan, as it stood in one revision: immutable, reference-counted, may
 * cross threads. The one that counts is that of one's own plan, never one that came along. */
typedef struct _TwfRegister TwfRegister;

TwfRegister *twf_register_new (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
TwfRegister *twf_register_read (TwfRepository *repository,
                                const char *revision,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfRegister *twf_register_ref (TwfRegister *self);
void twf_register_unref (TwfRegister *self);

guint twf_register_get_version (TwfRegister *self);
GPtrArray *twf_register_get_entries (TwfRegister *self); /* of TwfRegisterEntry */
const TwfRegisterEntry *
twf_register_find (TwfRegister *self, const TwfPublicKey *key, gboolean *is_shared);
gboolean twf_register_has_keys_of (TwfRegister *self, const char *code);
char *twf_register_dup_allowed_signers (TwfRegister *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_register_may_follow (TwfRegister *self, TwfRegister *next, GError **error);

/* The edits that change it: keys, and its number raised by one. */
GPtrArray *twf_register_list_addition (TwfPlan *plan,
                                       const char *code,
                                       const TwfPublicKey *key,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfEdit */
GPtrArray *twf_register_list_revocation (TwfPlan *plan,
                                         const char *code,
                                         const char *fingerprint,
                                         gint64 when,
                                         gboolean only_ends,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfEdit */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRegister, twf_register_unref)

G_END_DECLS
