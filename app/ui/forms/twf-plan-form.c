/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-plan-form.h"

#include "twf-findings-section.h"
#include "twf-form-section.h"
#include "twf-languages-section.h"
#include "twf-proposals-section.h"
#include "twf-sponsors-section.h"
#include "twf-template.h"
#include "twf-text-section.h"
#include "twf-value-section.h"

#include <glib/gi18n.h>

struct _TwfPlanForm
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *title;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (TwfPlanForm, twf_plan_form, GTK_TYPE_WIDGET)

static void
append (TwfPlanForm *self, GtkWidget *section, const char *title, const char *description)
{
  twf_form_section_set_title (TWF_FORM_SECTION (section), title, description);
  gtk_box_append (self->sections, section);
}

static void
twf_plan_form_dispose (GObject *object)
{
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_PLAN_FORM);
  G_OBJECT_CLASS (twf_plan_form_parent_class)->dispose (object);
}

static void
twf_plan_form_class_init (TwfPlanFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_plan_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/forms/twf-plan-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfPlanForm, title);
  gtk_widget_class_bind_template_child (widget_class, TwfPlanForm, sections);
}

static void
twf_plan_form_init (TwfPlanForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_plan_form_new:
 * @place: TWF_PLACE_DETAILS or TWF_PLACE_SPONSORS
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
twf_plan_form_new (const char *place)
{
  TwfPlanForm *self = g_object_new (TWF_TYPE_PLAN_FORM, NULL);

  if (g_str_equal (place, TWF_PLACE_SPONSORS))
    {
      gtk_label_set_text (self->title, _ ("Sponsors"));
      append (self,
              twf_sponsors_section_new (),
              _ ("Delegations"),
              _ ("Signatories sign the covering letter; co-sponsors join later."));
      return GTK_WIDGET (self);
    }
  gtk_label_set_text (self->title, _ ("Plan details"));
  append (self, twf_text_section_new (TWF_PART_BODY, 1, TRUE), _ ("Title"), NULL);
  append (self, twf_findings_section_new (), _ ("Checks"), NULL);
  append (self, twf_proposals_section_new (), _ ("Proposals"), NULL);
  append (self, twf_value_section_new (), _ ("Document"), NULL);
  append (self,
          twf_languages_section_new (),
          _ ("Languages"),
          _ ("Every text of the plan can be written in each of them."));
  return GTK_WIDGET (self);
}

/**
 * twf_plan_form_show:
 * @self: a form
 * @workbench: the workbench whose plan is shown
 */
void
twf_plan_form_show (TwfPlanForm *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_PLAN_FORM (self));

  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
       section != NULL;
       section = gtk_widget_get_next_sibling (section))
    twf_form_section_show (TWF_FORM_SECTION (section), workbench, NULL);
}
