/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* One field that can be proposed: what it holds, and what is chosen instead so far. */
typedef struct
{
  const char *field;
  GStrv standing;
  GStrv values;
  gboolean is_single; /* a link to one provision at most */
} TwfDraftField;

GPtrArray *twf_draft_field_list (TwfPlan *plan, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_draft_field_is_changed (const TwfDraftField *self);
gboolean twf_draft_field_is_valid (const TwfDraftField *self);
void twf_draft_field_set_value (TwfDraftField *self, const char *value);
void twf_draft_field_set_link (TwfDraftField *self, const char *id, gboolean on);

G_END_DECLS
