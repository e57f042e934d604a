/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-spell-menu.h"

#include "twf-plan-words.h"
#include "twf-spell-marks.h"

#include <glib/gi18n.h>

struct _TwfSpellMenu
{
  GObject parent_instance;

  GtkTextView *view; /* borrowed: it outlives this */

  /* Owned. */
  TwfWorkbench *workbench; /* NULL: nothing is shown yet */
  char *language;
  GMenu *menu;
  GSimpleActionGroup *actions;
  GCancellable *suggesting; /* NULL: nothing is under way */
  char *word;               /* NULL: the menu says nothing of spelling */
};

G_DEFINE_FINAL_TYPE (TwfSpellMenu, twf_spell_menu, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (TwfSpellMenu *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static void
get_caret (TwfSpellMenu *self, GtkTextIter *caret)
{
  gtk_text_buffer_get_iter_at_mark (
      get_buffer (self), caret, gtk_text_buffer_get_insert (get_buffer (self)));
}

/* @suggestions: (nullable): they are looked for. */
static void
fill (TwfSpellMenu *self, const char *const *suggestions)
{
  g_autoptr (GMenu) meant = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();

  g_menu_remove_all (self->menu);
  if (self->word == NULL)
    return;
  for (guint i = 0; suggestions != NULL && suggestions[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", suggestions[i]);
      g_menu_append_item (meant, item);
    }
  /* An action that is not there: the words can be read and not chosen. */
  if (suggestions == NULL)
    g_menu_append (meant, _ ("Looking for Suggestions…"), "spelling.none");
  else if (suggestions[0] == NULL)
    g_menu_append (meant, _ ("No Suggestions"), "spelling.none");
  g_menu_append (known, _ ("Add to the Plan’s Words"), "spelling.add");
  g_menu_append (known, _ ("Ignore"), "spelling.ignore");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (meant));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (known));
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSpellMenu) self = user_data;
  g_auto (GStrv) suggestions = twf_spelling_suggest_finish (result, NULL);

  if (suggestions != NULL && self->view != NULL
      && g_task_get_cancellable (G_TASK (result)) == self->suggesting)
    fill (self, (const char *const *)suggestions);
}

/* The menu is about to be opened at the caret. */
static void
prepare (TwfSpellMenu *self)
{
  GtkTextIter caret, start, end;

  if (self->suggesting != NULL)
    g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  g_clear_pointer (&self->word, g_free);
  get_caret (self, &caret);
  if (self->workbench != NULL && gtk_text_view_get_editable (self->view)
      && twf_spell_marks_get_word (get_buffer (self), &caret, &start, &end))
    self->word = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
  fill (self, NULL);
  if (self->word == NULL)
    return;
  self->suggesting = g_cancellable_new ();
  twf_spelling_suggest_async (
      self->word, self->language, self->suggesting, suggested_cb, g_object_ref (self));
}

/* A menu is about what it is opened at: the caret goes there, unless that is selected. */
static void
pressed_cb (TwfSpellMenu *self, int n_presses, double x, double y)
{
  GtkTextIter at, start, end;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (
      self->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y);
  if (twf_spell_marks_get_word (get_buffer (self), &at, &start, &end)
      && !gtk_text_buffer_get_has_selection (get_buffer (self)))
    gtk_text_buffer_place_cursor (get_buffer (self), &at);
  prepare (self);
}

static gboolean
key_pressed_cb (TwfSpellMenu *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    prepare (self);
  return GDK_EVENT_PROPAGATE;
}

static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfSpellMenu *self = user_data;
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter caret, start, end;

  get_caret (self, &caret);
  if (!twf_spell_marks_get_word (buffer, &caret, &start, &end))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfSpellMenu *self = user_data;

  if (self->word != NULL)
    twf_plan_words_set (self->workbench, self->language, self->word, TRUE);
}

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfSpellMenu *self = user_data;

  if (self->word != NULL)
    twf_plan_words_ignore (twf_plan_words_get (self->workbench), self->language, self->word);
}

static void
twf_spell_menu_dispose (GObject *object)
{
  TwfSpellMenu *self = TWF_SPELL_MENU (object);

  if (self->suggesting != NULL)
    g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  self->view = NULL;
  g_clear_object (&self->workbench);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (twf_spell_menu_parent_class)->dispose (object);
}

static void
twf_spell_menu_finalize (GObject *object)
{
  TwfSpellMenu *self = TWF_SPELL_MENU (object);

  g_free (self->language);
  g_free (self->word);
  G_OBJECT_CLASS (twf_spell_menu_parent_class)->finalize (object);
}

static void
twf_spell_menu_class_init (TwfSpellMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_spell_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_spell_menu_finalize;
}

static void
twf_spell_menu_init (TwfSpellMenu *self)
{
  static const GActionEntry entries[] = {
    { "correct", correct_cb, "s" },
    { "add", add_cb },
    { "ignore", ignore_cb },
  };

  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

/* Before the view itself sees what opens its menu. */
static void
listen (TwfSpellMenu *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * twf_spell_menu_new:
 * @view: a text view that outlives it
 *
 * Returns: (transfer full): what stands in the menu of @view
 */
TwfSpellMenu *
twf_spell_menu_new (GtkTextView *view)
{
  TwfSpellMenu *self = g_object_new (TWF_TYPE_SPELL_MENU, NULL);

  self->view = view;
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (self->menu));
  listen (self);
  return self;
}

/**
 * twf_spell_menu_show:
 * @self: what stands in the menu
 * @workbench: the open plan
 * @language: the language of the text
 */
void
twf_spell_menu_show (TwfSpellMenu *self, TwfWorkbench *workbench, const char *language)
{
  g_set_object (&self->workbench, workbench);
  g_free (self->language);
  self->language = g_strdup (language);
}
