/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-opening.h"
#include "twf-plan.h"
#include "twf-style-rules.h"

G_BEGIN_DECLS

/* Words of the field TWF_PLAN_CONVENTION: whether a plan is written as resolutions are. With
 * neither it is found out, section by section. */
#define TWF_STYLE_NAME_RESOLUTION "style-resolution"
#define TWF_STYLE_NAME_PLAIN "style-plain"

/* What could be put right in the style of one text of a plan, by one rule. */
typedef struct
{
  TwfStyleRule rule;
  char *id;
  TwfPart part;
  char *language;
  char *found;   /* what stands there, of the first place; may be empty */
  char *instead; /* what should; nullable: a person has to say */
  guint n;       /* in so many places of the text */
} TwfStyleFinding;

TwfOpeningForms twf_style_get_forms (TwfProvision *provision);
TwfOpeningForms twf_style_get_forms_of (TwfSection section, guint depth);

void twf_style_finding_free (TwfStyleFinding *self);
GPtrArray *twf_plan_check_style (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfStyleFinding */
TwfEdit *
twf_style_finding_new_fix (const TwfStyleFinding *self, TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_style_rule_get_name (TwfStyleRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfStyleFinding, twf_style_finding_free)

G_END_DECLS
