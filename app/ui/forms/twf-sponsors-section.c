/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sponsors-section.h"

#include "twf-bidi.h"
#include "twf-delegations.h"
#include "twf-row-button.h"
#include "twf-sponsor-dialog.h"
#include "twf-sponsors.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfSponsorsSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;
  GtkWidget *empty;
  GtkWidget *add;
  GSignalGroup *plan_signals; /* owned */
};

G_DEFINE_FINAL_TYPE (TwfSponsorsSection, twf_sponsors_section, TWF_TYPE_FORM_SECTION)

static void
present_dialog (TwfSponsorsSection *self, TwfDelegation *delegation)
{
  twf_sponsor_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              twf_form_section_get_workbench (TWF_FORM_SECTION (self)),
                              delegation);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (TWF_SPONSORS_SECTION (widget), NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (widget));
  TwfDelegation *delegation = twf_plan_get_delegation (twf_workbench_get_plan (workbench),
                                                       g_variant_get_string (code, NULL));

  if (delegation != NULL)
    present_dialog (TWF_SPONSORS_SECTION (widget), delegation);
}

/* Who is no sponsor any more stays a delegation where the plan names it otherwise, or has members.
 */
static TwfEdit *
make_removal (TwfPlan *plan, const char *code)
{
  TwfDelegation *standing = twf_plan_get_delegation (plan, code);
  g_autoptr (TwfDelegation) delegation = NULL;
  TwfDelegationUses uses;

  if (standing == NULL)
    return NULL;
  twf_delegation_find_uses (plan, code, &uses);
  uses.n[TWF_DELEGATION_USE_SPONSOR] = 0;
  if (twf_delegation_get_values (standing, TWF_DELEGATION_MEMBER) == NULL
      && !twf_delegation_uses_any (&uses))
    return twf_edit_new_drop_delegation (code);
  delegation = twf_delegation_copy (standing);
  twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, NULL);
  twf_delegation_set_values (delegation, TWF_DELEGATION_RANK, NULL);
  return twf_edit_new_delegation (delegation);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (widget));
  g_autoptr (TwfEdit) edit
      = make_removal (twf_workbench_get_plan (workbench), g_variant_get_string (code, NULL));

  if (edit != NULL && twf_workbench_apply (workbench, edit))
    twf_workbench_notice (workbench, _ ("Sponsor removed"), TRUE);
}

/* "Ambassador Name, Permanent Representative", each part in its own direction. */
static char *
dup_person (TwfDelegation *delegation, const char *language)
{
  g_autofree char *person
      = twf_delegation_dup_localized (delegation, TWF_DELEGATION_REPRESENTATIVE, language);
  g_autofree char *title
      = twf_delegation_dup_localized (delegation, TWF_DELEGATION_TITLE, language);
  g_autofree char *one = person != NULL ? twf_text_isolate (person) : NULL;
  g_autofree char *other = title != NULL ? twf_text_isolate (title) : NULL;

  if (one != NULL && other != NULL)
    return g_strjoin (" · ", one, other, NULL);
  return one != NULL ? g_steal_pointer (&one) : g_steal_pointer (&other);
}

static GtkWidget *
create_row (TwfWorkbench *workbench, TwfDelegation *delegation)
{
  const char *language = twf_workbench_get_language (workbench);
  const char *code = twf_delegation_get_code (delegation);
  g_autofree char *name = twf_delegation_dup_name (delegation, language);
  g_autofree char *person = dup_person (delegation, language);
  gboolean signatory
      = g_strcmp0 (twf_delegation_get_field (delegation, TWF_DELEGATION_SPONSOR), "signatory") == 0;
  GtkWidget *badge = gtk_label_new (signatory ? _ ("Signatory") : _ ("Co-sponsor"));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person != NULL ? person : "");
  gtk_widget_add_css_class (badge, "caption");
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  twf_row_add_button (
      ADW_ACTION_ROW (row), "document-edit-symbolic", _ ("Edit"), "sponsors.edit", code);
  twf_row_add_button (
      ADW_ACTION_ROW (row), "user-trash-symbolic", _ ("Remove"), "sponsors.remove", code);
  return row;
}

static void
update (TwfSponsorsSection *self)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autoptr (GPtrArray) sponsors = twf_sponsors_list (twf_workbench_get_plan (workbench),
                                                      twf_workbench_get_language (workbench));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < sponsors->len; i++)
    gtk_list_box_append (self->list, create_row (workbench, sponsors->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), sponsors->len > 0);
  gtk_widget_set_visible (self->empty, sponsors->len == 0);
}

static void
plan_edited_cb (TwfSponsorsSection *self, TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (kind == TWF_EDIT_SET_DELEGATION || kind == TWF_EDIT_DROP_DELEGATION)
    update (self);
}

static void
twf_sponsors_section_show (TwfFormSection *section,
                           TwfWorkbench *workbench,
                           TwfProvision *provision)
{
  TwfSponsorsSection *self = TWF_SPONSORS_SECTION (section);
  gboolean editable = !twf_workbench_is_read_only (workbench);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sponsors.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sponsors.edit", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sponsors.remove", editable);
  update (self);
}

static void
twf_sponsors_section_dispose (GObject *object)
{
  g_clear_object (&TWF_SPONSORS_SECTION (object)->plan_signals);
  G_OBJECT_CLASS (twf_sponsors_section_parent_class)->dispose (object);
}

static void
twf_sponsors_section_class_init (TwfSponsorsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_sponsors_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_sponsors_section_show;
  gtk_widget_class_install_action (widget_class, "sponsors.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "sponsors.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "sponsors.remove", "s", remove_cb);
}

static void
twf_sponsors_section_init (TwfSponsorsSection *self)
{
  self->add = gtk_button_new_with_label (_ ("Add Sponsor…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "sponsors.add");
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), self->add);

  self->empty = gtk_label_new (_ ("No delegation stands behind the plan yet."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "empty-note");
  gtk_box_append (GTK_BOX (self), self->empty);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sponsors of the plan"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));

  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_sponsors_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_sponsors_section_new (void)
{
  return g_object_new (TWF_TYPE_SPONSORS_SECTION, NULL);
}
