/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-languages-section.h"

#include "twf-interface.h"
#include "twf-language.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfLanguagesSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;
  GMenu *menu; /* owned: languages that can be added */
  GtkWidget *add;
  GSignalGroup *plan_signals; /* owned */
};

G_DEFINE_FINAL_TYPE (TwfLanguagesSection, twf_languages_section, TWF_TYPE_FORM_SECTION)

static TwfPlan *
get_plan (TwfLanguagesSection *self)
{
  return twf_workbench_get_plan (twf_form_section_get_workbench (TWF_FORM_SECTION (self)));
}

static void
set_languages (TwfLanguagesSection *self, const char *added, const char *removed)
{
  const char *const *former = twf_plan_get_languages (get_plan (self));
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autoptr (TwfEdit) edit = NULL;

  for (guint i = 0; former[i] != NULL; i++)
    if (g_strcmp0 (former[i], removed) != 0)
      g_ptr_array_add (languages, (char *)former[i]);
  if (added != NULL)
    g_ptr_array_add (languages, (char *)added);
  g_ptr_array_add (languages, NULL);
  edit = twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, (const char *const *)languages->pdata);
  twf_workbench_apply (twf_form_section_get_workbench (TWF_FORM_SECTION (self)), edit);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *language)
{
  set_languages (TWF_LANGUAGES_SECTION (widget), g_variant_get_string (language, NULL), NULL);
}

/* The texts in a language that is taken off stay in the plan: adding it again brings them back. */
static void
remove_cb (GtkWidget *widget, const char *action, GVariant *language)
{
  g_autofree char *removed = g_variant_dup_string (language, NULL);
  TwfFormSection *section = TWF_FORM_SECTION (widget);

  set_languages (TWF_LANGUAGES_SECTION (widget), NULL, removed);
  twf_workbench_notice (twf_form_section_get_workbench (section), _ ("Language taken off"), TRUE);
}

static void
set_source_cb (GtkWidget *widget, const char *action, GVariant *language)
{
  g_autoptr (TwfEdit) edit
      = twf_edit_new_value (NULL, TWF_PLAN_SOURCE_LANGUAGE, g_variant_get_string (language, NULL));

  twf_workbench_apply (twf_form_section_get_workbench (TWF_FORM_SECTION (widget)), edit);
}

static GtkWidget *
create_button (const char *icon,
               const char *label,
               const char *name,
               const char *action,
               const char *language)
{
  GtkWidget *button
      = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);
  g_autofree char *full = g_strdup_printf ("%s: %s", label, name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", language);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
create_row (TwfLanguagesSection *self, const char *language, gboolean is_source)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = twf_interface_dup_language_name (language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (is_source)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Source of the translations"));
  else
    {
      adw_action_row_add_suffix (
          ADW_ACTION_ROW (row),
          create_button (NULL, _ ("Make Source"), name, "languages.set-source", language));
      adw_action_row_add_suffix (
          ADW_ACTION_ROW (row),
          create_button (
              "user-trash-symbolic", _ ("Take Off"), name, "languages.remove", language));
    }
  return row;
}

static void
update (TwfLanguagesSection *self)
{
  TwfPlan *plan = get_plan (self);
  const char *const *languages = twf_plan_get_languages (plan);
  const char *source = twf_plan_get_source_language (plan);
  const char *const *all = twf_language_list_un ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; languages[i] != NULL; i++)
    gtk_list_box_append (self->list,
                         create_row (self, languages[i], g_strcmp0 (languages[i], source) == 0));

  g_menu_remove_all (self->menu);
  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains (languages, all[i]))
      {
        g_autofree char *name = twf_interface_dup_language_name (all[i]);
        g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

        g_menu_item_set_action_and_target (item, "languages.add", "s", all[i]);
        g_menu_append_item (self->menu, item);
      }
  gtk_widget_set_sensitive (self->add, g_menu_model_get_n_items (G_MENU_MODEL (self->menu)) > 0);
}

static void
plan_edited_cb (TwfLanguagesSection *self, TwfEdit *edit)
{
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES && twf_edit_get_id (edit) == NULL)
    update (self);
}

static void
twf_languages_section_show (TwfFormSection *section,
                            TwfWorkbench *workbench,
                            TwfProvision *provision)
{
  TwfLanguagesSection *self = TWF_LANGUAGES_SECTION (section);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !twf_workbench_is_read_only (workbench));
  update (self);
}

static void
twf_languages_section_dispose (GObject *object)
{
  TwfLanguagesSection *self = TWF_LANGUAGES_SECTION (object);

  g_clear_object (&self->plan_signals);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (twf_languages_section_parent_class)->dispose (object);
}

static void
twf_languages_section_class_init (TwfLanguagesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_languages_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_languages_section_show;
  gtk_widget_class_install_action (widget_class, "languages.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "languages.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "languages.set-source", "s", set_source_cb);
}

static void
twf_languages_section_init (TwfLanguagesSection *self)
{
  self->menu = g_menu_new ();
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (self->menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), _ ("Add Language"));
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), self->add);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Languages of the plan"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_languages_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_languages_section_new (void)
{
  return g_object_new (TWF_TYPE_LANGUAGES_SECTION, NULL);
}
