/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli-effect.h"

G_BEGIN_DECLS

/* One step in the life of proposals, as a command takes it. */
typedef struct
{
  const char *verb; /* "Accept": for the history */
  /* Whether it may be; FALSE: the reason has been printed. */
  gboolean (*may) (TwfCli *cli, TwfProposal *proposal);
  /* Of TwfEdit: what does it; NULL: @error says why not. */
  GPtrArray *(*list_edits) (TwfCli *cli, TwfPlan *plan, const char *pid, GError **error);
  gboolean is_chairs; /* under the chair's mandate where the facilitator does it */
  gboolean takes;     /* what is asked for comes to stand */
  gboolean opens;     /* it is to be on the table afterwards */
} TwfAct;

int twf_cli_act (TwfCli *cli, const TwfAct *act, guint n_arguments, const char *const *arguments);
int
twf_cli_act_on (TwfCli *cli, const TwfAct *act, TwfDesk *desk, guint n, const char *const *names);
char *twf_cli_save_act (TwfCli *cli,
                        TwfDesk *desk,
                        const char *pids,
                        const char *message,
                        gboolean is_chairs) G_GNUC_WARN_UNUSED_RESULT;
int twf_cli_refuse_state (TwfCli *cli, TwfProposal *proposal);
char *twf_cli_describe_act (const char *verb, TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
