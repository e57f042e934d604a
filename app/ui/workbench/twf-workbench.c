/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-workbench.h"

#include "twf-error.h"
#include "twf-interface.h"

#include <string.h>

struct _TwfWorkbench
{
  GObject parent_instance;

  /* Owned. */
  TwfDesk *desk; /* NULL in a workbench that is made for a plan alone */
  TwfPlan *plan;
  TwfUndo *undo;
  char *language;
  char *second_language;
  char *third_language;
  char *place;

  TwfDigits digits;
};

G_DEFINE_FINAL_TYPE (TwfWorkbench, twf_workbench, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LANGUAGE,
  PROP_SECOND_LANGUAGE,
  PROP_THIRD_LANGUAGE,
  PROP_PLACE,
  N_PROPS
};

enum
{
  NOTICE,
  PROBLEM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
has_language (TwfWorkbench *self, const char *language)
{
  const char *const *languages = twf_plan_get_languages (self->plan);

  return language != NULL && languages != NULL && g_strv_contains (languages, language);
}

/* The interface's language where the plan has it, else the plan's source language. */
static void
choose_languages (TwfWorkbench *self)
{
  const char *const *languages = twf_plan_get_languages (self->plan);
  g_autofree char *interface = twf_interface_dup_language ();

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->second_language, g_free);
  g_clear_pointer (&self->third_language, g_free);
  if (languages == NULL || languages[0] == NULL)
    {
      self->language = g_strdup ("en");
      return;
    }
  self->language = g_strdup (has_language (self, interface) ? interface : languages[0]);
  for (guint i = 0; languages[i] != NULL && self->third_language == NULL; i++)
    if (!g_str_equal (languages[i], self->language))
      *(self->second_language == NULL ? &self->second_language : &self->third_language)
          = g_strdup (languages[i]);
}

/* A language that the plan no longer has is no longer shown. */
static void
plan_edited_cb (TwfWorkbench *self, TwfEdit *edit)
{
  const char *field
      = twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES ? twf_edit_get_field (edit) : NULL;

  if (g_strcmp0 (field, TWF_PLAN_LANGUAGES) == 0 && twf_edit_get_id (edit) == NULL)
    {
      if (!has_language (self, self->third_language))
        twf_workbench_set_third_language (self, NULL);
      if (!has_language (self, self->second_language))
        twf_workbench_set_second_language (self, NULL);
      if (!has_language (self, self->language))
        twf_workbench_set_language (self, twf_plan_get_source_language (self->plan));
    }
}

static void
twf_workbench_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TwfWorkbench *self = TWF_WORKBENCH (object);

  switch (id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SECOND_LANGUAGE:
      g_value_set_string (value, self->second_language);
      break;
    case PROP_THIRD_LANGUAGE:
      g_value_set_string (value, self->third_language);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_workbench_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TwfWorkbench *self = TWF_WORKBENCH (object);

  switch (id)
    {
    case PROP_LANGUAGE:
      twf_workbench_set_language (self, g_value_get_string (value));
      break;
    case PROP_SECOND_LANGUAGE:
      twf_workbench_set_second_language (self, g_value_get_string (value));
      break;
    case PROP_THIRD_LANGUAGE:
      twf_workbench_set_third_language (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      twf_workbench_set_place (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_workbench_finalize (GObject *object)
{
  TwfWorkbench *self = TWF_WORKBENCH (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->undo);
  g_clear_object (&self->plan);
  g_free (self->language);
  g_free (self->second_language);
  g_free (self->third_language);
  g_free (self->place);
  G_OBJECT_CLASS (twf_workbench_parent_class)->finalize (object);
}

static void
twf_workbench_class_init (TwfWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = twf_workbench_get_property;
  object_class->set_property = twf_workbench_set_property;
  object_class->finalize = twf_workbench_finalize;

  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_SECOND_LANGUAGE]
      = g_param_spec_string ("second-language", NULL, NULL, NULL, flags);
  properties[PROP_THIRD_LANGUAGE] = g_param_spec_string ("third-language", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NOTICE] = g_signal_new ("notice",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_STRING,
                                  G_TYPE_BOOLEAN);
  signals[PROBLEM] = g_signal_new ("problem",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_ERROR);
}

static void
twf_workbench_init (TwfWorkbench *self)
{
}

static void
take_plan (TwfWorkbench *self, TwfPlan *plan, TwfUndo *undo)
{
  self->plan = g_object_ref (plan);
  g_set_object (&self->undo, undo);
  choose_languages (self);
  g_signal_connect_object (plan, "edited", G_CALLBACK (plan_edited_cb), self, G_CONNECT_SWAPPED);
}

/**
 * twf_workbench_new:
 * @desk: an open plan
 *
 * Returns: (transfer full): a workbench over what @desk has open now
 */
TwfWorkbench *
twf_workbench_new (TwfDesk *desk)
{
  TwfWorkbench *self;

  g_return_val_if_fail (TWF_IS_DESK (desk), NULL);

  self = g_object_new (TWF_TYPE_WORKBENCH, NULL);
  self->desk = g_object_ref (desk);
  take_plan (self, twf_desk_get_plan (desk), twf_desk_get_undo (desk));
  return self;
}

/**
 * twf_workbench_new_for_plan:
 * @plan: a plan that is not stored
 * @undo: (nullable): its undo
 *
 * Returns: (transfer full): a workbench without a desk, for a plan in memory
 */
TwfWorkbench *
twf_workbench_new_for_plan (TwfPlan *plan, TwfUndo *undo)
{
  TwfWorkbench *self;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  self = g_object_new (TWF_TYPE_WORKBENCH, NULL);
  take_plan (self, plan, undo);
  return self;
}

/**
 * twf_workbench_get_desk:
 * @self: a workbench
 *
 * Returns: (nullable) (transfer none): the desk, where the plan is stored
 */
TwfDesk *
twf_workbench_get_desk (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->desk;
}

/**
 * twf_workbench_get_plan:
 * @self: a workbench
 *
 * Returns: (transfer none): the plan
 */
TwfPlan *
twf_workbench_get_plan (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->plan;
}

/**
 * twf_workbench_get_undo:
 * @self: a workbench
 *
 * Returns: (nullable) (transfer none): the plan's undo
 */
TwfUndo *
twf_workbench_get_undo (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->undo;
}

/**
 * twf_workbench_get_owner:
 * @self: a workbench
 *
 * Returns: (nullable): code of the delegation one acts as
 */
const char *
twf_workbench_get_owner (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->desk != NULL ? twf_desk_get_identity (self->desk) : NULL;
}

/**
 * twf_workbench_is_read_only:
 * @self: a workbench
 *
 * Returns: whether the plan can only be read
 */
gboolean
twf_workbench_is_read_only (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), TRUE);

  return self->desk != NULL && twf_desk_is_read_only (self->desk);
}

/**
 * twf_workbench_get_language:
 * @self: a workbench
 *
 * Returns: tag of the language that is shown first
 */
const char *
twf_workbench_get_language (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->language;
}

/**
 * twf_workbench_set_language:
 * @self: a workbench
 * @language: a language of the plan
 *
 * Shows @language first. Where it was the second or the third, the two change places.
 */
void
twf_workbench_set_language (TwfWorkbench *self, const char *language)
{
  g_autofree char *former = NULL;

  g_return_if_fail (TWF_IS_WORKBENCH (self));

  if (!has_language (self, language) || g_strcmp0 (self->language, language) == 0)
    return;
  former = g_steal_pointer (&self->language);
  self->language = g_strdup (language);
  if (g_strcmp0 (self->second_language, language) == 0)
    twf_workbench_set_second_language (self, has_language (self, former) ? former : NULL);
  else if (g_strcmp0 (self->third_language, language) == 0)
    twf_workbench_set_third_language (self, has_language (self, former) ? former : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * twf_workbench_get_second_language:
 * @self: a workbench
 *
 * Returns: (nullable): tag of the language shown beside the first
 */
const char *
twf_workbench_get_second_language (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->second_language;
}

/**
 * twf_workbench_set_second_language:
 * @self: a workbench
 * @language: (nullable): a language of the plan, or %NULL or "" to show one language alone
 */
void
twf_workbench_set_second_language (TwfWorkbench *self, const char *language)
{
  g_autofree char *former = NULL;

  g_return_if_fail (TWF_IS_WORKBENCH (self));

  if (!has_language (self, language) || g_strcmp0 (self->language, language) == 0)
    language = NULL;
  if (g_strcmp0 (self->second_language, language) == 0)
    return;
  former = g_steal_pointer (&self->second_language);
  self->second_language = g_strdup (language);
  if (language != NULL && g_strcmp0 (self->third_language, language) == 0)
    twf_workbench_set_third_language (self, former);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECOND_LANGUAGE]);
}

/**
 * twf_workbench_get_third_language:
 * @self: a workbench
 *
 * Returns: (nullable): tag of the language shown beside the other two, where there is room
 */
const char *
twf_workbench_get_third_language (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->third_language;
}

/**
 * twf_workbench_set_third_language:
 * @self: a workbench
 * @language: (nullable): a language of the plan, or %NULL or "" to show two at most
 */
void
twf_workbench_set_third_language (TwfWorkbench *self, const char *language)
{
  g_return_if_fail (TWF_IS_WORKBENCH (self));

  if (!has_language (self, language) || g_strcmp0 (self->language, language) == 0
      || g_strcmp0 (self->second_language, language) == 0)
    language = NULL;
  if (g_strcmp0 (self->third_language, language) == 0)
    return;
  g_free (self->third_language);
  self->third_language = g_strdup (language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THIRD_LANGUAGE]);
}

/**
 * twf_workbench_set_digits:
 * @self: a workbench
 * @digits: the digits of counts; those of the plan itself stay as they were typed
 */
void
twf_workbench_set_digits (TwfWorkbench *self, TwfDigits digits)
{
  g_return_if_fail (TWF_IS_WORKBENCH (self));

  self->digits = digits;
}

/**
 * twf_workbench_get_digits:
 * @self: a workbench
 *
 * Returns: the digits of counts
 */
TwfDigits
twf_workbench_get_digits (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), TWF_DIGITS_WESTERN);

  return self->digits;
}

/**
 * twf_workbench_get_place:
 * @self: a workbench
 *
 * Returns: (nullable): id of the chosen provision, or a TWF_PLACE_* name
 */
const char *
twf_workbench_get_place (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return self->place;
}

/**
 * twf_workbench_set_place:
 * @self: a workbench
 * @place: (nullable): id of a provision, or a TWF_PLACE_* name
 *
 * Goes to @place: the outline selects it, the form shows it.
 */
void
twf_workbench_set_place (TwfWorkbench *self, const char *place)
{
  g_return_if_fail (TWF_IS_WORKBENCH (self));

  if (place != NULL && *place == '\0')
    place = NULL;
  if (g_strcmp0 (self->place, place) == 0)
    return;
  g_free (self->place);
  self->place = g_strdup (place);
  if (self->undo != NULL)
    twf_undo_break (self->undo);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * twf_workbench_apply:
 * @self: a workbench
 * @edit: (transfer none): a change to the plan
 *
 * Makes @edit; what goes wrong is reported by the signal "problem".
 *
 * Returns: whether the plan changed
 */
gboolean
twf_workbench_apply (TwfWorkbench *self, TwfEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (self), FALSE);

  if (twf_workbench_is_read_only (self))
    g_set_error_literal (&error, TWF_ERROR, TWF_ERROR_READ_ONLY, "plan is open for reading");
  else if (twf_plan_apply (self->plan, edit, NULL, &error))
    return TRUE;
  twf_workbench_report (self, error);
  return FALSE;
}

/**
 * twf_workbench_apply_all:
 * @self: a workbench
 * @edits: (element-type TwfEdit): one act of several changes
 * @label: what the act is called
 *
 * Makes all of @edits as one step that can be undone, or none; what goes wrong is reported by the
 * signal "problem".
 *
 * Returns: whether the plan changed
 */
gboolean
twf_workbench_apply_all (TwfWorkbench *self, GPtrArray *edits, const char *label)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (TWF_IS_WORKBENCH (self) && edits != NULL, FALSE);

  if (self->undo != NULL)
    twf_undo_begin (self->undo, label);
  if (twf_workbench_is_read_only (self))
    g_set_error_literal (&error, TWF_ERROR, TWF_ERROR_READ_ONLY, "plan is open for reading");
  else
    done = twf_plan_apply_all (self->plan, edits, &error);
  if (self->undo != NULL)
    twf_undo_end (self->undo);
  if (!done)
    twf_workbench_report (self, error);
  return done;
}

/**
 * twf_workbench_report:
 * @self: a workbench
 * @error: what did not work
 */
void
twf_workbench_report (TwfWorkbench *self, const GError *error)
{
  g_return_if_fail (TWF_IS_WORKBENCH (self) && error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[PROBLEM], 0, error);
}

/**
 * twf_workbench_notice:
 * @self: a workbench
 * @text: a sentence for the person
 * @undoable: whether to offer to undo what was done last
 */
void
twf_workbench_notice (TwfWorkbench *self, const char *text, gboolean undoable)
{
  g_return_if_fail (TWF_IS_WORKBENCH (self) && text != NULL);

  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}
