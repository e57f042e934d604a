/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/**
 * TwfAgreementLevel:
 * @TWF_AGREEMENT_WORKING_GROUP: by a working group or in informals (yellow)
 * @TWF_AGREEMENT_PLENARY: by the plenary (green)
 * @TWF_AGREEMENT_AD_REFERENDUM: subject to what capitals say
 * @TWF_AGREEMENT_PENDING: by all but one delegation
 *
 * By whom a provision is agreed.
 */
typedef enum
{
  TWF_AGREEMENT_WORKING_GROUP,
  TWF_AGREEMENT_PLENARY,
  TWF_AGREEMENT_AD_REFERENDUM,
  TWF_AGREEMENT_PENDING,
} TwfAgreementLevel;

#define TWF_N_AGREEMENT_LEVELS 4

const char *twf_agreement_level_get_name (TwfAgreementLevel level);
gboolean twf_agreement_level_from_name (const char *name, TwfAgreementLevel *level);

/* One text of a provision as it was agreed. */
typedef struct
{
  TwfPart part;
  char *language;
  char *wording; /* twf_wording_dup_id() */
} TwfAgreedText;

/* What a value of the field "Agreed" says: "plenary 2026-11-23T16:40Z ar=<id> en=<id>
 * time-frame.en=<id>"; before the time stands the delegation where one is waited for: "pending EG
 * 2026-...". There is one spelling of everything, so that equal agreements are equal values.
 *
 * Bound are the wordings, all that the provision has at that moment: every part in every language.
 * Its place is not: paragraphs are agreed "placement to be determined", and moving or renumbering
 * one opens nothing. Nor are its links to other provisions, which are no words of it. */
typedef struct
{
  TwfAgreementLevel level;
  char *code;       /* of the delegation waited for; NULL: none is */
  gint64 when;      /* seconds since 1970 (UTC), whole minutes */
  GPtrArray *texts; /* of TwfAgreedText, by part, then by language bytewise; at least one */
} TwfAgreement;

TwfAgreement *twf_agreement_new (TwfProvision *provision,
                                 TwfAgreementLevel level,
                                 const char *code,
                                 gint64 when) G_GNUC_WARN_UNUSED_RESULT;
TwfAgreement *twf_agreement_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_agreement_format (const TwfAgreement *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_agreement_free (TwfAgreement *self);

/**
 * TwfAgreedState:
 * @TWF_AGREED_NOT: not agreed, or not in this language
 * @TWF_AGREED_STANDS: agreed, and the wording is what was agreed
 * @TWF_AGREED_REOPENED: the wording is no longer what was agreed
 * @TWF_AGREED_UNREADABLE: something is written there that is no agreement
 *
 * How the agreement about a provision, or about one language of it, stands.
 */
typedef enum
{
  TWF_AGREED_NOT,
  TWF_AGREED_STANDS,
  TWF_AGREED_REOPENED,
  TWF_AGREED_UNREADABLE,
} TwfAgreedState;

const char *twf_agreed_state_get_name (TwfAgreedState state);

typedef struct
{
  char *language;
  TwfAgreedState state;
  guint parts; /* 1 << TwfPart of each that differs from what was agreed */
} TwfAgreedLanguage;

/* How the agreement about a provision stands now. */
typedef struct
{
  TwfAgreedState state;    /* reopened as soon as one language is */
  TwfAgreement *agreement; /* the one that counts; NULL: none can be read */
  GPtrArray *languages;    /* of TwfAgreedLanguage: those with a text or an agreed one; the plan's
                              in its order, then others bytewise */
  guint n_open;            /* open proposals about the provision: they change nothing yet */
} TwfStanding;

gboolean twf_provision_is_agreed (TwfProvision *provision); /* says so; it may be reopened */
TwfStanding *twf_standing_new (TwfPlan *plan, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
void twf_standing_free (TwfStanding *self);
const TwfAgreedLanguage *twf_standing_get_language (const TwfStanding *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAgreement, twf_agreement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfStanding, twf_standing_free)

G_END_DECLS
