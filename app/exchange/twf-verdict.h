/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-register.h"

G_BEGIN_DECLS

/**
 * TwfVerdict:
 * @TWF_VERDICT_VERIFIED: signed by whose it is, with a key that held
 * @TWF_VERDICT_UNSIGNED: nobody signed
 * @TWF_VERDICT_UNKNOWN_KEY: signed with a key that is nobody's in the register
 * @TWF_VERDICT_OTHERS_KEY: signed with somebody else's key, or with one that several have
 * @TWF_VERDICT_NOT_YET: signed with a key that does not hold yet
 * @TWF_VERDICT_EXPIRED: signed with a key that held until then
 * @TWF_VERDICT_REVOKED: signed with a key that was revoked
 * @TWF_VERDICT_ALTERED: the signature is not of this, or is none
 * @TWF_VERDICT_FOREIGN_AUTHOR: something new in it is in somebody else's name
 * @TWF_VERDICT_OTHER_PLAN: it does not go back to this plan
 * @TWF_VERDICT_UNCHECKED: it could not be found out
 *
 * Whether something is from whom it says. The first alone means that it is.
 */
typedef enum
{
  TWF_VERDICT_VERIFIED,
  TWF_VERDICT_UNSIGNED,
  TWF_VERDICT_UNKNOWN_KEY,
  TWF_VERDICT_OTHERS_KEY,
  TWF_VERDICT_NOT_YET,
  TWF_VERDICT_EXPIRED,
  TWF_VERDICT_REVOKED,
  TWF_VERDICT_ALTERED,
  TWF_VERDICT_FOREIGN_AUTHOR,
  TWF_VERDICT_OTHER_PLAN,
  TWF_VERDICT_UNCHECKED,
  TWF_N_VERDICTS,
} TwfVerdict;

/* A verdict and what it rests on. Immutable; may cross threads. */
typedef struct
{
  TwfVerdict verdict;
  char *fingerprint; /* of the key that it says it was signed with; nullable */
  char *signer;      /* code of the delegation whose key that is; NULL: the facilitator's, or
                        nobody's */
  gboolean is_known; /* the key is in the register */
  char *revision;    /* FOREIGN_AUTHOR: the one in somebody else's name; nullable */
  char *author;      /* FOREIGN_AUTHOR: in whose; nullable */
  gint64 moment;     /* NOT_YET, EXPIRED, REVOKED: since or until when; 0: none */
} TwfVerification;

void twf_verification_free (TwfVerification *self);

/* Whether a branch is from whose it is. All of this blocks. */
TwfVerification *twf_verify_branch (TwfRepository *repository,
                                    const char *code,
                                    const char *tip,
                                    GPtrArray *new_revisions,
                                    const char *ours,
                                    TwfRegister *held,
                                    gint64 when,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_verdict_is_settled (TwfVerdict noted,
                                 const char *fingerprint,
                                 const char *code,
                                 TwfRegister *held,
                                 gint64 when);
/* Whether one revision is from who is named in it. */
TwfVerification *twf_verify_revision (TwfRepository *repository,
                                      const char *revision,
                                      TwfRegister *held,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As it is stored and as a reader is told. */
const char *twf_verdict_get_name (TwfVerdict verdict);
gboolean twf_verdict_from_name (const char *name, TwfVerdict *verdict);
const char *twf_verdict_describe (TwfVerdict verdict);
char *twf_verification_describe (const TwfVerification *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfVerification, twf_verification_free)

G_END_DECLS
