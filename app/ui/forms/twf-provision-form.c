/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-provision-form.h"

#include "twf-agreement-section.h"
#include "twf-findings-section.h"
#include "twf-form-section.h"
#include "twf-group-section.h"
#include "twf-interface.h"
#include "twf-link-section.h"
#include "twf-proposals-section.h"
#include "twf-template.h"
#include "twf-text-section.h"
#include "twf-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How wide a form becomes, and from where on it grows more slowly than its window. In pixels. */
#define NARROW 980
#define NARROW_TIGHTENING 720
#define WIDE 1480
#define WIDE_TIGHTENING 1200

struct _TwfProvisionForm
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkLabel *title;
  GtkLabel *above;
  GtkLabel *proposed;
  GtkLabel *taken;
  GtkBox *sections;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfProvision *provision;
  GSignalGroup *plan_signals;
  GSignalGroup *workbench_signals;

  TwfSection section;
};

G_DEFINE_FINAL_TYPE (TwfProvisionForm, twf_provision_form, GTK_TYPE_WIDGET)

/* The links a kind may have, in the order in which the form asks for them. */
static const struct
{
  const char *field;
  TwfSection target;
  const char *title;
  const char *description;
} links[] = {
  { TWF_FIELD_RESTS_ON,
    TWF_SECTION_PRINCIPLES,
    N_ ("Rests On"),
    N_ ("Principles it follows from") },
  { TWF_FIELD_SERVES, TWF_SECTION_OBJECTIVES, N_ ("Serves"), N_ ("Objectives it helps to reach") },
  { TWF_FIELD_PILLAR, TWF_SECTION_PILLARS, N_ ("Pillars"), NULL },
};

static void
append_section (TwfProvisionForm *self,
                GtkWidget *section,
                const char *title,
                const char *description)
{
  if (title != NULL)
    twf_form_section_set_title (TWF_FORM_SECTION (section), title, description);
  gtk_box_append (self->sections, section);
}

static void
append_texts (TwfProvisionForm *self)
{
  static const guint least_lines[TWF_N_PARTS] = { 4, 1, 1, 2, 2 };
  g_autofree char *interface = twf_interface_dup_language ();

  for (guint part = TWF_PART_BODY + 1; part < TWF_N_PARTS; part++)
    if (twf_section_has_part (self->section, part))
      append_section (self,
                      twf_text_section_new (part, least_lines[part], FALSE),
                      twf_part_get_title (part, interface),
                      NULL);
}

static void
append_sections (TwfProvisionForm *self)
{
  append_section (self, twf_text_section_new (TWF_PART_BODY, 4, FALSE), NULL, NULL);
  append_section (self, twf_findings_section_new (), _ ("Checks"), NULL);
  append_section (self, twf_proposals_section_new (), _ ("Proposals"), NULL);
  append_section (self, twf_agreement_section_new (), _ ("Agreement"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gboolean single = self->section == TWF_SECTION_PRINCIPLES;

      if (twf_section_has_field (self->section, links[i].field))
        append_section (self,
                        twf_link_section_new (links[i].field, links[i].target, single),
                        single ? _ ("Pillar") : _ (links[i].title),
                        links[i].description != NULL ? _ (links[i].description) : NULL);
    }
  append_texts (self);
  if (twf_section_has_field (self->section, TWF_FIELD_HEADING))
    append_section (self, twf_group_section_new (), NULL, NULL);
}

/* A provision that is itself proposed says by whom. */
static void
update_proposed (TwfProvisionForm *self)
{
  TwfProposalState state;
  gboolean proposed = twf_provision_is_proposed (self->provision, &state);
  g_autofree char *owners = NULL;
  g_autofree char *by = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->proposed), proposed);
  if (!proposed)
    return;
  owners = twf_words_dup_delegations (
      self->workbench, twf_provision_get_values (self->provision, TWF_FIELD_PROPOSED));
  by = g_strdup_printf (_ ("Proposed by %s: not yet part of the text"), owners);
  gtk_label_set_text (self->proposed, by);
}

/* From where the words are, in the languages shown, for as long as they stand. */
static void
update_taken (TwfProvisionForm *self)
{
  const char *shown[] = { twf_workbench_get_language (self->workbench),
                          twf_workbench_get_second_language (self->workbench) };
  g_autoptr (GPtrArray) list = twf_taken_list (self->provision);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TwfTaken *taken = list->pdata[i];
      g_autofree char *source = twf_words_dup_taken (taken);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        if (shown[k] != NULL && twf_taken_holds (taken, self->provision, shown[k]))
          {
            g_autofree char *name = twf_interface_dup_language_name (shown[k]);

            g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name);
          }
      if (names->len == 0)
        continue;
      g_string_append_c (text, '\n');
      /* Translators: a document and paragraph, then languages. */
      g_string_append_printf (text, _ ("Taken word for word from %s (%s)"), source, names->str);
    }
  gtk_label_set_text (self->taken, text->len > 0 ? text->str + 1 : "");
  gtk_widget_set_visible (GTK_WIDGET (self->taken), text->len > 0);
}

/* "Action 3" above, and below it what the provision stands under. */
static void
update_title (TwfProvisionForm *self)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  const char *parent = twf_provision_get_parent (self->provision);
  TwfProvision *holder
      = parent != NULL && *parent != '\0' ? twf_plan_get_provision (plan, parent) : NULL;
  g_autofree char *above
      = holder != NULL ? twf_workbench_dup_label (self->workbench, holder) : NULL;
  g_autofree char *title = twf_words_dup_provision (self->workbench, self->provision);

  gtk_label_set_text (self->title, title);
  update_proposed (self);
  update_taken (self);
  gtk_label_set_text (self->above, above != NULL ? above : "");
  gtk_widget_set_visible (GTK_WIDGET (self->above), above != NULL);
}

/* Three languages beside each other want more room than two. */
static void
update_width (TwfProvisionForm *self)
{
  gboolean three
      = self->workbench != NULL && twf_workbench_get_third_language (self->workbench) != NULL;

  adw_clamp_set_maximum_size (self->clamp, three ? WIDE : NARROW);
  adw_clamp_set_tightening_threshold (self->clamp, three ? WIDE_TIGHTENING : NARROW_TIGHTENING);
}

static void
plan_edited_cb (TwfProvisionForm *self, TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (self->provision != NULL && kind == TWF_EDIT_SET_TEXT
      && twf_provision_get_values (self->provision, TWF_FIELD_TAKEN) != NULL
      && g_strcmp0 (twf_edit_get_id (edit), twf_provision_get_id (self->provision)) == 0)
    update_taken (self);
  if (self->provision == NULL || kind == TWF_EDIT_SET_TEXT)
    return;
  if (twf_plan_get_provision (twf_workbench_get_plan (self->workbench),
                              twf_provision_get_id (self->provision))
      != NULL)
    update_title (self);
}

static gboolean
twf_provision_form_grab_focus (GtkWidget *widget)
{
  TwfProvisionForm *self = TWF_PROVISION_FORM (widget);

  return gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->sections)));
}

static void
twf_provision_form_dispose (GObject *object)
{
  TwfProvisionForm *self = TWF_PROVISION_FORM (object);

  g_clear_object (&self->plan_signals);
  g_clear_object (&self->workbench_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_PROVISION_FORM);
  g_clear_object (&self->provision);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_provision_form_parent_class)->dispose (object);
}

/* (part, language, first byte, byte behind the last) */
static void
show_words (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwfProvisionForm *self = TWF_PROVISION_FORM (widget);
  guint part, start, end;
  const char *language;

  g_variant_get (parameter, "(u&suu)", &part, &language, &start, &end);
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
       section != NULL;
       section = gtk_widget_get_next_sibling (section))
    if (TWF_IS_TEXT_SECTION (section)
        && twf_text_section_select (TWF_TEXT_SECTION (section), part, language, start, end))
      return;
}

static void
twf_provision_form_class_init (TwfProvisionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_provision_form_dispose;
  widget_class->grab_focus = twf_provision_form_grab_focus;
  gtk_widget_class_install_action (widget_class, "form.show-words", "(usuu)", show_words);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-provision-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, clamp);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, title);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, above);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, proposed);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, taken);
  gtk_widget_class_bind_template_child (widget_class, TwfProvisionForm, sections);
}

static void
twf_provision_form_init (TwfProvisionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::third-language", G_CALLBACK (update_width), self);
}

/**
 * twf_provision_form_new:
 * @section: the section whose kind of provision is edited
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
twf_provision_form_new (TwfSection section)
{
  TwfProvisionForm *self = g_object_new (TWF_TYPE_PROVISION_FORM, NULL);

  self->section = section;
  append_sections (self);
  return GTK_WIDGET (self);
}

/**
 * twf_provision_form_show:
 * @self: a form
 * @workbench: the workbench
 * @provision: a provision of the form's section
 */
void
twf_provision_form_show (TwfProvisionForm *self, TwfWorkbench *workbench, TwfProvision *provision)
{
  GtkWidget *section;

  g_return_if_fail (TWF_IS_PROVISION_FORM (self) && TWF_IS_PROVISION (provision));

  if (self->provision != provision)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_set_object (&self->workbench, workbench);
  g_set_object (&self->provision, provision);
  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  g_signal_group_set_target (self->workbench_signals, workbench);
  update_title (self);
  update_width (self);
  for (section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    twf_form_section_show (TWF_FORM_SECTION (section), workbench, provision);
}
