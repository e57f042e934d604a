/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-consequences.h"

#include "twf-interface.h"
#include "twf-request-words.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* More than so many are scrolled, in a height that leaves room for the list above. */
#define MOST_WHOLE 3
#define HEIGHT_OF_MORE 132

struct _TwfConsequences
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroll;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (TwfConsequences, twf_consequences, GTK_TYPE_BOX)

static void
twf_consequences_class_init (TwfConsequencesClass *klass)
{
}

static void
twf_consequences_init (TwfConsequences *self)
{
  GtkWidget *heading = gtk_label_new (_ ("What Follows"));
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->scroll = GTK_SCROLLED_WINDOW (scroll);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scroll, HEIGHT_OF_MORE);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), scroll);
  gtk_widget_set_visible (scroll, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Where a proposal is: "Action 3". */
static char *
dup_place (TwfWorkbench *workbench, const char *provision)
{
  TwfProvision *standing
      = provision != NULL ? twf_plan_get_provision (twf_workbench_get_plan (workbench), provision)
                          : NULL;

  if (provision == NULL)
    return g_strdup (_ ("The plan itself"));
  return standing != NULL ? twf_words_dup_provision (workbench, standing)
                          : g_strdup (_ ("New provision"));
}

/* A proposal that stands in the plan, by whose it is and where: "Kenya · Action 3". */
static char *
dup_standing (TwfWorkbench *workbench, const char *pid)
{
  TwfProvision *provision = NULL;
  TwfProposal *proposal
      = twf_plan_get_proposal (twf_workbench_get_plan (workbench), pid, &provision);
  g_autofree char *owners = NULL;
  g_autofree char *place = NULL;

  if (proposal == NULL)
    return NULL;
  owners = twf_words_dup_delegations (workbench,
                                      twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  place = dup_place (workbench, provision != NULL ? twf_provision_get_id (provision) : NULL);
  return g_strdup_printf ("%s · %s", owners, place);
}

static char *
dup_request (TwfWorkbench *workbench, TwfRequest *request)
{
  g_autofree char *owners = twf_request_words_dup_owners (workbench, request);
  g_autofree char *place = twf_request_words_dup_place (workbench, request);
  g_autofree char *kind = twf_request_words_dup_kind (request);

  return g_strdup_printf ("%s · %s · %s", owners, place, kind);
}

/**
 * twf_consequences_dup_left:
 * @workbench: the open plan
 * @outcome: a proposal that is withdrawn, or that one owner leaves on a condition
 *
 * Returns: (transfer full): what is left, in a few words: "Kenya withdraws from: Action 3"
 */
char *
twf_consequences_dup_left (TwfWorkbench *workbench, const TwfOutcome *outcome)
{
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;

  if (outcome->code == NULL)
    {
      what = dup_standing (workbench, outcome->proposal);
      return g_strdup_printf (_ ("No longer asked for: %s"), what != NULL ? what : "");
    }
  name = twf_words_dup_delegation (workbench, outcome->code);
  what = dup_place (workbench, outcome->provision);
  /* Translators: a delegation, and where its proposal stands: "Kenya withdraws from: Action 3". */
  return g_strdup_printf (_ ("%s withdraws from: %s"), name, what);
}

static void
append_button (GtkBox *row, TwfRequest *request, const char *what)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Go to It"));
  /* Translators: leads to a change that is asked for. */
  g_autofree char *name = g_strdup_printf (_ ("Go to: %s"), what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", twf_request_get_id (request));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "merge.show-request");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (row, button);
}

static void
append_row (TwfConsequences *self,
            TwfWorkbench *workbench,
            TwfDecisions *decisions,
            const TwfOutcome *outcome)
{
  TwfRequest *cause = outcome->condition != NULL
                          ? twf_decisions_find_cause (decisions, outcome->condition)
                          : NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *left = twf_consequences_dup_left (workbench, outcome);
  g_autofree char *because = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;
  GtkWidget *label;

  if (cause != NULL)
    because = dup_request (workbench, cause);
  else if (outcome->condition != NULL)
    because = dup_standing (workbench, outcome->condition);
  if (because != NULL)
    /* Translators: who withdraws from what; and what is accepted, on which he said he would. */
    sentence = g_strdup_printf (_ ("%s, because this is accepted: %s"), left, because);
  line = twf_interface_dup_line (sentence != NULL ? sentence : left);
  label = gtk_label_new (line);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (cause != NULL)
    append_button (GTK_BOX (row), cause, because);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* A few, which wrap, stand as high as they are: a scrolled window does not ask for that. */
static void
show_scrolled (TwfConsequences *self, gboolean scrolled)
{
  g_autoptr (GtkWidget) rows = g_object_ref (self->rows);
  GtkWidget *scroll = GTK_WIDGET (self->scroll);

  if (scrolled == gtk_widget_get_visible (scroll))
    return;
  gtk_widget_set_visible (scroll, scrolled);
  if (scrolled)
    {
      gtk_box_remove (GTK_BOX (self), rows);
      gtk_scrolled_window_set_child (self->scroll, rows);
      return;
    }
  gtk_scrolled_window_set_child (self->scroll, NULL);
  gtk_box_append (GTK_BOX (self), rows);
}

/**
 * twf_consequences_show:
 * @self: a list of what follows
 * @workbench: the open plan
 * @decisions: what is decided
 *
 * Shows what follows as things are decided.
 */
void
twf_consequences_show (TwfConsequences *self, TwfWorkbench *workbench, TwfDecisions *decisions)
{
  g_autoptr (GPtrArray) outcomes = NULL;
  GtkWidget *row;

  g_return_if_fail (TWF_IS_CONSEQUENCES (self) && TWF_IS_DECISIONS (decisions));

  outcomes = twf_decisions_list_consequences (decisions);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; i < outcomes->len; i++)
    append_row (self, workbench, decisions, g_ptr_array_index (outcomes, i));
  show_scrolled (self, outcomes->len > MOST_WHOLE);
  gtk_widget_set_visible (GTK_WIDGET (self), outcomes->len > 0);
}
