/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-agreement.h"
#include "twf-package.h"

G_BEGIN_DECLS

/**
 * TwfHindrance:
 * @TWF_HINDRANCE_NONE: nothing
 * @TWF_HINDRANCE_UNKNOWN: there is no such provision
 * @TWF_HINDRANCE_PROPOSED: the provision is itself only proposed
 * @TWF_HINDRANCE_NO_TEXT: it has no words
 * @TWF_HINDRANCE_OPEN: a proposal about its words is open
 * @TWF_HINDRANCE_AGREED: it is agreed so already
 * @TWF_HINDRANCE_PACKAGE: another of its package would be left out
 * @TWF_HINDRANCE_DELEGATION: the delegation that is waited for is none of the plan's
 *
 * What keeps provisions from being agreed.
 *
 * Agreed are words that nobody asks to be changed: so a proposal for other words, or that the
 * provision go, has to be settled first, at every level: "ad referendum" says that the text is
 * finished while the rest is open. Pending one delegation, what that delegation alone asks for may
 * stay open: that is what is waited for. Proposals about its place or its links hinder nothing:
 * "agreed, placement to be determined". Whatever is proposed later leaves the agreement standing
 * until it is accepted.
 */
typedef enum
{
  TWF_HINDRANCE_NONE,
  TWF_HINDRANCE_UNKNOWN,
  TWF_HINDRANCE_PROPOSED,
  TWF_HINDRANCE_NO_TEXT,
  TWF_HINDRANCE_OPEN,
  TWF_HINDRANCE_AGREED,
  TWF_HINDRANCE_PACKAGE,
  TWF_HINDRANCE_DELEGATION,
} TwfHindrance;

/* Acts of the facilitator's, as in twf-proposal-life.h: each returns the edits (of TwfEdit) that do
 * what it says, for the plan as it stands; NULL on error. @as: who acts; NULL: the facilitator,
 * who alone may. */
TwfHindrance twf_agreement_find_hindrance (TwfPlan *plan,
                                           const char *const *ids,
                                           TwfAgreementLevel level,
                                           const char *pending,
                                           const char **id,
                                           const char **item);
GPtrArray *twf_agreement_agree (TwfPlan *plan,
                                const char *const *ids,
                                TwfAgreementLevel level,
                                const char *pending,
                                const char *as,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_agreement_take_away (TwfPlan *plan,
                                    const char *const *ids,
                                    const char *as,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reservations and explanations of position: a delegation's own, @code. They need no agreement to
 * hang on, and are not part of what is bound. */
GPtrArray *twf_statement_make (TwfPlan *plan,
                               const char *id,
                               TwfRemarkKind kind,
                               const char *code,
                               const char *language,
                               const char *text,
                               char **rid,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_statement_withdraw (TwfPlan *plan,
                                   const char *id,
                                   const char *rid,
                                   const char *code,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
