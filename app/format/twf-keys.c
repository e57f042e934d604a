/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-keys.h"

#include "twf-delegation.h"
#include "twf-id.h"
#include "twf-language.h"
#include "twf-proposal.h"
#include "twf-remark.h"
#include "twf-section.h"
#include "twf-taken.h"

#include <string.h>

/* The reader is no stricter than the model is: what can be put into a plan can be read again. So
 * only the keys are checked on which the tree itself stands. */

static gboolean
is_version (const char *value)
{
  return *value >= '1' && *value <= '9' && strlen (value) <= 6
         && strspn (value, "0123456789") == strlen (value);
}

static gboolean
is_section (const char *value)
{
  TwfSection section;

  return twf_section_from_name (value, &section);
}

/* A rank is compared bytewise, so it is of signs that every system orders alike. */
static gboolean
is_rank (const char *value)
{
  for (; *value != '\0'; value++)
    if (!g_ascii_isgraph (*value))
      return FALSE;
  return TRUE;
}

static gboolean
is_proposal_kind (const char *value)
{
  TwfProposalKind kind;

  return twf_proposal_kind_from_name (value, &kind);
}

static gboolean
is_proposal_state (const char *value)
{
  TwfProposalState state;

  return twf_proposal_state_from_name (value, &state);
}

/* A comment is meant where no kind is named: it has no second spelling. */
static gboolean
is_statement (const char *value)
{
  TwfRemarkKind kind;

  return twf_remark_kind_from_name (value, &kind) && kind != TWF_REMARK_COMMENT;
}

/* The body is meant where no part is named: it has no second spelling. */
static gboolean
is_part (const char *value)
{
  TwfPart part;

  return twf_part_from_name (value, &part) && part != TWF_PART_BODY;
}

/* The one spelling of a moment: 2026-11-23T16:40:05Z. */
static gboolean
is_moment (const char *value)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (value, NULL);
  g_autofree char *again = NULL;

  if (moment == NULL || strlen (value) != strlen ("2026-11-23T16:40:05Z"))
    return FALSE;
  again = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  return g_strcmp0 (again, value) == 0;
}

const TwfKey twf_plan_keys[] = {
  { TWF_KEY_FORMAT, TWF_KEY_MUST, is_version },
  { TWF_PLAN_LANGUAGES, TWF_KEY_LIST },
  { TWF_PLAN_SOURCE_LANGUAGE },
  { TWF_PLAN_SYMBOL },
  { TWF_PLAN_SESSION },
  { TWF_PLAN_AGENDA_ITEM },
  { TWF_PLAN_DATE },
  { TWF_PLAN_CONVENTION },
  { TWF_PLAN_REGISTER },
  { TWF_PLAN_FACILITATOR_KEY, TWF_KEY_SET },
  { TWF_PLAN_PROCEDURE, TWF_KEY_SET },
  { TWF_FIELD_ACCEPTED, TWF_KEY_SET },
  { TWF_PLAN_WORD, TWF_KEY_SET },
  { NULL },
};

const TwfKey twf_provision_keys[] = {
  { TWF_KEY_SECTION, TWF_KEY_MUST, is_section },
  { TWF_KEY_PARENT, TWF_KEY_MAY, twf_id_is_valid },
  { TWF_KEY_RANK, TWF_KEY_MAY, is_rank },
  { TWF_FIELD_HEADING },
  { TWF_FIELD_NUMBER },
  { TWF_FIELD_SOURCE },
  { TWF_FIELD_ACCEPTED, TWF_KEY_SET },
  { TWF_FIELD_AGREED, TWF_KEY_SET },
  { TWF_FIELD_PACKAGE, TWF_KEY_SET },
  { TWF_FIELD_PILLAR, TWF_KEY_SET },
  { TWF_FIELD_PROPOSED, TWF_KEY_SET },
  { TWF_FIELD_RESTS_ON, TWF_KEY_SET },
  { TWF_FIELD_SERVES, TWF_KEY_SET },
  { TWF_FIELD_TAKEN, TWF_KEY_SET },
  { TWF_FIELD_TRANSLATED, TWF_KEY_SET },
  { NULL },
};

const TwfKey twf_proposal_keys[] = {
  { TWF_PROPOSAL_FIELD_KIND, TWF_KEY_MUST, is_proposal_kind },
  { TWF_PROPOSAL_FIELD_STATE, TWF_KEY_MUST, is_proposal_state },
  { TWF_PROPOSAL_FIELD_PART, TWF_KEY_MAY, is_part },
  { TWF_PROPOSAL_FIELD_FIELD },
  { TWF_PROPOSAL_FIELD_SECTION, TWF_KEY_MAY, is_section },
  { TWF_PROPOSAL_FIELD_PARENT, TWF_KEY_MAY, twf_id_is_valid },
  { TWF_PROPOSAL_FIELD_RANK, TWF_KEY_MAY, is_rank },
  { TWF_PROPOSAL_FIELD_REASON },
  { TWF_PROPOSAL_FIELD_REPLACED_BY, TWF_KEY_MAY, twf_id_is_valid },
  { TWF_PROPOSAL_FIELD_BASE, TWF_KEY_SET },
  { TWF_PROPOSAL_FIELD_CONTRIBUTED, TWF_KEY_SET },
  { TWF_PROPOSAL_FIELD_OWNER, TWF_KEY_SET },
  { TWF_PROPOSAL_FIELD_POSITION, TWF_KEY_SET },
  { TWF_PROPOSAL_FIELD_TAKES_UP, TWF_KEY_SET, twf_id_is_valid },
  { TWF_PROPOSAL_FIELD_VALUE, TWF_KEY_SET },
  { NULL },
};

const TwfKey twf_remark_keys[] = {
  { TWF_KEY_AUTHOR, TWF_KEY_MAY, twf_delegation_code_is_valid },
  { TWF_KEY_KIND, TWF_KEY_MAY, is_statement },
  { TWF_KEY_LANGUAGE, TWF_KEY_MAY, twf_language_is_valid },
  { TWF_KEY_WHEN, TWF_KEY_MUST, is_moment },
  { NULL },
};

const TwfKey twf_delegation_keys[] = {
  { TWF_DELEGATION_SPONSOR },
  { TWF_DELEGATION_RANK },
  { TWF_DELEGATION_KEY, TWF_KEY_SET },
  { TWF_DELEGATION_MEMBER, TWF_KEY_SET },
  { TWF_DELEGATION_NAME, TWF_KEY_SET },
  { TWF_DELEGATION_REPRESENTATIVE, TWF_KEY_SET },
  { TWF_DELEGATION_TITLE, TWF_KEY_SET },
  { NULL },
};
