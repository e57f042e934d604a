/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-position-menu.h"

#include "twf-delegation-list.h"
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
  GtkMenuButton *button;   /* borrowed: it owns this */
  TwfWorkbench *workbench; /* owned */
  TwfProposal *proposal;   /* owned */
  char *speaker;           /* owned; nullable: the delegation whose words are to be shown next */
  guint source;            /* the words are to be shown */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_clear_handle_id (&subject->source, g_source_remove);
  g_free (subject->speaker);
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

/* "3 bis stays": what is about another provision is looked for in a list of its own. */
static void
append_elsewhere (Subject *subject, GMenu *menu, const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("A Proposal Elsewhere…"), NULL);

  g_menu_item_set_action_and_target (
      item, "proposals.condition", "(ss)", twf_proposal_get_id (subject->proposal), code);
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
      g_autofree char *label = twf_proposal_words_dup_name (
          subject->workbench, provision, twf_proposal_get_id (other));

      if (twf_proposal_get_state (other) == TWF_PROPOSAL_OPEN
          && !g_str_equal (twf_proposal_get_id (other), twf_proposal_get_id (subject->proposal)))
        append_item (subject, menu, label, code, "withdraws-if", twf_proposal_get_id (other));
    }
  append_elsewhere (subject, menu, code);
  return g_steal_pointer (&menu);
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

static gboolean
popup_cb (gpointer user_data)
{
  Subject *subject = user_data;

  subject->source = 0;
  gtk_menu_button_popup (subject->button);
  return G_SOURCE_REMOVE;
}

/* The list closes and the words that the delegation can say come in its place: once it is closed,
 * since one button has one menu. */
static void
speaker_chosen_cb (Subject *subject, const char *code)
{
  g_free (subject->speaker);
  subject->speaker = g_strdup (code);
  gtk_menu_button_popdown (subject->button);
  if (subject->source == 0)
    subject->source = g_idle_add (popup_cb, subject);
}

static GtkWidget *
make_speakers (Subject *subject)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = twf_delegation_list_new (subject->workbench, FALSE);

  g_signal_connect_swapped (list, "chosen", G_CALLBACK (speaker_chosen_cb), subject);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (gtk_widget_grab_focus), list);
  return popover;
}

/* Who acts for a delegation speaks for it; the facilitator writes down what each says, and chooses
 * the delegation first. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  Subject *subject = user_data;
  g_autofree char *speaker = g_steal_pointer (&subject->speaker);
  const char *identity = twf_workbench_get_owner (subject->workbench);
  g_autoptr (GMenu) said = NULL;
  g_autoptr (GMenu) menu = NULL;
  g_autofree char *name = NULL;

  if (identity == NULL && speaker == NULL)
    {
      gtk_menu_button_set_popover (button, make_speakers (subject));
      return;
    }
  said = list_words (subject, speaker != NULL ? speaker : identity);
  menu = g_menu_new ();
  name = twf_words_dup_delegation (subject->workbench, speaker != NULL ? speaker : identity);
  g_menu_append_section (menu, name, G_MENU_MODEL (said));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * twf_position_menu_new:
 * @workbench: the open plan
 * @proposal: an open proposal of it
 * @about: what tells it from others, for screen readers
 *
 * Its menu is made when it is opened: a plan may have two hundred delegations. Those are a list
 * that can be searched; what one of them can say is a menu.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
twf_position_menu_new (TwfWorkbench *workbench, TwfProposal *proposal, const char *about)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Position"), about);
  Subject *subject = g_new0 (Subject, 1);

  subject->button = GTK_MENU_BUTTON (button);
  subject->workbench = g_object_ref (workbench);
  subject->proposal = g_object_ref (proposal);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Position"));
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (button), create_popup_cb, subject, subject_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
