/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include "twf-check-table.h"

G_BEGIN_DECLS

#define TWF_TYPE_RECKONER (twf_reckoner_get_type ())
G_DECLARE_FINAL_TYPE (TwfReckoner, twf_reckoner, TWF, RECKONER, GObject)

/* The figures of an open plan, kept as it is edited, and how it came there. Works only while it is
 * wanted, a few milliseconds at a time. Signals: "changed" when there are other figures;
 * "course" when more of the history is known. */
TwfReckoner *twf_reckoner_new (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
void twf_reckoner_want (TwfReckoner *self, gboolean wanted);
const TwfOverview *twf_reckoner_get_overview (TwfReckoner *self); /* nullable: not known yet */
GStrv twf_reckoner_list (TwfReckoner *self,
                         TwfFigureKind kind,
                         const char *detail) G_GNUC_WARN_UNUSED_RESULT;
guint twf_reckoner_count_found (TwfReckoner *self, TwfFindingKind kind);
gboolean twf_reckoner_is_checked (TwfReckoner *self);
TwfCourse *twf_reckoner_get_course (TwfReckoner *self); /* nullable: there is no history */
gboolean twf_reckoner_is_following (TwfReckoner *self);

G_END_DECLS
