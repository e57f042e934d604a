/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-figures.h"

#include "twf-compilation.h"
#include "twf-open-brackets.h"
#include "twf-positions.h"
#include "twf-segments.h"
#include "twf-translated.h"

#include <string.h>

static const char *const nobody[] = { TWF_PROPOSED_BY_FACILITATOR, NULL };

static void
free_holder (gpointer data)
{
  TwfHolder *holder = data;

  g_free (holder->code);
  g_free (holder);
}

static void
free_coverage (gpointer data)
{
  TwfCoverage *coverage = data;

  g_free (coverage->language);
  g_free (coverage);
}

/**
 * twf_holders_new:
 *
 * Returns: (transfer full) (element-type TwfHolder): none
 */
GPtrArray *
twf_holders_new (void)
{
  return g_ptr_array_new_with_free_func (free_holder);
}

/**
 * twf_holders_take:
 * @holders: (element-type TwfHolder): by code bytewise
 * @code: a delegation's code
 *
 * Returns: (transfer none): the one of that delegation, put in its place if there was none
 */
TwfHolder *
twf_holders_take (GPtrArray *holders, const char *code)
{
  guint from = 0;
  guint to = holders->len;
  TwfHolder *holder;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      int order = strcmp (((TwfHolder *)holders->pdata[middle])->code, code);

      if (order == 0)
        return holders->pdata[middle];
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }
  holder = g_new0 (TwfHolder, 1);
  holder->code = g_strdup (code);
  g_ptr_array_insert (holders, (gint)from, holder);
  return holder;
}

/**
 * twf_coverages_new:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type TwfCoverage): one for each of its languages, in its order
 */
GPtrArray *
twf_coverages_new (TwfPlan *plan)
{
  GPtrArray *coverages = g_ptr_array_new_with_free_func (free_coverage);
  const char *const *languages = twf_plan_get_languages (plan);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      TwfCoverage *coverage = g_new0 (TwfCoverage, 1);

      coverage->language = g_strdup (languages[i]);
      g_ptr_array_add (coverages, coverage);
    }
  return coverages;
}

/**
 * twf_coverages_find:
 * @coverages: (element-type TwfCoverage): of a plan
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the one of that language; %NULL: it is none of the plan's
 */
TwfCoverage *
twf_coverages_find (GPtrArray *coverages, const char *language)
{
  for (guint i = 0; i < coverages->len; i++)
    if (g_str_equal (((TwfCoverage *)coverages->pdata[i])->language, language))
      return coverages->pdata[i];
  return NULL;
}

static const char *const *
get_owners (TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  return owners != NULL && owners[0] != NULL ? owners : nobody;
}

/* A bracket that holds several proposals of a delegation is one bracket of it. */
static void
count_bracket (TwfFigures *self, const TwfOpenBracket *bracket)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_brackets++;
  self->n_waiting += bracket->n_words;
  for (guint i = 0; i < bracket->proposals->len; i++)
    {
      const char *const *owners = get_owners (bracket->proposals->pdata[i]);

      for (guint o = 0; owners[o] != NULL; o++)
        if (g_hash_table_add (counted, (gpointer)owners[o]))
          twf_holders_take (self->holders, owners[o])->n_brackets++;
    }
}

static void
count_proposals (TwfFigures *self, TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (GPtrArray) open = twf_compile_list_proposals (plan, provision);

  for (guint i = 0; i < open->len; i++)
    {
      const char *const *owners = get_owners (open->pdata[i]);
      g_autoptr (GPtrArray) positions = twf_proposal_list_positions (open->pdata[i]);

      for (guint o = 0; owners[o] != NULL; o++)
        twf_holders_take (self->holders, owners[o])->n_proposals++;
      for (guint p = 0; p < positions->len; p++)
        {
          const TwfPosition *position = positions->pdata[p];

          if (position->word == TWF_POSITION_RESERVE)
            twf_holders_take (self->holders, position->code)->n_reservations++;
        }
    }
}

static void
count_statements (TwfFigures *self, TwfProvision *provision)
{
  GListModel *remarks;

  if (!twf_provision_has_remarks (provision))
    return;
  remarks = twf_provision_list_remarks (provision);
  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);

      if (twf_remark_get_kind (remark) == TWF_REMARK_RESERVATION)
        twf_holders_take (self->holders, twf_remark_get_author (remark))->n_reservations++;
    }
}

/* A language stays agreed when another is reopened. */
static void
count_agreed (TwfFigures *self, const TwfStanding *standing)
{
  for (guint i = 0; i < self->coverages->len; i++)
    {
      TwfCoverage *coverage = self->coverages->pdata[i];
      const TwfAgreedLanguage *item = twf_standing_get_language (standing, coverage->language);

      coverage->n_agreed = item != NULL && item->state == TWF_AGREED_STANDS;
    }
}

static void
find_stage (TwfFigures *self, TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (TwfStanding) standing = NULL;

  self->stage = self->n_brackets > 0 ? TWF_STAGE_BRACKETED : TWF_STAGE_QUIET;
  if (!twf_provision_is_agreed (provision))
    return;
  standing = twf_standing_new (plan, provision);
  count_agreed (self, standing);
  if (standing->state == TWF_AGREED_REOPENED)
    self->stage = TWF_STAGE_REOPENED;
  if (standing->state != TWF_AGREED_STANDS)
    return;
  self->stage = TWF_STAGE_AGREED;
  self->level = standing->agreement->level;
  if (self->level == TWF_AGREEMENT_PENDING && standing->agreement->code != NULL)
    twf_holders_take (self->holders, standing->agreement->code)->n_pending++;
}

/* Returns: whether there is any text of the provision. */
static gboolean
count_missing (TwfFigures *self, TwfProvision *provision)
{
  gboolean any = FALSE;

  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      any = any || languages[0] != NULL;
      for (guint i = 0; languages[0] != NULL && i < self->coverages->len; i++)
        {
          TwfCoverage *coverage = self->coverages->pdata[i];

          coverage->n_missing
              += !g_strv_contains ((const char *const *)languages, coverage->language);
        }
    }
  return any;
}

/* A mark that was moved without work makes no text newer than it is. */
static void
count_stale (TwfFigures *self, TwfPlan *plan, TwfProvision *provision, TwfLags *lags)
{
  for (guint i = 0; i < self->coverages->len; i++)
    {
      TwfCoverage *coverage = self->coverages->pdata[i];

      for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
        {
          g_autoptr (TwfTranslated) translated
              = twf_translated_new (plan, provision, part, coverage->language, lags);

          coverage->n_stale += translated->state == TWF_TRANSLATED_STALE
                               || translated->state == TWF_TRANSLATED_UNWORKED;
        }
    }
}

static guint
count_words (TwfProvision *provision, const char *language)
{
  guint n = 0;

  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      const char *text = twf_provision_get_text (provision, part, language);

      n += text != NULL ? twf_text_count_words (text, language) : 0;
    }
  return n;
}

static void
take_provision (TwfFigures *self,
                TwfPlan *plan,
                TwfProvision *provision,
                const char *language,
                TwfLags *lags)
{
  gboolean has_text = count_missing (self, provision);

  self->parent = g_strdup (twf_provision_get_parent (provision));
  self->section = twf_provision_get_section (provision);
  if (!twf_provision_is_proposed (provision, NULL))
    self->n_words = count_words (provision, language);
  count_stale (self, plan, provision, lags);
  count_statements (self, provision);
  find_stage (self, plan, provision);
  self->counts = has_text || self->n_brackets > 0;
}

/**
 * twf_figures_new:
 * @plan: a plan, which may be without its provisions
 * @provision: (nullable): a provision; %NULL: the plan itself
 * @language: in which it is read: of which words are counted, and brackets as they stand there
 * @lags: (nullable): what history tells of translations; %NULL: it was not asked
 *
 * Returns: (transfer full): what it adds; nothing where no compilation has it
 */
TwfFigures *
twf_figures_new (TwfPlan *plan, TwfProvision *provision, const char *language, TwfLags *lags)
{
  TwfFigures *self = g_atomic_rc_box_new0 (TwfFigures);
  g_autoptr (GPtrArray) brackets = NULL;

  self->holders = twf_holders_new ();
  self->coverages = twf_coverages_new (plan);
  self->stage = TWF_STAGE_QUIET;
  self->shows = provision == NULL || twf_compile_shows (provision);
  if (!self->shows)
    return self;
  brackets = twf_open_brackets_new (plan, provision, language);
  for (guint i = 0; i < brackets->len; i++)
    count_bracket (self, brackets->pdata[i]);
  count_proposals (self, plan, provision);
  if (provision != NULL)
    take_provision (self, plan, provision, language, lags);
  return self;
}

static void
clear_figures (gpointer data)
{
  TwfFigures *self = data;

  g_free (self->parent);
  g_ptr_array_unref (self->holders);
  g_ptr_array_unref (self->coverages);
}

/**
 * twf_figures_ref:
 * @self: what a provision adds
 *
 * Returns: (transfer full): the same
 */
TwfFigures *
twf_figures_ref (TwfFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_figures_unref:
 * @self: (transfer full): what a provision adds
 */
void
twf_figures_unref (TwfFigures *self)
{
  g_atomic_rc_box_release_full (self, clear_figures);
}
