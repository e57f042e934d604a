/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-proposals-section.h"

#include "twf-error.h"
#include "twf-proposal-row.h"

#include <glib/gi18n.h>

struct _TwfProposalsSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;
  GSignalGroup *plan_signals; /* owned */
  char *acted;                /* owned; nullable: the proposal that something was done about */
  guint source;               /* the list is to be made anew */
};

G_DEFINE_FINAL_TYPE (TwfProposalsSection, twf_proposals_section, TWF_TYPE_FORM_SECTION)

static GListModel *
list_proposals (TwfProposalsSection *self)
{
  TwfFormSection *section = TWF_FORM_SECTION (self);
  TwfProvision *provision = twf_form_section_get_provision (section);

  if (provision != NULL)
    return twf_provision_list_proposals (provision);
  return twf_plan_list_proposals (
      twf_workbench_get_plan (twf_form_section_get_workbench (section)));
}

static GPtrArray *
list_edits (TwfWorkbench *workbench, const char *deed, const char *pid, GError **error)
{
  TwfPlan *plan = twf_workbench_get_plan (workbench);

  if (g_str_equal (deed, TWF_DEED_ACCEPT))
    return twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, error);
  if (g_str_equal (deed, TWF_DEED_PARK))
    return twf_proposal_park (plan, pid, error);
  if (g_str_equal (deed, TWF_DEED_REJECT))
    return twf_proposal_reject (plan, pid, error);
  return twf_proposal_reopen (plan, pid, twf_workbench_get_owner (workbench), error);
}

/* What was accepted and stands is not taken up again: nothing would come of it. */
static void
report (TwfWorkbench *workbench, const char *deed, const GError *error)
{
  if (g_str_equal (deed, TWF_DEED_REOPEN) && g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID))
    twf_workbench_notice (
        workbench, _ ("What it asks for stands in the text: nothing to take up again"), FALSE);
  else
    twf_workbench_report (workbench, error);
}

/* The keyboard is to be where it was, and the row will be another. */
static void
remember (TwfProposalsSection *self, const char *pid)
{
  g_free (self->acted);
  self->acted = g_strdup (pid);
}

/* (what, id of a proposal) */
static void
decide_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (widget));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  const char *deed, *pid;

  g_variant_get (parameter, "(&s&s)", &deed, &pid);
  g_return_if_fail (twf_deed_get_label (deed) != NULL);
  remember (TWF_PROPOSALS_SECTION (widget), pid);
  edits = list_edits (workbench, deed, pid, &error);
  if (edits == NULL)
    report (workbench, deed, error);
  else
    twf_workbench_apply_all (workbench, edits, twf_deed_get_label (deed));
}

/* (id of a proposal, delegation or "": the facilitator) */
static void
withdraw_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (widget));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  const char *pid, *code;

  g_variant_get (parameter, "(&s&s)", &pid, &code);
  remember (TWF_PROPOSALS_SECTION (widget), pid);
  edits = twf_proposal_withdraw (
      twf_workbench_get_plan (workbench), pid, *code != '\0' ? code : NULL, &error);
  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else
    twf_workbench_apply_all (workbench, edits, twf_deed_get_label (TWF_DEED_WITHDRAW));
}

/* (id of a proposal, delegation, word or "", condition or "") */
static void
say_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (widget));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  const char *pid, *code, *word, *condition;

  g_variant_get (parameter, "(&s&s&s&s)", &pid, &code, &word, &condition);
  remember (TWF_PROPOSALS_SECTION (widget), pid);
  edits = twf_proposal_set_position (twf_workbench_get_plan (workbench),
                                     pid,
                                     code,
                                     *word != '\0' ? word : NULL,
                                     *condition != '\0' ? condition : NULL,
                                     &error);
  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else if (edits->len > 0)
    twf_workbench_apply_all (workbench, edits, _ ("Position"));
}

/* The proposal whose row has the keyboard. */
static char *
dup_focused (TwfProposalsSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL ? g_strdup (twf_proposal_row_get_id (widget)) : NULL;
}

static void
append_row (TwfProposalsSection *self, TwfProposal *proposal, const char *focused)
{
  TwfFormSection *section = TWF_FORM_SECTION (self);
  GtkWidget *row = twf_proposal_row_new (
      twf_form_section_get_workbench (section), twf_form_section_get_provision (section), proposal);

  gtk_list_box_append (self->list, row);
  /* Who went on to another page meanwhile keeps the keyboard there. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && g_strcmp0 (focused, twf_proposal_row_get_id (row)) == 0)
    twf_proposal_row_focus_deeds (row);
}

/* Those that are open first, then in the order of the states. Who decided about one by keyboard
 * stays with it. */
static void
update (TwfProposalsSection *self)
{
  g_autofree char *acted = g_steal_pointer (&self->acted);
  g_autofree char *focused = acted != NULL ? g_steal_pointer (&acted) : dup_focused (self);
  GListModel *proposals = list_proposals (self);
  guint n = proposals != NULL ? g_list_model_get_n_items (proposals) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (TwfProposalState state = TWF_PROPOSAL_OPEN; state <= TWF_PROPOSAL_REJECTED; state++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

        if (twf_proposal_get_state (proposal) == state)
          append_row (self, proposal, focused);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n > 0
                              || !twf_workbench_is_read_only (
                                  twf_form_section_get_workbench (TWF_FORM_SECTION (self))));
}

static gboolean
update_cb (gpointer user_data)
{
  TwfProposalsSection *self = user_data;

  self->source = 0;
  if (twf_form_section_get_workbench (TWF_FORM_SECTION (self)) != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* One act is many edits: the list is made anew once, after the last. */
static void
plan_edited_cb (TwfProposalsSection *self, TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if ((kind == TWF_EDIT_SET_PROPOSAL || kind == TWF_EDIT_DROP_PROPOSAL) && self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

static void
twf_proposals_section_show (TwfFormSection *section,
                            TwfWorkbench *workbench,
                            TwfProvision *provision)
{
  TwfProposalsSection *self = TWF_PROPOSALS_SECTION (section);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  update (self);
}

static void
twf_proposals_section_dispose (GObject *object)
{
  TwfProposalsSection *self = TWF_PROPOSALS_SECTION (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->acted, g_free);
  g_clear_object (&self->plan_signals);
  G_OBJECT_CLASS (twf_proposals_section_parent_class)->dispose (object);
}

static void
twf_proposals_section_class_init (TwfProposalsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_proposals_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_proposals_section_show;
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "proposals.decide", "(ss)", decide_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "proposals.withdraw", "(ss)", withdraw_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "proposals.say", "(ssss)", say_activated);
}

static void
twf_proposals_section_init (TwfProposalsSection *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Propose a Change…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.propose");
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), button);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proposals"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
}

/**
 * twf_proposals_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_proposals_section_new (void)
{
  return g_object_new (TWF_TYPE_PROPOSALS_SECTION, NULL);
}
