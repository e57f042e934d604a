/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window-private.h"

#include "twf-text-field.h"
#include "twf-translations-window.h"
#include "twf-translations.h"

#include <glib/gi18n.h>

/* Languages that are shown, in this order, in every plan that has them. */
#define SHOWN_LANGUAGES "shown-languages"

static TwfTranslations *
get_translations (TwfWindow *self)
{
  return twf_translations_get (twf_window_get_workbench (self));
}

static void
go (TwfWindow *self)
{
  twf_workspace_show_page (twf_window_get_workspace (self), "draft");
  twf_workspace_show_content (twf_window_get_workspace (self), TRUE);
}

static void
chosen_cb (TwfWindow *self, const char *id, const char *from)
{
  twf_translations_go_to (get_translations (self), id, from);
  go (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
translations_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  const char *language = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  GtkWidget *window;

  if (language != NULL)
    twf_translations_set_language (get_translations (self), language);
  window = twf_translations_window_new (GTK_WINDOW (self), twf_window_get_workbench (self));
  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
step (TwfWindow *self, gboolean back)
{
  if (twf_translations_step (get_translations (self), back))
    go (self);
  else
    twf_workbench_notice (
        twf_window_get_workbench (self), _ ("Nothing is to be translated"), FALSE);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (TWF_WINDOW (user_data), FALSE);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (TWF_WINDOW (user_data), TRUE);
}

/* Whose text has the keyboard; else that which is worked into. */
static const char *
find_language (TwfWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, TWF_TYPE_TEXT_FIELD) : NULL;
  TwfPlan *plan = twf_workbench_get_plan (twf_window_get_workbench (self));
  const char *language
      = field != NULL ? twf_text_field_get_language (TWF_TEXT_FIELD (field)) : NULL;

  if (language != NULL && g_strcmp0 (language, twf_plan_get_source_language (plan)) != 0)
    return language;
  return twf_translations_get_language (get_translations (self));
}

typedef gboolean (*ActFunc) (TwfTranslations *translations,
                             TwfProvision *provision,
                             TwfPart part,
                             const char *language);

/* All texts of the chosen provision in that language, as one step. */
static void
act (TwfWindow *self, ActFunc func, const char *label, const char *done, const char *nothing)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  TwfProvision *provision = twf_workbench_get_provision (workbench);
  const char *language = find_language (self);
  gboolean any = FALSE;

  if (provision == NULL || language == NULL)
    return;
  twf_undo_begin (twf_workbench_get_undo (workbench), label);
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    if (twf_provision_get_text (provision, part, language) != NULL)
      any = func (get_translations (self), provision, part, language) || any;
  twf_undo_end (twf_workbench_get_undo (workbench));
  twf_workbench_notice (workbench, any ? done : nothing, any);
}

static void
mark_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act (TWF_WINDOW (user_data),
       twf_translations_mark,
       _ ("Mark as Translated"),
       _ ("Marked as translated"),
       _ ("There is no translation here to mark"));
}

static void
dismiss_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  act (TWF_WINDOW (user_data),
       twf_translations_dismiss,
       _ ("Not Affected"),
       _ ("Not affected until the source changes again"),
       _ ("The source did not change since this was translated"));
}

static void
third_language_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TwfWorkbench *workbench = twf_window_get_workbench (TWF_WINDOW (user_data));

  if (workbench != NULL)
    twf_workbench_set_third_language (workbench, g_variant_get_string (value, NULL));
  twf_window_remember_languages (TWF_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { "translations", translations_cb },
  { "translations-into", translations_cb, "s" },
  { "next-translation", next_cb },
  { "previous-translation", previous_cb },
  { "mark-translated", mark_cb },
  { "not-affected", dismiss_cb },
  { "third-language", NULL, "s", "''", third_language_changed_cb },
};

/**
 * twf_window_add_translation_actions:
 * @self: a window
 *
 * Adds the commands of translators.
 */
void
twf_window_add_translation_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * twf_window_update_translation_actions:
 * @self: a window
 * @workbench: (nullable): the plan that is open
 *
 * Enables what can be done now, and remembers which languages are shown.
 */
void
twf_window_update_translation_actions (TwfWindow *self, TwfWorkbench *workbench)
{
  static const char *const always[]
      = { "translations", "translations-into", "next-translation", "previous-translation" };
  const char *const *languages
      = workbench != NULL ? twf_plan_get_languages (twf_workbench_get_plan (workbench)) : NULL;
  gboolean many = languages != NULL && g_strv_length ((GStrv)languages) > 1;
  gboolean editable = many && !twf_workbench_is_read_only (workbench)
                      && twf_workbench_get_provision (workbench) != NULL;
  const char *third = workbench != NULL ? twf_workbench_get_third_language (workbench) : NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "third-language");

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    twf_window_enable_action (self, always[i], many);
  twf_window_enable_action (self, "mark-translated", editable);
  twf_window_enable_action (self, "not-affected", editable);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (third != NULL ? third : ""));
}

/**
 * twf_window_recall_languages:
 * @self: a window
 * @workbench: a plan that was just opened
 *
 * Shows the languages that were shown last, where they are languages of the plan.
 */
void
twf_window_recall_languages (TwfWindow *self, TwfWorkbench *workbench)
{
  GSettings *settings = twf_window_get_settings (self);
  g_auto (GStrv) shown = NULL;
  guint n;

  if (settings == NULL)
    return;
  shown = g_settings_get_strv (settings, SHOWN_LANGUAGES);
  n = g_strv_length (shown);
  for (guint i = 0; i < n; i++)
    if (*shown[i] != '\0'
        && !g_strv_contains (twf_plan_get_languages (twf_workbench_get_plan (workbench)), shown[i]))
      return;
  if (n > 0)
    twf_workbench_set_language (workbench, shown[0]);
  if (n > 1)
    twf_workbench_set_second_language (workbench, shown[1]);
  if (n > 2)
    twf_workbench_set_third_language (workbench, shown[2]);
}

/**
 * twf_window_remember_languages:
 * @self: a window
 *
 * Notes which languages are shown, for the next plan that is opened.
 */
void
twf_window_remember_languages (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  GSettings *settings = twf_window_get_settings (self);
  const char *second;
  const char *third;

  if (workbench == NULL || settings == NULL)
    return;
  second = twf_workbench_get_second_language (workbench);
  third = twf_workbench_get_third_language (workbench);
  {
    const char *const shown[] = { twf_workbench_get_language (workbench),
                                  second != NULL ? second : "",
                                  third != NULL ? third : "",
                                  NULL };

    g_settings_set_strv (settings, SHOWN_LANGUAGES, shown);
  }
}
