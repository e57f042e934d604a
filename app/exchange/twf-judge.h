/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-received.h"
#include "twf-verdict.h"

G_BEGIN_DECLS

/* Whether branches that came are from whose they are, by the register of keys as our own plan has
 * it now: of what comes and of what came before alike. Belongs to one thread. */
typedef struct _TwfJudge TwfJudge;

TwfJudge *twf_judge_new (TwfRepository *plan,
                         gboolean is_empty,
                         GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_judge_free (TwfJudge *self);
TwfRegister *twf_judge_get_register (TwfJudge *self);
const char *twf_judge_get_ours (TwfJudge *self);
const TwfReceived *twf_judge_find_same (TwfJudge *self, const char *code, const char *tip);
gboolean twf_judge_is_settled (TwfJudge *self, const TwfReceived *received);
TwfVerification *twf_judge_branch (TwfJudge *self,
                                   TwfRepository *repository,
                                   const char *code,
                                   const char *tip,
                                   gint64 when,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_judge_dup_verdict (TwfJudge *self,
                             const TwfReceived *received,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfJudge, twf_judge_free)

G_END_DECLS
