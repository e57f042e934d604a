/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-package-menu.h"

#include <glib/gi18n.h>

/* What a tick keeps with itself. */
#define NAME "twf-package"

static TwfProvision *
get_provision (TwfFormSection *section)
{
  return twf_form_section_get_provision (section);
}

static void
set_member (TwfFormSection *section, const char *name, gboolean is_member)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (section);
  TwfProvision *provision = get_provision (section);
  const char *const *old = twf_provision_get_values (provision, TWF_FIELD_PACKAGE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (TwfEdit) edit = NULL;
  g_auto (GStrv) values = NULL;

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_equal (old[i], name))
      g_strv_builder_add (builder, old[i]);
  if (is_member)
    g_strv_builder_add (builder, name);
  values = g_strv_builder_end (builder);
  edit = twf_edit_new_values (
      twf_provision_get_id (provision), TWF_FIELD_PACKAGE, (const char *const *)values);
  twf_workbench_apply (workbench, edit);
}

static void
toggled_cb (GtkCheckButton *check, TwfFormSection *section)
{
  set_member (
      section, g_object_get_data (G_OBJECT (check), NAME), gtk_check_button_get_active (check));
}

/* The one that is named is made by being in it. */
static void
named_cb (GtkEntry *entry, TwfFormSection *section)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);

  if (*name == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  set_member (section, name, TRUE);
}

static void
append_package (GtkBox *box, TwfFormSection *section, const char *name)
{
  const char *const *values = twf_provision_get_values (get_provision (section), TWF_FIELD_PACKAGE);
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               values != NULL && g_strv_contains (values, name));
  g_object_set_data_full (G_OBJECT (check), NAME, g_strdup (name), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), section, 0);
  gtk_box_append (box, check);
}

/* Made when it is opened: packages come and go with what is in them. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  TwfFormSection *section = user_data;
  g_autoptr (GPtrArray) packages
      = twf_plan_list_packages (twf_workbench_get_plan (twf_form_section_get_workbench (section)));
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  for (guint i = 0; i < packages->len; i++)
    append_package (box, section, ((TwfPackage *)packages->pdata[i])->name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Another package"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of another package"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (named_cb), section, 0);
  gtk_box_append (box, entry);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  gtk_menu_button_set_popover (button, popover);
}

/**
 * twf_package_menu_new:
 * @section: a section that shows a provision; it owns the button
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
twf_package_menu_new (TwfFormSection *section)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Package"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, section, NULL);
  return button;
}
