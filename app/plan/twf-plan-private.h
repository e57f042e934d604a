/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-children.h"
#include "twf-fields.h"
#include "twf-plan.h"
#include "twf-provision-private.h"

G_BEGIN_DECLS

/* Inside the room only.
 *
 * The tree: every provision is listed in exactly one list, under its parent or, where the parent is
 * missing, stands in another section or under itself, at the top of its own section. In a plan
 * without such damage the lists are kept up to date edit by edit; building a plan, and damage,
 * lead to the lists being made anew when they are next asked for. */
struct _TwfPlan
{
  GObject parent_instance;

  TwfFields fields;
  TwfTexts titles;             /* all of part 0 */
  TwfDiscussion discussion;    /* proposals about the plan itself */
  GHashTable *bearers;         /* char* pid -> char* id of its provision, "" the plan (both owned);
                                  NULL: to be made anew when it is next asked for */
  char **languages;            /* source language first; made anew when one of its fields changes */
  GHashTable *provisions;      /* char* id (of the provision) -> TwfProvision* (owned) */
  GHashTable *delegations;     /* char* code (of the delegation) -> TwfDelegation* (owned) */
  GListStore *delegation_list; /* of TwfDelegation, by rank, then by code */
  TwfChildren *tops[TWF_N_SECTIONS];
  TwfChildren *nothing; /* what is listed under what is not there */
  guint n_misplaced;    /* provisions that are listed elsewhere than they say */
  gboolean is_listed;   /* whether the lists are up to date */
  gboolean is_numbered[TWF_N_SECTIONS];
  GHashTable *fixed; /* char* list -> TwfFixedList* (both owned): numbers of what was issued; NULL:
                        it never was */
};

void twf_plan_ensure_listed (TwfPlan *self);
TwfChildren *twf_plan_get_list (TwfPlan *self, TwfProvision *provision);
TwfChildren *twf_plan_get_children (TwfPlan *self, TwfSection section, const char *parent);
gboolean
twf_plan_parent_holds (TwfPlan *self, const char *id, TwfSection section, const char *parent);
void twf_plan_list (TwfPlan *self, TwfProvision *provision);
void twf_plan_unlist (TwfPlan *self, TwfProvision *provision);
void twf_plan_forget_numbers (TwfPlan *self, TwfSection section);

void twf_plan_store_values (TwfPlan *self, const char *field, const char *const *values);
void twf_plan_store_delegation (TwfPlan *self, TwfDelegation *delegation);
void twf_plan_drop_delegation (TwfPlan *self, const char *code);

void twf_plan_store_proposal (TwfPlan *self, TwfProvision *provision, TwfProposal *proposal);
void twf_plan_drop_proposal (TwfPlan *self, TwfProvision *provision, const char *pid);
void twf_plan_note_proposals (TwfPlan *self, TwfProvision *provision);
void twf_plan_forget_proposals (TwfPlan *self, TwfProvision *provision);

GPtrArray *twf_plan_new_edits (void) G_GNUC_WARN_UNUSED_RESULT;
TwfProvision *twf_plan_find (TwfPlan *self, const char *id, GError **error);
gboolean twf_plan_move_to (TwfPlan *self,
                           TwfProvision *provision,
                           TwfSection section,
                           const char *parent,
                           guint position,
                           const char *owner,
                           GError **error);
void twf_plan_plan_section_move (TwfPlan *self,
                                 TwfProvision *provision,
                                 TwfSection section,
                                 const char *parent,
                                 const char *rank,
                                 GPtrArray *edits);
gboolean twf_plan_check_place (TwfPlan *self,
                               const char *id,
                               TwfSection section,
                               const char *parent,
                               const char *rank,
                               GError **error);
gboolean
twf_plan_check_keys (const char *const *standing, const char *const *lines, GError **error);
TwfEdit *twf_plan_admit_proposal (TwfEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_plan_admit_remark (TwfEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_plan_admit_discussion (TwfProvision *copy, GError **error);
gboolean twf_plan_validate (TwfPlan *self, TwfEdit *edit, TwfEdit **admitted, GError **error);
void twf_plan_begin_group (TwfPlan *self);
void twf_plan_end_group (TwfPlan *self);
void twf_plan_emit_applied (TwfPlan *self, TwfEdit *edit, TwfEdit *inverse);

G_END_DECLS
