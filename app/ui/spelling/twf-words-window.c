/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-words-window.h"

#include "twf-interface.h"
#include "twf-plan-words.h"
#include "twf-row-button.h"
#include "twf-spoken.h"
#include "twf-word-list.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfWordsWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkDropDown *language;
  GtkEditable *word;
  GtkWidget *add;
  GtkListBox *list;
  GtkWidget *empty;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *plan_signals;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (TwfWordsWindow, twf_words_window, ADW_TYPE_WINDOW)

static const char *
get_language (TwfWordsWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected < g_strv_length ((char **)languages) ? languages[selected] : languages[0];
}

static void
add_row (TwfWordsWindow *self, const char *word)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), word);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word);
  twf_row_add_button (ADW_ACTION_ROW (row), "user-trash-symbolic", label, "words.remove", word);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (TwfWordsWindow *self)
{
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  words = twf_word_list_get (twf_workbench_get_plan (self->workbench), get_language (self));
  for (char **at = words; *at != NULL; at++)
    add_row (self, *at);
  gtk_widget_set_visible (GTK_WIDGET (self->list), words[0] != NULL);
  gtk_widget_set_visible (self->empty, words[0] == NULL);
}

static void
plan_edited_cb (TwfWordsWindow *self, TwfEdit *edit)
{
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES && twf_edit_get_id (edit) == NULL
      && g_str_equal (twf_edit_get_field (edit), TWF_PLAN_WORD))
    update (self);
}

static void
language_changed_cb (TwfWordsWindow *self)
{
  if (self->workbench != NULL)
    update (self);
}

static char *
dup_typed (TwfWordsWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->word)));
}

static void
word_changed_cb (TwfWordsWindow *self)
{
  g_autofree char *typed = dup_typed (self);

  gtk_widget_set_sensitive (self->add, *typed != '\0' && strpbrk (typed, " \t") == NULL);
}

static void
add_clicked_cb (TwfWordsWindow *self)
{
  g_autofree char *typed = dup_typed (self);

  if (gtk_widget_get_sensitive (self->add)
      && twf_plan_words_set (self->workbench, get_language (self), typed, TRUE))
    gtk_editable_set_text (self->word, "");
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *word)
{
  TwfWordsWindow *self = TWF_WORDS_WINDOW (widget);

  twf_plan_words_set (
      self->workbench, get_language (self), g_variant_get_string (word, NULL), FALSE);
}

static void
twf_words_window_dispose (GObject *object)
{
  TwfWordsWindow *self = TWF_WORDS_WINDOW (object);

  g_clear_object (&self->plan_signals);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_WORDS_WINDOW);
  G_OBJECT_CLASS (twf_words_window_parent_class)->dispose (object);
}

static void
twf_words_window_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_WORDS_WINDOW (object)->rows);
  G_OBJECT_CLASS (twf_words_window_parent_class)->finalize (object);
}

static void
twf_words_window_class_init (TwfWordsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_words_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_words_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/spelling/twf-words-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfWordsWindow, language);
  gtk_widget_class_bind_template_child (widget_class, TwfWordsWindow, word);
  gtk_widget_class_bind_template_child (widget_class, TwfWordsWindow, add);
  gtk_widget_class_bind_template_child (widget_class, TwfWordsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TwfWordsWindow, empty);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_install_action (widget_class, "words.remove", "s", remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_words_window_init (TwfWordsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

static void
fill_languages (TwfWordsWindow *self)
{
  const char *const *languages = twf_plan_get_languages (twf_workbench_get_plan (self->workbench));
  const char *shown = twf_workbench_get_language (self->workbench);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_take (names, twf_interface_dup_language_name (languages[i]));
      if (g_strcmp0 (languages[i], shown) == 0)
        chosen = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, chosen);
}

/**
 * twf_words_window_new:
 * @parent: (nullable): the window it belongs to
 * @workbench: the open plan
 *
 * Returns: (transfer full): a window with its words
 */
GtkWidget *
twf_words_window_new (GtkWindow *parent, TwfWorkbench *workbench)
{
  TwfWordsWindow *self;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (TWF_TYPE_WORDS_WINDOW, "transient-for", parent, NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  fill_languages (self);
  word_changed_cb (self);
  update (self);
  return GTK_WIDGET (self);
}
