/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_SPELL_MENU (twf_spell_menu_get_type ())
G_DECLARE_FINAL_TYPE (TwfSpellMenu, twf_spell_menu, TWF, SPELL_MENU, GObject)

/* What the menu of a text view says of the unknown word that it is opened at. */
TwfSpellMenu *twf_spell_menu_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
void twf_spell_menu_show (TwfSpellMenu *self, TwfWorkbench *workbench, const char *language);

G_END_DECLS
