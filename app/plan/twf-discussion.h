/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"
#include "twf-remark.h"

G_BEGIN_DECLS

/* Inside the room only: what is said about a provision, or about the plan itself. Both lists are
 * made when they are first asked for: most provisions have none. */
typedef struct
{
  GListStore *proposals; /* of TwfProposal by id; nullable */
  GListStore *remarks;   /* of TwfRemark by time, then id; nullable */
} TwfDiscussion;

void twf_discussion_clear (TwfDiscussion *self);
void twf_discussion_copy (TwfDiscussion *self, const TwfDiscussion *from);
gboolean twf_discussion_equal (const TwfDiscussion *one, const TwfDiscussion *other);

GListModel *twf_discussion_list_proposals (TwfDiscussion *self);
TwfProposal *twf_discussion_get_proposal (const TwfDiscussion *self, const char *id);
void twf_discussion_put_proposal (TwfDiscussion *self, TwfProposal *proposal);
void twf_discussion_drop_proposal (TwfDiscussion *self, const char *id);

GListModel *twf_discussion_list_remarks (TwfDiscussion *self);
TwfRemark *twf_discussion_get_remark (const TwfDiscussion *self, const char *id);
void twf_discussion_put_remark (TwfDiscussion *self, TwfRemark *remark);
void twf_discussion_drop_remark (TwfDiscussion *self, const char *id);

G_END_DECLS
