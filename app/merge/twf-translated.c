/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-translated.h"

#include "twf-check.h"
#include "twf-compilation.h"
#include "twf-translation.h"
#include "twf-wording.h"

static const char *const names[TWF_N_TRANSLATED_STATES] = {
  [TWF_TRANSLATED_CURRENT] = "current",     [TWF_TRANSLATED_MISSING] = "missing",
  [TWF_TRANSLATED_STALE] = "stale",         [TWF_TRANSLATED_UNWORKED] = "unworked",
  [TWF_TRANSLATED_RETOUCHED] = "retouched",
};

/**
 * twf_translated_state_get_name:
 * @state: a state
 *
 * Returns: the word for machines
 */
const char *
twf_translated_state_get_name (TwfTranslatedState state)
{
  g_return_val_if_fail (state < TWF_N_TRANSLATED_STATES, NULL);

  return names[state];
}

/**
 * twf_translated_free:
 * @self: (transfer full) (nullable): how a text stands to its source
 */
void
twf_translated_free (TwfTranslated *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->since);
  g_free (self);
}

/* Without a text in the plan's source language, of whichever language has one. */
static const char *
find_source (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  const char *source = twf_plan_get_source_language (plan);
  const char *const *languages = twf_plan_get_languages (plan);

  if (source != NULL && twf_provision_get_text (provision, part, source) != NULL)
    return source;
  for (guint i = 0; languages[i] != NULL; i++)
    if (!g_str_equal (languages[i], language)
        && twf_provision_get_text (provision, part, languages[i]) != NULL)
      return languages[i];
  return NULL;
}

/* What is recorded goes before what history tells. */
static TwfTranslatedState
judge_record (TwfPlan *plan, TwfProvision *provision, const TwfTranslation *record, TwfLags *lags)
{
  if (twf_translation_is_stale (record, provision))
    return TWF_TRANSLATED_STALE;
  if (lags != NULL && g_strcmp0 (record->from, twf_plan_get_source_language (plan)) == 0
      && !twf_translation_is_dismissed (record, provision)
      && twf_lags_is_claimed (
          lags, provision, record->part, record->language, record->from, record->from_wording))
    return TWF_TRANSLATED_UNWORKED;
  return twf_translation_is_changed (record, provision) ? TWF_TRANSLATED_RETOUCHED
                                                        : TWF_TRANSLATED_CURRENT;
}

static void
take_record (TwfTranslated *self,
             TwfPlan *plan,
             TwfProvision *provision,
             const TwfTranslation *record,
             TwfLags *lags)
{
  self->state = judge_record (plan, provision, record, lags);
  self->dismissed = twf_translation_is_dismissed (record, provision);
  g_free (self->from);
  self->from = g_strdup (record->from);
  if (self->state == TWF_TRANSLATED_UNWORKED)
    self->since = g_strdup (twf_lags_get_source (lags, provision, record->part, record->language));
  else
    self->since = g_strdup (self->dismissed || record->dismissed == NULL || !*record->dismissed
                                ? record->from_wording
                                : record->dismissed);
}

/**
 * twf_translated_new:
 * @plan: a plan
 * @provision: a provision of it
 * @part: which text of it
 * @language: in which language
 * @lags: (nullable): what history tells of translations; %NULL: it was not asked
 *
 * Compares the text, its source and what was recorded of both, with what history tells of them.
 *
 * Returns: (transfer full): how the text stands to its source
 */
TwfTranslated *
twf_translated_new (TwfPlan *plan,
                    TwfProvision *provision,
                    TwfPart part,
                    const char *language,
                    TwfLags *lags)
{
  TwfTranslated *self;
  const char *source;
  g_autoptr (TwfTranslation) record = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && TWF_IS_PROVISION (provision), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (TwfTranslated, 1);
  source = find_source (plan, provision, part, language);
  if (g_strcmp0 (source, language) != 0)
    self->from = g_strdup (source);
  if (twf_provision_get_text (provision, part, language) == NULL)
    {
      self->state = source != NULL ? TWF_TRANSLATED_MISSING : TWF_TRANSLATED_CURRENT;
      return self;
    }
  record = twf_translation_find (provision, part, language);
  if (record != NULL)
    take_record (self, plan, provision, record, lags);
  else if (lags != NULL && self->from != NULL
           && twf_lags_is_stale (lags, provision, part, language, self->from))
    {
      self->state = TWF_TRANSLATED_STALE;
      self->since = g_strdup (twf_lags_get_source (lags, provision, part, language));
    }
  return self;
}

static void
free_task (gpointer data)
{
  TwfTranslationTask *task = data;

  g_free (task->id);
  twf_translated_free (task->translated);
  g_free (task);
}

static void
add_tasks (GPtrArray *tasks,
           TwfPlan *plan,
           TwfProvision *provision,
           const char *language,
           TwfLags *lags)
{
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      g_autoptr (TwfTranslated) translated
          = twf_translated_new (plan, provision, part, language, lags);
      TwfTranslationTask *task;

      if (translated->state == TWF_TRANSLATED_CURRENT)
        continue;
      task = g_new0 (TwfTranslationTask, 1);
      task->id = g_strdup (twf_provision_get_id (provision));
      task->part = part;
      task->translated = g_steal_pointer (&translated);
      g_ptr_array_add (tasks, task);
    }
}

/**
 * twf_translation_list_tasks:
 * @plan: a plan
 * @language: a language of it
 * @lags: (nullable): what history tells of translations; %NULL: it was not asked
 *
 * Nobody is asked to translate what is parked, withdrawn or rejected.
 *
 * Returns: (transfer full) (element-type TwfTranslationTask): what is to be done in @language, in
 * reading order
 */
GPtrArray *
twf_translation_list_tasks (TwfPlan *plan, const char *language, TwfLags *lags)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (free_task);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && language != NULL, tasks);

  all = twf_plan_list_all (plan);
  for (guint i = 0; i < all->len; i++)
    if (twf_compile_shows (all->pdata[i]))
      add_tasks (tasks, plan, all->pdata[i], language, lags);
  return tasks;
}

/**
 * twf_translation_check:
 * @plan: a plan
 * @lags: what history tells of translations
 *
 * Looks for marks that were moved without work, which a plan alone does not show.
 *
 * Returns: (transfer full) (element-type TwfFinding): what was found, in reading order
 */
GPtrArray *
twf_translation_check (TwfPlan *plan, TwfLags *lags)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_finding_free);
  const char *const *languages;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && lags != NULL, findings);

  languages = twf_plan_get_languages (plan);
  all = twf_plan_list_all (plan);
  for (guint i = 0; i < all->len; i++)
    for (guint l = 0; languages[l] != NULL; l++)
      for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
        {
          g_autoptr (TwfTranslated) translated = NULL;
          TwfFinding *finding;

          if (twf_provision_get_values (all->pdata[i], TWF_FIELD_TRANSLATED) == NULL
              || !twf_compile_shows (all->pdata[i]))
            break;
          translated = twf_translated_new (plan, all->pdata[i], part, languages[l], lags);
          if (translated->state != TWF_TRANSLATED_UNWORKED)
            continue;
          finding = g_new0 (TwfFinding, 1);
          finding->kind = TWF_FINDING_UNWORKED;
          finding->id = g_strdup (twf_provision_get_id (all->pdata[i]));
          finding->language = g_strdup (languages[l]);
          finding->detail = g_strdup (translated->from);
          g_ptr_array_add (findings, finding);
        }
  return findings;
}
