/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-private.h"

static const struct
{
  const char *name;
  TwfFindingGroup group;
} kinds[TWF_N_FINDING_KINDS] = {
  [TWF_FINDING_NO_TEXT] = { "no-text", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_DANGLING_LINK] = { "dangling-link", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_WRONG_LINK] = { "wrong-link", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_PARENT_CYCLE] = { "parent-cycle", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_MISSING_PARENT] = { "missing-parent", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_HOSTILE_TEXT] = { "hostile-text", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_SERVES_NOTHING] = { "serves-nothing", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_STALE] = { "stale", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_DANGLING_PROPOSAL] = { "dangling-proposal", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_OLD_BASE] = { "old-base", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_UNKNOWN_DELEGATION] = { "unknown-delegation", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_BAD_KEY] = { "bad-key", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_SHARED_KEY] = { "shared-key", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_LOOK_ALIKE] = { "look-alike", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_BAD_AGREEMENT] = { "bad-agreement", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_BROKEN_PACKAGE] = { "broken-package", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_REOPENED] = { "reopened", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_BAD_PROCEDURE] = { "bad-procedure", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_GROUP_CIRCLE] = { "group-circle", TWF_FINDING_GROUP_PLAN },
  [TWF_FINDING_OTHER_NUMBER] = { "number", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_MONTH] = { "month", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_SYMBOL] = { "symbol", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_PERCENT] = { "percent", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_ITEM] = { "sub-paragraph", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_BRACKET] = { "bracket", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_NOTE] = { "note", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_STATE] = { "state", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_OTHER_BODY] = { "body", TWF_FINDING_GROUP_CONCORDANCE },
  [TWF_FINDING_STYLE_END] = { "style-end", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_OPENING] = { "style-opening", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_NO_END] = { "style-no-end", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_DOUBLE_SPACE] = { "style-double-space", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_SPACE_BEFORE] = { "style-space-before", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_SPACE_MISSING] = { "style-space", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_QUOTES] = { "style-quotes", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_DIGITS] = { "style-digits", TWF_FINDING_GROUP_STYLE },
  [TWF_FINDING_STYLE_UNBALANCED] = { "style-unbalanced", TWF_FINDING_GROUP_STYLE },
};

/**
 * twf_finding_kind_get_name:
 * @kind: what was found
 *
 * Returns: the word for machines
 */
const char *
twf_finding_kind_get_name (TwfFindingKind kind)
{
  g_return_val_if_fail (kind < TWF_N_FINDING_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * twf_finding_kind_from_name:
 * @name: (nullable): a word
 * @kind: (out): what it names
 *
 * Returns: whether it names a kind
 */
gboolean
twf_finding_kind_from_name (const char *name, TwfFindingKind *kind)
{
  for (guint i = 0; i < TWF_N_FINDING_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_finding_kind_get_group:
 * @kind: what was found
 *
 * Returns: what it is about
 */
TwfFindingGroup
twf_finding_kind_get_group (TwfFindingKind kind)
{
  g_return_val_if_fail (kind < TWF_N_FINDING_KINDS, TWF_FINDING_GROUP_PLAN);

  return kinds[kind].group;
}

static void
free_place (TwfFindingPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->language);
  g_free (place->words);
  g_free (place);
}

static void
free_remedy (gpointer data)
{
  TwfRemedy *remedy = data;

  g_ptr_array_unref (remedy->edits);
  g_free (remedy);
}

/**
 * twf_finding_free:
 * @self: (transfer full): a finding
 */
void
twf_finding_free (TwfFinding *self)
{
  g_free (self->id);
  g_free (self->language);
  g_free (self->detail);
  free_place (self->place);
  free_place (self->other);
  g_clear_pointer (&self->remedies, g_ptr_array_unref);
  g_free (self);
}

/**
 * twf_findings_new:
 *
 * Returns: (transfer full): of #TwfFinding, none yet
 */
GPtrArray *
twf_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_finding_free);
}

/**
 * twf_findings_add:
 * @findings: (element-type TwfFinding): where it goes
 * @kind: what was found
 * @provision: (nullable): where; %NULL: about the plan itself
 * @language: (nullable): in which language
 * @detail: (nullable): which link, character or proposal
 *
 * Returns: (transfer none): the finding
 */
TwfFinding *
twf_findings_add (GPtrArray *findings,
                  TwfFindingKind kind,
                  TwfProvision *provision,
                  const char *language,
                  const char *detail)
{
  TwfFinding *finding = g_new0 (TwfFinding, 1);

  finding->kind = kind;
  finding->id = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
  finding->language = g_strdup (language);
  finding->detail = g_strdup (detail);
  g_ptr_array_add (findings, finding);
  return finding;
}

/**
 * twf_finding_place_new:
 * @language: of a text
 * @words: (nullable): what it is about
 * @start: byte of the text at which they stand
 * @end: behind them; the same: nowhere
 *
 * Returns: (transfer full): a place of a finding
 */
TwfFindingPlace *
twf_finding_place_new (const char *language, const char *words, guint start, guint end)
{
  TwfFindingPlace *place = g_new0 (TwfFindingPlace, 1);

  place->language = g_strdup (language);
  place->words = g_strdup (words != NULL ? words : "");
  place->start = start;
  place->end = end;
  return place;
}

/**
 * twf_finding_take_remedy:
 * @self: a finding
 * @name: (transfer none): a constant, what is done
 * @edit: (transfer full): by which edit; further ones are added to the same remedy
 */
void
twf_finding_take_remedy (TwfFinding *self, const char *name, TwfEdit *edit)
{
  TwfRemedy *remedy = (TwfRemedy *)twf_finding_get_remedy (self, name);

  if (self->remedies == NULL)
    self->remedies = g_ptr_array_new_with_free_func (free_remedy);
  if (remedy == NULL)
    {
      remedy = g_new0 (TwfRemedy, 1);
      remedy->name = name;
      remedy->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
      g_ptr_array_add (self->remedies, remedy);
    }
  g_ptr_array_add (remedy->edits, edit);
}

/**
 * twf_finding_get_remedy:
 * @self: a finding
 * @name: what is to be done
 *
 * Returns: (transfer none) (nullable): how; %NULL: it is nothing that can be done about @self
 */
const TwfRemedy *
twf_finding_get_remedy (const TwfFinding *self, const char *name)
{
  for (guint i = 0; self->remedies != NULL && i < self->remedies->len; i++)
    if (g_strcmp0 (((TwfRemedy *)self->remedies->pdata[i])->name, name) == 0)
      return self->remedies->pdata[i];
  return NULL;
}
