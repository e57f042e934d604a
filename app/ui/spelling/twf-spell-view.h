/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-text-view.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_SPELL_VIEW (twf_spell_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfSpellView, twf_spell_view, TWF, SPELL_VIEW, GObject)

/* The spelling of one text view: underlines, and what its menu says of them. Lives as long as the
 * view. Property "why": why the text cannot be checked, for a person; NULL: it can. */
TwfSpellView *twf_spell_view_attach (TwfTextView *view);
void twf_spell_view_show (TwfSpellView *self, TwfWorkbench *workbench, const char *language);
const char *twf_spell_view_get_why (TwfSpellView *self);
gboolean twf_spell_view_go_next (GtkWidget *top);

G_END_DECLS
