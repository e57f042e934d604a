/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-plan-comparison-private.h"

#include "twf-change-meaning.h"
#include "twf-meaning.h"

#include <string.h>

static void
free_text (TwfRowText *text)
{
  g_free (text->language);
  for (guint i = 0; i < TWF_COMPARISON_VERSIONS; i++)
    g_clear_pointer (&text->versions[i], g_ref_string_release);
  for (guint i = 0; i < TWF_COMPARISON_SIDES; i++)
    g_clear_pointer (&text->runs[i], g_ptr_array_unref);
  g_free (text);
}

static void
free_row (TwfRow *row)
{
  g_free (row->id);
  g_free (row->delegation);
  g_free (row->parent);
  for (guint i = 0; i < TWF_COMPARISON_VERSIONS; i++)
    g_free (row->numbers[i]);
  g_ptr_array_unref (row->texts);
  for (guint i = 0; i < TWF_COMPARISON_SIDES; i++)
    g_clear_pointer (&row->changes[i], g_ptr_array_unref);
  g_free (row);
}

static TwfRow *
add_row (Building *self, TwfRowKind kind)
{
  TwfRow *row = g_new0 (TwfRow, 1);

  row->kind = kind;
  row->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)free_text);
  for (guint side = 0; side < self->n_sides; side++)
    row->changes[side] = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);
  g_ptr_array_add (self->comparison->rows, row);
  return row;
}

/* Where only meaning counts the words are plain ones: else one that was merely stretched would
 * stand there as changed beside those that were. NULL: nothing changed that counts. */
static GPtrArray *
make_runs (const Building *self, const TwfRowText *text, guint side)
{
  const char *former = text->versions[0];
  const char *latter = text->versions[side + 1];
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (!self->meaning)
    return twf_difference_of_texts (former, latter, text->language);
  if (twf_meaning_is_same (former, latter, text->language))
    return NULL;
  one = former != NULL ? twf_meaning_dup_plain (former) : NULL;
  other = latter != NULL ? twf_meaning_dup_plain (latter) : NULL;
  return twf_difference_of_texts (one, other, text->language);
}

/* A text that is the same in several versions is kept once. */
static void
add_text (Building *self, TwfRow *row, TwfPart part, const char *language, const char **versions)
{
  TwfRowText *text = g_new0 (TwfRowText, 1);

  text->part = part;
  text->language = g_strdup (language);
  for (guint i = 0; i <= self->n_sides; i++)
    {
      if (versions[i] == NULL)
        continue;
      for (guint j = 0; j < i && text->versions[i] == NULL; j++)
        if (g_strcmp0 (versions[i], versions[j]) == 0)
          text->versions[i] = g_ref_string_acquire (text->versions[j]);
      if (text->versions[i] == NULL)
        text->versions[i] = g_ref_string_new (versions[i]);
    }
  for (guint side = 0; side < self->n_sides; side++)
    if (text->versions[side + 1] != text->versions[0])
      text->runs[side] = make_runs (self, text, side);
  g_ptr_array_add (row->texts, text);
}

static void
add_texts (Building *self, TwfRow *row, TwfProvision **provisions)
{
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    for (guint l = 0; self->comparison->languages[l] != NULL; l++)
      {
        const char *language = self->comparison->languages[l];
        const char *versions[TWF_COMPARISON_VERSIONS] = { NULL };
        gboolean any = FALSE;

        for (guint i = 0; i <= self->n_sides; i++)
          {
            versions[i] = provisions[i] != NULL
                              ? twf_provision_get_text (provisions[i], part, language)
                              : NULL;
            any = any || versions[i] != NULL;
          }
        if (any)
          add_text (self, row, part, language, versions);
      }
}

/* Facts about the plan itself stand under "", those about a delegation under "/" and its code. */
static char *
dup_subject (const TwfChange *change)
{
  if (change->delegation != NULL)
    return g_strconcat ("/", change->delegation, NULL);
  return g_strdup (change->id != NULL ? change->id : "");
}

static void
take_changes (Building *self, TwfRow *row, const char *subject)
{
  for (guint side = 0; side < self->n_sides; side++)
    {
      GPtrArray *changes = g_hash_table_lookup (self->changes[side], subject);

      if (changes == NULL)
        continue;
      g_ptr_array_unref (row->changes[side]);
      row->changes[side] = g_ptr_array_ref (changes);
    }
}

/* Both the facts and the codes of delegations, sorted, that they are about. */
static void
find_changes (Building *self, guint side, GTree *codes)
{
  g_autoptr (GPtrArray) changes = twf_changes_between_plans (self->plans[0], self->plans[side + 1]);

  if (self->meaning)
    changes = twf_changes_keep_meaning (
        g_steal_pointer (&changes), self->plans[0], self->plans[side + 1]);
  self->changes[side]
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_ptr_array_set_free_func (changes, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      TwfChange *change = changes->pdata[i];
      g_autofree char *subject = dup_subject (change);
      GPtrArray *about = g_hash_table_lookup (self->changes[side], subject);

      if (about == NULL)
        {
          about = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);
          g_hash_table_insert (self->changes[side], g_strdup (subject), about);
        }
      if (change->delegation != NULL)
        g_tree_insert (codes, g_strdup (change->delegation), NULL);
      g_ptr_array_add (about, change);
    }
}

static void
add_head (Building *self)
{
  TwfRow *row = add_row (self, TWF_ROW_PLAN);

  take_changes (self, row, "");
  for (guint l = 0; self->comparison->languages[l] != NULL; l++)
    {
      const char *language = self->comparison->languages[l];
      const char *versions[TWF_COMPARISON_VERSIONS] = { NULL };
      gboolean any = FALSE;

      for (guint i = 0; i <= self->n_sides; i++)
        {
          versions[i] = twf_plan_get_title (self->plans[i], language);
          any = any || versions[i] != NULL;
        }
      if (any)
        add_text (self, row, TWF_PART_BODY, language, versions);
    }
}

static gboolean
add_delegation (gpointer code, gpointer value, gpointer user_data)
{
  Building *self = user_data;
  TwfRow *row = add_row (self, TWF_ROW_DELEGATION);
  g_autofree char *subject = g_strconcat ("/", code, NULL);

  row->delegation = g_strdup (code);
  take_changes (self, row, subject);
  return FALSE;
}

static void
add_provision (Building *self, const char *id)
{
  TwfRow *row = add_row (self, TWF_ROW_PROVISION);
  TwfProvision *provisions[TWF_COMPARISON_VERSIONS] = { NULL };
  guint shown = twf_placing_find (self, id);

  for (guint i = 0; i <= self->n_sides; i++)
    {
      provisions[i] = twf_plan_get_provision (self->plans[i], id);
      if (provisions[i] != NULL)
        row->numbers[i]
            = twf_plan_dup_number (self->plans[i], provisions[i], self->comparison->language);
    }
  row->id = g_strdup (id);
  row->section = twf_provision_get_section (provisions[shown]);
  row->parent = g_strdup (twf_provision_get_parent (provisions[shown]));
  row->heading = twf_provision_get_field (provisions[shown], TWF_FIELD_HEADING) != NULL;
  for (const char *parent = row->parent; parent != NULL && row->depth < 64; row->depth++)
    {
      TwfProvision *above = twf_plan_get_provision (self->plans[shown], parent);

      parent = above != NULL ? twf_provision_get_parent (above) : NULL;
    }
  take_changes (self, row, id);
  add_texts (self, row, provisions);
}

static void
add_trace (Building *self, TwfProvision *former)
{
  TwfRow *row = add_row (self, TWF_ROW_TRACE);
  const char *parent = twf_provision_get_parent (former);

  row->id = g_strdup (twf_provision_get_id (former));
  row->section = twf_provision_get_section (former);
  for (guint i = 0; i <= self->n_sides; i++)
    row->numbers[i] = twf_plan_dup_number (self->plans[i],
                                           twf_plan_get_provision (self->plans[i], row->id),
                                           self->comparison->language);
  for (; parent != NULL && row->depth < 64; row->depth++)
    {
      TwfProvision *above = twf_plan_get_provision (self->plans[0], parent);

      parent = above != NULL ? twf_provision_get_parent (above) : NULL;
    }
}

static void
add_traces (Building *self, GHashTable *traces, const char *before)
{
  GPtrArray *behind = g_hash_table_lookup (traces, before);

  for (guint i = 0; behind != NULL && i < behind->len; i++)
    add_trace (self, behind->pdata[i]);
}

static void
add_sections (Building *self)
{
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      g_autoptr (GPtrArray) ids = twf_placing_list (self, section);
      g_autoptr (GHashTable) traces = twf_traces_list (self, section);

      if (ids->len > 0 || g_hash_table_size (traces) > 0)
        add_row (self, TWF_ROW_SECTION)->section = section;
      add_traces (self, traces, "");
      for (guint i = 0; i < ids->len; i++)
        {
          add_provision (self, ids->pdata[i]);
          add_traces (self, traces, ids->pdata[i]);
        }
    }
}

/* Languages of all versions: first those of the last side, its source language first. */
static GStrv
list_languages (Building *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->n_sides + 1; i-- > 0;)
    {
      const char *const *languages = twf_plan_get_languages (self->plans[i]);

      for (guint l = 0; languages[l] != NULL; l++)
        if (g_hash_table_add (seen, (gpointer)languages[l]))
          g_strv_builder_add (builder, languages[l]);
    }
  return g_strv_builder_end (builder);
}

static TwfComparison *
build (TwfPlan *base, TwfPlan *const *sides, guint n_sides, const char *language, gboolean meaning)
{
  Building self = { .meaning = meaning };
  g_autoptr (GTree) codes
      = g_tree_new_full ((GCompareDataFunc)(void (*) (void))strcmp, NULL, g_free, NULL);

  g_return_val_if_fail (TWF_IS_PLAN (base), NULL);
  g_return_val_if_fail (n_sides >= 1 && n_sides <= TWF_COMPARISON_SIDES, NULL);

  self.comparison = g_atomic_rc_box_new0 (TwfComparison);
  self.comparison->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  self.comparison->n_sides = self.n_sides = n_sides;
  self.plans[0] = base;
  for (guint side = 0; side < n_sides; side++)
    self.plans[side + 1] = sides[side];
  self.comparison->languages = list_languages (&self);
  self.comparison->language
      = g_strdup (language != NULL ? language : self.comparison->languages[0]);
  for (guint side = 0; side < n_sides; side++)
    find_changes (&self, side, codes);
  add_head (&self);
  g_tree_foreach (codes, add_delegation, &self);
  add_sections (&self);
  for (guint side = 0; side < n_sides; side++)
    g_hash_table_unref (self.changes[side]);
  return self.comparison;
}

/**
 * twf_comparison_new:
 * @base: a plan
 * @sides: what became of it
 * @n_sides: 1 or 2
 * @language: (nullable): in which numbers are written; %NULL: the source language of the last side
 *
 * Compares. The rows are in the order of the first side; what that has no longer, or not yet,
 * stands after what it stood after in its own plan. A provision that moved has one row, where it
 * stands now, and with one side, if it had a number, a trace where it stood. Each fact of
 * twf_changes_between_plans() is in exactly one row.
 *
 * Returns: (transfer full): the comparison
 */
TwfComparison *
twf_comparison_new (TwfPlan *base, TwfPlan *const *sides, guint n_sides, const char *language)
{
  return build (base, sides, n_sides, language, FALSE);
}

/**
 * twf_comparison_new_of_meaning:
 * @base: a plan
 * @sides: what became of it
 * @n_sides: 1 or 2
 * @language: (nullable): see twf_comparison_new()
 *
 * As twf_comparison_new(), without what changes no meaning: see twf_changes_keep_meaning().
 *
 * Returns: (transfer full): the comparison
 */
TwfComparison *
twf_comparison_new_of_meaning (TwfPlan *base,
                               TwfPlan *const *sides,
                               guint n_sides,
                               const char *language)
{
  return build (base, sides, n_sides, language, TRUE);
}

/**
 * twf_comparison_ref:
 * @self: a comparison
 *
 * Returns: (transfer full): the same
 */
TwfComparison *
twf_comparison_ref (TwfComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_comparison (TwfComparison *self)
{
  g_ptr_array_unref (self->rows);
  g_strfreev (self->languages);
  g_strfreev (self->revisions);
  g_free (self->language);
}

/**
 * twf_comparison_unref:
 * @self: (transfer full): a comparison
 */
void
twf_comparison_unref (TwfComparison *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_comparison);
}
