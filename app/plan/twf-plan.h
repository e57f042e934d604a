/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-delegation.h"
#include "twf-edit.h"
#include "twf-provision.h"

G_BEGIN_DECLS

#define TWF_TYPE_PLAN (twf_plan_get_type ())
G_DECLARE_FINAL_TYPE (TwfPlan, twf_plan, TWF, PLAN, GObject)

/* A plan of action: its own fields, its provisions in order, its delegations. Belongs to one thread
 * at a time. Signals: "edited" (TwfEdit) after each change. */
TwfPlan *twf_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *twf_plan_new_from_template (const char *name,
                                     const char *const *languages,
                                     const char *title,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Building: for the storage format and import; no signal, no check of links. */
void twf_plan_take_provision (TwfPlan *self, TwfProvision *provision);
void twf_plan_take_delegation (TwfPlan *self, TwfDelegation *delegation);
void twf_plan_take_proposal (TwfPlan *self, TwfProposal *proposal);
void twf_plan_set_values (TwfPlan *self, const char *field, const char *const *values);
void twf_plan_set_title (TwfPlan *self, const char *language, const char *title);

/* Reading. */
const char *twf_plan_get_title (TwfPlan *self, const char *language);
GStrv twf_plan_list_title_languages (TwfPlan *self) G_GNUC_WARN_UNUSED_RESULT;
char *twf_plan_dup_display_title (TwfPlan *self, const char *language) G_GNUC_WARN_UNUSED_RESULT;
const char *const *twf_plan_get_languages (TwfPlan *self); /* source language first */
const char *twf_plan_get_source_language (TwfPlan *self);
const char *twf_plan_get_field (TwfPlan *self, const char *field);
const char *const *twf_plan_get_values (TwfPlan *self, const char *field);
GStrv twf_plan_list_fields (TwfPlan *self) G_GNUC_WARN_UNUSED_RESULT;
TwfProvision *twf_plan_get_provision (TwfPlan *self, const char *id);
guint twf_plan_get_n_provisions (TwfPlan *self);
gboolean twf_plan_has_children (TwfPlan *self, const char *id);
GListModel *twf_plan_list_children (TwfPlan *self, TwfSection section, const char *parent);
GPtrArray *twf_plan_list_all (TwfPlan *self) G_GNUC_WARN_UNUSED_RESULT; /* in reading order */
GListModel *twf_plan_list_proposals (TwfPlan *self); /* about the plan itself: title, fields */
TwfProposal *twf_plan_get_own_proposal (TwfPlan *self, const char *pid);
TwfProposal *
twf_plan_get_proposal (TwfPlan *self, const char *pid, TwfProvision **provision); /* anywhere */
TwfDelegation *twf_plan_get_delegation (TwfPlan *self, const char *code);
GListModel *twf_plan_list_delegations (TwfPlan *self);

/* Changing: the one door. */
gboolean twf_plan_apply (TwfPlan *self, TwfEdit *edit, TwfEdit **inverse, GError **error);
gboolean twf_plan_apply_all (TwfPlan *self, GPtrArray *edits, GError **error); /* or none */

/* Below, @after is the sibling that it is to follow: TWF_PLAN_FIRST: none, it becomes the first;
 * NULL: it becomes the last. */
#define TWF_PLAN_FIRST ""

char *twf_plan_make_rank (TwfPlan *self,
                          TwfSection section,
                          const char *parent,
                          const char *after,
                          const char *owner) G_GNUC_WARN_UNUSED_RESULT;
char *twf_plan_add (TwfPlan *self,
                    TwfSection section,
                    const char *parent,
                    const char *after,
                    const char *owner,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_plan_move (TwfPlan *self,
                        const char *id,
                        TwfSection section,
                        const char *parent,
                        const char *after,
                        const char *owner,
                        GError **error);
/* The edits of which these acts consist, for who has more to do in the same act. */
GPtrArray *
twf_plan_list_removal (TwfPlan *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_plan_check_field (TwfPlan *self,
                               TwfProvision *provision,
                               const char *field,
                               const char *const *values,
                               GError **error);
gboolean twf_plan_check_own_field (TwfPlan *self,
                                   const char *field,
                                   const char *const *values,
                                   GError **error);
GPtrArray *twf_plan_list_move (TwfPlan *self,
                               const char *id,
                               TwfSection section,
                               const char *parent,
                               const char *rank,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
twf_plan_remove (TwfPlan *self, const char *id, GError **error); /* with what is under it */
gboolean twf_plan_can_indent (TwfPlan *self, const char *id);
gboolean twf_plan_indent (TwfPlan *self, const char *id, const char *owner, GError **error);
gboolean twf_plan_outdent (TwfPlan *self, const char *id, const char *owner, GError **error);
gboolean
twf_plan_move_by (TwfPlan *self, const char *id, int steps, const char *owner, GError **error);

G_END_DECLS
