/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-reckoning.h"

struct _TwfReckoning
{
  char *language;
  GHashTable *figures; /* char* id -> TwfFigures* */
  TwfFigures *title;   /* nullable: not reckoned yet */
  TwfLags *lags;       /* nullable: not known */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)twf_figures_unref);
}

/**
 * twf_reckoning_new:
 * @language: in which the plan is read
 *
 * Returns: (transfer full): figures of nothing yet
 */
TwfReckoning *
twf_reckoning_new (const char *language)
{
  TwfReckoning *self = g_new0 (TwfReckoning, 1);

  g_assert (language != NULL);
  self->language = g_strdup (language);
  self->figures = new_table ();
  return self;
}

/**
 * twf_reckoning_copy:
 * @self: a reckoning
 *
 * Returns: (transfer full): another one of the same provisions, that goes its own way from here
 */
TwfReckoning *
twf_reckoning_copy (TwfReckoning *self)
{
  TwfReckoning *copy = twf_reckoning_new (self->language);
  GHashTableIter iter;
  gpointer id, figures;

  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, &id, &figures))
    g_hash_table_insert (copy->figures, g_strdup (id), twf_figures_ref (figures));
  copy->title = self->title != NULL ? twf_figures_ref (self->title) : NULL;
  copy->lags = self->lags != NULL ? twf_lags_ref (self->lags) : NULL;
  return copy;
}

/**
 * twf_reckoning_free:
 * @self: (transfer full) (nullable): a reckoning
 */
void
twf_reckoning_free (TwfReckoning *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_hash_table_unref (self->figures);
  g_clear_pointer (&self->title, twf_figures_unref);
  g_clear_pointer (&self->lags, twf_lags_unref);
  g_free (self);
}

/**
 * twf_reckoning_get_language:
 * @self: a reckoning
 *
 * Returns: in which the plan is read
 */
const char *
twf_reckoning_get_language (TwfReckoning *self)
{
  return self->language;
}

/**
 * twf_reckoning_forget:
 * @self: a reckoning
 * @edit: what was changed in the plan
 *
 * Forgets what that edit may have changed. The plan's own fields name its languages, on which every
 * figure depends.
 */
void
twf_reckoning_forget (TwfReckoning *self, const TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (kind == TWF_EDIT_SET_DELEGATION || kind == TWF_EDIT_DROP_DELEGATION)
    return;
  if (twf_edit_get_id (edit) != NULL)
    {
      g_hash_table_remove (self->figures, twf_edit_get_id (edit));
      return;
    }
  g_clear_pointer (&self->title, twf_figures_unref);
  if (kind == TWF_EDIT_SET_VALUES)
    g_hash_table_remove_all (self->figures);
}

static void
forget_lagging (const char *id,
                TwfPart part,
                const char *language,
                const char *from_wording,
                const char *wording,
                gpointer user_data)
{
  g_hash_table_remove (user_data, id);
}

/**
 * twf_reckoning_set_lags:
 * @self: a reckoning
 * @lags: (nullable): what history tells of translations; %NULL: it was not asked
 *
 * Forgets what that changes.
 */
void
twf_reckoning_set_lags (TwfReckoning *self, TwfLags *lags)
{
  if (self->lags != NULL)
    twf_lags_foreach (self->lags, forget_lagging, self->figures);
  g_clear_pointer (&self->lags, twf_lags_unref);
  if (lags == NULL)
    return;
  self->lags = twf_lags_ref (lags);
  twf_lags_foreach (lags, forget_lagging, self->figures);
}

/**
 * twf_reckoning_put:
 * @self: a reckoning
 * @plan: the plan, which may be without its provisions
 * @provision: one of them, as it stands now
 */
void
twf_reckoning_put (TwfReckoning *self, TwfPlan *plan, TwfProvision *provision)
{
  g_hash_table_insert (self->figures,
                       g_strdup (twf_provision_get_id (provision)),
                       twf_figures_new (plan, provision, self->language, self->lags));
}

/**
 * twf_reckoning_put_title:
 * @self: a reckoning
 * @plan: the plan as it stands now, which may be without its provisions
 */
void
twf_reckoning_put_title (TwfReckoning *self, TwfPlan *plan)
{
  g_clear_pointer (&self->title, twf_figures_unref);
  self->title = twf_figures_new (plan, NULL, self->language, NULL);
}

/**
 * twf_reckoning_remove:
 * @self: a reckoning
 * @id: a provision that is there no more
 */
void
twf_reckoning_remove (TwfReckoning *self, const char *id)
{
  g_hash_table_remove (self->figures, id);
}

static void
drop_others (TwfReckoning *self, TwfPlan *plan)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (twf_plan_get_provision (plan, id) == NULL)
      g_hash_table_iter_remove (&iter);
}

/**
 * twf_reckoning_update:
 * @self: a reckoning
 * @plan: the plan
 * @until: by g_get_monotonic_time(), when to leave off; %G_MAXINT64: not before it is done
 *
 * Reckons what is not known of @plan.
 *
 * Returns: whether everything is known now
 */
gboolean
twf_reckoning_update (TwfReckoning *self, TwfPlan *plan, gint64 until)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  if (self->title == NULL)
    twf_reckoning_put_title (self, plan);
  for (guint i = 0; i < all->len; i++)
    {
      if (g_hash_table_contains (self->figures, twf_provision_get_id (all->pdata[i])))
        continue;
      if (until != G_MAXINT64 && g_get_monotonic_time () >= until)
        return FALSE;
      twf_reckoning_put (self, plan, all->pdata[i]);
    }
  if (g_hash_table_size (self->figures) > all->len)
    drop_others (self, plan);
  return TRUE;
}

/* A compilation has what it has with all that stands above it. What stands under each other in a
 * circle, by damage, has no top. */
static gboolean
is_visible (TwfReckoning *self, const TwfFigures *figures)
{
  guint most = g_hash_table_size (self->figures);

  for (guint steps = 0; figures != NULL && steps <= most; steps++)
    {
      if (!figures->shows)
        return FALSE;
      if (figures->parent == NULL)
        return TRUE;
      figures = g_hash_table_lookup (self->figures, figures->parent);
    }
  return TRUE;
}

/**
 * twf_reckoning_sum:
 * @self: a reckoning
 * @plan: the plan, which may be without its provisions
 *
 * Returns: (transfer full): the figures of all that is known
 */
TwfOverview *
twf_reckoning_sum (TwfReckoning *self, TwfPlan *plan)
{
  TwfOverview *overview = twf_overview_new (plan);
  GHashTableIter iter;
  gpointer figures;

  if (self->title != NULL)
    twf_overview_add_title (overview, self->title);
  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, NULL, &figures))
    if (is_visible (self, figures))
      twf_overview_add (overview, figures);
  return overview;
}

/**
 * twf_reckoning_list:
 * @self: a reckoning of which everything is known
 * @plan: the plan
 * @kind: what is counted
 * @detail: (nullable): see #TwfFigureKind
 *
 * Returns: (transfer full): ids of the provisions that a figure counts, in the order of reading;
 *   %TWF_FIGURE_OF_PLAN before them if it counts the plan itself
 */
GStrv
twf_reckoning_list (TwfReckoning *self, TwfPlan *plan, TwfFigureKind kind, const char *detail)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  gboolean of_sections = kind == TWF_FIGURE_BRACKETS && detail != NULL;

  if (self->title != NULL && !of_sections && twf_figures_are_counted (self->title, kind, detail))
    g_strv_builder_add (ids, TWF_FIGURE_OF_PLAN);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_provision_get_id (all->pdata[i]);
      const TwfFigures *figures = g_hash_table_lookup (self->figures, id);

      if (figures != NULL && is_visible (self, figures)
          && twf_figures_are_counted (figures, kind, detail))
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}
