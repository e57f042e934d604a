/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-findings-section.h"

#include "twf-finding-words.h"
#include "twf-interface.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* After so long without a keystroke: a number that is being typed is no finding. In milliseconds.
 */
#define REST 400

struct _TwfFindingsSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;

  /* Owned. */
  GPtrArray *findings; /* of TwfFinding; nullable: nothing is shown */
  char *shown;         /* the words of all rows; nullable */
  GSignalGroup *plan_signals;

  guint source; /* 0: it is not to be looked at anew */
};

G_DEFINE_FINAL_TYPE (TwfFindingsSection, twf_findings_section, TWF_TYPE_FORM_SECTION)

static char *
dup_detail (const TwfFinding *finding)
{
  g_autofree char *language
      = finding->place != NULL ? twf_interface_dup_language_name (finding->place->language) : NULL;
  g_autofree char *other
      = finding->other != NULL ? twf_interface_dup_language_name (finding->other->language) : NULL;

  return twf_finding_dup_detail (finding, language, other);
}

/* (index of the finding, name of the remedy) */
static void
remedy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwfFindingsSection *self = TWF_FINDINGS_SECTION (widget);
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autoptr (GPtrArray) edits = NULL;
  const TwfRemedy *remedy;
  const char *name;
  guint index;

  g_variant_get (parameter, "(u&s)", &index, &name);
  if (self->findings == NULL || index >= self->findings->len)
    return;
  remedy = twf_finding_get_remedy (self->findings->pdata[index], name);
  if (remedy == NULL)
    return;
  edits = g_ptr_array_ref (remedy->edits);
  if (twf_workbench_apply_all (workbench, edits, twf_remedy_get_label (name)))
    twf_workbench_notice (workbench, twf_remedy_get_notice (name), TRUE);
}

static void
add_remedies (GtkWidget *row, const TwfFinding *finding, guint index)
{
  for (guint i = 0; finding->remedies != NULL && i < finding->remedies->len; i++)
    {
      const TwfRemedy *remedy = finding->remedies->pdata[i];
      const char *label = twf_remedy_get_label (remedy->name);
      GtkWidget *button = gtk_button_new_with_label (label);
      g_autofree char *full
          = g_strdup_printf ("%s: %s", label, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", index, remedy->name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "findings.remedy");
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
}

static gboolean
has_words (const TwfFinding *finding)
{
  return finding->place != NULL && finding->place->end > finding->place->start;
}

/* The form knows where the text is shown. */
static void
activated_cb (TwfFindingsSection *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);
  const TwfFinding *finding
      = self->findings != NULL && index < self->findings->len ? self->findings->pdata[index] : NULL;

  if (finding != NULL && has_words (finding))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "form.show-words",
                                "(usuu)",
                                (guint)finding->part,
                                finding->place->language,
                                finding->place->start,
                                finding->place->end);
}

static GtkWidget *
create_row (TwfFindingsSection *self, const TwfFinding *finding, guint index)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *detail = dup_detail (finding);
  g_autofree char *title = finding->part == TWF_PART_BODY
                               ? g_strdup (twf_finding_kind_get_title (finding->kind))
                               : g_strdup_printf ("%s · %s",
                                                  twf_finding_kind_get_title (finding->kind),
                                                  twf_part_get_title (finding->part, interface));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail != NULL ? detail : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_words (finding));
  if (!twf_workbench_is_read_only (workbench))
    add_remedies (row, finding, index);
  return row;
}

/* What is shown, in one string: rows are made anew only where it is another. */
static char *
dup_shown (GPtrArray *findings)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TwfFinding *finding = findings->pdata[i];
      g_autofree char *detail = dup_detail (finding);

      g_string_append_printf (
          shown, "%u %u %s\n", finding->kind, finding->part, detail != NULL ? detail : "");
    }
  return g_string_free (shown, FALSE);
}

static gboolean
has_keys (TwfFindingsSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The keyboard stays here, or goes to what stands before. */
static void
give_keys_on (TwfFindingsSection *self)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (self));

  if (self->findings->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else if (before != NULL)
    gtk_widget_child_focus (before, GTK_DIR_TAB_FORWARD);
}

static void
update (TwfFindingsSection *self)
{
  TwfFormSection *section = TWF_FORM_SECTION (self);
  TwfWorkbench *workbench = twf_form_section_get_workbench (section);
  g_autoptr (GPtrArray) findings = twf_plan_check_words (twf_workbench_get_plan (workbench),
                                                         twf_form_section_get_provision (section));
  g_autofree char *shown = dup_shown (findings);
  gboolean same = g_strcmp0 (shown, self->shown) == 0;
  gboolean had_keys = has_keys (self);
  GtkWidget *row;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
  if (same)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->list, create_row (self, findings->pdata[i], i));
  if (had_keys)
    give_keys_on (self);
}

static gboolean
update_cb (gpointer user_data)
{
  TwfFindingsSection *self = user_data;

  self->source = 0;
  if (twf_form_section_get_workbench (TWF_FORM_SECTION (self)) != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

static void
plan_edited_cb (TwfFindingsSection *self, TwfEdit *edit)
{
  TwfProvision *provision = twf_form_section_get_provision (TWF_FORM_SECTION (self));
  const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;

  if (twf_edit_get_id (edit) != NULL && g_strcmp0 (twf_edit_get_id (edit), id) != 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT
                     ? g_timeout_add (REST, update_cb, self)
                     : g_idle_add (update_cb, self);
}

static void
twf_findings_section_show (TwfFormSection *section,
                           TwfWorkbench *workbench,
                           TwfProvision *provision)
{
  TwfFindingsSection *self = TWF_FINDINGS_SECTION (section);

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  update (self);
}

static void
twf_findings_section_dispose (GObject *object)
{
  TwfFindingsSection *self = TWF_FINDINGS_SECTION (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->plan_signals);
  G_OBJECT_CLASS (twf_findings_section_parent_class)->dispose (object);
}

static void
twf_findings_section_class_init (TwfFindingsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_findings_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_findings_section_show;
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "findings.remedy", "(us)", remedy_activated);
}

static void
twf_findings_section_init (TwfFindingsSection *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Checks"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_findings_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_findings_section_new (void)
{
  return g_object_new (TWF_TYPE_FINDINGS_SECTION, NULL);
}
