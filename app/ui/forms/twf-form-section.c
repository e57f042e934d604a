/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-form-section.h"

typedef struct
{
  GtkBox *head;
  GtkLabel *title;
  GtkLabel *description;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProvision *provision; /* NULL: the plan itself */
  GSignalGroup *workbench_signals;
  GSignalGroup *plan_signals;
} TwfFormSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TwfFormSection, twf_form_section, GTK_TYPE_BOX)

static TwfFormSectionPrivate *
get_private (TwfFormSection *self)
{
  return twf_form_section_get_instance_private (self);
}

/* The languages that are shown are the workbench's: a section shows itself anew with them. */
static void
languages_changed_cb (TwfFormSection *self)
{
  TwfFormSectionPrivate *priv = get_private (self);

  if (priv->workbench != NULL)
    TWF_FORM_SECTION_GET_CLASS (self)->show (self, priv->workbench, priv->provision);
}

/* Which languages there are to show may have changed. */
static void
plan_edited_cb (TwfFormSection *self, TwfEdit *edit)
{
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES
      && g_strcmp0 (twf_edit_get_field (edit), TWF_PLAN_LANGUAGES) == 0)
    languages_changed_cb (self);
}

static void
twf_form_section_dispose (GObject *object)
{
  TwfFormSectionPrivate *priv = get_private (TWF_FORM_SECTION (object));

  g_clear_object (&priv->workbench_signals);
  g_clear_object (&priv->plan_signals);
  g_clear_object (&priv->provision);
  g_clear_object (&priv->workbench);
  G_OBJECT_CLASS (twf_form_section_parent_class)->dispose (object);
}

static void
twf_form_section_class_init (TwfFormSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_form_section_dispose;
}

static GtkLabel *
append_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

/* Title and description, one above the other; what acts on the whole section stands at their end.
 */
static void
create_head (TwfFormSection *self)
{
  TwfFormSectionPrivate *priv = get_private (self);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  priv->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  priv->title = append_label (GTK_BOX (words), "heading");
  priv->description = append_label (GTK_BOX (words), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (priv->description), "caption");
  gtk_box_append (priv->head, words);
  gtk_widget_set_visible (GTK_WIDGET (priv->head), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (priv->head));
}

static void
twf_form_section_init (TwfFormSection *self)
{
  TwfFormSectionPrivate *priv = get_private (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-section");
  create_head (self);
  priv->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (priv->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
  priv->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      priv->workbench_signals, "notify::language", G_CALLBACK (languages_changed_cb), self);
  g_signal_group_connect_swapped (
      priv->workbench_signals, "notify::second-language", G_CALLBACK (languages_changed_cb), self);
  g_signal_group_connect_swapped (
      priv->workbench_signals, "notify::third-language", G_CALLBACK (languages_changed_cb), self);
}

/**
 * twf_form_section_set_title:
 * @self: a section
 * @title: its title
 * @description: (nullable): a sentence that says what it is for
 */
void
twf_form_section_set_title (TwfFormSection *self, const char *title, const char *description)
{
  TwfFormSectionPrivate *priv = get_private (self);

  g_return_if_fail (TWF_IS_FORM_SECTION (self));

  gtk_label_set_text (priv->title, title);
  gtk_widget_set_visible (GTK_WIDGET (priv->head), title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->title), title != NULL);
  gtk_label_set_text (priv->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->description), description != NULL);
}

/**
 * twf_form_section_get_title:
 * @self: a section
 *
 * Returns: (transfer none): its title; empty where it has none
 */
const char *
twf_form_section_get_title (TwfFormSection *self)
{
  g_return_val_if_fail (TWF_IS_FORM_SECTION (self), "");

  return gtk_label_get_text (get_private (self)->title);
}

/**
 * twf_form_section_set_suffix:
 * @self: a section
 * @suffix: (transfer floating): a widget
 *
 * Puts @suffix at the end of the title's line.
 */
void
twf_form_section_set_suffix (TwfFormSection *self, GtkWidget *suffix)
{
  g_return_if_fail (TWF_IS_FORM_SECTION (self) && GTK_IS_WIDGET (suffix));

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (get_private (self)->head, suffix);
}

/**
 * twf_form_section_show:
 * @self: a section
 * @workbench: the workbench
 * @provision: (nullable): what to show; %NULL where the section is about the plan itself
 */
void
twf_form_section_show (TwfFormSection *self, TwfWorkbench *workbench, TwfProvision *provision)
{
  TwfFormSectionPrivate *priv = get_private (self);

  g_return_if_fail (TWF_IS_FORM_SECTION (self) && TWF_IS_WORKBENCH (workbench));

  g_set_object (&priv->workbench, workbench);
  g_set_object (&priv->provision, provision);
  g_signal_group_set_target (priv->workbench_signals, workbench);
  g_signal_group_set_target (priv->plan_signals, twf_workbench_get_plan (workbench));
  TWF_FORM_SECTION_GET_CLASS (self)->show (self, workbench, provision);
}

/**
 * twf_form_section_get_workbench:
 * @self: a section
 *
 * Returns: (nullable) (transfer none): the workbench
 */
TwfWorkbench *
twf_form_section_get_workbench (TwfFormSection *self)
{
  g_return_val_if_fail (TWF_IS_FORM_SECTION (self), NULL);

  return get_private (self)->workbench;
}

/**
 * twf_form_section_get_provision:
 * @self: a section
 *
 * Returns: (nullable) (transfer none): the provision that is shown
 */
TwfProvision *
twf_form_section_get_provision (TwfFormSection *self)
{
  g_return_val_if_fail (TWF_IS_FORM_SECTION (self), NULL);

  return get_private (self)->provision;
}
