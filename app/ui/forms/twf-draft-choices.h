/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-draft-field.h"
#include "twf-draft-place.h"

G_BEGIN_DECLS

/* What is chosen in lists before it is proposed, as steps that can be taken back. */
typedef struct _TwfDraftChoices TwfDraftChoices;

TwfDraftChoices *
twf_draft_choices_new (GPtrArray *fields, TwfDraftPlace *place) G_GNUC_WARN_UNUSED_RESULT;
void twf_draft_choices_free (TwfDraftChoices *self);
void twf_draft_choices_note (TwfDraftChoices *self, gboolean typed);
gboolean twf_draft_choices_step (TwfDraftChoices *self, gboolean back, guint *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDraftChoices, twf_draft_choices_free)

G_END_DECLS
