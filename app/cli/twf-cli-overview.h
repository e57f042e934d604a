/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

#include "twf-desk-course.h"

G_BEGIN_DECLS

/* Inside the room only: how the figures of a plan are printed. */
void twf_cli_print_overview (TwfCli *cli, const TwfOverview *overview, TwfCourse *course);
JsonObject *twf_cli_overview_to_json (TwfPlan *plan,
                                      TwfReckoning *reckoning,
                                      const TwfOverview *overview,
                                      TwfCourse *course) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
