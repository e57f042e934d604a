/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_FINDING_NO_TEXT,            /* a provision without text in a language of the plan */
  TWF_FINDING_DANGLING_LINK,      /* a link to a provision that is not there */
  TWF_FINDING_WRONG_LINK,         /* a link to a provision of a kind it cannot point to */
  TWF_FINDING_PARENT_CYCLE,       /* provisions that stand under each other */
  TWF_FINDING_MISSING_PARENT,     /* a parent that is not there, or in another section */
  TWF_FINDING_HOSTILE_TEXT,       /* characters that deceive the reader */
  TWF_FINDING_SERVES_NOTHING,     /* an action without objective */
  TWF_FINDING_STALE,              /* a translation of an older wording */
  TWF_FINDING_DANGLING_PROPOSAL,  /* a proposal about, or pointing to, what is not there */
  TWF_FINDING_OLD_BASE,           /* a proposal made on another wording than the one that stands */
  TWF_FINDING_UNKNOWN_DELEGATION, /* a proposal's owner or position of none of the plan's */
  TWF_FINDING_BAD_KEY,            /* a line of the register of keys that is none */
  TWF_FINDING_SHARED_KEY,         /* a key that several have: it proves nothing of any of them */
  TWF_FINDING_LOOK_ALIKE,         /* a delegation's name or code taken for another's */
  TWF_FINDING_BAD_AGREEMENT,      /* that something is agreed, in a form that says nothing */
  TWF_FINDING_BROKEN_PACKAGE,     /* not agreed, though others of its package are */
  TWF_FINDING_REOPENED,           /* agreed, and the wording is another now */
  TWF_FINDING_BAD_PROCEDURE,      /* on record of the procedure, and says nothing */
  TWF_FINDING_RETOUCHED,          /* a translation that was changed since it was marked as one */
  TWF_FINDING_UNWORKED,           /* marked as translated, though not a word changed: by history */
  TWF_FINDING_GROUP_CIRCLE,       /* a group that is a member of itself, or of one of its members */
} TwfFindingKind;

typedef struct
{
  TwfFindingKind kind;
  char *id;       /* of the provision; NULL: the plan itself, or a delegation */
  char *language; /* nullable */
  char *detail;   /* nullable: the link, the character, the proposal, the delegations, parts, the
                     package */
} TwfFinding;

void twf_finding_free (TwfFinding *self);
GPtrArray *twf_plan_check (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfFinding */

GPtrArray *twf_plan_check_links (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFinding, twf_finding_free)

G_END_DECLS
