/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* Where a provision is to stand: what a move is written as before it is proposed. */
typedef struct
{
  TwfPlan *plan;           /* owned */
  TwfProvision *provision; /* owned: what is to move */
  TwfSection section;
  char *parent; /* nullable: under nothing */
  char *after;  /* of those it is to stand among; TWF_PLAN_FIRST: none */
} TwfDraftPlace;

TwfDraftPlace *
twf_draft_place_new (TwfPlan *plan, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
void twf_draft_place_free (TwfDraftPlace *self);
gboolean twf_draft_place_is_changed (TwfDraftPlace *self);
void twf_draft_place_set_section (TwfDraftPlace *self, TwfSection section);
void twf_draft_place_set_parent (TwfDraftPlace *self, const char *parent);
void twf_draft_place_set_after (TwfDraftPlace *self, const char *after);
GArray *
twf_draft_place_list_sections (TwfDraftPlace *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfSection */
GPtrArray *
twf_draft_place_list_parents (TwfDraftPlace *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfProvision */
GPtrArray *
twf_draft_place_list_siblings (TwfDraftPlace *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfProvision */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDraftPlace, twf_draft_place_free)

G_END_DECLS
