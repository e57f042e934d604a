/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-position-menu.h"

#include "twf-interface.h"
#include "twf-proposal-words.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* What a delegation can say to a proposal, as it is stored. */
static const struct
{
  const char *word;
  const char *label;
} words[] = {
  { "support", N_ ("Support") },
  { "reserve", N_ ("Reserve Position") },
  { "retain", N_ ("Keep the Text As It Is") },
  { "delete", N_ ("Delete the Text") },
  { "reflect", N_ ("Reflect On It") },
};

typedef struct
{
  TwfWorkbench *workbench; /* owned */
  TwfProposal *proposal;   /* owned */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->workbench);
  g_object_unref (subject->proposal);
  g_free (subject);
}

static void
append_item (Subject *subject,
             GMenu *menu,
             const char *label,
             const char *code,
             const char *word,
             const char *condition)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item,
                                     "proposals.say",
                                     "(ssss)",
                                     twf_proposal_get_id (subject->proposal),
                                     code,
                                     word,
                                     condition);
  g_menu_append_item (menu, item);
}

/* An owner may withdraw on the condition that another open proposal about the same is accepted. */
static GMenu *
list_conditions (Subject *subject, const char *code)
{
  TwfPlan *plan = twf_workbench_get_plan (subject->workbench);
  g_autoptr (GMenu) menu = g_menu_new ();
  TwfProvision *provision = NULL;
  GListModel *others;

  twf_plan_get_proposal (plan, twf_proposal_get_id (subject->proposal), &provision);
  others = provision != NULL ? twf_provision_list_proposals (provision)
                             : twf_plan_list_proposals (plan);
  for (guint i = 0; others != NULL && i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (TwfProposal) other = g_list_model_get_item (others, i);
      g_autofree char *owners = twf_words_dup_delegations (
          subject->workbench, twf_proposal_get_values (other, TWF_PROPOSAL_FIELD_OWNER));
      g_autofree char *kind = twf_proposal_words_dup_kind (other);
      g_autofree char *label = g_strdup_printf ("%s · %s", owners, kind);

      if (twf_proposal_get_state (other) == TWF_PROPOSAL_OPEN
          && !g_str_equal (twf_proposal_get_id (other), twf_proposal_get_id (subject->proposal)))
        append_item (subject, menu, label, code, "withdraws-if", twf_proposal_get_id (other));
    }
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? g_steal_pointer (&menu) : NULL;
}

static GMenu *
list_words (Subject *subject, const char *code)
{
  g_autoptr (GMenu) conditions = NULL;
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    append_item (subject, menu, _ (words[i].label), code, words[i].word, "");
  if (twf_proposal_has_value (subject->proposal, TWF_PROPOSAL_FIELD_OWNER, code))
    conditions = list_conditions (subject, code);
  if (conditions != NULL)
    g_menu_append_submenu (menu, _ ("Withdraw If This Is Accepted"), G_MENU_MODEL (conditions));
  append_item (subject, menu, _ ("Take Position Back"), code, "", "");
  return menu;
}

/* Who acts for a delegation speaks for it; the facilitator writes down what each says. */
static GMenu *
list_positions (Subject *subject)
{
  const char *identity = twf_workbench_get_owner (subject->workbench);
  GListModel *delegations = twf_plan_list_delegations (twf_workbench_get_plan (subject->workbench));
  GMenu *menu;

  if (identity != NULL)
    return list_words (subject, identity);
  menu = g_menu_new ();
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      const char *code = twf_delegation_get_code (delegation);
      g_autofree char *name = twf_words_dup_delegation (subject->workbench, code);
      g_autoptr (GMenu) said = list_words (subject, code);

      g_menu_append_submenu (menu, name, G_MENU_MODEL (said));
    }
  return menu;
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = list_positions (user_data);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * twf_position_menu_new:
 * @workbench: the open plan
 * @proposal: an open proposal of it
 * @about: what tells it from others, for screen readers
 *
 * Its menu is made when it is opened: a plan may have two hundred delegations.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
twf_position_menu_new (TwfWorkbench *workbench, TwfProposal *proposal, const char *about)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Position"), about);
  Subject *subject = g_new (Subject, 1);

  subject->workbench = g_object_ref (workbench);
  subject->proposal = g_object_ref (proposal);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Position"));
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (button), create_popup_cb, subject, subject_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
