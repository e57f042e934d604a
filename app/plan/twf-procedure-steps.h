/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-procedure.h"

G_BEGIN_DECLS

/**
 * TwfObstacle:
 * @TWF_OBSTACLE_NONE: nothing is in the way
 * @TWF_OBSTACLE_FACILITATORS: it is the facilitator's to do
 * @TWF_OBSTACLE_DELEGATIONS: it is a delegation's to do, and none is named
 * @TWF_OBSTACLE_RUNS: a silence runs already
 * @TWF_OBSTACLE_PAST: the deadline does not lie ahead
 * @TWF_OBSTACLE_NO_SILENCE: there is no such silence
 * @TWF_OBSTACLE_OVER: the silence is over
 * @TWF_OBSTACLE_BROKEN: the same delegation broke it already
 * @TWF_OBSTACLE_NO_REASON: no reason is given
 * @TWF_OBSTACLE_LONG_REASON: the reason is longer than is kept
 * @TWF_OBSTACLE_READING: a reading goes on already
 * @TWF_OBSTACLE_NO_READING: no reading goes on
 * @TWF_OBSTACLE_FULL: the record has no room
 *
 * What keeps an act of the procedure from being done.
 */
typedef enum
{
  TWF_OBSTACLE_NONE,
  TWF_OBSTACLE_FACILITATORS,
  TWF_OBSTACLE_DELEGATIONS,
  TWF_OBSTACLE_RUNS,
  TWF_OBSTACLE_PAST,
  TWF_OBSTACLE_NO_SILENCE,
  TWF_OBSTACLE_OVER,
  TWF_OBSTACLE_BROKEN,
  TWF_OBSTACLE_NO_REASON,
  TWF_OBSTACLE_LONG_REASON,
  TWF_OBSTACLE_READING,
  TWF_OBSTACLE_NO_READING,
  TWF_OBSTACLE_FULL,
} TwfObstacle;

/* Who does it, and when. */
typedef struct
{
  const char *as; /* code of the delegation; NULL: the facilitator */
  gint64 now;     /* seconds since 1970 */
} TwfProceeding;

/* Each looks whether the act may be done over what is on record and makes it; NULL where it may
 * not. @of: the silence it is about; NULL: the newest. */
TwfObstacle twf_procedure_begin_silence (const TwfProcedure *self,
                                         const TwfProceeding *by,
                                         const char *revision,
                                         const char *symbol,
                                         gint64 until,
                                         TwfProcedureAct **act);
TwfObstacle twf_procedure_break_silence (const TwfProcedure *self,
                                         const TwfProceeding *by,
                                         const char *of,
                                         const char *reason,
                                         TwfProcedureAct **act);
TwfObstacle twf_procedure_lift_silence (const TwfProcedure *self,
                                        const TwfProceeding *by,
                                        const char *of,
                                        const char *reason,
                                        TwfProcedureAct **act);
TwfObstacle twf_procedure_begin_reading (const TwfProcedure *self,
                                         const TwfProceeding *by,
                                         const char *revision,
                                         TwfProcedureAct **act);
TwfObstacle twf_procedure_end_reading (const TwfProcedure *self,
                                       const TwfProceeding *by,
                                       const char *revision,
                                       const char *const *parked,
                                       TwfProcedureAct **act);
const TwfSilence *twf_procedure_choose_silence (const TwfProcedure *self, const char *of);
gboolean twf_silence_is_broken_by (const TwfSilence *self, const char *code);

TwfEdit *twf_procedure_record (TwfPlan *plan,
                               const TwfProcedure *known,
                               const TwfProcedureAct *act) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
