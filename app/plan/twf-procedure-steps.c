/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-procedure-steps.h"

#include "twf-id.h"

#include <string.h>

static TwfProcedureAct *
act_new (TwfProcedureKind kind, const TwfProceeding *by)
{
  TwfProcedureAct *self = g_new0 (TwfProcedureAct, 1);

  self->kind = kind;
  self->when = by->now;
  return self;
}

/* A reason is a line. */
static TwfObstacle
read_reason (const char *reason, gboolean must, char **words)
{
  g_autofree char *line = g_strdup (reason != NULL ? reason : "");

  g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
  if (*line == '\0')
    return must ? TWF_OBSTACLE_NO_REASON : TWF_OBSTACLE_NONE;
  if (strlen (line) > TWF_PROCEDURE_MOST_WORDS)
    return TWF_OBSTACLE_LONG_REASON;
  *words = g_steal_pointer (&line);
  return TWF_OBSTACLE_NONE;
}

/* Whether the record has room for one act more. */
static TwfObstacle
finish (const TwfProcedure *self, TwfProcedureAct *made, TwfProcedureAct **act)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gboolean fits;

  for (guint i = 0; i < self->acts->len; i++)
    g_ptr_array_add (values, twf_procedure_act_format (self->acts->pdata[i]));
  g_ptr_array_add (values, twf_procedure_act_format (made));
  g_ptr_array_add (values, NULL);
  fits = twf_procedure_may_hold ((const char *const *)values->pdata);
  if (fits)
    *act = made;
  else
    twf_procedure_act_free (made);
  return fits ? TWF_OBSTACLE_NONE : TWF_OBSTACLE_FULL;
}

/* The one that is begun last is the newest, in the same second and by a clock that went back. */
static gint64
find_beginning (const TwfProcedure *self, gint64 now)
{
  const TwfSilence *last = twf_procedure_choose_silence (self, NULL);

  return last != NULL ? MAX (now, last->begun->when + 1) : now;
}

/**
 * twf_procedure_begin_silence:
 * @self: what is on record
 * @by: who does it and when
 * @revision: full id of the revision that is put under silence
 * @symbol: (nullable): the symbol under which it was issued
 * @until: the deadline, in seconds since 1970
 * @act: (out) (transfer full): the act
 *
 * Returns: what is in the way
 */
TwfObstacle
twf_procedure_begin_silence (const TwfProcedure *self,
                             const TwfProceeding *by,
                             const char *revision,
                             const char *symbol,
                             gint64 until,
                             TwfProcedureAct **act)
{
  gint64 when = find_beginning (self, by->now);
  TwfProcedureAct *made;
  g_autofree char *content = NULL;

  if (by->as != NULL)
    return TWF_OBSTACLE_FACILITATORS;
  if (twf_procedure_find_running (self, by->now) != NULL)
    return TWF_OBSTACLE_RUNS;
  if (until <= when)
    return TWF_OBSTACLE_PAST;
  content = g_strdup_printf (
      "silence %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", when, until, revision);
  made = act_new (TWF_PROCEDURE_SILENCE, by);
  made->when = when;
  made->id = twf_id_from_content (content);
  made->revision = g_strdup (revision);
  made->until = until;
  made->words = g_strdup (symbol);
  return finish (self, made, act);
}

/**
 * twf_procedure_choose_silence:
 * @self: what is on record
 * @of: (nullable): id of a silence; %NULL: the newest
 *
 * Returns: (nullable) (transfer none): the silence
 */
const TwfSilence *
twf_procedure_choose_silence (const TwfProcedure *self, const char *of)
{
  if (of != NULL)
    return twf_procedure_find_silence (self, of);
  return self->silences->len > 0 ? self->silences->pdata[self->silences->len - 1] : NULL;
}

/**
 * twf_silence_is_broken_by:
 * @self: a silence
 * @code: code of a delegation
 *
 * Returns: whether that delegation broke it in time
 */
gboolean
twf_silence_is_broken_by (const TwfSilence *self, const char *code)
{
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const TwfProcedureAct *broken = self->breaks->pdata[i];

      if (g_str_equal (broken->code, code))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_procedure_break_silence:
 * @self: what is on record
 * @by: who does it and when
 * @of: (nullable): id of the silence; %NULL: the newest
 * @reason: (nullable): why
 * @act: (out) (transfer full): the act
 *
 * One that others broke can be broken too, until its deadline.
 *
 * Returns: what is in the way
 */
TwfObstacle
twf_procedure_break_silence (const TwfProcedure *self,
                             const TwfProceeding *by,
                             const char *of,
                             const char *reason,
                             TwfProcedureAct **act)
{
  const TwfSilence *silence = twf_procedure_choose_silence (self, of);
  g_autofree char *words = NULL;
  TwfObstacle found;
  TwfProcedureAct *made;

  if (by->as == NULL)
    return TWF_OBSTACLE_DELEGATIONS;
  if (silence == NULL)
    return TWF_OBSTACLE_NO_SILENCE;
  if (silence->lifted != NULL || by->now >= silence->begun->until)
    return TWF_OBSTACLE_OVER;
  if (twf_silence_is_broken_by (silence, by->as))
    return TWF_OBSTACLE_BROKEN;
  found = read_reason (reason, TRUE, &words);
  if (found != TWF_OBSTACLE_NONE)
    return found;
  made = act_new (TWF_PROCEDURE_BREAK, by);
  made->id = g_strdup (silence->begun->id);
  made->code = g_strdup (by->as);
  made->words = g_steal_pointer (&words);
  return finish (self, made, act);
}

/**
 * twf_procedure_lift_silence:
 * @self: what is on record
 * @by: who does it and when
 * @of: (nullable): id of the silence; %NULL: the newest
 * @reason: (nullable): why
 * @act: (out) (transfer full): the act
 *
 * Returns: what is in the way
 */
TwfObstacle
twf_procedure_lift_silence (const TwfProcedure *self,
                            const TwfProceeding *by,
                            const char *of,
                            const char *reason,
                            TwfProcedureAct **act)
{
  const TwfSilence *silence = twf_procedure_choose_silence (self, of);
  g_autofree char *words = NULL;
  TwfObstacle found;
  TwfProcedureAct *made;

  if (by->as != NULL)
    return TWF_OBSTACLE_FACILITATORS;
  if (silence == NULL)
    return TWF_OBSTACLE_NO_SILENCE;
  if (twf_silence_get_state (silence, by->now) != TWF_SILENCE_RUNS)
    return TWF_OBSTACLE_OVER;
  found = read_reason (reason, FALSE, &words);
  if (found != TWF_OBSTACLE_NONE)
    return found;
  made = act_new (TWF_PROCEDURE_LIFT, by);
  made->id = g_strdup (silence->begun->id);
  made->words = g_steal_pointer (&words);
  return finish (self, made, act);
}

/**
 * twf_procedure_begin_reading:
 * @self: what is on record
 * @by: who does it and when
 * @revision: full id of the revision that is read
 * @act: (out) (transfer full): the act
 *
 * Returns: what is in the way
 */
TwfObstacle
twf_procedure_begin_reading (const TwfProcedure *self,
                             const TwfProceeding *by,
                             const char *revision,
                             TwfProcedureAct **act)
{
  guint number = 1;
  TwfProcedureAct *made;

  if (by->as != NULL)
    return TWF_OBSTACLE_FACILITATORS;
  if (twf_procedure_get_open_reading (self) != NULL)
    return TWF_OBSTACLE_READING;
  while (twf_procedure_find_reading (self, number) != NULL)
    number++;
  made = act_new (TWF_PROCEDURE_READING, by);
  made->id = g_strdup_printf ("%u", number);
  made->revision = g_strdup (revision);
  return finish (self, made, act);
}

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_procedure_end_reading:
 * @self: what is on record
 * @by: who does it and when
 * @revision: full id of the revision in which it ends
 * @parked: (nullable): ids of proposals that are parked with it for want of a second supporter
 * @act: (out) (transfer full): the act
 *
 * Returns: what is in the way
 */
TwfObstacle
twf_procedure_end_reading (const TwfProcedure *self,
                           const TwfProceeding *by,
                           const char *revision,
                           const char *const *parked,
                           TwfProcedureAct **act)
{
  const TwfReadingHeld *reading = twf_procedure_get_open_reading (self);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  TwfProcedureAct *made;

  if (by->as != NULL)
    return TWF_OBSTACLE_FACILITATORS;
  if (reading == NULL)
    return TWF_OBSTACLE_NO_READING;
  for (guint i = 0; parked != NULL && parked[i] != NULL; i++)
    g_ptr_array_add (sorted, g_strdup (parked[i]));
  g_ptr_array_sort (sorted, compare_ids);
  g_ptr_array_add (sorted, NULL);
  made = act_new (TWF_PROCEDURE_CLOSE, by);
  made->id = g_strdup (reading->begun->id);
  made->revision = g_strdup (revision);
  made->parked = (GStrv)g_ptr_array_steal (sorted, NULL);
  return finish (self, made, act);
}

/**
 * twf_procedure_record:
 * @plan: a plan
 * @known: all that is known: the plan may not have all of it yet
 * @act: an act
 *
 * Returns: (transfer full): the edit that puts @act on record there, with what is known
 */
TwfEdit *
twf_procedure_record (TwfPlan *plan, const TwfProcedure *known, const TwfProcedureAct *act)
{
  const char *const *standing = twf_plan_get_values (plan, TWF_PLAN_PROCEDURE);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; standing != NULL && standing[i] != NULL; i++)
    g_ptr_array_add (values, g_strdup (standing[i]));
  for (guint i = 0; i < known->acts->len; i++)
    g_ptr_array_add (values, twf_procedure_act_format (known->acts->pdata[i]));
  g_ptr_array_add (values, twf_procedure_act_format (act));
  g_ptr_array_add (values, NULL);
  /* A set: what is there twice is kept once. */
  return twf_edit_new_values (NULL, TWF_PLAN_PROCEDURE, (const char *const *)values->pdata);
}
