/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* The life of proposals. Each function reads the plan and returns the edits (of TwfEdit) that do
 * what it says, all of them, for the plan as it stands; it changes nothing itself. They are one
 * act: twf_plan_apply_all(). NULL on error. */

/* A proposal that a person makes. @owners: codes; NULL: the facilitator. @pid: what it is. */
GPtrArray *twf_proposal_make_text (TwfPlan *plan,
                                   const char *id,
                                   TwfPart part,
                                   const char *language,
                                   const char *wording,
                                   const char *const *owners,
                                   const char *reason,
                                   char **pid,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_proposal_make (TwfPlan *plan, const char *id, TwfProposal *draft, char **pid, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_proposal_make_insert (TwfPlan *plan,
                                     TwfProvision *provision,
                                     const char *const *owners,
                                     const char *reason,
                                     char **pid,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Two proposals or more about the words of one provision become one, of all their owners; those are
 * withdrawn in its favour, and open again when it is off the table. */
GPtrArray *twf_proposal_make_compromise (TwfPlan *plan,
                                         const char *const *pids,
                                         TwfProposal *draft,
                                         char **pid,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define TWF_WHOLE_PROPOSAL (-1)

GPtrArray *twf_proposal_accept (TwfPlan *plan,
                                const char *pid,
                                const char *language,
                                int change,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_proposal_park (TwfPlan *plan, const char *pid, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_proposal_reject (TwfPlan *plan, const char *pid, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_proposal_withdraw (TwfPlan *plan, const char *pid, const char *code, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_proposal_reopen (TwfPlan *plan, const char *pid, const char *code, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_proposal_set_position (TwfPlan *plan,
                                      const char *pid,
                                      const char *code,
                                      const char *word,
                                      const char *condition,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A text under proposals changed. */
GPtrArray *twf_proposals_carry (TwfPlan *plan,
                                const char *id,
                                TwfPart part,
                                const char *language,
                                const char *old_text,
                                const char *new_text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_proposals_list_bases (TwfPlan *plan, const char *id) G_GNUC_WARN_UNUSED_RESULT; /* of char* */
GPtrArray *twf_proposals_carry_along (TwfPlan *plan,
                                      const char *id,
                                      GHashTable *wordings,
                                      gboolean rolling) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
