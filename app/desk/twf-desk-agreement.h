/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-agreement-life.h"
#include "twf-desk.h"

G_BEGIN_DECLS

/* Who changed one language of a provision after it was agreed. */
typedef struct
{
  char *language;
  TwfRevision *revision; /* nullable: nobody saved it yet */
  GStrv owners;          /* codes of the delegations whose proposal was accepted with it, or of the
                            one that saved it; none: the facilitator, or another program */
} TwfReopening;

void twf_reopening_free (TwfReopening *self);

void twf_desk_find_reopenings_async (TwfDesk *self,
                                     TwfProvision *provision,
                                     const TwfStanding *standing,
                                     const char *revision,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *twf_desk_find_reopenings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfReopening, one for each reopened language */

/* What a person reads. @moment, names of delegations and languages: as the reader's program writes
 * them. */
const char *twf_standing_get_words (const TwfStanding *standing); /* in short; NULL: not agreed */
char *twf_agreement_dup_words (const TwfAgreement *agreement,
                               const char *moment,
                               const char *pending) G_GNUC_WARN_UNUSED_RESULT;
char *twf_reopening_dup_words (const TwfReopening *reopening,
                               const char *names,
                               const char *moment) G_GNUC_WARN_UNUSED_RESULT;
char *twf_hindrance_dup_words (TwfHindrance hindrance,
                               const char *provision,
                               const char *item) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReopening, twf_reopening_free)

G_END_DECLS
