/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-overview-words.h"

#include "twf-bidi.h"
#include "twf-finding-words.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* The most finished first. Those that are not agreed have no level. */
static const struct
{
  TwfStage stage;
  TwfAgreementLevel level; /* AGREED */
  const char *css_class;
  const char *title;
} shares[TWF_N_OVERVIEW_SHARES] = {
  { TWF_STAGE_AGREED, TWF_AGREEMENT_PLENARY, "share-plenary", N_ ("Agreed in plenary") },
  { TWF_STAGE_AGREED,
    TWF_AGREEMENT_AD_REFERENDUM,
    "share-ad-referendum",
    N_ ("Agreed ad referendum") },
  { TWF_STAGE_AGREED,
    TWF_AGREEMENT_WORKING_GROUP,
    "share-working-group",
    N_ ("Agreed in the working group") },
  { TWF_STAGE_AGREED,
    TWF_AGREEMENT_PENDING,
    "share-pending",
    N_ ("Agreed pending one delegation") },
  { TWF_STAGE_REOPENED, 0, "share-reopened", N_ ("Reopened") },
  { TWF_STAGE_BRACKETED, 0, "share-bracketed", N_ ("Not agreed, in brackets") },
  { TWF_STAGE_QUIET, 0, "share-quiet", N_ ("Not agreed, nothing open") },
};

/**
 * twf_overview_share_count:
 * @share: below %TWF_N_OVERVIEW_SHARES
 * @overview: the figures of a plan
 *
 * Returns: how many provisions it has
 */
guint
twf_overview_share_count (guint share, const TwfOverview *overview)
{
  g_return_val_if_fail (share < TWF_N_OVERVIEW_SHARES, 0);

  return shares[share].stage == TWF_STAGE_AGREED ? overview->levels[shares[share].level]
                                                 : overview->stages[shares[share].stage];
}

/**
 * twf_overview_share_get_class:
 * @share: below %TWF_N_OVERVIEW_SHARES
 *
 * Returns: what the style sheet knows it by
 */
const char *
twf_overview_share_get_class (guint share)
{
  g_return_val_if_fail (share < TWF_N_OVERVIEW_SHARES, NULL);

  return shares[share].css_class;
}

/**
 * twf_overview_share_get_title:
 * @share: below %TWF_N_OVERVIEW_SHARES
 *
 * Returns: what a person reads
 */
const char *
twf_overview_share_get_title (guint share)
{
  g_return_val_if_fail (share < TWF_N_OVERVIEW_SHARES, NULL);

  return _ (shares[share].title);
}

/**
 * twf_overview_share_dup_figure:
 * @share: below %TWF_N_OVERVIEW_SHARES
 *
 * Returns: (transfer full): the figure, as twf_figure_parse() takes it apart
 */
char *
twf_overview_share_dup_figure (guint share)
{
  gboolean agreed;

  g_return_val_if_fail (share < TWF_N_OVERVIEW_SHARES, NULL);

  agreed = shares[share].stage == TWF_STAGE_AGREED;
  return g_strdup_printf ("%s:%s",
                          twf_figure_kind_get_name (agreed ? TWF_FIGURE_LEVEL : TWF_FIGURE_STAGE),
                          agreed ? twf_agreement_level_get_name (shares[share].level)
                                 : twf_stage_get_name (shares[share].stage));
}

/**
 * twf_overview_words_dup_share:
 * @workbench: the open plan
 * @part: how many of them
 * @whole: how many there are
 *
 * Rounded down: what is not all of it is not said to be.
 *
 * Returns: (transfer full): "62 %"; isolated
 */
char *
twf_overview_words_dup_share (TwfWorkbench *workbench, guint part, guint whole)
{
  guint share = whole > 0 ? (guint)((guint64)part * 100 / whole) : 0;
  g_autofree char *count = twf_workbench_dup_count (workbench, share);
  /* Translators: a share of a hundred: 62 %. */
  g_autofree char *words = g_strdup_printf (_ ("%s %%"), count);

  return twf_text_isolate (words);
}

/**
 * twf_overview_words_dup_change:
 * @workbench: the open plan
 * @before: how much it was
 * @now: how much it is
 *
 * Returns: (transfer full): "+230"; isolated
 */
char *
twf_overview_words_dup_change (TwfWorkbench *workbench, guint before, guint now)
{
  g_autofree char *count
      = twf_workbench_dup_count (workbench, now >= before ? now - before : before - now);
  g_autofree char *words = g_strconcat (now > before ? "+" : now < before ? "−" : "", count, NULL);

  return twf_text_isolate (words);
}

/* @form: with "%s" for how many. */
static void
append (GPtrArray *parts, TwfWorkbench *workbench, const char *form, guint n)
{
  g_autofree char *count = twf_workbench_dup_count (workbench, n);
  GString *words;

  if (n == 0)
    return;
  words = g_string_new (form);
  g_string_replace (words, "%s", count, 1);
  g_ptr_array_add (parts, g_string_free (words, FALSE));
}

/**
 * twf_overview_words_dup_held:
 * @workbench: the open plan
 * @holder: what a delegation holds, which is something
 *
 * Returns: (transfer full): "2 proposals · 1 reservation"
 */
char *
twf_overview_words_dup_held (TwfWorkbench *workbench, const TwfHolder *holder)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  append (parts,
          workbench,
          ngettext ("%s open bracket", "%s open brackets", holder->n_brackets),
          holder->n_brackets);
  append (parts,
          workbench,
          ngettext ("%s proposal", "%s proposals", holder->n_proposals),
          holder->n_proposals);
  append (parts,
          workbench,
          ngettext ("%s reservation", "%s reservations", holder->n_reservations),
          holder->n_reservations);
  append (parts,
          workbench,
          ngettext ("waited for at %s provision", "waited for at %s provisions", holder->n_pending),
          holder->n_pending);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/**
 * twf_overview_words_dup_holder:
 * @workbench: the open plan
 * @code: of a holder
 *
 * Returns: (transfer full): its name; isolated
 */
char *
twf_overview_words_dup_holder (TwfWorkbench *workbench, const char *code)
{
  gboolean nobody = g_strcmp0 (code, TWF_PROPOSED_BY_FACILITATOR) == 0;
  g_autofree char *name = twf_words_dup_delegation (workbench, nobody ? NULL : code);

  return nobody ? g_strdup (_ ("The facilitator")) : g_steal_pointer (&name);
}

static char *
dup_language (const char *language)
{
  g_autofree char *name = twf_interface_dup_language_name (language);

  return twf_text_isolate (name);
}

static char *
dup_of_section (const char *name)
{
  g_autofree char *language = twf_interface_dup_language ();
  TwfSection section;

  if (name == NULL || !twf_section_from_name (name, &section))
    return g_strdup (_ ("Open Brackets"));
  return g_strdup_printf (_ ("Open brackets: %s"), twf_section_get_title (section, language));
}

static char *
dup_of_share (TwfFigureKind kind, const char *detail)
{
  for (guint share = 0; share < TWF_N_OVERVIEW_SHARES; share++)
    {
      g_autofree char *figure = twf_overview_share_dup_figure (share);
      TwfFigureKind its_kind;
      const char *its_detail;

      if (twf_figure_parse (figure, &its_kind, &its_detail) && its_kind == kind
          && g_strcmp0 (its_detail, detail) == 0)
        return g_strdup (twf_overview_share_get_title (share));
    }
  return g_strdup (_ ("Agreed"));
}

static char *
dup_of_finding (const char *name)
{
  TwfFindingKind kind;

  return g_strdup (twf_finding_kind_from_name (name, &kind) ? twf_finding_kind_get_title (kind)
                                                            : _ ("Checks"));
}

/**
 * twf_overview_words_dup_figure:
 * @workbench: the open plan
 * @kind: what is counted
 * @detail: (nullable): see #TwfFigureKind
 *
 * Returns: (transfer full): what a person calls it
 */
char *
twf_overview_words_dup_figure (TwfWorkbench *workbench, TwfFigureKind kind, const char *detail)
{
  g_autofree char *name = NULL;

  switch (kind)
    {
    case TWF_FIGURE_STAGE:
    case TWF_FIGURE_LEVEL:
      return dup_of_share (kind, detail);
    case TWF_FIGURE_BRACKETS:
      return dup_of_section (detail);
    case TWF_FIGURE_WAITING:
      return g_strdup (_ ("Words in Brackets"));
    case TWF_FIGURE_HELD:
      return twf_overview_words_dup_holder (workbench, detail);
    case TWF_FIGURE_AGREED_IN:
      name = dup_language (detail);
      return g_strdup_printf (_ ("%s: agreed"), name);
    case TWF_FIGURE_MISSING:
      name = dup_language (detail);
      return g_strdup_printf (_ ("%s: missing"), name);
    case TWF_FIGURE_STALE:
      name = dup_language (detail);
      return g_strdup_printf (_ ("%s: out of date"), name);
    case TWF_FIGURE_FOUND:
      return dup_of_finding (detail);
    case TWF_FIGURE_PROVISIONS:
    default:
      return g_strdup (_ ("Provisions"));
    }
}
