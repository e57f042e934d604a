/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-preferences.h"

#include "twf-delegation.h"
#include "twf-interface.h"
#include "twf-key-group.h"
#include "twf-region.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

struct _TwfPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets. */
  GtkEditable *identity;
  GtkLabel *identity_name;
  TwfKeyGroup *key;
  GtkDropDown *language;
  GtkDropDown *direction;
  GtkDropDown *digits;
  GtkScale *text_size;
  GtkAdjustment *text_size_value;
  GtkWidget *restart;
  GtkWidget *spelling;

  /* Owned. */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TwfPreferences, twf_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In step with the rows of the language's list: the system's, and the six in the order of their
 * English names. */
static const char *const languages[] = { "", "ar", "zh_CN", "en", "fr", "ru", "es" };

static void
language_changed_cb (TwfPreferences *self)
{
  if (self->settings == NULL)
    return;
  g_settings_set_string (
      self->settings, "interface-language", languages[gtk_drop_down_get_selected (self->language)]);
  gtk_widget_set_visible (self->restart, TRUE);
}

static void
direction_changed_cb (TwfPreferences *self)
{
  if (self->settings == NULL)
    return;
  g_settings_set_enum (
      self->settings, "direction", (int)gtk_drop_down_get_selected (self->direction));
  gtk_widget_set_visible (self->restart, TRUE);
}

static void
digits_changed_cb (TwfPreferences *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "digits", (int)gtk_drop_down_get_selected (self->digits));
}

/* The code is kept once it is one; a state's name is turned into its code. */
static void
identity_changed_cb (TwfPreferences *self)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->identity)));
  g_autofree char *found = twf_region_find (typed, interface);
  g_autofree char *code = found != NULL ? g_strdup (found) : g_ascii_strup (typed, -1);
  g_autofree char *name = NULL;
  gboolean valid = *code == '\0' || twf_delegation_code_is_valid (code);

  if (valid)
    name = *code != '\0' ? twf_region_dup_name (code, interface)
                         : g_strdup (_ ("You act as the facilitator"));
  gtk_label_set_text (self->identity_name,
                      name != NULL ? name : (valid ? code : _ ("Not a delegation's code")));
  if (valid && self->settings != NULL)
    g_settings_set_string (self->settings, "identity", code);
}

static void
twf_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TWF_TYPE_PREFERENCES);
  g_clear_object (&TWF_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (twf_preferences_parent_class)->dispose (object);
}

static void
twf_preferences_class_init (TwfPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_KEY_GROUP);
  G_OBJECT_CLASS (klass)->dispose = twf_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/application/twf-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, identity);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, identity_name);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, key);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, direction);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, digits);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, text_size_value);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, restart);
  gtk_widget_class_bind_template_child (widget_class, TwfPreferences, spelling);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, digits_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, identity_changed_cb);
}

static void
twf_preferences_init (TwfPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
}

static void
show_settings (TwfPreferences *self, GSettings *settings)
{
  g_autofree char *identity = g_settings_get_string (settings, "identity");
  g_autofree char *language = g_settings_get_string (settings, "interface-language");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], language))
      gtk_drop_down_set_selected (self->language, i);
  gtk_drop_down_set_selected (self->direction, g_settings_get_enum (settings, "direction"));
  gtk_drop_down_set_selected (self->digits, g_settings_get_enum (settings, "digits"));
  g_settings_bind (settings, "text-size", self->text_size_value, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "spelling", self->spelling, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_editable_set_text (self->identity, identity);
  identity_changed_cb (self);
  /* From here on, what a person changes is written. */
  self->settings = g_object_ref (settings);
}

/**
 * twf_preferences_present:
 * @parent: (nullable): the window that asks
 * @settings: what is shown and changed
 * @workbench: (nullable): the plan that is open, whose key is shown
 */
void
twf_preferences_present (GtkWindow *parent, GSettings *settings, TwfWorkbench *workbench)
{
  TwfPreferences *self = g_object_new (TWF_TYPE_PREFERENCES, "transient-for", parent, NULL);

  show_settings (self, settings);
  twf_key_group_set_workbench (self->key, workbench);
  gtk_window_present (GTK_WINDOW (self));
}
