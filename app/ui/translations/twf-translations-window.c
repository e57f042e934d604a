/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-translations-window.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-drop-down.h"
#include "twf-interface.h"
#include "twf-spoken.h"
#include "twf-tracked-text.h"
#include "twf-translation-item.h"
#include "twf-translations.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* So many sources are compared at a time: what is shown first is known first. */
#define PIECE 40

struct _TwfTranslationsWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  AdwWindowTitle *title;
  GtkDropDown *languages;
  GtkDropDown *states;
  GtkStack *stack;
  GtkListView *rows;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *plan_signals;
  GSignalGroup *translation_signals;
  GPtrArray *tasks;  /* of TwfTranslationTask */
  GPtrArray *items;  /* of TwfTranslationItem, in step with them */
  GListStore *shown; /* those of @items that are shown */
  GCancellable *cancellable;

  guint at;   /* the next of the tasks whose source is compared */
  guint tick; /* id of a source that makes the list anew; 0: none */
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfTranslationsWindow, twf_translations_window, ADW_TYPE_WINDOW)

static TwfPlan *
get_plan (TwfTranslationsWindow *self)
{
  return twf_workbench_get_plan (self->workbench);
}

static const char *
get_language (TwfTranslationsWindow *self)
{
  return twf_plan_get_languages (get_plan (self))[gtk_drop_down_get_selected (self->languages)];
}

/* "The source changed since · 3 words · Egypt, 3 May 2026" */
static char *
dup_details (TwfTranslationsWindow *self, TwfTranslationItem *item)
{
  g_autoptr (GString) line
      = g_string_new (twf_translations_get_title (twf_translation_item_get_state (item)));
  TwfRevision *revision = twf_translation_item_get_revision (item);
  guint n_words;

  if (twf_translation_item_get_n_words (item, &n_words))
    {
      g_autofree char *count = twf_workbench_dup_count (self->workbench, n_words);

      g_string_append (line, " · ");
      g_string_append_printf (line, ngettext ("%s word", "%s words", n_words), count);
    }
  if (revision != NULL)
    {
      g_autofree char *interface = twf_interface_dup_language ();
      g_autofree char *name
          = twf_desk_dup_author (twf_workbench_get_desk (self->workbench), revision, interface);
      g_autofree char *author = twf_text_isolate (name);
      g_autofree char *day = twf_byline_dup_day (twf_revision_get_when (revision));

      g_string_append_printf (line, " · %s, %s", author, day);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "Action 3, Means": which text it is. */
static char *
dup_name (TwfTranslationsWindow *self, TwfTranslationItem *item, TwfProvision *provision)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *name = twf_words_dup_provision (self->workbench, provision);

  if (twf_translation_item_get_part (item) == TWF_PART_BODY)
    return g_steal_pointer (&name);
  return g_strconcat (
      name, " · ", twf_part_get_title (twf_translation_item_get_part (item), interface), NULL);
}

/* What stands in the language; where nothing does, the source, which says what is to be said. */
static const char *
get_words (TwfTranslationsWindow *self,
           TwfTranslationItem *item,
           TwfProvision *provision,
           const char **language)
{
  TwfPart part = twf_translation_item_get_part (item);
  const char *text;

  *language = get_language (self);
  text = twf_provision_get_text (provision, part, *language);
  if (text != NULL || twf_translation_item_get_from (item) == NULL)
    return text != NULL ? text : "";
  *language = twf_translation_item_get_from (item);
  text = twf_provision_get_text (provision, part, *language);
  return text != NULL ? text : "";
}

static void
update_row (TwfTranslationsWindow *self, GtkListItem *row)
{
  TwfTranslationItem *item = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkLabel *name = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *words = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (name)));
  GtkLabel *details = GTK_LABEL (gtk_widget_get_last_child (box));
  TwfProvision *provision
      = twf_plan_get_provision (get_plan (self), twf_translation_item_get_id (item));
  g_autofree char *called = NULL;
  g_autofree char *why = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  const char *language = NULL;
  const char *text;

  /* One that went meanwhile is on its way out of the list. */
  if (provision == NULL)
    return;
  called = dup_name (self, item, provision);
  why = dup_details (self, item);
  text = get_words (self, item, provision, &language);
  twf_tracked_text_append_marked (shown, text, language);
  gtk_label_set_label (name, called);
  gtk_label_set_label (words, shown->str);
  twf_tracked_text_align (words, language);
  gtk_label_set_label (details, why);
  {
    const char *parts[] = { called, why, text, NULL };

    twf_spoken_name_row (box, parts);
  }
}

static GtkWidget *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
row_setup_cb (TwfTranslationsWindow *self, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  append_label (box, "heading");
  append_label (box, "words");
  gtk_widget_add_css_class (append_label (box, "caption"), "dim-label");
  gtk_list_item_set_child (row, box);
}

static void
item_changed_cb (GtkListItem *row, TwfTranslationItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkRoot *root = box != NULL ? gtk_widget_get_root (box) : NULL;

  if (root != NULL)
    update_row (TWF_TRANSLATIONS_WINDOW (root), row);
}

static void
row_bind_cb (TwfTranslationsWindow *self, GtkListItem *row)
{
  g_signal_connect_object (gtk_list_item_get_item (row),
                           "changed",
                           G_CALLBACK (item_changed_cb),
                           row,
                           G_CONNECT_SWAPPED);
  update_row (self, row);
}

static void
row_unbind_cb (TwfTranslationsWindow *self, GtkListItem *row)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), item_changed_cb, row);
}

static void
row_activated_cb (TwfTranslationsWindow *self, guint position)
{
  g_autoptr (TwfTranslationItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item == NULL)
    return;
  twf_translations_set_language (twf_translations_get (self->workbench), get_language (self));
  g_signal_emit (self,
                 signals[CHOSEN],
                 0,
                 twf_translation_item_get_id (item),
                 twf_translation_item_get_from (item));
  gtk_window_close (GTK_WINDOW (self));
}

static void compare_on (TwfTranslationsWindow *self);

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfTranslationsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = twf_desk_compare_sources_finish (TWF_DESK (source), result, &error);
  guint first;

  if (changes == NULL || self->workbench == NULL)
    return;
  first = self->at - changes->len;
  for (guint i = 0; i < changes->len; i++)
    {
      const TwfSourceChange *change = changes->pdata[i];

      if (change->known)
        twf_translation_item_set_n_words (self->items->pdata[first + i], change->n_words);
    }
  compare_on (self);
}

static void
compare_on (TwfTranslationsWindow *self)
{
  g_autoptr (GPtrArray) piece = g_ptr_array_new ();
  guint end = MIN (self->at + PIECE, self->tasks->len);

  if (self->at >= end || twf_workbench_get_desk (self->workbench) == NULL)
    return;
  for (; self->at < end; self->at++)
    g_ptr_array_add (piece, self->tasks->pdata[self->at]);
  twf_desk_compare_sources_async (twf_workbench_get_desk (self->workbench),
                                  piece,
                                  self->cancellable,
                                  compared_cb,
                                  g_object_ref (self));
}

/* That a source changed is what makes one ask who changed it. */
static const char *
get_revision_id (TwfTranslationsWindow *self, TwfTranslationItem *item)
{
  TwfLags *lags = twf_translations_get_lags (twf_translations_get (self->workbench));

  if (lags == NULL || twf_translation_item_get_since (item) == NULL
      || g_strcmp0 (twf_translation_item_get_from (item),
                    twf_plan_get_source_language (get_plan (self)))
             != 0)
    return NULL;
  return twf_lags_get_change (
      lags, twf_translation_item_get_id (item), twf_translation_item_get_part (item));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfTranslationsWindow) self = user_data;
  g_autoptr (GPtrArray) found = twf_desk_read_revisions_finish (TWF_DESK (source), result, NULL);
  g_autoptr (GHashTable) revisions = g_hash_table_new (g_str_hash, g_str_equal);

  if (found == NULL || self->workbench == NULL)
    return;
  for (guint i = 0; i < found->len; i++)
    g_hash_table_insert (
        revisions, (gpointer)twf_revision_get_id (found->pdata[i]), found->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    {
      const char *id = get_revision_id (self, self->items->pdata[i]);
      TwfRevision *revision = id != NULL ? g_hash_table_lookup (revisions, id) : NULL;

      if (revision != NULL)
        twf_translation_item_set_revision (self->items->pdata[i], revision);
    }
}

static void
read_revisions (TwfTranslationsWindow *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gpointer *ids = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *id = get_revision_id (self, self->items->pdata[i]);

      if (id != NULL)
        g_hash_table_add (wanted, (gpointer)id);
    }
  if (g_hash_table_size (wanted) == 0 || twf_workbench_get_desk (self->workbench) == NULL)
    return;
  ids = g_hash_table_get_keys_as_array (wanted, NULL);
  twf_desk_read_revisions_async (twf_workbench_get_desk (self->workbench),
                                 (const char *const *)ids,
                                 self->cancellable,
                                 read_cb,
                                 g_object_ref (self));
}

/* The first of the states on offer is all of them, and none asks for what is done. */
static gboolean
is_wanted (TwfTranslationsWindow *self, TwfTranslationItem *item)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  return selected == 0 || selected == (guint)twf_translation_item_get_state (item);
}

static void
filter (TwfTranslationsWindow *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->items->len; i++)
    if (is_wanted (self, self->items->pdata[i]))
      g_ptr_array_add (wanted, self->items->pdata[i]);
  g_list_store_splice (self->shown,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       wanted->pdata,
                       wanted->len);
  count = twf_workbench_dup_count (self->workbench, wanted->len);
  line = g_strdup_printf (ngettext ("%s text", "%s texts", wanted->len), count);
  adw_window_title_set_subtitle (self->title, line);
  gtk_stack_set_visible_child_name (self->stack, wanted->len > 0 ? "list" : "empty");
}

static void
fill (TwfTranslationsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->tasks = twf_translation_list_tasks (
      get_plan (self),
      get_language (self),
      twf_translations_get_lags (twf_translations_get (self->workbench)));
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->tasks->len; i++)
    g_ptr_array_add (self->items, twf_translation_item_new (self->tasks->pdata[i]));
  filter (self);
  self->at = 0;
  compare_on (self);
  read_revisions (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  TwfTranslationsWindow *self = user_data;

  self->tick = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Whoever types is not to wait for the list. */
static void
something_changed_cb (TwfTranslationsWindow *self)
{
  if (self->tick == 0)
    self->tick = g_idle_add_full (G_PRIORITY_LOW, tick_cb, self, NULL);
}

static void
language_chosen_cb (TwfTranslationsWindow *self)
{
  if (self->workbench == NULL || self->filling)
    return;
  twf_translations_set_language (twf_translations_get (self->workbench), get_language (self));
  fill (self);
}

static void
state_chosen_cb (TwfTranslationsWindow *self)
{
  if (self->workbench != NULL && !self->filling)
    filter (self);
}

static void
twf_translations_window_dispose (GObject *object)
{
  TwfTranslationsWindow *self = TWF_TRANSLATIONS_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->translation_signals);
  if (self->rows != NULL)
    gtk_list_view_set_model (self->rows, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_TRANSLATIONS_WINDOW);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_translations_window_parent_class)->dispose (object);
}

static void
twf_translations_window_class_init (TwfTranslationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_translations_window_dispose;
  signals[CHOSEN] = g_signal_new ("chosen",
                                  TWF_TYPE_TRANSLATIONS_WINDOW,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_STRING,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/translations/twf-translations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfTranslationsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TwfTranslationsWindow, languages);
  gtk_widget_class_bind_template_child (widget_class, TwfTranslationsWindow, states);
  gtk_widget_class_bind_template_child (widget_class, TwfTranslationsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfTranslationsWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_translations_window_init (TwfTranslationsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->rows, factory);
  g_object_unref (factory);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (TWF_TYPE_TRANSLATION_ITEM);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (
      self->plan_signals, "edited", G_CALLBACK (something_changed_cb), self);
  self->translation_signals = g_signal_group_new (TWF_TYPE_TRANSLATIONS);
  g_signal_group_connect_swapped (
      self->translation_signals, "changed", G_CALLBACK (something_changed_cb), self);
}

static void
fill_choices (TwfTranslationsWindow *self)
{
  const char *const *languages = twf_plan_get_languages (get_plan (self));
  const char *wanted = twf_translations_get_language (twf_translations_get (self->workbench));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_string_list_append (states, _ ("Everything to Be Done"));
  for (TwfTranslatedState state = TWF_TRANSLATED_MISSING; state < TWF_N_TRANSLATED_STATES; state++)
    gtk_string_list_append (states, twf_translations_get_title (state));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (states));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (names));
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (languages[i], wanted) == 0)
      gtk_drop_down_set_selected (self->languages, i);
  twf_drop_down_let_shrink (self->languages);
  twf_drop_down_let_shrink (self->states);
  self->filling = FALSE;
}

/**
 * twf_translations_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the open plan
 *
 * Returns: (transfer full): a window that lists what is to be translated
 */
GtkWidget *
twf_translations_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfTranslationsWindow *self
      = g_object_new (TWF_TYPE_TRANSLATIONS_WINDOW, "transient-for", parent, NULL);

  self->workbench = g_object_ref (workbench);
  fill_choices (self);
  g_signal_group_set_target (self->plan_signals, get_plan (self));
  g_signal_group_set_target (self->translation_signals, twf_translations_get (workbench));
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows));
  return GTK_WIDGET (self);
}
