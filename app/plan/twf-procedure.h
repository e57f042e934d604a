/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/**
 * TwfProcedureKind:
 * @TWF_PROCEDURE_SILENCE: a revision is put under silence until a deadline
 * @TWF_PROCEDURE_BREAK: a delegation breaks the silence, with its reason
 * @TWF_PROCEDURE_LIFT: the facilitator calls the silence off
 * @TWF_PROCEDURE_READING: a reading begins
 * @TWF_PROCEDURE_CLOSE: it ends
 *
 * What is done about a plan that changes no word of it.
 */
typedef enum
{
  TWF_PROCEDURE_SILENCE,
  TWF_PROCEDURE_BREAK,
  TWF_PROCEDURE_LIFT,
  TWF_PROCEDURE_READING,
  TWF_PROCEDURE_CLOSE,
} TwfProcedureKind;

#define TWF_N_PROCEDURE_KINDS 5

/* What a value of the field "Procedure" says. There is one spelling of everything:
 *
 *   <moment> silence <id> <revision> <deadline> [<symbol>]
 *   <moment> break <id of the silence> <code> <reason>
 *   <moment> lift <id of the silence> [<reason>]
 *   <moment> reading <number> <revision>
 *   <moment> close <number> <revision> [<proposal> ...]
 *
 * Moments are UTC to the second, so that the set, sorted bytewise, is in the order in which things
 * happened. */
typedef struct
{
  TwfProcedureKind kind;
  gint64 when;    /* seconds since 1970 (UTC) */
  char *id;       /* of the silence; the number of the reading */
  char *revision; /* full id; NULL: BREAK, LIFT */
  gint64 until;   /* SILENCE: the deadline, seconds since 1970 (UTC) */
  char *code;     /* BREAK: of the delegation; else NULL */
  char *words;    /* SILENCE: the symbol; BREAK, LIFT: the reason; nullable */
  GStrv parked;   /* CLOSE: ids of proposals that were parked for want of a second supporter, in
                     order; else NULL */
} TwfProcedureAct;

/* The longest reason, in bytes, and the most that all acts of a plan together may have: they stand
 * in one file with its other fields. */
#define TWF_PROCEDURE_MOST_WORDS 1024
#define TWF_PROCEDURE_MOST (48 * 1024)

TwfProcedureAct *twf_procedure_act_parse (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *twf_procedure_act_format (const TwfProcedureAct *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_procedure_act_free (TwfProcedureAct *self);

/**
 * TwfSilenceState:
 * @TWF_SILENCE_RUNS: the deadline lies ahead and nobody objected
 * @TWF_SILENCE_BROKEN: a delegation broke it in time
 * @TWF_SILENCE_LIFTED: the facilitator called it off in time
 * @TWF_SILENCE_PASSED: nobody objected by the deadline
 *
 * How a silence procedure stands: found from what is recorded and the clock.
 */
typedef enum
{
  TWF_SILENCE_RUNS,
  TWF_SILENCE_BROKEN,
  TWF_SILENCE_LIFTED,
  TWF_SILENCE_PASSED,
} TwfSilenceState;

typedef struct
{
  const TwfProcedureAct *begun;
  const TwfProcedureAct *lifted; /* nullable */
  GPtrArray *breaks;             /* of TwfProcedureAct: in time, the first first */
  GPtrArray *late;               /* of TwfProcedureAct: when it was over already */
} TwfSilence;

typedef struct
{
  guint number;
  const TwfProcedureAct *begun;
  const TwfProcedureAct *closed; /* nullable: it goes on */
} TwfReadingHeld;

/* What the acts of a plan come to. Immutable. */
typedef struct
{
  GPtrArray *acts;     /* of TwfProcedureAct, in the order in which they happened */
  GPtrArray *silences; /* of TwfSilence, the first first */
  GPtrArray *readings; /* of TwfReadingHeld, the first first */
} TwfProcedure;

TwfProcedure *twf_procedure_new (const char *const *values) G_GNUC_WARN_UNUSED_RESULT;
TwfProcedure *twf_procedure_of (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void twf_procedure_free (TwfProcedure *self);
const TwfSilence *twf_procedure_find_silence (const TwfProcedure *self, const char *id);
const TwfSilence *twf_procedure_find_running (const TwfProcedure *self, gint64 now);
const TwfReadingHeld *twf_procedure_find_reading (const TwfProcedure *self, guint number);
const TwfReadingHeld *twf_procedure_get_open_reading (const TwfProcedure *self);

TwfSilenceState twf_silence_get_state (const TwfSilence *self, gint64 now);
const char *twf_silence_state_get_name (TwfSilenceState state);
gint64 twf_silence_get_end (const TwfSilence *self);

gboolean twf_procedure_is_own_break (const char *value, const char *code);
gboolean twf_procedure_may_hold (const char *const *values);
gboolean
twf_procedure_check (const char *const *standing, const char *const *values, GError **error);
GStrv twf_procedure_split (const char *joined) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfProcedureAct, twf_procedure_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfProcedure, twf_procedure_free)

G_END_DECLS
