/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-link-section.h"

#include "twf-link-popover.h"

#include <glib/gi18n.h>

struct _TwfLinkSection
{
  TwfFormSection parent_instance;

  GtkWidget *chips;
  GtkWidget *none;
  GtkWidget *choose;
  TwfLinkPopover *popover;
  GSignalGroup *plan_signals; /* owned */
  char *field;                /* owned */
  TwfSection target;
  gboolean single;
};

G_DEFINE_FINAL_TYPE (TwfLinkSection, twf_link_section, TWF_TYPE_FORM_SECTION)

static const char *const *
get_values (TwfLinkSection *self)
{
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));

  return provision != NULL ? twf_provision_get_values (provision, self->field) : NULL;
}

/* Makes the edit that adds @id to the field's values, or takes it away. */
static void
set_link (TwfLinkSection *self, const char *id, gboolean on)
{
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));
  const char *const *former = get_values (self);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (TwfEdit) edit = NULL;

  for (guint i = 0; former != NULL && former[i] != NULL && !(self->single && on); i++)
    if (!g_str_equal (former[i], id))
      g_ptr_array_add (values, (char *)former[i]);
  if (on)
    g_ptr_array_add (values, (char *)id);
  g_ptr_array_add (values, NULL);
  edit = twf_edit_new_values (twf_provision_get_id (provision),
                              self->field,
                              values->len > 1 ? (const char *const *)values->pdata : NULL);
  twf_workbench_apply (twf_form_section_get_workbench (TWF_FORM_SECTION (self)), edit);
}

static void
toggled_cb (TwfLinkSection *self, const char *id, gboolean on)
{
  set_link (self, id, on);
  if (self->single && on)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
chip_removed_cb (GtkButton *button, TwfLinkSection *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "provision-id"));

  gtk_widget_grab_focus (self->choose);
  set_link (self, id, FALSE);
}

static GtkWidget *
create_chip (TwfLinkSection *self, TwfWorkbench *workbench, TwfProvision *target)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *go = gtk_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = twf_workbench_dup_label (workbench, target);
  g_autofree char *tip = g_strdup_printf (_ ("Unlink %s"), text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_button_set_child (GTK_BUTTON (go), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (go), "win.show-provision");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go), "s", twf_provision_get_id (target));
  gtk_widget_set_tooltip_text (
      go, twf_provision_get_text (target, TWF_PART_BODY, twf_workbench_get_language (workbench)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (go, "flat");

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, _ ("Unlink"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (
      G_OBJECT (remove), "provision-id", g_strdup (twf_provision_get_id (target)), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (chip_removed_cb), self);

  gtk_box_append (GTK_BOX (chip), go);
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  return chip;
}

static void
update_chips (TwfLinkSection *self)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  const char *const *values = get_values (self);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      TwfProvision *target = twf_plan_get_provision (twf_workbench_get_plan (workbench), values[i]);

      if (target == NULL)
        continue;
      gtk_flow_box_append (GTK_FLOW_BOX (self->chips), create_chip (self, workbench, target));
      child = gtk_widget_get_last_child (self->chips);
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      n++;
    }
  gtk_widget_set_visible (self->chips, n > 0);
  gtk_widget_set_visible (self->none, n == 0);
}

/* A link may end because its own field changed, or because what it points to did. */
static void
plan_edited_cb (TwfLinkSection *self, TwfEdit *edit)
{
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));
  const char *id = twf_edit_get_id (edit);
  gboolean own = provision != NULL && g_strcmp0 (id, twf_provision_get_id (provision)) == 0;

  if (provision == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT ? !own : TRUE)
    update_chips (self);
}

static void
popover_shown_cb (TwfLinkSection *self)
{
  twf_link_popover_fill (self->popover,
                         twf_form_section_get_workbench (TWF_FORM_SECTION (self)),
                         self->target,
                         get_values (self));
}

/* A form may have several such buttons, and who cannot see what each stands beside is told. The
 * name is that of the button inside, which has the focus. */
static void
name_button (TwfLinkSection *self)
{
  const char *title = twf_form_section_get_title (TWF_FORM_SECTION (self));
  /* Translators: the accessible name of a button, with what it chooses: "Choose: Serves". */
  g_autofree char *name = g_strdup_printf (_ ("Choose: %s"), title);

  for (GtkWidget *widget = self->choose; widget != NULL;
       widget = GTK_IS_MENU_BUTTON (widget) ? gtk_widget_get_first_child (widget) : NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
twf_link_section_show (TwfFormSection *section, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfLinkSection *self = TWF_LINK_SECTION (section);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  gtk_widget_set_sensitive (self->choose, !twf_workbench_is_read_only (workbench));
  name_button (self);
  update_chips (self);
}

static void
twf_link_section_dispose (GObject *object)
{
  g_clear_object (&TWF_LINK_SECTION (object)->plan_signals);
  G_OBJECT_CLASS (twf_link_section_parent_class)->dispose (object);
}

static void
twf_link_section_finalize (GObject *object)
{
  g_free (TWF_LINK_SECTION (object)->field);
  G_OBJECT_CLASS (twf_link_section_parent_class)->finalize (object);
}

static void
twf_link_section_class_init (TwfLinkSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_link_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_link_section_finalize;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_link_section_show;
}

static void
twf_link_section_init (TwfLinkSection *self)
{
  self->chips = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->chips), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), 4);
  gtk_box_append (GTK_BOX (self), self->chips);
  self->none = gtk_label_new (_ ("None chosen"));
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_box_append (GTK_BOX (self), self->none);

  self->popover = TWF_LINK_POPOVER (twf_link_popover_new ());
  g_signal_connect_swapped (self->popover, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
  self->choose = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->choose), GTK_WIDGET (self->popover));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->choose), _ ("Choose…"));
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), self->choose);

  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_link_section_new:
 * @field: a field whose values are ids, one of TWF_FIELD_*
 * @target: the section of the provisions it may point to
 * @single: whether it points to one at most
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_link_section_new (const char *field, TwfSection target, gboolean single)
{
  TwfLinkSection *self = g_object_new (TWF_TYPE_LINK_SECTION, NULL);

  self->field = g_strdup (field);
  self->target = target;
  self->single = single;
  return GTK_WIDGET (self);
}
