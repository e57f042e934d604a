/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-taken.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* What the things a plan is made of are called in the language of the interface, so that no list
 * shows an id, a code or the name of a stored field. */
char *
twf_words_dup_delegation (TwfWorkbench *workbench, const char *code) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_branch (TwfWorkbench *workbench, const char *branch) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_delegations (TwfWorkbench *workbench,
                                 const char *const *codes) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_group (TwfWorkbench *workbench,
                           const char *code,
                           const char *const *except) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_provision (TwfWorkbench *workbench,
                               TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_place (TwfWorkbench *workbench,
                           TwfSection section,
                           const char *parent,
                           const char *after) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_text_name (TwfPart part, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_mandate (const char *mandate) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_words_get_field (const char *field);
char *twf_words_dup_value (TwfWorkbench *workbench,
                           const char *field,
                           const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_said (const char *name, const char *word) G_GNUC_WARN_UNUSED_RESULT;
char *twf_words_dup_position (TwfWorkbench *workbench, const char *value) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_words_list_value_runs (TwfWorkbench *workbench,
                           const char *field,
                           const char *old_values,
                           const char *new_values) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRun */
char *twf_words_dup_taken (const TwfTaken *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
