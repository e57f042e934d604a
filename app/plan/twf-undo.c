/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-undo.h"

#include "twf-typing.h"

#include <glib/gi18n-lib.h>

/* More steps than a day has; the oldest go. */
#define MOST_STEPS 10000

typedef struct
{
  char *label;         /* nullable: what the step does says it */
  GPtrArray *edits;    /* of TwfEdit, in the order they were made */
  GPtrArray *inverses; /* of TwfEdit: the inverse of the edit at the same index */
} Step;

struct _TwfUndo
{
  GObject parent_instance;

  TwfPlan *plan; /* (owned) */
  GQueue done;   /* of Step*, the newest at the tail */
  GQueue undone; /* of Step*, the next to be redone at the tail */
  Step *open;    /* (owned, nullable) the group that is being made */
  guint depth;   /* groups inside groups */
  TwfTyping typing;
  gboolean is_busy; /* applies its own edits and does not listen */
};

G_DEFINE_FINAL_TYPE (TwfUndo, twf_undo, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static Step *
new_step (const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  step->inverses = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  return step;
}

static void
free_step (Step *step)
{
  g_free (step->label);
  g_ptr_array_unref (step->edits);
  g_ptr_array_unref (step->inverses);
  g_free (step);
}

/* What a step does is what its last edit does: the others prepare it. */
static const char *
get_step_label (Step *step)
{
  if (step == NULL)
    return NULL;
  if (step->label != NULL)
    return step->label;
  switch (twf_edit_get_kind (g_ptr_array_index (step->edits, step->edits->len - 1)))
    {
    case TWF_EDIT_SET_TEXT:
      return _ ("Typing");
    case TWF_EDIT_SET_VALUES:
      return _ ("Change of a Detail");
    case TWF_EDIT_ADD:
      return _ ("Addition");
    case TWF_EDIT_REMOVE:
      return _ ("Removal");
    case TWF_EDIT_PLACE:
      return _ ("Move");
    case TWF_EDIT_SET_DELEGATION:
      return _ ("Change of a Delegation");
    case TWF_EDIT_SET_PROPOSAL:
      return _ ("Change of a Proposal");
    case TWF_EDIT_DROP_PROPOSAL:
      return _ ("Removal of a Proposal");
    case TWF_EDIT_SET_REMARK:
      return _ ("Remark");
    case TWF_EDIT_DROP_REMARK:
      return _ ("Removal of a Remark");
    case TWF_EDIT_DROP_DELEGATION:
    default:
      return _ ("Removal of a Delegation");
    }
}

static void
notify_state (TwfUndo *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
push_step (TwfUndo *self, Step *step)
{
  g_queue_push_tail (&self->done, step);
  if (g_queue_get_length (&self->done) > MOST_STEPS)
    free_step (g_queue_pop_head (&self->done));
}

static void
plan_applied_cb (TwfUndo *self, TwfEdit *edit, TwfEdit *inverse)
{
  Step *step = self->open;
  gboolean goes_on;

  if (self->is_busy)
    return;
  g_queue_clear_full (&self->undone, (GDestroyNotify)free_step);
  if (step != NULL)
    {
      twf_typing_stop (&self->typing);
      g_ptr_array_add (step->edits, twf_edit_ref (edit));
      g_ptr_array_add (step->inverses, twf_edit_ref (inverse));
      return;
    }

  goes_on = twf_typing_add (&self->typing, edit, inverse);
  step = g_queue_peek_tail (&self->done);
  if (goes_on && step != NULL)
    {
      /* The way back is still that of the first letter. */
      g_ptr_array_set_size (step->edits, 0);
      g_ptr_array_add (step->edits, twf_edit_ref (edit));
      return;
    }
  step = new_step (NULL);
  g_ptr_array_add (step->edits, twf_edit_ref (edit));
  g_ptr_array_add (step->inverses, twf_edit_ref (inverse));
  push_step (self, step);
  notify_state (self);
}

static void
plan_grouped_cb (TwfUndo *self, gboolean begins)
{
  if (self->is_busy)
    return;
  if (begins)
    twf_undo_begin (self, NULL);
  else
    twf_undo_end (self);
}

/* Applies @edits from the last to the first, or from the first to the last. What was done before
 * and is done again cannot be refused, unless somebody changes the plan past this history. */
static char *
apply_edits (TwfUndo *self, GPtrArray *edits, gboolean backwards)
{
  const char *id = NULL;

  self->is_busy = TRUE;
  for (guint i = 0; i < edits->len; i++)
    {
      TwfEdit *edit = g_ptr_array_index (edits, backwards ? edits->len - 1 - i : i);
      g_autoptr (GError) error = NULL;

      if (!twf_plan_apply (self->plan, edit, NULL, &error))
        g_warning ("%s", error->message);
      id = twf_edit_get_id (edit);
    }
  self->is_busy = FALSE;
  return g_strdup (id);
}

static void
twf_undo_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TwfUndo *self = TWF_UNDO (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, twf_undo_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, twf_undo_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, get_step_label (g_queue_peek_tail (&self->done)));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, get_step_label (g_queue_peek_tail (&self->undone)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
twf_undo_dispose (GObject *object)
{
  TwfUndo *self = TWF_UNDO (object);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (twf_undo_parent_class)->dispose (object);
}

static void
twf_undo_finalize (GObject *object)
{
  TwfUndo *self = TWF_UNDO (object);

  g_queue_clear_full (&self->done, (GDestroyNotify)free_step);
  g_queue_clear_full (&self->undone, (GDestroyNotify)free_step);
  g_clear_pointer (&self->open, free_step);
  twf_typing_stop (&self->typing);
  G_OBJECT_CLASS (twf_undo_parent_class)->finalize (object);
}

static void
twf_undo_class_init (TwfUndoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = twf_undo_get_property;
  object_class->dispose = twf_undo_dispose;
  object_class->finalize = twf_undo_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
twf_undo_init (TwfUndo *self)
{
  g_queue_init (&self->done);
  g_queue_init (&self->undone);
}

/**
 * twf_undo_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a history of what is done to @plan from now on
 */
TwfUndo *
twf_undo_new (TwfPlan *plan)
{
  TwfUndo *self;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  self = g_object_new (TWF_TYPE_UNDO, NULL);
  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (plan, "applied", G_CALLBACK (plan_applied_cb), self);
  g_signal_connect_swapped (plan, "grouped", G_CALLBACK (plan_grouped_cb), self);
  return self;
}

/**
 * twf_undo_begin:
 * @self: a history
 * @label: (nullable): what the step is called, in the language of the interface; %NULL: as what it
 *   does
 *
 * Begins a step of several edits. Steps inside a step are part of it.
 */
void
twf_undo_begin (TwfUndo *self, const char *label)
{
  g_return_if_fail (TWF_IS_UNDO (self));

  if (self->depth++ == 0)
    self->open = new_step (label);
  else if (self->open->label == NULL)
    self->open->label = g_strdup (label);
}

/**
 * twf_undo_end:
 * @self: a history
 *
 * Ends the step that twf_undo_begin() began. One in which nothing was done is none.
 */
void
twf_undo_end (TwfUndo *self)
{
  Step *step;

  g_return_if_fail (TWF_IS_UNDO (self) && self->depth > 0);

  if (--self->depth > 0)
    return;
  step = g_steal_pointer (&self->open);
  twf_typing_stop (&self->typing);
  if (step->edits->len == 0)
    {
      free_step (step);
      return;
    }
  push_step (self, step);
  notify_state (self);
}

/**
 * twf_undo_break:
 * @self: a history
 *
 * Has the next edit start a step of its own: after a pause, or when another place is gone to.
 */
void
twf_undo_break (TwfUndo *self)
{
  g_return_if_fail (TWF_IS_UNDO (self));

  twf_typing_stop (&self->typing);
}

/**
 * twf_undo_undo:
 * @self: a history
 *
 * Takes the last step back. Does nothing inside a step.
 *
 * Returns: (nullable) (transfer full): id of the provision, or code of the delegation, that it
 * changed last, so that it can be shown; %NULL: the plan itself, or there was nothing to undo
 */
char *
twf_undo_undo (TwfUndo *self)
{
  Step *step;
  char *id;

  g_return_val_if_fail (TWF_IS_UNDO (self), NULL);

  if (!twf_undo_can_undo (self))
    return NULL;
  step = g_queue_pop_tail (&self->done);
  twf_typing_stop (&self->typing);
  id = apply_edits (self, step->inverses, TRUE);
  g_queue_push_tail (&self->undone, step);
  notify_state (self);
  return id;
}

/**
 * twf_undo_redo:
 * @self: a history
 *
 * Does the step again that was last taken back. Does nothing inside a step.
 *
 * Returns: (nullable) (transfer full): id of the provision, or code of the delegation, that it
 * changed last; %NULL: the plan itself, or there was nothing to redo
 */
char *
twf_undo_redo (TwfUndo *self)
{
  Step *step;
  char *id;

  g_return_val_if_fail (TWF_IS_UNDO (self), NULL);

  if (!twf_undo_can_redo (self))
    return NULL;
  step = g_queue_pop_tail (&self->undone);
  twf_typing_stop (&self->typing);
  id = apply_edits (self, step->edits, FALSE);
  g_queue_push_tail (&self->done, step);
  notify_state (self);
  return id;
}

/**
 * twf_undo_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
twf_undo_can_undo (TwfUndo *self)
{
  g_return_val_if_fail (TWF_IS_UNDO (self), FALSE);

  return self->open == NULL && !self->is_busy && self->done.length > 0;
}

/**
 * twf_undo_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
twf_undo_can_redo (TwfUndo *self)
{
  g_return_val_if_fail (TWF_IS_UNDO (self), FALSE);

  return self->open == NULL && !self->is_busy && self->undone.length > 0;
}
