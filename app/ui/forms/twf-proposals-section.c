/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-proposals-section.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-position-menu.h"
#include "twf-proposal-words.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfProposalsSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;
  GSignalGroup *plan_signals; /* owned */
  guint source;               /* the list is to be made anew */
};

G_DEFINE_FINAL_TYPE (TwfProposalsSection, twf_proposals_section, TWF_TYPE_FORM_SECTION)

typedef enum
{
  DO_ACCEPT,
  DO_PARK,
  DO_WITHDRAW,
  DO_REJECT,
  DO_REOPEN,
} Deed;

static const struct
{
  const char *name;
  const char *label;
} deeds[] = {
  [DO_ACCEPT] = { "accept", N_ ("Accept") },        [DO_PARK] = { "park", N_ ("Park") },
  [DO_WITHDRAW] = { "withdraw", N_ ("Withdraw") },  [DO_REJECT] = { "reject", N_ ("Reject") },
  [DO_REOPEN] = { "reopen", N_ ("Take Up Again") },
};

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

/* Who withdraws: the delegation one acts as where it is an owner; the facilitator, for its first
 * owner, one after the other. */
static const char *
get_withdrawer (TwfProposalsSection *self, TwfProposal *proposal)
{
  const char *identity
      = twf_workbench_get_owner (twf_form_section_get_workbench (TWF_FORM_SECTION (self)));
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  if (identity == NULL)
    return owners != NULL ? owners[0] : NULL;
  return owners != NULL && g_strv_contains (owners, identity) ? identity : NULL;
}

static GPtrArray *
list_edits (TwfProposalsSection *self, Deed deed, const char *pid, GError **error)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);

  switch (deed)
    {
    case DO_ACCEPT:
      return twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, error);
    case DO_PARK:
      return twf_proposal_park (plan, pid, error);
    case DO_WITHDRAW:
      return twf_proposal_withdraw (
          plan, pid, proposal != NULL ? get_withdrawer (self, proposal) : NULL, error);
    case DO_REJECT:
      return twf_proposal_reject (plan, pid, error);
    case DO_REOPEN:
      return twf_proposal_reopen (plan, pid, twf_workbench_get_owner (workbench), error);
    default:
      g_assert_not_reached ();
    }
}

/* (what, id of a proposal) */
static void
decide_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfProposalsSection *self = TWF_PROPOSALS_SECTION (widget);
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  const char *what, *pid;
  Deed deed = DO_ACCEPT;

  g_variant_get (parameter, "(&s&s)", &what, &pid);
  while (deed < DO_REOPEN && !g_str_equal (deeds[deed].name, what))
    deed++;
  edits = list_edits (self, deed, pid, &error);
  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else
    twf_workbench_apply_all (workbench, edits, _ (deeds[deed].label));
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

static GtkWidget *
append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
append_change (TwfProposalsSection *self, GtkBox *box, TwfProposal *proposal)
{
  TwfFormSection *section = TWF_FORM_SECTION (self);
  g_autofree char *interface = twf_interface_dup_language ();
  g_autoptr (GPtrArray) texts = twf_proposal_words_list_texts (
      twf_form_section_get_workbench (section), twf_form_section_get_provision (section), proposal);

  for (guint i = 0; i < texts->len; i++)
    {
      TwfProposalText *text = g_ptr_array_index (texts, i);

      gtk_box_append (box,
                      twf_tracked_text_new_label (
                          text->runs, text->language != NULL ? text->language : interface));
    }
}

static void
append_button (GtkBox *box, Deed deed, TwfProposal *proposal, const char *about)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (_ (deeds[deed].label));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ (deeds[deed].label), about);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (button), "(ss)", deeds[deed].name, twf_proposal_get_id (proposal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proposals.decide");
  gtk_box_append (box, button);
}

static void
append_buttons (TwfProposalsSection *self, GtkBox *box, TwfProposal *proposal, const char *about)
{
  GtkBox *buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  TwfProposalState state = twf_proposal_get_state (proposal);

  gtk_widget_set_margin_top (GTK_WIDGET (buttons), 6);
  if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
    {
      append_button (buttons, DO_ACCEPT, proposal, about);
      if (state == TWF_PROPOSAL_OPEN)
        append_button (buttons, DO_PARK, proposal, about);
      if (get_withdrawer (self, proposal) != NULL)
        append_button (buttons, DO_WITHDRAW, proposal, about);
      append_button (buttons, DO_REJECT, proposal, about);
    }
  if (state != TWF_PROPOSAL_OPEN)
    append_button (buttons, DO_REOPEN, proposal, about);
  gtk_box_append (box, GTK_WIDGET (buttons));
}

/* On a line of its own, under what was said: beside the others it would not fit a narrow window. */
static void
append_position_menu (TwfProposalsSection *self,
                      GtkBox *box,
                      TwfProposal *proposal,
                      const char *about)
{
  GtkWidget *menu = twf_position_menu_new (
      twf_form_section_get_workbench (TWF_FORM_SECTION (self)), proposal, about);

  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_margin_top (menu, 6);
  gtk_box_append (box, menu);
}

static GtkWidget *
make_row (TwfProposalsSection *self, TwfProposal *proposal)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_autofree char *kind = twf_proposal_words_dup_kind (proposal);
  g_autofree char *owners = twf_words_dup_delegations (
      workbench, twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  g_autofree char *about = g_strdup_printf ("%s · %s", owners, kind);
  g_autofree char *line = twf_interface_dup_line (about);
  g_autofree char *state
      = twf_words_dup_value (workbench,
                             TWF_PROPOSAL_FIELD_STATE,
                             twf_proposal_state_get_name (twf_proposal_get_state (proposal)));
  const char *reason = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REASON);
  const char *const *positions = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION);
  GtkWidget *badge;

  gtk_widget_set_hexpand (append_label (head, line, "heading"), TRUE);
  badge = append_label (head, state, "badge");
  gtk_widget_add_css_class (badge, "caption");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (box, GTK_WIDGET (head));
  append_change (self, box, proposal);
  if (reason != NULL)
    {
      g_autofree char *isolated = twf_text_isolate (reason);
      g_autofree char *because = g_strdup_printf (_ ("Reason: %s"), isolated);

      append_label (box, because, "dim-label");
    }
  for (guint i = 0; positions != NULL && positions[i] != NULL; i++)
    {
      g_autofree char *position = twf_words_dup_position (workbench, positions[i]);

      append_label (box, position, "caption");
    }
  if (!twf_workbench_is_read_only (workbench))
    {
      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        append_position_menu (self, box, proposal, about);
      append_buttons (self, box, proposal, about);
    }
  gtk_widget_add_css_class (GTK_WIDGET (box), "proposal");
  return GTK_WIDGET (box);
}

/* Those that are open first, then in the order of the states. */
static void
update (TwfProposalsSection *self)
{
  GListModel *proposals = list_proposals (self);
  guint n = proposals != NULL ? g_list_model_get_n_items (proposals) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (TwfProposalState state = TWF_PROPOSAL_OPEN; state <= TWF_PROPOSAL_REJECTED; state++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

        if (twf_proposal_get_state (proposal) != state)
          continue;
        row = gtk_list_box_row_new ();
        gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row (self, proposal));
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
        gtk_widget_set_focusable (row, FALSE);
        gtk_list_box_append (self->list, row);
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
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
      GTK_WIDGET_CLASS (klass), "proposals.say", "(ssss)", say_activated);
}

static void
twf_proposals_section_init (TwfProposalsSection *self)
{
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
