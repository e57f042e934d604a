/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-translations.h"

#include "twf-translation.h"

#include <glib/gi18n.h>

struct _TwfTranslations
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* it owns this; NULL once it is gone */
  TwfLagWalk *walk;        /* nullable: none was begun */
  TwfLags *lags;           /* nullable: not known yet */
  char *language;          /* into which is worked; nullable: not chosen */
  char *focus;             /* whose text is to have the keyboard next; nullable */
  GCancellable *cancellable;
  gboolean walking;
  gboolean behind; /* there is a newer revision than the one walked from */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfTranslations, twf_translations, G_TYPE_OBJECT)

static void
twf_translations_finalize (GObject *object)
{
  TwfTranslations *self = TWF_TRANSLATIONS (object);

  g_clear_weak_pointer (&self->workbench);
  g_clear_pointer (&self->walk, twf_lag_walk_unref);
  g_clear_pointer (&self->lags, twf_lags_unref);
  g_free (self->language);
  g_free (self->focus);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (twf_translations_parent_class)->finalize (object);
}

static void
twf_translations_class_init (TwfTranslationsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_translations_finalize;
  /**
   * TwfTranslations::changed:
   *
   * History tells something else.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_TRANSLATIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_translations_init (TwfTranslations *self)
{
  self->cancellable = g_cancellable_new ();
}

static void walk_on (TwfTranslations *self);

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfTranslations) self = user_data;
  g_autoptr (GError) error = NULL;
  TwfLags *lags;

  self->walking = FALSE;
  if (!twf_desk_walk_lags_finish (TWF_DESK (source), result, &error))
    {
      g_debug ("translations: %s", error->message);
      g_clear_pointer (&self->walk, twf_lag_walk_unref);
      return;
    }
  lags = twf_lag_walk_get_lags (self->walk);
  if (lags != NULL && lags != self->lags)
    {
      g_clear_pointer (&self->lags, twf_lags_unref);
      self->lags = twf_lags_ref (lags);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  walk_on (self);
}

/* One piece after the other, and then to what was saved meanwhile. */
static void
walk_on (TwfTranslations *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;

  if (desk == NULL || self->walking)
    return;
  if (self->walk == NULL || (self->behind && twf_lag_walk_get_lags (self->walk) != NULL))
    {
      g_autoptr (TwfLagWalk) former = g_steal_pointer (&self->walk);

      self->walk = twf_desk_new_lag_walk (desk, former);
      self->behind = FALSE;
    }
  if (twf_lag_walk_get_lags (self->walk) != NULL)
    return;
  self->walking = TRUE;
  twf_desk_walk_lags_async (desk, self->walk, self->cancellable, walked_cb, g_object_ref (self));
}

static void
revision_changed_cb (TwfTranslations *self)
{
  self->behind = TRUE;
  walk_on (self);
}

/**
 * twf_translations_get:
 * @workbench: the plan that is open
 *
 * Returns: (transfer none): how its texts stand to their sources; history is looked at when this
 * is first asked for
 */
TwfTranslations *
twf_translations_get (TwfWorkbench *workbench)
{
  TwfTranslations *self = g_object_get_data (G_OBJECT (workbench), "twf-translations");

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_TRANSLATIONS, NULL);
  g_set_weak_pointer (&self->workbench, workbench);
  g_object_set_data_full (G_OBJECT (workbench), "twf-translations", self, g_object_unref);
  if (twf_workbench_get_desk (workbench) != NULL)
    g_signal_connect_object (twf_workbench_get_desk (workbench),
                             "notify::revision",
                             G_CALLBACK (revision_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  walk_on (self);
  return self;
}

/**
 * twf_translations_get_workbench:
 * @self: how the texts of a plan stand to their sources
 *
 * Returns: (transfer none) (nullable): the plan that is open; %NULL: it is closed
 */
TwfWorkbench *
twf_translations_get_workbench (TwfTranslations *self)
{
  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self), NULL);

  return self->workbench;
}

/**
 * twf_translations_get_lags:
 * @self: how the texts of a plan stand to their sources
 *
 * Returns: (transfer none) (nullable): what history tells; %NULL: that is not known yet
 */
TwfLags *
twf_translations_get_lags (TwfTranslations *self)
{
  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self), NULL);

  return self->lags;
}

/**
 * twf_translations_find:
 * @self: how the texts of a plan stand to their sources
 * @provision: a provision of it
 * @part: which text
 * @language: in which language
 *
 * Returns: (transfer full): how that text stands to its source, as far as it is known
 */
TwfTranslated *
twf_translations_find (TwfTranslations *self,
                       TwfProvision *provision,
                       TwfPart part,
                       const char *language)
{
  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self), NULL);

  return twf_translated_new (
      twf_workbench_get_plan (self->workbench), provision, part, language, self->lags);
}

/* @edit: (transfer full) (nullable). */
static gboolean
take_edit (TwfTranslations *self, TwfEdit *edit, const GError *error, const char *label)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);

  if (edit == NULL)
    {
      twf_workbench_report (self->workbench, error);
      return FALSE;
    }
  g_ptr_array_add (edits, edit);
  return twf_workbench_apply_all (self->workbench, edits, label);
}

/**
 * twf_translations_mark:
 * @self: how the texts of a plan stand to their sources
 * @provision: a provision of it
 * @part: which text
 * @language: in which language
 *
 * Records that the text is a translation of its source as both stand.
 *
 * Returns: whether it was recorded
 */
gboolean
twf_translations_mark (TwfTranslations *self,
                       TwfProvision *provision,
                       TwfPart part,
                       const char *language)
{
  g_autoptr (TwfTranslated) translated = NULL;
  g_autoptr (GError) error = NULL;
  TwfEdit *edit;

  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self) && self->workbench != NULL, FALSE);

  translated = twf_translations_find (self, provision, part, language);
  if (translated->from == NULL || translated->state == TWF_TRANSLATED_MISSING)
    return FALSE;
  edit = twf_translation_mark (provision,
                               part,
                               language,
                               translated->from,
                               twf_workbench_get_owner (self->workbench),
                               &error);
  return take_edit (self, edit, error, _ ("Mark as Translated"));
}

/**
 * twf_translations_dismiss:
 * @self: how the texts of a plan stand to their sources
 * @provision: a provision of it
 * @part: which text
 * @language: in which language
 *
 * Records that what changed in the source changes nothing here, until it changes again.
 *
 * Returns: whether it was recorded
 */
gboolean
twf_translations_dismiss (TwfTranslations *self,
                          TwfProvision *provision,
                          TwfPart part,
                          const char *language)
{
  g_autoptr (TwfTranslated) translated = NULL;
  g_autoptr (GError) error = NULL;
  TwfEdit *edit;

  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self) && self->workbench != NULL, FALSE);

  translated = twf_translations_find (self, provision, part, language);
  if (translated->state != TWF_TRANSLATED_STALE && translated->state != TWF_TRANSLATED_UNWORKED)
    return FALSE;
  edit = twf_translation_dismiss (provision,
                                  part,
                                  language,
                                  translated->from,
                                  translated->since,
                                  twf_workbench_get_owner (self->workbench),
                                  &error);
  return take_edit (self, edit, error, _ ("Not Affected"));
}

/**
 * twf_translations_get_language:
 * @self: how the texts of a plan stand to their sources
 *
 * Returns: (nullable): the language that was chosen to work into; else the first shown that is not
 * the source; %NULL: there is one language alone
 */
const char *
twf_translations_get_language (TwfTranslations *self)
{
  TwfPlan *plan;
  const char *source;
  const char *const *languages;

  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self) && self->workbench != NULL, NULL);

  plan = twf_workbench_get_plan (self->workbench);
  languages = twf_plan_get_languages (plan);
  if (self->language != NULL && g_strv_contains (languages, self->language))
    return self->language;
  source = twf_plan_get_source_language (plan);
  if (g_strcmp0 (twf_workbench_get_language (self->workbench), source) != 0)
    return twf_workbench_get_language (self->workbench);
  if (twf_workbench_get_second_language (self->workbench) != NULL)
    return twf_workbench_get_second_language (self->workbench);
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (languages[i], source) != 0)
      return languages[i];
  return NULL;
}

/**
 * twf_translations_set_language:
 * @self: how the texts of a plan stand to their sources
 * @language: a language of the plan, to work into
 */
void
twf_translations_set_language (TwfTranslations *self, const char *language)
{
  g_return_if_fail (TWF_IS_TRANSLATIONS (self) && language != NULL);

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
}

static gboolean
shows (TwfWorkbench *workbench, const char *language)
{
  return g_strcmp0 (language, twf_workbench_get_language (workbench)) == 0
         || g_strcmp0 (language, twf_workbench_get_second_language (workbench)) == 0;
}

/**
 * twf_translations_go_to:
 * @self: how the texts of a plan stand to their sources
 * @id: a provision
 * @from: (nullable): the language of the source
 *
 * Chooses @id, with the language that is worked into and its source beside each other.
 */
void
twf_translations_go_to (TwfTranslations *self, const char *id, const char *from)
{
  const char *language;

  g_return_if_fail (TWF_IS_TRANSLATIONS (self) && self->workbench != NULL);

  language = twf_translations_get_language (self);
  if (from != NULL && !(shows (self->workbench, language) && shows (self->workbench, from)))
    {
      g_autofree char *into = g_strdup (language);

      twf_workbench_set_language (self->workbench, from);
      twf_workbench_set_second_language (self->workbench, into);
      language = twf_workbench_get_second_language (self->workbench);
    }
  g_free (self->focus);
  self->focus = g_strdup (language);
  twf_workbench_set_place (self->workbench, id);
}

/**
 * twf_translations_take_focus:
 * @self: how the texts of a plan stand to their sources
 *
 * Returns: (transfer full) (nullable): in which language the text is that is to have the keyboard,
 * once after twf_translations_go_to()
 */
char *
twf_translations_take_focus (TwfTranslations *self)
{
  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self), NULL);

  return g_steal_pointer (&self->focus);
}

static const TwfTranslationTask *
find_task (GPtrArray *tasks, const char *id)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (((TwfTranslationTask *)tasks->pdata[i])->id, id))
      return tasks->pdata[i];
  return NULL;
}

/**
 * twf_translations_step:
 * @self: how the texts of a plan stand to their sources
 * @back: whether to go back
 *
 * Goes to the next provision of which something is to be done, behind the last one to the first.
 *
 * Returns: whether there is one
 */
gboolean
twf_translations_step (TwfTranslations *self, gboolean back)
{
  TwfPlan *plan;
  const char *language;
  const char *place;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  guint at = G_MAXUINT;

  g_return_val_if_fail (TWF_IS_TRANSLATIONS (self) && self->workbench != NULL, FALSE);

  plan = twf_workbench_get_plan (self->workbench);
  language = twf_translations_get_language (self);
  if (language == NULL)
    return FALSE;
  all = twf_plan_list_all (plan);
  tasks = twf_translation_list_tasks (plan, language, self->lags);
  place = twf_workbench_get_place (self->workbench);
  for (guint i = 0; i < all->len && at == G_MAXUINT; i++)
    if (g_strcmp0 (twf_provision_get_id (all->pdata[i]), place) == 0)
      at = i;
  if (at == G_MAXUINT)
    at = back ? 0 : all->len - 1;
  for (guint steps = 1; steps <= all->len; steps++)
    {
      guint next = (back ? at + all->len - steps : at + steps) % all->len;
      const char *id = twf_provision_get_id (all->pdata[next]);
      const TwfTranslationTask *task = find_task (tasks, id);

      if (task == NULL)
        continue;
      twf_translations_go_to (self, id, task->translated->from);
      return TRUE;
    }
  return FALSE;
}
