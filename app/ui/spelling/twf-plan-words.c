/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-plan-words.h"

#include "twf-word-list.h"

#define KEY "twf-plan-words"

struct _TwfPlanWords
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* borrowed: it holds this */
  GHashTable *known;       /* char* language -> TwfKnownWords*; made when it is asked for */
  GHashTable *ignored;     /* char* language -> GHashTable* (a set of char*) */
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (TwfPlanWords, twf_plan_words, G_TYPE_OBJECT)

enum
{
  PROP_ENABLED = 1,
};

static guint changed_signal;

static void
tell (TwfPlanWords *self)
{
  g_hash_table_remove_all (self->known);
  g_signal_emit (self, changed_signal, 0);
}

static void
plan_edited_cb (TwfPlanWords *self, TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (kind == TWF_EDIT_SET_DELEGATION || kind == TWF_EDIT_DROP_DELEGATION
      || (kind == TWF_EDIT_SET_VALUES && twf_edit_get_id (edit) == NULL
          && g_str_equal (twf_edit_get_field (edit), TWF_PLAN_WORD)))
    tell (self);
}

static void
twf_plan_words_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TWF_PLAN_WORDS (object)->enabled);
}

static void
twf_plan_words_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TwfPlanWords *self = TWF_PLAN_WORDS (object);
  gboolean enabled = g_value_get_boolean (value);

  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  tell (self);
}

static void
twf_plan_words_finalize (GObject *object)
{
  TwfPlanWords *self = TWF_PLAN_WORDS (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->ignored);
  G_OBJECT_CLASS (twf_plan_words_parent_class)->finalize (object);
}

static void
twf_plan_words_class_init (TwfPlanWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = twf_plan_words_finalize;
  object_class->get_property = twf_plan_words_get_property;
  object_class->set_property = twf_plan_words_set_property;
  g_object_class_install_property (
      object_class,
      PROP_ENABLED,
      g_param_spec_boolean (
          "enabled", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  changed_signal = g_signal_new (
      "changed", TWF_TYPE_PLAN_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_plan_words_init (TwfPlanWords *self)
{
  self->enabled = TRUE;
  self->known = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)twf_known_words_unref);
  self->ignored
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
}

/**
 * twf_plan_words_get:
 * @workbench: the open plan
 *
 * Returns: (transfer none): its words, the same for all who ask
 */
TwfPlanWords *
twf_plan_words_get (TwfWorkbench *workbench)
{
  TwfPlanWords *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_get_data (G_OBJECT (workbench), KEY);
  if (self == NULL)
    {
      self = g_object_new (TWF_TYPE_PLAN_WORDS, NULL);
      self->workbench = workbench;
      g_signal_connect_object (twf_workbench_get_plan (workbench),
                               "edited",
                               G_CALLBACK (plan_edited_cb),
                               self,
                               G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (workbench), KEY, self, g_object_unref);
    }
  return self;
}

/**
 * twf_plan_words_is_enabled:
 * @self: the words
 *
 * Returns: whether spelling is checked
 */
gboolean
twf_plan_words_is_enabled (TwfPlanWords *self)
{
  return self->enabled;
}

/**
 * twf_plan_words_get_known:
 * @self: the words
 * @language: a language
 *
 * Returns: (transfer none): what is right in @language; good until something changes
 */
TwfKnownWords *
twf_plan_words_get_known (TwfPlanWords *self, const char *language)
{
  TwfKnownWords *known = g_hash_table_lookup (self->known, language);

  if (known == NULL)
    {
      known = twf_desk_known_words_new (twf_workbench_get_plan (self->workbench),
                                        language,
                                        g_hash_table_lookup (self->ignored, language));
      g_hash_table_insert (self->known, g_strdup (language), known);
    }
  return known;
}

/**
 * twf_plan_words_ignore:
 * @self: the words
 * @language: a language
 * @word: a word that nobody is to be told of as long as the plan is open
 */
void
twf_plan_words_ignore (TwfPlanWords *self, const char *language, const char *word)
{
  GHashTable *words = g_hash_table_lookup (self->ignored, language);

  if (words == NULL)
    {
      words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->ignored, g_strdup (language), words);
    }
  g_hash_table_add (words, g_strdup (word));
  tell (self);
}

/**
 * twf_plan_words_set:
 * @workbench: the open plan
 * @language: a language
 * @word: a word
 * @present: whether it is to be among the plan's own words
 *
 * Returns: whether it is so now; otherwise a person has been told why not
 */
gboolean
twf_plan_words_set (TwfWorkbench *workbench,
                    const char *language,
                    const char *word,
                    gboolean present)
{
  g_autoptr (TwfEdit) edit
      = twf_word_list_edit (twf_workbench_get_plan (workbench), language, word, present);
  TwfUndo *undo = twf_workbench_get_undo (workbench);

  if (edit == NULL)
    return TRUE;
  /* A step of its own, and no part of the typing before it. */
  if (undo != NULL)
    twf_undo_break (undo);
  return twf_workbench_apply (workbench, edit);
}
