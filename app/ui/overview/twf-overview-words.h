/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* What all provisions are divided into: agreed at each level, and what is not. */
#define TWF_N_OVERVIEW_SHARES (TWF_N_AGREEMENT_LEVELS + TWF_N_STAGES - 1)

guint twf_overview_share_count (guint share, const TwfOverview *overview);
const char *twf_overview_share_get_class (guint share);
const char *twf_overview_share_get_title (guint share);
char *twf_overview_share_dup_figure (guint share) G_GNUC_WARN_UNUSED_RESULT;

/* In the reader's digits. */
char *twf_overview_words_dup_share (TwfWorkbench *workbench,
                                    guint part,
                                    guint whole) G_GNUC_WARN_UNUSED_RESULT;
char *twf_overview_words_dup_change (TwfWorkbench *workbench,
                                     guint before,
                                     guint now) G_GNUC_WARN_UNUSED_RESULT;
char *twf_overview_words_dup_held (TwfWorkbench *workbench,
                                   const TwfHolder *holder) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_overview_words_dup_holder (TwfWorkbench *workbench, const char *code) G_GNUC_WARN_UNUSED_RESULT;
char *twf_overview_words_dup_figure (TwfWorkbench *workbench,
                                     TwfFigureKind kind,
                                     const char *detail) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
