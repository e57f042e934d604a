/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-digits.h"

G_BEGIN_DECLS

/* Places that are shown like a provision and are none. */
#define TWF_PLACE_DETAILS "details"
#define TWF_PLACE_SPONSORS "sponsors"
#define TWF_PLACE_SECTION "section:" /* followed by the section's name */

#define TWF_TYPE_WORKBENCH (twf_workbench_get_type ())
G_DECLARE_FINAL_TYPE (TwfWorkbench, twf_workbench, TWF, WORKBENCH, GObject)

/* What the parts of the window share about the plan that is open: the plan, what is chosen in it,
 * the languages that are shown. Every widget is handed it; none looks for another widget.
 * Properties (bindable, notify): language, second-language and third-language (nullable), place (id
 * of a provision or TWF_PLACE_*; nullable). Signals: "notice" (const char *text, gboolean undoable)
 * for a toast; "problem" (GError *error) for what did not work. */
TwfWorkbench *twf_workbench_new (TwfDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
TwfWorkbench *twf_workbench_new_for_plan (TwfPlan *plan, TwfUndo *undo) G_GNUC_WARN_UNUSED_RESULT;

TwfDesk *twf_workbench_get_desk (TwfWorkbench *self);
TwfPlan *twf_workbench_get_plan (TwfWorkbench *self);
TwfUndo *twf_workbench_get_undo (TwfWorkbench *self);
const char *twf_workbench_get_owner (TwfWorkbench *self);
gboolean twf_workbench_is_read_only (TwfWorkbench *self);

const char *twf_workbench_get_language (TwfWorkbench *self);
void twf_workbench_set_language (TwfWorkbench *self, const char *language);
const char *twf_workbench_get_second_language (TwfWorkbench *self);
void twf_workbench_set_second_language (TwfWorkbench *self, const char *language);
const char *twf_workbench_get_third_language (TwfWorkbench *self);
void twf_workbench_set_third_language (TwfWorkbench *self, const char *language);

void twf_workbench_set_digits (TwfWorkbench *self, TwfDigits digits);
TwfDigits twf_workbench_get_digits (TwfWorkbench *self);
char *twf_workbench_dup_count (TwfWorkbench *self, guint count) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_workbench_get_place (TwfWorkbench *self);
void twf_workbench_set_place (TwfWorkbench *self, const char *place);
TwfProvision *twf_workbench_get_provision (TwfWorkbench *self);
gboolean twf_workbench_get_section (TwfWorkbench *self, TwfSection *section);

gboolean twf_workbench_apply (TwfWorkbench *self, TwfEdit *edit);
gboolean twf_workbench_apply_all (TwfWorkbench *self, GPtrArray *edits, const char *label);
void twf_workbench_report (TwfWorkbench *self, const GError *error);
void twf_workbench_notice (TwfWorkbench *self, const char *text, gboolean undoable);

char *twf_workbench_dup_text (TwfWorkbench *self,
                              TwfProvision *provision,
                              const char **language) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_workbench_dup_label (TwfWorkbench *self, TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
