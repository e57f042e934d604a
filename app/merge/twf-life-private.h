/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"
#include "twf-positions.h"

#include "twf-error.h"

G_BEGIN_DECLS

/* Inside the room only: an act in the making. What is to become of proposals is written on copies,
 * so that several steps of one act see each other's work, and every proposal is set once. */
typedef struct
{
  TwfPlan *plan;      /* borrowed */
  GPtrArray *edits;   /* of TwfEdit: of texts, fields and places */
  GHashTable *drafts; /* char* pid (of the draft) -> TwfProposal* (owned) */
  GHashTable *places; /* char* pid (of the draft) -> char* provision id (owned); "": the plan */
  gboolean alone;     /* on a delegation's own branch: what stands there accepts nothing */
} TwfLife;

TwfLife *twf_life_new (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void twf_life_free (TwfLife *self);
GPtrArray *twf_life_end (TwfLife *self) G_GNUC_WARN_UNUSED_RESULT;

TwfProposal *
twf_life_find (TwfLife *self, const char *pid, TwfProvision **provision, GError **error);
GListModel *twf_life_list (TwfLife *self, TwfProvision *provision);
TwfProposal *twf_life_look (TwfLife *self, TwfProposal *proposal);
TwfProposal *twf_life_take (TwfLife *self, TwfProvision *provision, TwfProposal *proposal);
void twf_life_put (TwfLife *self, TwfProvision *provision, TwfProposal *proposal);
void twf_life_forget (TwfLife *self, const char *id);
TwfProposal *
twf_life_make (TwfLife *self, const char *id, TwfProposal *draft, char **pid, GError **error);
gboolean twf_life_stands (TwfLife *self, TwfProvision *provision, TwfProposal *draft);
void twf_life_follow_compromises (TwfLife *self);

const char *
twf_life_get_text (TwfLife *self, TwfProvision *provision, TwfPart part, const char *language);
const char *const *twf_life_get_values (TwfLife *self, TwfProvision *provision, const char *field);
void twf_life_set_proposers (TwfLife *self, TwfProvision *provision, TwfProposal *proposal);
void twf_life_leave (TwfLife *self, TwfProvision *provision, TwfProposal *draft, const char *code);
void twf_life_fire (TwfLife *self, const char *pid);
void twf_life_drop_met (TwfLife *self, TwfProposal *draft);
void twf_life_fire_met (TwfLife *self,
                        TwfProvision *provision,
                        TwfProposal *draft,
                        const TwfPosition *position);
void twf_life_carry_text (TwfLife *self,
                          TwfProvision *provision,
                          TwfPart part,
                          const char *language,
                          const char *old_text,
                          const char *new_text);
void twf_life_carry_values (TwfLife *self,
                            TwfProvision *provision,
                            const char *field,
                            const char *const *old_values,
                            const char *const *new_values);
void twf_life_carry_value (TwfLife *self,
                           TwfProvision *provision,
                           TwfProposal *proposal,
                           const char *const *old_values,
                           const char *const *new_values);
void
twf_life_settle_part (TwfLife *self, TwfProposal *draft, const char *language, const char *text);
gboolean twf_life_carry_one (TwfLife *self,
                             TwfProvision *provision,
                             TwfProposal *proposal,
                             const char *language,
                             const char *old_text,
                             const char *new_text);
GStrv twf_life_values_carry (const char *const *values,
                             const char *const *old_values,
                             const char *const *new_values) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_life_values_equal (const char *const *one, const char *const *other);
char *twf_life_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean
twf_life_refuse (GError **error, TwfError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLife, twf_life_free)

G_END_DECLS
