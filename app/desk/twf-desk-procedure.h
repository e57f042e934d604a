/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-parked.h"
#include "twf-procedure-steps.h"
#include "twf-reading-record.h"

G_BEGIN_DECLS

/* What is known of the procedure, and the revision that was asked about. */
typedef struct
{
  TwfProcedure *procedure; /* what is on record here and in the rolling text */
  char *revision;          /* full id */
  char *symbol;            /* under which it was issued; nullable */
  GHashTable *arrivals;    /* char* value -> gint64* (both owned): breaks that came into the rolling
                              text when the silence was over, and when: seconds since 1970 */
} TwfProceedings;

void twf_proceedings_free (TwfProceedings *self);
gboolean
twf_proceedings_get_arrival (const TwfProceedings *self, const TwfProcedureAct *act, gint64 *when);

void twf_desk_read_procedure_async (TwfDesk *self,
                                    const char *revision,
                                    gboolean arrivals,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
TwfProceedings *twf_desk_read_procedure_finish (TwfDesk *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The edits that end a reading: @act, and each of @parked set aside. NULL on error. */
GPtrArray *twf_procedure_list_edits (TwfPlan *plan,
                                     const TwfProcedure *known,
                                     const TwfProcedureAct *act,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a person reads. @silence: the one that an act is about, nullable. */
char *twf_moment_dup_both (gint64 when, const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_obstacle_dup_words (TwfObstacle obstacle,
                              const TwfSilence *silence,
                              const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_silence_dup_words (const TwfSilence *silence,
                             gint64 now,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_record_kind_get_words (TwfRecordKind kind);
char *twf_procedure_act_dup_words (const TwfProcedureAct *act,
                                   const char *name,
                                   const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfProceedings, twf_proceedings_free)

G_END_DECLS
