/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-new-plan.h"

#include "twf-file-chooser.h"
#include "twf-interface.h"
#include "twf-language.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfNewPlan
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *title_entry;
  GtkDropDown *language;
  GtkBox *others;
  GtkDropDown *template;
  GtkWidget *create;

  /* Borrowed. */
  TwfWindow *window;
};

G_DEFINE_FINAL_TYPE (TwfNewPlan, twf_new_plan, ADW_TYPE_WINDOW)

/* In step with the rows of the template's list. */
static const char *const templates[] = { "un-plan", "blank" };

static const char *
get_source_language (TwfNewPlan *self)
{
  return twf_language_list_un ()[gtk_drop_down_get_selected (self->language)];
}

/* The source language first, then every other that is ticked. */
static GPtrArray *
list_languages (TwfNewPlan *self)
{
  GPtrArray *languages = g_ptr_array_new ();
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->others));
  const char *source = get_source_language (self);

  g_ptr_array_add (languages, (char *)source);
  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    {
      const char *language = twf_language_list_un ()[i];

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) && !g_str_equal (language, source))
        g_ptr_array_add (languages, (char *)language);
    }
  g_ptr_array_add (languages, NULL);
  return languages;
}

static void
place_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  TwfNewPlan *self = TWF_NEW_PLAN (parent);
  TwfWindow *window = self->window;
  g_autoptr (GPtrArray) languages = list_languages (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *full
      = g_str_has_suffix (path, ".twf") ? g_strdup (path) : g_strconcat (path, ".twf", NULL);
  g_autoptr (TwfPlan) plan
      = twf_plan_new_from_template (templates[gtk_drop_down_get_selected (self->template)],
                                    (const char *const *)languages->pdata,
                                    gtk_editable_get_text (self->title_entry),
                                    &error);

  gtk_window_close (parent);
  if (plan == NULL)
    twf_window_report (window, error, NULL);
  else
    twf_window_create (window, full, plan, _ ("New plan"));
}

/* A file name made of the title, without what a file system minds. */
static char *
dup_file_name (const char *title)
{
  g_autofree char *stem = g_strstrip (g_strdup (title));

  g_strdelimit (stem, "/\\:*?\"<>|\n", '-');
  if (strlen (stem) > 80)
    *g_utf8_find_prev_char (stem, stem + 80) = '\0';
  return g_strconcat (stem, ".twf", NULL);
}

static void
create_clicked_cb (TwfNewPlan *self)
{
  g_autofree char *name = dup_file_name (gtk_editable_get_text (self->title_entry));

  twf_file_chooser_ask_name (
      GTK_WINDOW (self), _ ("Where to Keep the Plan"), name, place_chosen_cb, NULL);
}

static void
title_changed_cb (TwfNewPlan *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));

  gtk_widget_set_sensitive (self->create, *title != '\0');
}

/* The source language is one of the plan's languages anyhow. */
static void
language_changed_cb (TwfNewPlan *self)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->others));
  guint selected = gtk_drop_down_get_selected (self->language);

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    gtk_widget_set_visible (check, i != selected);
}

static void
twf_new_plan_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TWF_TYPE_NEW_PLAN);
  G_OBJECT_CLASS (twf_new_plan_parent_class)->dispose (object);
}

static void
twf_new_plan_class_init (TwfNewPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_new_plan_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/window/twf-new-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfNewPlan, title_entry);
  gtk_widget_class_bind_template_child (widget_class, TwfNewPlan, language);
  gtk_widget_class_bind_template_child (widget_class, TwfNewPlan, others);
  gtk_widget_class_bind_template_child (widget_class, TwfNewPlan, template);
  gtk_widget_class_bind_template_child (widget_class, TwfNewPlan, create);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_new_plan_init (TwfNewPlan *self)
{
  const char *const *languages = twf_language_list_un ();
  g_autofree char *interface = twf_interface_dup_language ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_string_list_append (names, name);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (self->others, check);
      if (g_str_equal (languages[i], interface))
        chosen = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, chosen);
  language_changed_cb (self);
}

/**
 * twf_new_plan_present:
 * @window: the window that asks, and that opens the plan
 */
void
twf_new_plan_present (TwfWindow *window)
{
  TwfNewPlan *self = g_object_new (TWF_TYPE_NEW_PLAN, "transient-for", window, NULL);

  self->window = window;
  gtk_window_present (GTK_WINDOW (self));
}
