/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

#define TWF_TYPE_UNDO (twf_undo_get_type ())
G_DECLARE_FINAL_TYPE (TwfUndo, twf_undo, TWF, UNDO, GObject)

/* The edits of a plan in the order they were made, and back. One step is what a person thinks of as
 * one: a run of typing in one field, a removal with all that hung under it. Properties (bindable):
 * can-undo, can-redo, undo-label, redo-label. */
TwfUndo *twf_undo_new (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void twf_undo_begin (TwfUndo *self, const char *label);
void twf_undo_end (TwfUndo *self);
void twf_undo_break (TwfUndo *self); /* the next edit starts a step of its own */
char *twf_undo_undo (TwfUndo *self) G_GNUC_WARN_UNUSED_RESULT; /* id of what changed, nullable */
char *twf_undo_redo (TwfUndo *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_undo_can_undo (TwfUndo *self);
gboolean twf_undo_can_redo (TwfUndo *self);

G_END_DECLS
