/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-spell-view.h"

#include "twf-interface.h"
#include "twf-plan-words.h"
#include "twf-spell-marks.h"
#include "twf-spell-menu.h"

/* How long nobody has typed before words are looked at. */
#define PAUSE_MSEC 400
#define KEY "twf-spell-view"

struct _TwfSpellView
{
  GObject parent_instance;

  TwfTextView *view; /* borrowed: it holds this */

  /* Owned. */
  TwfWorkbench *workbench; /* NULL: nothing is shown yet */
  GSignalGroup *words_signals;
  char *language;
  TwfSpellMenu *menu;
  GCancellable *checking; /* NULL: nothing is under way */
  char *asked;            /* the text that is looked at */
  char *why;

  guint pause;
};

G_DEFINE_FINAL_TYPE (TwfSpellView, twf_spell_view, G_TYPE_OBJECT)

enum
{
  PROP_WHY = 1,
};

static void
set_why (TwfSpellView *self, char *why)
{
  if (g_strcmp0 (self->why, why) == 0)
    {
      g_free (why);
      return;
    }
  g_free (self->why);
  self->why = why;
  g_object_notify (G_OBJECT (self), "why");
}

static void
drop_check (TwfSpellView *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSpellView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  TwfSpellingState state = TWF_SPELLING_CHECKED;
  g_autoptr (GArray) found = twf_spelling_check_finish (result, &state, &error);

  /* A check that was dropped may have been done already. */
  if (found == NULL || self->view == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->checking)
    return;
  g_clear_object (&self->checking);
  if (!g_str_equal (self->asked, twf_text_view_get_text (self->view)))
    return;
  twf_spell_marks_set (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self->asked, found);
  name = twf_interface_dup_language_name (self->language);
  set_why (self, twf_spelling_dup_state_words (state, self->language, name));
}

static gboolean
check_cb (gpointer user_data)
{
  TwfSpellView *self = user_data;
  TwfPlanWords *words = twf_plan_words_get (self->workbench);

  self->pause = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return G_SOURCE_REMOVE;
  g_free (self->asked);
  self->asked = g_strdup (twf_text_view_get_text (self->view));
  self->checking = g_cancellable_new ();
  twf_spelling_check_async (self->asked,
                            self->language,
                            twf_plan_words_get_known (words, self->language),
                            self->checking,
                            checked_cb,
                            g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* What is under way is about another text by now. */
static void
look_again (TwfSpellView *self)
{
  drop_check (self);
  if (self->workbench == NULL)
    return;
  if (twf_plan_words_is_enabled (twf_plan_words_get (self->workbench)))
    {
      self->pause = g_timeout_add (PAUSE_MSEC, check_cb, self);
      return;
    }
  twf_spell_marks_clear (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  set_why (self, NULL);
}

static void
twf_spell_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TWF_SPELL_VIEW (object)->why);
}

static void
twf_spell_view_dispose (GObject *object)
{
  TwfSpellView *self = TWF_SPELL_VIEW (object);

  drop_check (self);
  self->view = NULL;
  g_clear_object (&self->words_signals);
  g_clear_object (&self->workbench);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (twf_spell_view_parent_class)->dispose (object);
}

static void
twf_spell_view_finalize (GObject *object)
{
  TwfSpellView *self = TWF_SPELL_VIEW (object);

  g_free (self->language);
  g_free (self->asked);
  g_free (self->why);
  G_OBJECT_CLASS (twf_spell_view_parent_class)->finalize (object);
}

static void
twf_spell_view_class_init (TwfSpellViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twf_spell_view_get_property;
  object_class->dispose = twf_spell_view_dispose;
  object_class->finalize = twf_spell_view_finalize;
  g_object_class_install_property (
      object_class,
      PROP_WHY,
      g_param_spec_string ("why", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
twf_spell_view_init (TwfSpellView *self)
{
  self->words_signals = g_signal_group_new (TWF_TYPE_PLAN_WORDS);
  g_signal_group_connect_swapped (self->words_signals, "changed", G_CALLBACK (look_again), self);
}

static void
release (gpointer data)
{
  /* What is under way holds it too, and must find no view. */
  g_object_run_dispose (data);
  g_object_unref (data);
}

/**
 * twf_spell_view_attach:
 * @view: a view
 *
 * Returns: (transfer none): its spelling, the same each time, which at first shows nothing
 */
TwfSpellView *
twf_spell_view_attach (TwfTextView *view)
{
  TwfSpellView *self;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (TWF_IS_TEXT_VIEW (view), NULL);

  self = g_object_get_data (G_OBJECT (view), KEY);
  if (self != NULL)
    return self;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  self = g_object_new (TWF_TYPE_SPELL_VIEW, NULL);
  self->view = view;
  self->menu = twf_spell_menu_new (GTK_TEXT_VIEW (view));
  twf_spell_marks_prepare (buffer);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (view), KEY, self, release);
  return self;
}

/**
 * twf_spell_view_show:
 * @self: the spelling of a view
 * @workbench: the open plan
 * @language: the language of the text
 */
void
twf_spell_view_show (TwfSpellView *self, TwfWorkbench *workbench, const char *language)
{
  g_return_if_fail (TWF_IS_SPELL_VIEW (self) && TWF_IS_WORKBENCH (workbench) && language != NULL);

  if (g_strcmp0 (self->language, language) != 0)
    {
      g_free (self->language);
      self->language = g_strdup (language);
      twf_spell_marks_clear (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
      set_why (self, NULL);
    }
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->words_signals, twf_plan_words_get (workbench));
  twf_spell_menu_show (self->menu, workbench, language);
  look_again (self);
}

/**
 * twf_spell_view_get_why:
 * @self: the spelling of a view
 *
 * Returns: (nullable): why the text cannot be checked
 */
const char *
twf_spell_view_get_why (TwfSpellView *self)
{
  g_return_val_if_fail (TWF_IS_SPELL_VIEW (self), NULL);

  return self->why;
}

/* The views below @widget that are seen, in order. */
static void
gather_views (GtkWidget *widget, GPtrArray *views)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (TWF_IS_TEXT_VIEW (widget))
    g_ptr_array_add (views, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_views (child, views);
}

/**
 * twf_spell_view_go_next:
 * @top: a widget that texts are typed in
 *
 * Selects the next word that nobody knows, from the caret on; after the last text comes the first.
 *
 * Returns: whether there is one
 */
gboolean
twf_spell_view_go_next (GtkWidget *top)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (top));
  guint first = 0;

  gather_views (top, views);
  for (guint i = 0; i < views->len; i++)
    if (views->pdata[i] == focus)
      first = i;
  /* The first text once more at the end: what stands before the caret. */
  for (guint i = 0; i <= views->len && views->len > 0; i++)
    {
      GtkTextView *view = views->pdata[(first + i) % views->len];

      if (!twf_spell_marks_select_next (gtk_text_view_get_buffer (view),
                                        i == 0 && GTK_WIDGET (view) == focus))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (view));
      gtk_text_view_scroll_mark_onscreen (
          view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
      return TRUE;
    }
  return FALSE;
}
