/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"
#include "twf-remark.h"
#include "twf-section.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_TYPE_PROVISION (twf_provision_get_type ())
G_DECLARE_FINAL_TYPE (TwfProvision, twf_provision, TWF, PROVISION, GObject)

/* One numbered paragraph of a plan with its texts and fields. A provision that stands in a plan is
 * changed only through the plan (twf_plan_apply()), so that every change can be journalled and
 * undone; the setters here serve those who build one: the storage format, import, and the plan.
 * Signals: "changed" after the plan changed a text or a field of it. */
TwfProvision *twf_provision_new (const char *id, TwfSection section) G_GNUC_WARN_UNUSED_RESULT;
TwfProvision *twf_provision_copy (TwfProvision *self) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_provision_get_id (TwfProvision *self);
TwfSection twf_provision_get_section (TwfProvision *self);
const char *twf_provision_get_parent (TwfProvision *self);
const char *twf_provision_get_rank (TwfProvision *self);
void twf_provision_set_place (TwfProvision *self,
                              TwfSection section,
                              const char *parent,
                              const char *rank);

const char *twf_provision_get_text (TwfProvision *self, TwfPart part, const char *language);
void
twf_provision_set_text (TwfProvision *self, TwfPart part, const char *language, const char *text);
GStrv twf_provision_list_languages (TwfProvision *self, TwfPart part) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_provision_get_field (TwfProvision *self, const char *field);
const char *const *twf_provision_get_values (TwfProvision *self, const char *field);
void twf_provision_set_values (TwfProvision *self, const char *field, const char *const *values);
GStrv twf_provision_list_fields (TwfProvision *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_provision_is_proposed (TwfProvision *self, TwfProposalState *state);
gboolean twf_provision_has_proposals (TwfProvision *self);
GListModel *twf_provision_list_proposals (TwfProvision *self); /* of TwfProposal; borrowed */
GListModel *twf_provision_list_remarks (TwfProvision *self);   /* of TwfRemark; borrowed */
gboolean twf_provision_has_remarks (TwfProvision *self);
TwfProposal *twf_provision_get_proposal (TwfProvision *self, const char *pid);
TwfRemark *twf_provision_get_remark (TwfProvision *self, const char *rid);
void twf_provision_take_proposal (TwfProvision *self, TwfProposal *proposal);
void twf_provision_take_remark (TwfProvision *self, TwfRemark *remark);

gboolean twf_provision_equal (TwfProvision *one, TwfProvision *other);

G_END_DECLS
