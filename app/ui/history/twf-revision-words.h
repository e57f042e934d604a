/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-marks.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

/* What a revision is called in lists: in the language of the interface, isolated, begun as it is
 * read. */
char *twf_revision_words_dup_subject (TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_words_dup_author (TwfWorkbench *workbench,
                                     TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_words_dup_moment (TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_words_dup_byline (TwfWorkbench *workbench,
                                     TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_words_dup_tally (TwfWorkbench *workbench,
                                    const TwfTally *tally) G_GNUC_WARN_UNUSED_RESULT;
char *twf_revision_words_dup_spoken_tally (TwfWorkbench *workbench,
                                           const TwfTally *tally) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
