/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-form-page.h"

#include "twf-interface.h"
#include "twf-kind.h"
#include "twf-plan-form.h"
#include "twf-provision-form.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfFormPage
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  AdwStatusPage *section_page;
  GtkButton *section_add;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *workbench_signals;
};

G_DEFINE_FINAL_TYPE (TwfFormPage, twf_form_page, GTK_TYPE_WIDGET)

static void
show_section (TwfFormPage *self, TwfSection section)
{
  g_autofree char *interface = twf_interface_dup_language ();

  adw_status_page_set_title (self->section_page, twf_section_get_title (section, interface));
  adw_status_page_set_description (self->section_page, twf_kind_get_purpose (section));
  gtk_button_set_label (self->section_add, twf_kind_get_add_label (section));
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (self->section_add), "s", twf_section_get_name (section));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->section_add), "win.add-provision");
  gtk_stack_set_visible_child_name (self->stack, "section");
}

static void
show_provision (TwfFormPage *self, TwfProvision *provision)
{
  TwfSection section = twf_provision_get_section (provision);
  const char *name = twf_section_get_name (section);
  GtkWidget *form = gtk_stack_get_child_by_name (self->stack, name);

  if (form == NULL)
    {
      form = twf_provision_form_new (section);
      gtk_stack_add_named (self->stack, form, name);
    }
  twf_provision_form_show (TWF_PROVISION_FORM (form), self->workbench, provision);
  gtk_stack_set_visible_child (self->stack, form);
}

static void
show_plan (TwfFormPage *self, const char *place)
{
  GtkWidget *form = gtk_stack_get_child_by_name (self->stack, place);

  if (form == NULL)
    {
      form = twf_plan_form_new (place);
      gtk_stack_add_named (self->stack, form, place);
    }
  twf_plan_form_show (TWF_PLAN_FORM (form), self->workbench);
  gtk_stack_set_visible_child (self->stack, form);
}

static void
update_place (TwfFormPage *self)
{
  TwfProvision *provision;
  TwfSection section;
  const char *place;

  if (self->workbench == NULL)
    return;
  place = twf_workbench_get_place (self->workbench);
  provision = twf_workbench_get_provision (self->workbench);
  if (provision != NULL)
    show_provision (self, provision);
  else if (twf_workbench_get_section (self->workbench, &section))
    show_section (self, section);
  else if (g_strcmp0 (place, TWF_PLACE_DETAILS) == 0 || g_strcmp0 (place, TWF_PLACE_SPONSORS) == 0)
    show_plan (self, place);
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gboolean
twf_form_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = gtk_stack_get_visible_child (TWF_FORM_PAGE (widget)->stack);

  return child != NULL && gtk_widget_grab_focus (child);
}

static void
twf_form_page_dispose (GObject *object)
{
  TwfFormPage *self = TWF_FORM_PAGE (object);

  g_clear_object (&self->workbench_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_FORM_PAGE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_form_page_parent_class)->dispose (object);
}

static void
twf_form_page_class_init (TwfFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_form_page_dispose;
  widget_class->grab_focus = twf_form_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/forms/twf-form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfFormPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfFormPage, section_page);
  gtk_widget_class_bind_template_child (widget_class, TwfFormPage, section_add);
}

/* Before a text has the key: there it would hide the cursor. */
static void
add_spelling_key (TwfFormPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F7, 0),
                        gtk_named_action_new ("win.next-unknown-word")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
twf_form_page_init (TwfFormPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  add_spelling_key (self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::place", G_CALLBACK (update_place), self);
}

/**
 * twf_form_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the workbench
 */
void
twf_form_page_set_workbench (TwfFormPage *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_FORM_PAGE (self));

  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->workbench_signals, workbench);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update_place (self);
}
