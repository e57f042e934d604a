/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"
#include "twf-desk-procedure.h"

G_BEGIN_DECLS

/* What silence and readings share. NULL or TWF_EXIT_REFUSED: the reason has been printed. */
TwfProceedings *twf_cli_read_procedure (TwfCli *cli,
                                        TwfDesk *desk,
                                        const char *revision,
                                        gboolean arrivals) G_GNUC_WARN_UNUSED_RESULT;
int
twf_cli_refuse_act (TwfCli *cli, TwfObstacle obstacle, const TwfProcedure *known, const char *of);
char *twf_cli_record_act (TwfCli *cli,
                          TwfDesk *desk,
                          const TwfProcedure *known,
                          const TwfProcedureAct *act,
                          const char *message) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *
twf_cli_read_at (TwfCli *cli, TwfDesk *desk, const char *revision) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
