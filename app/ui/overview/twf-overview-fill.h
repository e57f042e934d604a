/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-figure-group.h"
#include "twf-reckoner.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* What stands in each group of figures of the overview page. */
void twf_overview_fill_agreed (TwfFigureGroup *group,
                               GtkLabel *share,
                               TwfWorkbench *workbench,
                               const TwfOverview *overview);
void twf_overview_fill_brackets (TwfFigureGroup *group,
                                 TwfWorkbench *workbench,
                                 const TwfOverview *overview);
guint twf_overview_fill_holders (TwfFigureGroup *group,
                                 TwfWorkbench *workbench,
                                 const TwfOverview *overview,
                                 gboolean all);
void twf_overview_fill_words (TwfFigureGroup *group,
                              TwfWorkbench *workbench,
                              const TwfOverview *overview,
                              TwfCourse *course);
void twf_overview_fill_languages (TwfFigureGroup *group,
                                  TwfWorkbench *workbench,
                                  const TwfOverview *overview);
void
twf_overview_fill_checks (TwfFigureGroup *group, TwfWorkbench *workbench, TwfReckoner *reckoner);

G_END_DECLS
