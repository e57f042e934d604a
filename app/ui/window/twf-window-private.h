/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-window.h"

G_BEGIN_DECLS

char *twf_window_dup_identity (TwfWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_window_adopt_desk (TwfWindow *self, TwfDesk *desk);
void twf_window_add_actions (TwfWindow *self);
void twf_window_add_plan_actions (TwfWindow *self);
void twf_window_add_inbox_actions (TwfWindow *self);
void twf_window_follow_inbox (TwfWindow *self);
void twf_window_add_room_actions (TwfWindow *self);
void twf_window_update_room (TwfWindow *self);
void twf_window_add_spelling_actions (TwfWindow *self);
void twf_window_update_spelling (TwfWindow *self);
void twf_window_add_exchange_actions (TwfWindow *self);
void twf_window_update_exchange_actions (TwfWindow *self, TwfWorkbench *workbench);
void twf_window_add_translation_actions (TwfWindow *self);
void twf_window_update_translation_actions (TwfWindow *self, TwfWorkbench *workbench);
void twf_window_recall_languages (TwfWindow *self, TwfWorkbench *workbench);
void twf_window_remember_languages (TwfWindow *self);
void twf_window_update_actions (TwfWindow *self);
void twf_window_enable_action (TwfWindow *self, const char *name, gboolean enabled);
/* What follows once a revision is saved. */
typedef enum
{
  TWF_THEN_STAY,
  TWF_THEN_CLOSE_PLAN,
  TWF_THEN_CLOSE_WINDOW,
} TwfThen;

void twf_window_save (TwfWindow *self, const char *message, gboolean over_newer, TwfThen then);
void twf_window_reload (TwfWindow *self);
void twf_window_ask_before_closing (TwfWindow *self, gboolean close_window);
void twf_window_show_welcome (TwfWindow *self);
void twf_window_show_opening (TwfWindow *self, const char *name, GCancellable *cancellable);
void twf_window_show_progress (TwfWindow *self, double fraction);

G_END_DECLS
