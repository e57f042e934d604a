/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-prospect-view.h"

#include "twf-proposal-words.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* Names beyond so many are folded away behind their number. */
#define MOST_NAMES 8

typedef struct
{
  TwfWorkbench *workbench; /* owned */
  TwfProvision *provision; /* owned; nullable: the plan itself */
  char *pid;               /* owned */
  GHashTable *unfolded;    /* owned; char* pid: those that are to be shown */
} Subject;

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *subject = data;

  g_object_unref (subject->workbench);
  g_clear_object (&subject->provision);
  g_free (subject->pid);
  g_hash_table_unref (subject->unfolded);
  g_free (subject);
}

static TwfPlan *
get_plan (const Subject *subject)
{
  return twf_workbench_get_plan (subject->workbench);
}

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
append_line (GtkBox *box, const char *text)
{
  gtk_box_append (box, new_line (text));
}

/* "G77 (except Egypt)", "Mexico (asks for other words)" */
static char *
dup_stand (const Subject *subject, const TwfStand *stand)
{
  g_autofree char *name
      = twf_words_dup_group (subject->workbench, stand->code, (const char *const *)stand->except);

  return stand->rival != NULL ? g_strdup_printf (_ ("%s (asks for something else)"), name)
                              : g_steal_pointer (&name);
}

static GStrv
list_names (const Subject *subject, const TwfStances *stances, TwfStance stance)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < stances->stands->len; i++)
    {
      const TwfStand *stand = stances->stands->pdata[i];
      g_autofree char *name = stand->stance == stance ? dup_stand (subject, stand) : NULL;

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  for (guint i = 0; stance == TWF_STANCE_SILENT && stances->silent[i] != NULL; i++)
    {
      g_autofree char *name = twf_words_dup_delegation (subject->workbench, stances->silent[i]);

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/* "Accept (3): Egypt · Mexico · G77 (except Egypt)" */
static void
append_stance (GtkBox *box, const Subject *subject, const TwfStances *stances, TwfStance stance)
{
  g_auto (GStrv) names = list_names (subject, stances, stance);
  g_autofree char *count = twf_workbench_dup_count (subject->workbench, stances->n[stance]);
  g_autofree char *joined = g_strjoinv (" · ", names);
  g_autofree char *head = NULL;
  g_autofree char *line = NULL;

  if (names[0] == NULL)
    return;
  /* Translators: "Accept (3)": how many delegations do. */
  head = g_strdup_printf (_ ("%s (%s)"), twf_stance_get_words (stance), count);
  if (g_strv_length (names) > MOST_NAMES)
    {
      GtkWidget *more = gtk_expander_new (head);

      gtk_expander_set_child (GTK_EXPANDER (more), new_line (joined));
      gtk_box_append (box, more);
      return;
    }
  /* Translators: a heading and what belongs under it. */
  line = g_strdup_printf (_ ("%s: %s"), head, joined);
  append_line (box, line);
}

static void
append_about (GtkBox *box, const Subject *subject, const char *pid, const char *what)
{
  g_autofree char *name = twf_proposal_words_dup_name (subject->workbench, subject->provision, pid);
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), name, what);

  append_line (box, line);
}

static void
append_others (GtkBox *box, const Subject *subject, const TwfProspect *prospect)
{
  for (guint i = 0; i < prospect->conditions->len; i++)
    {
      const TwfCondition *condition = prospect->conditions->pdata[i];
      g_autofree char *name = twf_words_dup_delegation (subject->workbench, condition->code);
      g_autofree char *what = g_strdup_printf (_ ("%s withdraws, its condition is met"), name);

      append_about (box, subject, condition->pid, what);
    }
  for (guint i = 0; i < prospect->others->len; i++)
    {
      const TwfForeseen *foreseen = prospect->others->pdata[i];

      /* Who withdraws was told with the condition. */
      if (foreseen->sequel != TWF_SEQUEL_WITHDRAWN && foreseen->sequel != TWF_SEQUEL_LEFT)
        append_about (box, subject, foreseen->pid, twf_sequel_get_words (foreseen->sequel));
    }
}

static void
append_reopened (GtkBox *box, const Subject *subject, const TwfProspect *prospect)
{
  for (guint i = 0; prospect->reopened[i] != NULL; i++)
    {
      g_autofree char *place = twf_words_dup_provision (
          subject->workbench, twf_plan_get_provision (get_plan (subject), prospect->reopened[i]));
      g_autofree char *line = g_strdup_printf (_ ("The agreement is reopened: %s"), place);

      append_line (box, line);
    }
}

static void
append_open (GtkBox *box, const Subject *subject, const TwfProspect *prospect)
{
  g_autofree char *here
      = twf_workbench_dup_count (subject->workbench, g_strv_length (prospect->open));
  g_autofree char *all = twf_workbench_dup_count (subject->workbench, prospect->n_open);
  g_autofree char *now = twf_workbench_dup_count (subject->workbench, prospect->n_open_now);
  /* Translators: numbers of proposals: here, in the plan, in the plan now. */
  g_autofree char *line = g_strdup_printf (
      _ ("Proposals still open: %s here, %s in the plan (now %s)"), here, all, now);

  append_line (box, line);
}

static void
append_hindrance (GtkBox *box, const Subject *subject, const TwfProspect *prospect)
{
  const char *why
      = twf_prospect_get_hindrance (get_plan (subject), subject->pid, prospect->hindrance);
  g_autofree char *line
      = g_strdup_printf (_ ("%s: %s"), _ ("It cannot be accepted as things stand"), why);

  append_line (box, line);
}

static GtkWidget *
make_lines (const Subject *subject)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  g_autoptr (TwfProspect) prospect = twf_prospect_new (get_plan (subject), subject->pid);

  for (TwfStance stance = 0; stance < TWF_N_STANCES; stance++)
    append_stance (box, subject, prospect->stances, stance);
  if (prospect->hindrance != NULL)
    append_hindrance (box, subject, prospect);
  else
    {
      append_others (box, subject, prospect);
      append_reopened (box, subject, prospect);
      append_open (box, subject, prospect);
    }
  gtk_widget_add_css_class (GTK_WIDGET (box), "prospect");
  return GTK_WIDGET (box);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer user_data)
{
  Subject *subject = user_data;

  if (gtk_expander_get_expanded (expander))
    {
      g_hash_table_add (subject->unfolded, g_strdup (subject->pid));
      gtk_expander_set_child (expander, make_lines (subject));
    }
  else
    {
      g_hash_table_remove (subject->unfolded, subject->pid);
      gtk_expander_set_child (expander, NULL);
    }
}

/**
 * twf_prospect_view_new:
 * @workbench: the open plan
 * @provision: (nullable): what @proposal is about; %NULL: the plan itself
 * @proposal: a proposal on the table
 * @about: what tells it from others, for screen readers
 * @unfolded: (element-type utf8 utf8): a set of ids of proposals: those of which this is shown; it
 *   is kept up to date
 *
 * Returns: (transfer floating): what can be unfolded
 */
GtkWidget *
twf_prospect_view_new (TwfWorkbench *workbench,
                       TwfProvision *provision,
                       TwfProposal *proposal,
                       const char *about,
                       GHashTable *unfolded)
{
  GtkWidget *expander = gtk_expander_new (_ ("If It Is Accepted"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ ("If It Is Accepted"), about);
  Subject *subject = g_new0 (Subject, 1);

  subject->workbench = g_object_ref (workbench);
  g_set_object (&subject->provision, provision);
  subject->pid = g_strdup (twf_proposal_get_id (proposal));
  subject->unfolded = g_hash_table_ref (unfolded);
  gtk_widget_set_margin_top (expander, 6);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (
      expander, "notify::expanded", G_CALLBACK (expanded_cb), subject, subject_free, 0);
  if (g_hash_table_contains (unfolded, subject->pid))
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  return expander;
}
