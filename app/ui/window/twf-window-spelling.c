/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-plan-words.h"
#include "twf-spell-view.h"
#include "twf-words-window.h"

#include <glib/gi18n.h>

static void
words_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (
      GTK_WINDOW (twf_words_window_new (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

static void
next_unknown_word_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  if (!twf_spell_view_go_next (GTK_WIDGET (self)))
    twf_workbench_notice (
        twf_window_get_workbench (self), _ ("No unknown word in the texts shown"), FALSE);
}

static const GActionEntry entries[] = {
  { "words", words_cb },
  { "next-unknown-word", next_unknown_word_cb },
};

/**
 * twf_window_add_spelling_actions:
 * @self: a window
 *
 * Adds the commands about spelling.
 */
void
twf_window_add_spelling_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * twf_window_update_spelling:
 * @self: a window whose plan was opened, read anew or closed
 *
 * Whether spelling is checked goes by the settings from here on.
 */
void
twf_window_update_spelling (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  GSettings *settings = twf_window_get_settings (self);
  gboolean editable = workbench != NULL && !twf_workbench_is_read_only (workbench);

  twf_window_enable_action (self, "words", editable);
  twf_window_enable_action (self, "next-unknown-word", workbench != NULL);
  if (workbench != NULL && settings != NULL)
    g_settings_bind (
        settings, "spelling", twf_plan_words_get (workbench), "enabled", G_SETTINGS_BIND_GET);
}
