/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft-choices.h"
#include "twf-draft-field.h"
#include "twf-draft-place.h"
#include "twf-draft-text.h"

G_BEGIN_DECLS

/**
 * TwfAsk:
 * @TWF_ASK_WORDS: other words for what stands
 * @TWF_ASK_FIELDS: something else in its fields
 * @TWF_ASK_PLACE: that it stands elsewhere
 * @TWF_ASK_DELETION: the provision is to go
 * @TWF_ASK_INSERTION: a new provision
 *
 * What a person proposes.
 */
typedef enum
{
  TWF_ASK_WORDS,
  TWF_ASK_FIELDS,
  TWF_ASK_PLACE,
  TWF_ASK_DELETION,
  TWF_ASK_INSERTION,
} TwfAsk;

#define TWF_N_ASKS (TWF_ASK_INSERTION + 1)

#define TWF_TYPE_PROPOSE_DRAFT (twf_propose_draft_get_type ())
G_DECLARE_FINAL_TYPE (TwfProposeDraft, twf_propose_draft, TWF, PROPOSE_DRAFT, GObject)

/* What is written before it is proposed: every text with its wording, so that going from one to
 * another loses nothing. Knows the plan, no widgets. */
TwfProposeDraft *
twf_propose_draft_new (TwfWorkbench *workbench, const char *place) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_propose_draft_can_ask (TwfProposeDraft *self, TwfAsk ask);
void twf_propose_draft_set_ask (TwfProposeDraft *self, TwfAsk ask);
TwfAsk twf_propose_draft_get_ask (TwfProposeDraft *self);
TwfProvision *twf_propose_draft_get_provision (TwfProposeDraft *self);
GPtrArray *twf_propose_draft_get_texts (TwfProposeDraft *self); /* of TwfDraftText */
guint twf_propose_draft_find_first (TwfProposeDraft *self);
GPtrArray *twf_propose_draft_get_fields (TwfProposeDraft *self); /* of TwfDraftField */
TwfDraftPlace *twf_propose_draft_get_place (TwfProposeDraft *self);
TwfDraftChoices *twf_propose_draft_get_steps (TwfProposeDraft *self);
gboolean twf_propose_draft_asks_anything (TwfProposeDraft *self);
gboolean twf_propose_draft_is_changed (TwfProposeDraft *self);
GPtrArray *twf_propose_draft_list_edits (TwfProposeDraft *self,
                                         const char *const *owners,
                                         const char *reason,
                                         char **inserted,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
