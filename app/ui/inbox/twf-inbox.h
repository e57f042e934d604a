/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-inbox.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_INBOX (twf_inbox_get_type ())
G_DECLARE_FINAL_TYPE (TwfInbox, twf_inbox, TWF, INBOX, GObject)

/* What was received for the open plan, looked up again whenever something comes or a revision is
 * saved. Signals: "changed"; "foreseen" when it is known what would come of it, or of what is
 * chosen; "arrived"
 * (GPtrArray of TwfInboxItem) for what was not there when it was looked up before; "problem"
 * (GError). */
TwfInbox *twf_inbox_get (TwfWorkbench *workbench);
void twf_inbox_look (TwfInbox *self);
GPtrArray *twf_inbox_list_items (TwfInbox *self); /* of TwfInboxItem, as one reads them */
gboolean twf_inbox_item_is_waiting (const TwfInboxItem *item);
guint twf_inbox_count_waiting (TwfInbox *self);

/* What would come of each; found out as long as somebody wants to know. */
void twf_inbox_want_foresight (TwfInbox *self, gboolean wanted);
gboolean twf_inbox_is_foreseeing (TwfInbox *self);
const TwfForesight *twf_inbox_get_foresight (TwfInbox *self, const char *name);

/* What would come of some of it, without the rest. */
void twf_inbox_choose (TwfInbox *self, const char *const *names);
gboolean twf_inbox_is_weighing (TwfInbox *self);
const TwfForesight *twf_inbox_get_chosen_foresight (TwfInbox *self);

G_END_DECLS
