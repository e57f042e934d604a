/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-procedure.h"

#include <stdlib.h>
#include <string.h>

static const char *const state_names[] = {
  [TWF_SILENCE_RUNS] = "running",
  [TWF_SILENCE_BROKEN] = "broken",
  [TWF_SILENCE_LIFTED] = "lifted",
  [TWF_SILENCE_PASSED] = "passed",
};

static void
free_silence (gpointer data)
{
  TwfSilence *silence = data;

  g_ptr_array_unref (silence->breaks);
  g_ptr_array_unref (silence->late);
  g_free (silence);
}

static TwfSilence *
find_silence (const TwfProcedure *self, const char *id)
{
  for (guint i = 0; i < self->silences->len; i++)
    {
      TwfSilence *silence = self->silences->pdata[i];

      if (g_strcmp0 (silence->begun->id, id) == 0)
        return silence;
    }
  return NULL;
}

static TwfReadingHeld *
find_reading (const TwfProcedure *self, guint number)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      TwfReadingHeld *reading = self->readings->pdata[i];

      if (reading->number == number)
        return reading;
    }
  return NULL;
}

/* What begins something. Of two with the same name the first is meant. */
static void
add_begun (TwfProcedure *self, const TwfProcedureAct *act)
{
  guint number = (guint)strtoul (act->id, NULL, 10);

  if (act->kind == TWF_PROCEDURE_SILENCE && find_silence (self, act->id) == NULL)
    {
      TwfSilence *silence = g_new0 (TwfSilence, 1);

      silence->begun = act;
      silence->breaks = g_ptr_array_new ();
      silence->late = g_ptr_array_new ();
      g_ptr_array_add (self->silences, silence);
    }
  if (act->kind == TWF_PROCEDURE_READING && find_reading (self, number) == NULL)
    {
      TwfReadingHeld *reading = g_new0 (TwfReadingHeld, 1);

      reading->begun = act;
      reading->number = number;
      g_ptr_array_add (self->readings, reading);
    }
}

static void
add_ended (TwfProcedure *self, const TwfProcedureAct *act)
{
  TwfSilence *silence = act->kind == TWF_PROCEDURE_LIFT ? find_silence (self, act->id) : NULL;
  TwfReadingHeld *reading = act->kind == TWF_PROCEDURE_CLOSE
                                ? find_reading (self, (guint)strtoul (act->id, NULL, 10))
                                : NULL;

  if (silence != NULL && silence->lifted == NULL && act->when < silence->begun->until)
    silence->lifted = act;
  if (reading != NULL && reading->closed == NULL)
    reading->closed = act;
}

/* One that was broken and not called off may be broken by others too, until the deadline. */
static void
add_break (TwfProcedure *self, const TwfProcedureAct *act)
{
  TwfSilence *silence = act->kind == TWF_PROCEDURE_BREAK ? find_silence (self, act->id) : NULL;
  gboolean in_time;

  if (silence == NULL)
    return;
  in_time = act->when < silence->begun->until
            && (silence->lifted == NULL || act->when <= silence->lifted->when);
  g_ptr_array_add (in_time ? silence->breaks : silence->late, (gpointer)act);
}

static int
compare_values (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_procedure_new:
 * @values: (nullable): values of the field, in any order; what is no act is passed over
 *
 * Returns: (transfer full): what they come to
 */
TwfProcedure *
twf_procedure_new (const char *const *values)
{
  TwfProcedure *self = g_new0 (TwfProcedure, 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new (); /* char* (borrowed) */

  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_procedure_act_free);
  self->silences = g_ptr_array_new_with_free_func (free_silence);
  self->readings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer)values[i]);
  g_ptr_array_sort (sorted, compare_values);
  for (guint i = 0; i < sorted->len; i++)
    {
      gboolean is_same = i > 0 && g_str_equal (sorted->pdata[i - 1], sorted->pdata[i]);
      TwfProcedureAct *act = is_same ? NULL : twf_procedure_act_parse (sorted->pdata[i]);

      if (act != NULL)
        g_ptr_array_add (self->acts, act);
    }
  for (guint i = 0; i < self->acts->len; i++)
    add_begun (self, self->acts->pdata[i]);
  for (guint i = 0; i < self->acts->len; i++)
    add_ended (self, self->acts->pdata[i]);
  for (guint i = 0; i < self->acts->len; i++)
    add_break (self, self->acts->pdata[i]);
  return self;
}

/**
 * twf_procedure_of:
 * @plan: a plan
 *
 * Returns: (transfer full): what is recorded in it
 */
TwfProcedure *
twf_procedure_of (TwfPlan *plan)
{
  return twf_procedure_new (twf_plan_get_values (plan, TWF_PLAN_PROCEDURE));
}

/**
 * twf_procedure_free:
 * @self: (transfer full) (nullable): a procedure
 */
void
twf_procedure_free (TwfProcedure *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->silences);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->acts);
  g_free (self);
}

/**
 * twf_procedure_find_silence:
 * @self: a procedure
 * @id: (nullable): id of a silence
 *
 * Returns: (nullable) (transfer none): the silence
 */
const TwfSilence *
twf_procedure_find_silence (const TwfProcedure *self, const char *id)
{
  return find_silence (self, id);
}

/**
 * twf_procedure_find_running:
 * @self: a procedure
 * @now: the moment, in seconds since 1970
 *
 * Returns: (nullable) (transfer none): the silence whose deadline lies ahead and that nobody broke
 */
const TwfSilence *
twf_procedure_find_running (const TwfProcedure *self, gint64 now)
{
  for (guint i = self->silences->len; i > 0; i--)
    if (twf_silence_get_state (self->silences->pdata[i - 1], now) == TWF_SILENCE_RUNS)
      return self->silences->pdata[i - 1];
  return NULL;
}

/**
 * twf_procedure_find_reading:
 * @self: a procedure
 * @number: 1: the first reading
 *
 * Returns: (nullable) (transfer none): the reading
 */
const TwfReadingHeld *
twf_procedure_find_reading (const TwfProcedure *self, guint number)
{
  return find_reading (self, number);
}

/**
 * twf_procedure_get_open_reading:
 * @self: a procedure
 *
 * Returns: (nullable) (transfer none): the newest reading that has not ended
 */
const TwfReadingHeld *
twf_procedure_get_open_reading (const TwfProcedure *self)
{
  for (guint i = self->readings->len; i > 0; i--)
    {
      const TwfReadingHeld *reading = self->readings->pdata[i - 1];

      if (reading->closed == NULL)
        return reading;
    }
  return NULL;
}

/**
 * twf_silence_get_state:
 * @self: a silence
 * @now: the moment, in seconds since 1970
 *
 * Returns: how it stands then
 */
TwfSilenceState
twf_silence_get_state (const TwfSilence *self, gint64 now)
{
  if (self->breaks->len > 0)
    return TWF_SILENCE_BROKEN;
  if (self->lifted != NULL)
    return TWF_SILENCE_LIFTED;
  return now < self->begun->until ? TWF_SILENCE_RUNS : TWF_SILENCE_PASSED;
}

/**
 * twf_silence_state_get_name:
 * @state: how a silence stands
 *
 * Returns: the word for it on the command line
 */
const char *
twf_silence_state_get_name (TwfSilenceState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/**
 * twf_silence_get_end:
 * @self: a silence
 *
 * Returns: when nobody can break it any more: the deadline, or when it was called off before
 */
gint64
twf_silence_get_end (const TwfSilence *self)
{
  return self->lifted != NULL ? self->lifted->when : self->begun->until;
}
