/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-delegation.h"
#include "twf-provision.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_EDIT_SET_TEXT,        /* id (NULL: the plan's title), part, language, text (NULL: none) */
  TWF_EDIT_SET_VALUES,      /* id (NULL: the plan), field, values (NULL: none) */
  TWF_EDIT_ADD,             /* provision: a whole one, not changed afterwards */
  TWF_EDIT_REMOVE,          /* id */
  TWF_EDIT_PLACE,           /* id, section, parent (NULL: top), rank */
  TWF_EDIT_SET_DELEGATION,  /* delegation: a whole one, not changed afterwards */
  TWF_EDIT_DROP_DELEGATION, /* id: its code */
  TWF_EDIT_SET_PROPOSAL,    /* id (NULL: the plan), proposal: a whole one, not changed afterwards */
  TWF_EDIT_DROP_PROPOSAL,   /* id (NULL: the plan), item */
  TWF_EDIT_SET_REMARK,      /* id, remark */
  TWF_EDIT_DROP_REMARK,     /* id, item */
} TwfEditKind;

/* One change to a plan as a value: what the window does, what `twf apply` reads, what the journal
 * keeps, what undo turns round. Immutable, reference-counted, may cross threads. */
typedef struct _TwfEdit TwfEdit;

#define TWF_TYPE_EDIT (twf_edit_get_type ())
GType twf_edit_get_type (void);

TwfEdit *twf_edit_new_text (const char *id, TwfPart part, const char *language, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_values (const char *id,
                              const char *field,
                              const char *const *values) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *
twf_edit_new_value (const char *id, const char *field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_add (TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_remove (const char *id) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_place (const char *id,
                             TwfSection section,
                             const char *parent,
                             const char *rank) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_delegation (TwfDelegation *delegation) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_drop_delegation (const char *code) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_proposal (const char *id, TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_drop_proposal (const char *id, const char *pid) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_remark (const char *id, TwfRemark *remark) G_GNUC_WARN_UNUSED_RESULT;
TwfEdit *twf_edit_new_drop_remark (const char *id, const char *rid) G_GNUC_WARN_UNUSED_RESULT;

TwfEdit *twf_edit_ref (TwfEdit *self);
void twf_edit_unref (TwfEdit *self);

TwfEditKind twf_edit_get_kind (const TwfEdit *self);
const char *twf_edit_get_id (const TwfEdit *self);
TwfPart twf_edit_get_part (const TwfEdit *self);
const char *twf_edit_get_language (const TwfEdit *self);
const char *twf_edit_get_text (const TwfEdit *self);
const char *twf_edit_get_field (const TwfEdit *self);
const char *const *twf_edit_get_values (const TwfEdit *self);
TwfProvision *twf_edit_get_provision (const TwfEdit *self);
TwfSection twf_edit_get_section (const TwfEdit *self);
const char *twf_edit_get_parent (const TwfEdit *self);
const char *twf_edit_get_rank (const TwfEdit *self);
TwfDelegation *twf_edit_get_delegation (const TwfEdit *self);
TwfProposal *twf_edit_get_proposal (const TwfEdit *self);
TwfRemark *twf_edit_get_remark (const TwfEdit *self);
const char *twf_edit_get_item (const TwfEdit *self); /* id of the proposal or remark */

/* Brings back what stood in a plan before: its content is not judged again. */
void twf_edit_set_restoring (TwfEdit *self); /* one that was just made */
gboolean twf_edit_get_restoring (const TwfEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfEdit, twf_edit_unref)

G_END_DECLS
