/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-speakers.h"

#define KEY "twf-speakers"

struct _TwfSpeakers
{
  GObject parent_instance;

  char *speaking;     /* code of a delegation; nullable */
  GPtrArray *waiting; /* of char *: codes, with a NULL at the end */
};

G_DEFINE_FINAL_TYPE (TwfSpeakers, twf_speakers, G_TYPE_OBJECT)

static guint changed_signal;

static void
twf_speakers_finalize (GObject *object)
{
  TwfSpeakers *self = TWF_SPEAKERS (object);

  g_free (self->speaking);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (twf_speakers_parent_class)->finalize (object);
}

static void
twf_speakers_class_init (TwfSpeakersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_speakers_finalize;
  changed_signal = g_signal_new (
      "changed", TWF_TYPE_SPEAKERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_speakers_init (TwfSpeakers *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->waiting, NULL);
}

/**
 * twf_speakers_get:
 * @workbench: the open plan
 *
 * Returns: (transfer none): its speakers, the same for all windows
 */
TwfSpeakers *
twf_speakers_get (TwfWorkbench *workbench)
{
  TwfSpeakers *self;
  gpointer holder;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  /* A plan that is read anew has another workbench; the meeting goes on. */
  holder = twf_workbench_get_desk (workbench);
  if (holder == NULL)
    holder = workbench;
  self = g_object_get_data (holder, KEY);
  if (self == NULL)
    {
      self = g_object_new (TWF_TYPE_SPEAKERS, NULL);
      g_object_set_data_full (holder, KEY, self, g_object_unref);
    }
  return self;
}

/**
 * twf_speakers_get_speaking:
 * @self: the speakers
 *
 * Returns: (nullable): code of the delegation that has the floor
 */
const char *
twf_speakers_get_speaking (TwfSpeakers *self)
{
  g_return_val_if_fail (TWF_IS_SPEAKERS (self), NULL);

  return self->speaking;
}

/**
 * twf_speakers_list_waiting:
 * @self: the speakers
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the delegations that asked for the
 *   floor, the next first; good until something changes
 */
const char *const *
twf_speakers_list_waiting (TwfSpeakers *self)
{
  g_return_val_if_fail (TWF_IS_SPEAKERS (self), NULL);

  return (const char *const *)self->waiting->pdata;
}

/**
 * twf_speakers_add:
 * @self: the speakers
 * @code: a delegation
 *
 * Puts a delegation at the end of those that wait. One may ask again while one speaks.
 *
 * Returns: whether it was not waiting yet
 */
gboolean
twf_speakers_add (TwfSpeakers *self, const char *code)
{
  g_return_val_if_fail (TWF_IS_SPEAKERS (self) && code != NULL, FALSE);

  if (g_strv_contains (twf_speakers_list_waiting (self), code))
    return FALSE;
  g_ptr_array_insert (self->waiting, (int)self->waiting->len - 1, g_strdup (code));
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * twf_speakers_remove:
 * @self: the speakers
 * @code: a delegation
 *
 * Returns: whether it was waiting and no longer does
 */
gboolean
twf_speakers_remove (TwfSpeakers *self, const char *code)
{
  const char *const *waiting;

  g_return_val_if_fail (TWF_IS_SPEAKERS (self) && code != NULL, FALSE);

  waiting = twf_speakers_list_waiting (self);
  for (guint i = 0; waiting[i] != NULL; i++)
    if (g_str_equal (waiting[i], code))
      {
        g_ptr_array_remove_index (self->waiting, i);
        g_signal_emit (self, changed_signal, 0);
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_speakers_go_on:
 * @self: the speakers
 *
 * Gives the floor to the next; to nobody, where nobody waits.
 *
 * Returns: whether anything changed
 */
gboolean
twf_speakers_go_on (TwfSpeakers *self)
{
  g_return_val_if_fail (TWF_IS_SPEAKERS (self), FALSE);

  if (self->speaking == NULL && self->waiting->pdata[0] == NULL)
    return FALSE;
  g_clear_pointer (&self->speaking, g_free);
  if (self->waiting->pdata[0] != NULL)
    self->speaking = g_ptr_array_steal_index (self->waiting, 0);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}
