/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-proposal-row.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-compromise-window.h"
#include "twf-groups.h"
#include "twf-interface.h"
#include "twf-position-menu.h"
#include "twf-proposal-words.h"
#include "twf-prospect-view.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* What a row keeps with itself. */
#define ID "twf-proposal"
#define DEEDS "twf-deeds"
#define SINCE "twf-since"
#define PROSPECT "twf-prospect"

static const struct
{
  const char *deed;
  const char *label;
} deeds[] = {
  { TWF_DEED_ACCEPT, N_ ("Accept") },        { TWF_DEED_PARK, N_ ("Park") },
  { TWF_DEED_WITHDRAW, N_ ("Withdraw") },    { TWF_DEED_REJECT, N_ ("Reject") },
  { TWF_DEED_REOPEN, N_ ("Take Up Again") },
};

/**
 * twf_deed_get_label:
 * @deed: a TWF_DEED_*
 *
 * Returns: (nullable): what it is called; %NULL: there is no such
 */
const char *
twf_deed_get_label (const char *deed)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].deed, deed))
      return _ (deeds[i].label);
  return NULL;
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
append_change (GtkBox *box, TwfWorkbench *workbench, TwfProvision *provision, TwfProposal *proposal)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autoptr (GPtrArray) texts = twf_proposal_words_list_texts (workbench, provision, proposal);

  for (guint i = 0; i < texts->len; i++)
    {
      TwfProposalText *text = g_ptr_array_index (texts, i);
      g_autofree char *shift = twf_shift_dup_words_of_runs (text->runs, text->language);

      if (shift != NULL)
        append_label (box, shift, "caption-heading");
      gtk_box_append (box,
                      twf_tracked_text_new_label (
                          text->runs, text->language != NULL ? text->language : interface));
    }
}

static void
name (GtkWidget *widget, const char *deed, const char *about)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", twf_deed_get_label (deed), about);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
append_button (GtkBox *box, const char *deed, const char *about)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (twf_deed_get_label (deed)));
  name (button, deed, about);
  gtk_box_append (box, button);
  return button;
}

static void
append_decision (GtkBox *box, const char *deed, TwfProposal *proposal, const char *about)
{
  GtkWidget *button = append_button (box, deed, about);

  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (button), "(ss)", deed, twf_proposal_get_id (proposal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proposals.decide");
}

/* The facilitator writes down which of the owners no longer asks for it. */
static void
append_withdraw_menu (GtkBox *box,
                      TwfWorkbench *workbench,
                      TwfProposal *proposal,
                      const char *about)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; owners[i] != NULL; i++)
    {
      g_autofree char *owner = twf_words_dup_delegation (workbench, owners[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (owner, NULL);

      g_menu_item_set_action_and_target (
          item, "proposals.withdraw", "(ss)", twf_proposal_get_id (proposal), owners[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), twf_deed_get_label (TWF_DEED_WITHDRAW));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  name (button, TWF_DEED_WITHDRAW, about);
  gtk_box_append (box, button);
}

/* Only owners withdraw; what no delegation owns is the facilitator's. */
static void
append_withdraw (GtkBox *box, TwfWorkbench *workbench, TwfProposal *proposal, const char *about)
{
  const char *identity = twf_workbench_get_owner (workbench);
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  guint n_owners = owners != NULL ? g_strv_length ((char **)owners) : 0;
  const char *who = identity != NULL ? identity : n_owners > 0 ? owners[0] : "";
  GtkWidget *button;

  if (identity != NULL && (n_owners == 0 || !g_strv_contains (owners, identity)))
    return;
  if (identity == NULL && n_owners > 1)
    {
      append_withdraw_menu (box, workbench, proposal, about);
      return;
    }
  button = append_button (box, TWF_DEED_WITHDRAW, about);
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (button), "(ss)", twf_proposal_get_id (proposal), who);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proposals.withdraw");
}

static GtkWidget *
make_deeds (TwfWorkbench *workbench, TwfProposal *proposal, const char *about)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  TwfProposalState state = twf_proposal_get_state (proposal);

  gtk_widget_set_margin_top (GTK_WIDGET (box), 6);
  if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
    {
      append_decision (box, TWF_DEED_ACCEPT, proposal, about);
      if (state == TWF_PROPOSAL_OPEN)
        append_decision (box, TWF_DEED_PARK, proposal, about);
      append_withdraw (box, workbench, proposal, about);
      append_decision (box, TWF_DEED_REJECT, proposal, about);
    }
  if (state != TWF_PROPOSAL_OPEN)
    append_decision (box, TWF_DEED_REOPEN, proposal, about);
  return GTK_WIDGET (box);
}

static void
append_compromise (GtkBox *box, TwfProposal *proposal, const char *about)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Compromise…"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ ("Compromise…"), about);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", twf_proposal_get_id (proposal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proposals.compromise");
  gtk_box_append (box, button);
}

/* On a line of its own, under what was said: beside the others it would not fit a narrow window. */
static void
append_further (GtkBox *box,
                TwfWorkbench *workbench,
                TwfProvision *provision,
                TwfProposal *proposal,
                const char *about)
{
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  gtk_widget_set_margin_top (GTK_WIDGET (line), 6);
  if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
    gtk_box_append (line, twf_position_menu_new (workbench, proposal, about));
  if (twf_compromise_window_can_begin (workbench, provision, proposal))
    append_compromise (line, proposal, about);
  gtk_box_append (box, GTK_WIDGET (line));
}

static void
append_head (GtkBox *box, TwfWorkbench *workbench, TwfProposal *proposal, const char *about)
{
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_autofree char *line = twf_interface_dup_line (about);
  g_autofree char *state
      = twf_words_dup_value (workbench,
                             TWF_PROPOSAL_FIELD_STATE,
                             twf_proposal_state_get_name (twf_proposal_get_state (proposal)));
  GtkWidget *badge;

  gtk_widget_set_hexpand (append_label (head, line, "heading"), TRUE);
  badge = append_label (head, state, "badge");
  gtk_widget_add_css_class (badge, "caption");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (box, GTK_WIDGET (head));
}

static void
append_position (GtkBox *box,
                 TwfWorkbench *workbench,
                 TwfProposal *proposal,
                 const TwfPosition *position)
{
  g_auto (GStrv) except = twf_proposal_list_deviations (
      twf_workbench_get_plan (workbench), proposal, position->code, &position->word);
  g_autofree char *name
      = twf_words_dup_group (workbench, position->code, (const char *const *)except);
  g_autofree char *said = twf_words_dup_said (name, twf_position_word_get_name (position->word));
  TwfProvision *here = NULL;

  twf_plan_get_proposal (twf_workbench_get_plan (workbench), twf_proposal_get_id (proposal), &here);
  if (position->condition != NULL)
    {
      g_autofree char *condition
          = twf_proposal_words_dup_name (workbench, here, position->condition);

      g_free (said);
      said = g_strdup_printf (_ ("%s withdraws if this is accepted: %s"), name, condition);
    }
  append_label (box, said, "caption");
}

/* What it waits for. */
static void
append_compromise_of (GtkBox *box, TwfWorkbench *workbench, TwfProposal *proposal)
{
  const char *pid = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REPLACED_BY);
  TwfProposal *other
      = pid != NULL ? twf_plan_get_proposal (twf_workbench_get_plan (workbench), pid, NULL) : NULL;
  g_autofree char *owners = NULL;
  g_autofree char *line = NULL;

  if (other == NULL
      || !twf_proposal_has_value (
          other, TWF_PROPOSAL_FIELD_TAKES_UP, twf_proposal_get_id (proposal)))
    return;
  owners = twf_words_dup_delegations (workbench,
                                      twf_proposal_get_values (other, TWF_PROPOSAL_FIELD_OWNER));
  line = g_strdup_printf (_ ("Taken up in the compromise of %s"), owners);
  append_label (box, line, "caption");
}

static void
append_words (GtkBox *box, TwfWorkbench *workbench, TwfProposal *proposal)
{
  const char *reason = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REASON);
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (proposal);

  if (reason != NULL)
    {
      g_autofree char *isolated = twf_text_isolate (reason);
      g_autofree char *because = g_strdup_printf (_ ("Reason: %s"), isolated);

      append_label (box, because, "dim-label");
    }
  for (guint i = 0; i < positions->len; i++)
    append_position (box, workbench, proposal, positions->pdata[i]);
  append_compromise_of (box, workbench, proposal);
}

/**
 * twf_proposal_row_new:
 * @workbench: the open plan
 * @provision: (nullable): what it is about; %NULL: the plan itself
 * @proposal: a proposal of it
 * @unfolded: (element-type utf8 utf8): ids of those of which what would come of them is shown
 *
 * Returns: (transfer floating): a row of a list: whose it is, what it changes, what was said, and
 *   what can be done about it
 */
GtkWidget *
twf_proposal_row_new (TwfWorkbench *workbench,
                      TwfProvision *provision,
                      TwfProposal *proposal,
                      GHashTable *unfolded)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  g_autofree char *kind = twf_proposal_words_dup_kind (proposal);
  g_autofree char *owners = twf_words_dup_delegations (
      workbench, twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  g_autofree char *about = g_strdup_printf ("%s · %s", owners, kind);

  append_head (box, workbench, proposal, about);
  append_change (box, workbench, provision, proposal);
  g_object_set_data (G_OBJECT (row), SINCE, append_label (box, NULL, "dim-label"));
  twf_proposal_row_show_since (row, 0);
  append_words (box, workbench, proposal);
  if (twf_proposal_get_state (proposal) <= TWF_PROPOSAL_PARKED)
    {
      GtkWidget *prospect = twf_prospect_view_new (workbench, provision, proposal, about, unfolded);

      gtk_box_append (box, prospect);
      g_object_set_data (G_OBJECT (row), PROSPECT, prospect);
    }
  if (!twf_workbench_is_read_only (workbench))
    {
      GtkWidget *buttons = make_deeds (workbench, proposal, about);

      append_further (box, workbench, provision, proposal, about);
      gtk_box_append (box, buttons);
      g_object_set_data (G_OBJECT (row), DEEDS, buttons);
    }
  gtk_widget_add_css_class (GTK_WIDGET (box), "proposal");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (twf_proposal_get_id (proposal)), g_free);
  return row;
}

/**
 * twf_proposal_row_show_since:
 * @row: a proposal's row
 * @when: since when it is on the table, in seconds since 1970; 0: it is not said
 */
void
twf_proposal_row_show_since (GtkWidget *row, gint64 when)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), SINCE);

  if (label == NULL)
    return;
  if (when != 0)
    {
      g_autofree char *moment = twf_byline_dup_moment (when);
      g_autofree char *line = g_strdup_printf (_ ("Since %s"), moment);

      gtk_label_set_label (GTK_LABEL (label), line);
    }
  gtk_widget_set_visible (label, when != 0);
}

/**
 * twf_proposal_row_get_id:
 * @row: a widget
 *
 * Returns: (nullable): id of the proposal whose row it is; %NULL: it is none
 */
const char *
twf_proposal_row_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID);
}

/**
 * twf_proposal_row_focus_deeds:
 * @row: a proposal's row
 *
 * Returns: whether the first thing that can be done about it got the keyboard
 */
gboolean
twf_proposal_row_focus_deeds (GtkWidget *row)
{
  GtkWidget *buttons = g_object_get_data (G_OBJECT (row), DEEDS);

  return buttons != NULL && gtk_widget_grab_focus (gtk_widget_get_first_child (buttons));
}

/**
 * twf_proposal_row_foresee:
 * @row: a proposal's row
 * @unfold: whether to show what would come of it, with the keyboard there, or to fold that away
 *
 * Returns: whether it is on the table, so that there is something to foresee
 */
gboolean
twf_proposal_row_foresee (GtkWidget *row, gboolean unfold)
{
  GtkWidget *prospect = g_object_get_data (G_OBJECT (row), PROSPECT);

  if (prospect == NULL)
    return FALSE;
  gtk_expander_set_expanded (GTK_EXPANDER (prospect), unfold);
  if (unfold)
    gtk_widget_grab_focus (prospect);
  return TRUE;
}
