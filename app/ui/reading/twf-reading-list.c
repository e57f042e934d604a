/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reading-list.h"

#include "twf-translations.h"

#include <gtk/gtk.h>

#include <string.h>

/* Counting goes on for so long at a time: a keystroke waits no longer. In microseconds. */
#define LONGEST_COUNT 4000

struct _TwfReadingList
{
  GObject parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  GListStore *items; /* of TwfReadingItem */
  TwfScribe *scribe; /* nullable: made when it is asked for; of the plan as it stands */
  TwfLags *lags;     /* nullable: what history tells of translations, as lines say it */
  GSignalGroup *plan_signals;
  GSignalGroup *workbench_signals;
  GSignalGroup *translations_signals;

  TwfView view;
  TwfNotation notation;
  guint look;       /* as twf_reading_list_get_look() */
  guint n_brackets; /* of those that were counted */
  guint n_counted;  /* lines from the first */
  guint counting;   /* id of the source that counts on; 0: none */
  guint refilling;  /* id of the source that makes the lines anew; 0: none */
};

enum
{
  COUNTED,
  REFILLED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfReadingList, twf_reading_list, G_TYPE_OBJECT)

static TwfPlan *
get_plan (TwfReadingList *self)
{
  return twf_workbench_get_plan (self->workbench);
}

static TwfReadingItem *
get_item (TwfReadingList *self, guint position)
{
  TwfReadingItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_object_unref (item); /* the list holds it */
  return item;
}

static guint
get_length (TwfReadingList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Brackets of all texts of a line, and of what is open beside them. */
static guint
count_item (TwfReadingList *self, TwfReadingItem *item)
{
  g_autoptr (GPtrArray) brackets
      = twf_open_brackets_new (get_plan (self),
                               twf_reading_item_get_provision (item),
                               twf_workbench_get_language (self->workbench));

  return brackets->len;
}

static int
get_count (TwfReadingList *self, TwfReadingItem *item)
{
  if (twf_reading_item_get_n_brackets (item) < 0)
    twf_reading_item_set_n_brackets (item, (int)count_item (self, item));
  return twf_reading_item_get_n_brackets (item);
}

static gboolean
count_cb (gpointer user_data)
{
  TwfReadingList *self = user_data;
  gint64 end = g_get_monotonic_time () + LONGEST_COUNT;

  while (self->n_counted < get_length (self) && g_get_monotonic_time () < end)
    self->n_brackets += (guint)get_count (self, get_item (self, self->n_counted++));
  if (self->n_counted == get_length (self))
    self->counting = 0;
  g_signal_emit (self, signals[COUNTED], 0);
  return self->counting != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
count_on (TwfReadingList *self)
{
  if (self->counting == 0 && self->n_counted < get_length (self))
    self->counting = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}

static void
count_all_again (TwfReadingList *self)
{
  self->n_brackets = 0;
  self->n_counted = 0;
  for (guint i = 0; i < get_length (self); i++)
    if (!twf_reading_item_is_section (get_item (self, i), NULL))
      twf_reading_item_set_n_brackets (get_item (self, i), -1);
  count_on (self);
}

/* A reader looks at what follows a heading, so heads of sections without a line are left out. */
static void
add_provisions (TwfReadingList *self, GPtrArray *items, TwfSection section, const char *parent)
{
  GListModel *children = twf_plan_list_children (get_plan (self), section, parent);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) provision = g_list_model_get_item (children, i);

      if (!twf_sheet_shows (provision, self->view))
        continue;
      g_ptr_array_add (items, twf_reading_item_new (provision));
      add_provisions (self, items, section, twf_provision_get_id (provision));
    }
}

static void
refill (TwfReadingList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, twf_reading_item_new_title ());
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      guint head = items->len;

      add_provisions (self, items, section, NULL);
      if (items->len > head)
        g_ptr_array_insert (items, (gint)head, twf_reading_item_new_section (section));
    }
  g_clear_pointer (&self->scribe, twf_scribe_free);
  g_list_store_splice (self->items, 0, get_length (self), items->pdata, items->len);
  count_all_again (self);
  g_signal_emit (self, signals[REFILLED], 0);
}

static gboolean
refill_cb (gpointer user_data)
{
  TwfReadingList *self = user_data;

  self->refilling = 0;
  refill (self);
  return G_SOURCE_REMOVE;
}

static void
refill_soon (TwfReadingList *self)
{
  if (self->refilling == 0)
    self->refilling = g_idle_add (refill_cb, self);
}

static void
change_item (TwfReadingList *self, guint position)
{
  TwfReadingItem *item = get_item (self, position);
  int before = twf_reading_item_get_n_brackets (item);

  twf_reading_item_set_n_brackets (item, -1);
  if (position < self->n_counted)
    self->n_brackets += (guint)(get_count (self, item) - MAX (before, 0));
  twf_reading_item_change (item);
  g_signal_emit (self, signals[CHANGED], 0, position);
  g_signal_emit (self, signals[COUNTED], 0);
}

/* What moves, comes, goes or is proposed changes the numbers of others. */
static gboolean
is_structural (const TwfEdit *edit)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_ADD:
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_PLACE:
      return TRUE;
    case TWF_EDIT_SET_VALUES:
      return twf_edit_get_id (edit) == NULL
             || g_strcmp0 (twf_edit_get_field (edit), TWF_FIELD_PROPOSED) == 0
             || g_strcmp0 (twf_edit_get_field (edit), TWF_FIELD_HEADING) == 0
             || g_strcmp0 (twf_edit_get_field (edit), TWF_FIELD_NUMBER) == 0;
    case TWF_EDIT_SET_PROPOSAL:
      return twf_proposal_get_kind (twf_edit_get_proposal (edit)) == TWF_PROPOSAL_INSERT;
    default:
      return FALSE;
    }
}

static void
edited_cb (TwfReadingList *self, TwfEdit *edit)
{
  guint position;

  if (is_structural (edit))
    {
      refill_soon (self);
      return;
    }
  g_clear_pointer (&self->scribe, twf_scribe_free);
  position = twf_reading_list_find (self, twf_edit_get_id (edit));
  if (position != GTK_INVALID_LIST_POSITION)
    change_item (self, position);
}

static void
language_changed_cb (TwfReadingList *self)
{
  self->look++;
  refill_soon (self);
}

/* Whether a line says of its translation something else by @lags than before. */
static gboolean
is_told_otherwise (TwfReadingList *self, TwfReadingItem *item, TwfLags *lags)
{
  const char *language = twf_workbench_get_language (self->workbench);
  TwfProvision *provision = twf_reading_item_get_provision (item);

  for (TwfPart part = TWF_PART_BODY; provision != NULL && part < TWF_N_PARTS; part++)
    {
      g_autoptr (TwfTranslated) before
          = twf_translated_new (get_plan (self), provision, part, language, self->lags);
      g_autoptr (TwfTranslated) now
          = twf_translated_new (get_plan (self), provision, part, language, lags);

      if (before->state != now->state)
        return TRUE;
    }
  return FALSE;
}

/* Only the lines of which history tells something else are shown anew. */
static void
lags_changed_cb (TwfReadingList *self, TwfTranslations *translations)
{
  TwfLags *lags = twf_translations_get_lags (translations);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < get_length (self); i++)
    if (is_told_otherwise (self, get_item (self, i), lags))
      g_array_append_val (told, i);
  g_clear_pointer (&self->lags, twf_lags_unref);
  self->lags = lags != NULL ? twf_lags_ref (lags) : NULL;
  g_clear_pointer (&self->scribe, twf_scribe_free);
  for (guint i = 0; i < told->len; i++)
    change_item (self, g_array_index (told, guint, i));
}

static void
twf_reading_list_dispose (GObject *object)
{
  TwfReadingList *self = TWF_READING_LIST (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_handle_id (&self->refilling, g_source_remove);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->translations_signals);
  g_clear_pointer (&self->scribe, twf_scribe_free);
  g_clear_pointer (&self->lags, twf_lags_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_reading_list_parent_class)->dispose (object);
}

static void
twf_reading_list_class_init (TwfReadingListClass *klass)
{
  static const char *const names[] = { [COUNTED] = "counted", [REFILLED] = "refilled" };

  G_OBJECT_CLASS (klass)->dispose = twf_reading_list_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (
        names[i], TWF_TYPE_READING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed",
                                   TWF_TYPE_READING_LIST,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_UINT);
}

static void
twf_reading_list_init (TwfReadingList *self)
{
  self->items = g_list_store_new (TWF_TYPE_READING_ITEM);
  self->view = TWF_VIEW_COMPILATION;
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (edited_cb), self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::language", G_CALLBACK (language_changed_cb), self);
  self->translations_signals = g_signal_group_new (TWF_TYPE_TRANSLATIONS);
  g_signal_group_connect_swapped (
      self->translations_signals, "changed", G_CALLBACK (lags_changed_cb), self);
}

/**
 * twf_reading_list_new:
 * @workbench: the open plan
 *
 * Returns: (transfer full): its lines
 */
TwfReadingList *
twf_reading_list_new (TwfWorkbench *workbench)
{
  TwfReadingList *self = g_object_new (TWF_TYPE_READING_LIST, NULL);
  TwfTranslations *translations;

  self->workbench = g_object_ref (workbench);
  g_signal_group_set_target (self->plan_signals, get_plan (self));
  g_signal_group_set_target (self->workbench_signals, workbench);
  translations = twf_translations_get (workbench);
  g_signal_group_set_target (self->translations_signals, translations);
  if (twf_translations_get_lags (translations) != NULL)
    self->lags = twf_lags_ref (twf_translations_get_lags (translations));
  refill (self);
  return self;
}

/**
 * twf_reading_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none): the lines
 */
GListModel *
twf_reading_list_get_items (TwfReadingList *self)
{
  g_return_val_if_fail (TWF_IS_READING_LIST (self), NULL);
  return G_LIST_MODEL (self->items);
}

/**
 * twf_reading_list_set_view:
 * @self: a list
 * @view: how the plan is to be shown
 * @notation: how brackets are to be written
 */
void
twf_reading_list_set_view (TwfReadingList *self, TwfView view, TwfNotation notation)
{
  g_return_if_fail (TWF_IS_READING_LIST (self));

  if (self->view == view && self->notation == notation)
    return;
  self->view = view;
  self->notation = notation;
  self->look++;
  refill (self);
}

/**
 * twf_reading_list_get_look:
 * @self: a list
 *
 * Returns: a number that is another whenever every line is shown otherwise than before
 */
guint
twf_reading_list_get_look (TwfReadingList *self)
{
  g_return_val_if_fail (TWF_IS_READING_LIST (self), 0);

  return self->look;
}

/**
 * twf_reading_list_make_blocks:
 * @self: a list
 * @item: one of its lines, not the head of a section
 *
 * Returns: (transfer full) (element-type TwfBlock): what the line shows
 */
GPtrArray *
twf_reading_list_make_blocks (TwfReadingList *self, TwfReadingItem *item)
{
  const char *language = twf_workbench_get_language (self->workbench);

  g_return_val_if_fail (TWF_IS_READING_LIST (self), NULL);

  if (self->scribe == NULL)
    {
      self->scribe = twf_scribe_new (get_plan (self), self->notation, language);
      twf_scribe_write_for_eyes (self->scribe, self->lags);
    }
  return twf_sheet_new_of_provision (
      get_plan (self), twf_reading_item_get_provision (item), language, self->view, self->scribe);
}

/**
 * twf_reading_list_count:
 * @self: a list
 * @n_brackets: (out): how many brackets were found so far
 *
 * Returns: whether all lines have been looked at
 */
gboolean
twf_reading_list_count (TwfReadingList *self, guint *n_brackets)
{
  g_return_val_if_fail (TWF_IS_READING_LIST (self), FALSE);

  *n_brackets = self->n_brackets;
  return self->n_counted == get_length (self);
}

/**
 * twf_reading_list_find_bracket:
 * @self: a list
 * @from: the position one is at; %GTK_INVALID_LIST_POSITION: none
 * @step: 1: forward; -1: back
 *
 * Returns: the position of the next line with a bracket, round the end; @from where there is no
 *   other
 */
guint
twf_reading_list_find_bracket (TwfReadingList *self, guint from, int step)
{
  guint n;

  g_return_val_if_fail (TWF_IS_READING_LIST (self), GTK_INVALID_LIST_POSITION);

  n = get_length (self);
  for (guint i = 1; i <= n; i++)
    {
      guint start = from < n ? from : step > 0 ? n - 1 : 0;
      guint position = step > 0 ? (start + i) % n : (start + n - i) % n;

      if (get_count (self, get_item (self, position)) > 0)
        return position;
    }
  return from;
}

/**
 * twf_reading_list_find:
 * @self: a list
 * @id: (nullable): a provision; %NULL or %TWF_PLACE_DETAILS: the plan itself
 *
 * Returns: the position of its line; %GTK_INVALID_LIST_POSITION: it has none
 */
guint
twf_reading_list_find (TwfReadingList *self, const char *id)
{
  g_return_val_if_fail (TWF_IS_READING_LIST (self), GTK_INVALID_LIST_POSITION);

  if (g_strcmp0 (id, TWF_PLACE_DETAILS) == 0)
    id = NULL;
  for (guint i = 0; i < get_length (self); i++)
    {
      TwfReadingItem *item = get_item (self, i);

      if (!twf_reading_item_is_section (item, NULL)
          && g_strcmp0 (twf_reading_item_get_id (item), id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * twf_reading_list_find_same:
 * @self: a list
 * @item: a line of it, as it was before the lines were made anew
 *
 * Returns: the position of that line now; %GTK_INVALID_LIST_POSITION: it is gone
 */
guint
twf_reading_list_find_same (TwfReadingList *self, TwfReadingItem *item)
{
  TwfSection section, other;

  g_return_val_if_fail (TWF_IS_READING_LIST (self), GTK_INVALID_LIST_POSITION);

  if (!twf_reading_item_is_section (item, &section))
    return twf_reading_list_find (self, twf_reading_item_get_id (item));
  for (guint i = 0; i < get_length (self); i++)
    if (twf_reading_item_is_section (get_item (self, i), &other) && other == section)
      return i;
  return GTK_INVALID_LIST_POSITION;
}
