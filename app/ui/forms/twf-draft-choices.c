/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-choices.h"

struct _TwfDraftChoices
{
  GPtrArray *fields;    /* owned, of TwfDraftField; nullable */
  TwfDraftPlace *place; /* borrowed; nullable */
  GVariant *now;        /* owned: as it was noted last */
  GPtrArray *done;      /* of GVariant: before that */
  GPtrArray *undone;    /* of GVariant: what was taken back */
  gboolean typed;       /* the last step was typed and may go on */
};

/* All that is chosen: of each field its values, then where it is to stand. */
static GVariant *
take_down (TwfDraftChoices *self)
{
  GVariantBuilder all;
  const TwfDraftPlace *place = self->place;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("(aasumsms)"));
  g_variant_builder_open (&all, G_VARIANT_TYPE ("aas"));
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      const TwfDraftField *field = g_ptr_array_index (self->fields, i);

      g_variant_builder_add_value (&all,
                                   g_variant_new_strv ((const char *const *)field->values, -1));
    }
  g_variant_builder_close (&all);
  g_variant_builder_add (&all, "u", place != NULL ? (guint)place->section : 0);
  g_variant_builder_add (&all, "ms", place != NULL ? place->parent : NULL);
  g_variant_builder_add (&all, "ms", place != NULL ? place->after : NULL);
  return g_variant_ref_sink (g_variant_builder_end (&all));
}

/* Returns: which field holds something else by that; G_MAXUINT: none */
static guint
put_back (TwfDraftChoices *self, GVariant *taken)
{
  g_autoptr (GVariantIter) fields = NULL;
  const char *parent, *after;
  guint section;
  guint changed = G_MAXUINT;

  g_variant_get (taken, "(aasum&sm&s)", &fields, &section, &parent, &after);
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      TwfDraftField *field = g_ptr_array_index (self->fields, i);
      g_autoptr (GVariant) taken_values = g_variant_iter_next_value (fields);
      GStrv values = g_variant_dup_strv (taken_values, NULL);

      if (!g_strv_equal ((const char *const *)values, (const char *const *)field->values))
        changed = i;
      g_strfreev (field->values);
      field->values = values;
    }
  if (self->place == NULL)
    return changed;
  twf_draft_place_set_section (self->place, (TwfSection)section);
  twf_draft_place_set_parent (self->place, parent);
  twf_draft_place_set_after (self->place, after);
  return changed;
}

/**
 * twf_draft_choices_new:
 * @fields: (nullable) (element-type TwfDraftField): fields that are chosen
 * @place: (nullable): a place that is; it must outlive what is returned
 *
 * Returns: (transfer full): steps, none of which was taken yet
 */
TwfDraftChoices *
twf_draft_choices_new (GPtrArray *fields, TwfDraftPlace *place)
{
  TwfDraftChoices *self = g_new0 (TwfDraftChoices, 1);

  self->fields = fields != NULL ? g_ptr_array_ref (fields) : NULL;
  self->place = place;
  self->now = take_down (self);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  return self;
}

/**
 * twf_draft_choices_free:
 * @self: (nullable): steps
 */
void
twf_draft_choices_free (TwfDraftChoices *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_variant_unref (self->now);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * twf_draft_choices_note:
 * @self: steps
 * @typed: whether letters were typed rather than something chosen
 *
 * Takes down what was chosen, as a step. What is typed on end is one.
 */
void
twf_draft_choices_note (TwfDraftChoices *self, gboolean typed)
{
  g_autoptr (GVariant) now = take_down (self);
  gboolean goes_on = typed && self->typed;

  self->typed = typed;
  if (g_variant_equal (now, self->now))
    {
      /* Another field is shown: what is typed there is a step of its own. */
      self->typed = FALSE;
      return;
    }
  if (!goes_on)
    g_ptr_array_add (self->done, g_variant_ref (self->now));
  g_ptr_array_set_size (self->undone, 0);
  g_variant_unref (self->now);
  self->now = g_steal_pointer (&now);
}

/**
 * twf_draft_choices_step:
 * @self: steps
 * @back: whether to take the last step back; else to take again the one that was taken back
 * @field: (out): which field holds something else by that; %G_MAXUINT: none
 *
 * Returns: whether there was one
 */
gboolean
twf_draft_choices_step (TwfDraftChoices *self, gboolean back, guint *field)
{
  GPtrArray *from = back ? self->done : self->undone;
  GPtrArray *to = back ? self->undone : self->done;

  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, self->now);
  self->now = g_ptr_array_steal_index (from, from->len - 1);
  self->typed = FALSE;
  *field = put_back (self, self->now);
  return TRUE;
}
