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
  TWF_FINDING_GROUP_CIRCLE,       /* a group that is a member of itself, or of one of its members */
  /* A language states something otherwise than the others: in the order of TwfFactKind. */
  TWF_FINDING_OTHER_NUMBER,
  TWF_FINDING_OTHER_MONTH,
  TWF_FINDING_OTHER_SYMBOL,
  TWF_FINDING_OTHER_PERCENT,
  TWF_FINDING_OTHER_ITEM,
  TWF_FINDING_OTHER_BRACKET,
  TWF_FINDING_OTHER_NOTE,
  TWF_FINDING_OTHER_STATE,
  TWF_FINDING_OTHER_BODY,
  /* What an editor would put right: in the order of TwfStyleRule. */
  TWF_FINDING_STYLE_END,
  TWF_FINDING_STYLE_OPENING,
  TWF_FINDING_STYLE_NO_END,
  TWF_FINDING_STYLE_DOUBLE_SPACE,
  TWF_FINDING_STYLE_SPACE_BEFORE,
  TWF_FINDING_STYLE_SPACE_MISSING,
  TWF_FINDING_STYLE_QUOTES,
  TWF_FINDING_STYLE_DIGITS,
  TWF_FINDING_STYLE_UNBALANCED,
} TwfFindingKind;

#define TWF_N_FINDING_KINDS (TWF_FINDING_STYLE_UNBALANCED + 1)

/**
 * TwfFindingGroup:
 * @TWF_FINDING_GROUP_PLAN: what holds the plan together
 * @TWF_FINDING_GROUP_CONCORDANCE: what the languages of a text say differently
 * @TWF_FINDING_GROUP_STYLE: what an editor would put right
 *
 * What a finding is about. All but the first are about words of a text, and are shown where it is
 * written.
 */
typedef enum
{
  TWF_FINDING_GROUP_PLAN,
  TWF_FINDING_GROUP_CONCORDANCE,
  TWF_FINDING_GROUP_STYLE,
} TwfFindingGroup;

/* Something that can be done about a finding at a press. */
typedef struct
{
  const char *name; /* for machines; its words are in desk/twf-finding-words */
  GPtrArray *edits; /* of TwfEdit: one act */
} TwfRemedy;

#define TWF_REMEDY_ACCEPT "accept" /* the texts may differ so, as long as they read so */
#define TWF_REMEDY_FIX "fix"       /* the text is put right, and nothing else of it changed */

/* Words of a text that a finding is about. */
typedef struct
{
  char *language;
  char *words; /* as they stand, or how many there are; empty: there are none */
  guint start; /* bytes of the text; both 0: no place in it */
  guint end;
} TwfFindingPlace;

typedef struct
{
  TwfFindingKind kind;
  char *id;       /* of the provision; NULL: the plan itself, or a delegation */
  char *language; /* nullable */
  char *detail;   /* nullable: the link, the character, the proposal, the delegations, parts, the
                     package */
  TwfPart part;   /* the text that it is about, from here on */
  TwfFindingPlace *place; /* nullable: it is about no words */
  TwfFindingPlace *other; /* nullable: the words of another language they are held against */
  GPtrArray *remedies;    /* of TwfRemedy; nullable: none is known */
} TwfFinding;

const char *twf_finding_kind_get_name (TwfFindingKind kind);
gboolean twf_finding_kind_from_name (const char *name, TwfFindingKind *kind);
TwfFindingGroup twf_finding_kind_get_group (TwfFindingKind kind);
void twf_finding_free (TwfFinding *self);
const TwfRemedy *twf_finding_get_remedy (const TwfFinding *self, const char *name);
GPtrArray *twf_plan_check (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfFinding */
/* Of TwfFinding: those about words of one provision's texts; NULL: of the plan's title. */
GPtrArray *twf_plan_check_words (TwfPlan *plan, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *twf_plan_check_links (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFinding, twf_finding_free)

G_END_DECLS
