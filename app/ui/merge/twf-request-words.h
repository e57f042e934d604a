/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* What the merge window says of a request. */
char *twf_request_words_dup_place (TwfWorkbench *workbench,
                                   TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT;
char *twf_request_words_dup_above (TwfWorkbench *workbench,
                                   TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT;
char *twf_request_words_dup_kind (TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT;
char *twf_request_words_dup_owners (TwfWorkbench *workbench,
                                    TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT;
char *twf_request_words_dup_marks (TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_request_words_get_standing (TwfRequest *request);
const char *twf_request_words_get_reason (TwfOutcomeReason reason);
const char *twf_request_words_get_decision (TwfDecision decision, gboolean takes_in);

/* One text to show: a heading for it where there are several, and its runs. */
typedef struct
{
  char *heading;
  char *language; /* nullable: the interface's */
  GPtrArray *runs;
} TwfRequestText;

/* All that it changes, first what a line of a list has room for. */
GPtrArray *
twf_request_words_list_texts (TwfWorkbench *workbench,
                              TwfRequest *request) G_GNUC_WARN_UNUSED_RESULT; /* TwfRequestText */

G_END_DECLS
