/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-group-section.h"

#include <glib/gi18n.h>

struct _TwfGroupSection
{
  TwfFormSection parent_instance;

  GtkCheckButton *check;
  GSignalGroup *provision_signals; /* owned */
};

G_DEFINE_FINAL_TYPE (TwfGroupSection, twf_group_section, TWF_TYPE_FORM_SECTION)

static gboolean
is_heading (TwfGroupSection *self)
{
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));

  return provision != NULL
         && g_strcmp0 (twf_provision_get_field (provision, TWF_FIELD_HEADING), "yes") == 0;
}

static void
check_toggled_cb (TwfGroupSection *self)
{
  gboolean on = gtk_check_button_get_active (self->check);
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));
  g_autoptr (TwfEdit) edit = NULL;

  if (provision == NULL || on == is_heading (self))
    return;
  edit
      = twf_edit_new_value (twf_provision_get_id (provision), TWF_FIELD_HEADING, on ? "yes" : NULL);
  twf_workbench_apply (twf_form_section_get_workbench (TWF_FORM_SECTION (self)), edit);
}

static void
update_check (TwfGroupSection *self)
{
  gtk_check_button_set_active (self->check, is_heading (self));
}

static void
twf_group_section_show (TwfFormSection *section, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfGroupSection *self = TWF_GROUP_SECTION (section);

  g_signal_group_set_target (self->provision_signals, provision);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !twf_workbench_is_read_only (workbench));
  update_check (self);
}

static void
twf_group_section_dispose (GObject *object)
{
  g_clear_object (&TWF_GROUP_SECTION (object)->provision_signals);
  G_OBJECT_CLASS (twf_group_section_parent_class)->dispose (object);
}

static void
twf_group_section_class_init (TwfGroupSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_group_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_group_section_show;
}

static void
twf_group_section_init (TwfGroupSection *self)
{
  const char *label = _ ("Heading over the provisions under it, without a number");

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  {
    GtkWidget *text = gtk_label_new (label);

    gtk_label_set_wrap (GTK_LABEL (text), TRUE);
    gtk_label_set_xalign (GTK_LABEL (text), 0);
    gtk_check_button_set_child (self->check, text);
  }
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->check));
  self->provision_signals = g_signal_group_new (TWF_TYPE_PROVISION);
  g_signal_group_connect_swapped (
      self->provision_signals, "changed", G_CALLBACK (update_check), self);
}

/**
 * twf_group_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_group_section_new (void)
{
  return g_object_new (TWF_TYPE_GROUP_SECTION, NULL);
}
