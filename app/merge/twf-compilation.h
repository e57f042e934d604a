/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-brackets.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/* One text of a plan with all that is on the table about it, in one language. */
typedef struct
{
  TwfProvision *provision; /* nullable: the plan itself, whose text is its title */
  TwfPart part;
  char *language;
  GPtrArray *proposals; /* of TwfProposal; each is the side of its place */
  GPtrArray *pieces;    /* of TwfBracketPiece */
} TwfCompiledText;

void twf_compiled_text_free (TwfCompiledText *self);
TwfCompiledText *twf_compile_text (TwfPlan *plan,
                                   TwfProvision *provision,
                                   TwfPart part,
                                   const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_compile_asks (TwfProposal *proposal, TwfPart part, const char *language);
GStrv twf_compile_list_elsewhere (TwfPlan *plan,
                                  TwfProvision *provision,
                                  TwfPart part,
                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_compile_list_others (TwfPlan *plan,
                         TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT; /* of TwfProposal */
char *twf_compile_find_place (TwfPlan *plan,
                              TwfProvision *provision,
                              TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
TwfProposal *twf_compile_find_insert (TwfProvision *provision);
gboolean twf_compile_shows (TwfProvision *provision);
GPtrArray *
twf_compile_list_proposals (TwfPlan *plan, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfCompiledText, twf_compiled_text_free)

G_END_DECLS
