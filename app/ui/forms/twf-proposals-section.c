/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-proposals-section.h"

#include "twf-beginnings.h"
#include "twf-compromise-window.h"
#include "twf-condition-window.h"
#include "twf-error.h"
#include "twf-proposal-row.h"

#include <glib/gi18n.h>

struct _TwfProposalsSection
{
  TwfFormSection parent_instance;

  GtkListBox *list;
  GSignalGroup *plan_signals;  /* owned */
  GSignalGroup *since_signals; /* owned */
  char *acted;                 /* owned; nullable: the proposal that something was done about */
  GHashTable *unfolded;        /* owned; char* pid: those of which it is shown what would come */
  guint source;                /* the list is to be made anew */
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

static void
say (TwfProposalsSection *self,
     const char *pid,
     const char *code,
     const char *word,
     const char *condition)
{
  TwfWorkbench *workbench = twf_form_section_get_workbench (TWF_FORM_SECTION (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  remember (self, pid);
  edits = twf_proposal_set_position (twf_workbench_get_plan (workbench),
                                     pid,
                                     code,
                                     *word != '\0' ? word : NULL,
                                     *condition != '\0' ? condition : NULL,
                                     &error);
  if (edits == NULL && *condition != '\0' && g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID))
    twf_workbench_notice (
        workbench,
        _ ("That one is itself withdrawn on the condition of this: a circle cannot be met"),
        FALSE);
  else if (edits == NULL)
    twf_workbench_report (workbench, error);
  else if (edits->len > 0)
    twf_workbench_apply_all (workbench, edits, _ ("Position"));
}

/* (id of a proposal) */
static void
compromise_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfFormSection *section = TWF_FORM_SECTION (widget);
  TwfWorkbench *workbench = twf_form_section_get_workbench (section);
  TwfProvision *provision = twf_form_section_get_provision (section);
  TwfProposal *proposal = twf_plan_get_proposal (
      twf_workbench_get_plan (workbench), g_variant_get_string (parameter, NULL), NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (proposal != NULL && twf_compromise_window_can_begin (workbench, provision, proposal))
    gtk_window_present (GTK_WINDOW (twf_compromise_window_new (
        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, workbench, provision, proposal)));
}

/* (id of a proposal, delegation, word or "", condition or "") */
static void
say_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *pid, *code, *word, *condition;

  g_variant_get (parameter, "(&s&s&s&s)", &pid, &code, &word, &condition);
  say (TWF_PROPOSALS_SECTION (widget), pid, code, word, condition);
}

/* Who would withdraw from what, while the condition is chosen. */
typedef struct
{
  TwfProposalsSection *section; /* owned */
  char *pid;                    /* owned */
  char *code;                   /* owned */
} Condition;

static void
condition_free (gpointer data, GClosure *closure)
{
  Condition *condition = data;

  g_object_unref (condition->section);
  g_free (condition->pid);
  g_free (condition->code);
  g_free (condition);
}

static void
condition_chosen_cb (TwfConditionWindow *window, const char *pid, gpointer user_data)
{
  Condition *condition = user_data;

  say (condition->section,
       condition->pid,
       condition->code,
       twf_position_word_get_name (TWF_POSITION_WITHDRAWS_IF),
       pid);
}

/* (id of a proposal, delegation) */
static void
condition_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfFormSection *section = TWF_FORM_SECTION (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  Condition *condition = g_new0 (Condition, 1);
  GtkWidget *window;

  condition->section = g_object_ref (TWF_PROPOSALS_SECTION (widget));
  g_variant_get (parameter, "(ss)", &condition->pid, &condition->code);
  window = twf_condition_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     twf_form_section_get_workbench (section),
                                     twf_form_section_get_provision (section),
                                     condition->code);
  g_signal_connect_data (
      window, "chosen", G_CALLBACK (condition_chosen_cb), condition, condition_free, 0);
  gtk_window_present (GTK_WINDOW (window));
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
show_since (TwfProposalsSection *self, GtkWidget *row)
{
  TwfBeginnings *beginnings
      = twf_beginnings_get (twf_form_section_get_workbench (TWF_FORM_SECTION (self)));

  twf_proposal_row_show_since (row,
                               twf_beginnings_get_when (beginnings, twf_proposal_row_get_id (row)));
}

static void
append_row (TwfProposalsSection *self, TwfProposal *proposal, const char *focused)
{
  TwfFormSection *section = TWF_FORM_SECTION (self);
  GtkWidget *row = twf_proposal_row_new (twf_form_section_get_workbench (section),
                                         twf_form_section_get_provision (section),
                                         proposal,
                                         self->unfolded);

  gtk_list_box_append (self->list, row);
  show_since (self, row);
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

static void
found_cb (TwfProposalsSection *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (twf_proposal_row_get_id (row) != NULL)
      show_since (self, row);
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
  g_signal_group_set_target (self->since_signals, twf_beginnings_get (workbench));
  update (self);
  twf_beginnings_ask (twf_beginnings_get (workbench), provision);
}

static void
twf_proposals_section_dispose (GObject *object)
{
  TwfProposalsSection *self = TWF_PROPOSALS_SECTION (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->acted, g_free);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->since_signals);
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
      GTK_WIDGET_CLASS (klass), "proposals.compromise", "s", compromise_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "proposals.condition", "(ss)", condition_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "proposals.say", "(ssss)", say_activated);
}

static void
twf_proposals_section_init (TwfProposalsSection *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Propose a Change…"));

  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.propose");
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), button);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proposals"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->since_signals = g_signal_group_new (TWF_TYPE_BEGINNINGS);
  g_signal_group_connect_swapped (self->since_signals, "found", G_CALLBACK (found_cb), self);
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

static GtkWidget *
get_row (TwfProposalsSection *self, int position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, position));
}

/**
 * twf_proposals_section_foresee:
 * @self: a section that shows something
 * @step: 1: forward; -1: back
 *
 * Goes to the next alternative on the table, round the end, and shows what would come of it; what
 * is shown of others is folded away.
 */
void
twf_proposals_section_foresee (TwfProposalsSection *self, int step)
{
  int n = 0, from = -1;

  g_return_if_fail (TWF_IS_PROPOSALS_SECTION (self));

  for (; get_row (self, n) != NULL; n++)
    if (g_hash_table_contains (self->unfolded, twf_proposal_row_get_id (get_row (self, n))))
      from = n;
  if (from < 0)
    from = step > 0 ? n - 1 : 0;
  for (int i = 0; i < n; i++)
    twf_proposal_row_foresee (get_row (self, i), FALSE);
  for (int i = 1; i <= n; i++)
    if (twf_proposal_row_foresee (get_row (self, (from + step * i + n * n) % n), TRUE))
      return;
}

/**
 * twf_proposals_section_meet:
 * @self: a section that shows something
 *
 * Begins a compromise: from the alternative that is unfolded, or has the keyboard, or else the
 * first from which one can be written.
 */
void
twf_proposals_section_meet (TwfProposalsSection *self)
{
  g_autofree char *focused = NULL;
  const char *first = NULL;
  const char *chosen = NULL;

  g_return_if_fail (TWF_IS_PROPOSALS_SECTION (self));

  focused = dup_focused (self);
  for (int i = 0; get_row (self, i) != NULL; i++)
    {
      TwfFormSection *section = TWF_FORM_SECTION (self);
      TwfWorkbench *workbench = twf_form_section_get_workbench (section);
      const char *pid = twf_proposal_row_get_id (get_row (self, i));
      TwfProposal *proposal = twf_plan_get_proposal (twf_workbench_get_plan (workbench), pid, NULL);

      if (proposal == NULL
          || !twf_compromise_window_can_begin (
              workbench, twf_form_section_get_provision (section), proposal))
        continue;
      if (first == NULL)
        first = pid;
      if (g_strcmp0 (focused, pid) == 0
          || (focused == NULL && g_hash_table_contains (self->unfolded, pid)))
        chosen = pid;
    }
  if (first == NULL)
    twf_workbench_notice (
        twf_form_section_get_workbench (TWF_FORM_SECTION (self)),
        _ ("Nothing here to make a compromise of: it takes two proposals for words of one "
           "language, and the facilitator makes it"),
        FALSE);
  else
    gtk_widget_activate_action (
        GTK_WIDGET (self), "proposals.compromise", "s", chosen != NULL ? chosen : first);
}
