/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-changes-view.h"

#include "twf-bidi.h"
#include "twf-interface.h"
#include "twf-template.h"
#include "twf-tracked-text.h"
#include "twf-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nobody reads more at once, and laying out more holds the window up: the rest is counted. */
#define MOST_CHANGES 500

struct _TwfChangesView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *scroller;
  GtkTextView *view;

  /* Owned. */
  TwfTrackedText *text;
  TwfWorkbench *workbench; /* nullable: of what is shown */
  GCancellable *comparing; /* nullable: the comparison under way */
};

G_DEFINE_FINAL_TYPE (TwfChangesView, twf_changes_view, GTK_TYPE_WIDGET)

/* The view decides a paragraph's direction by its first strong character: the language's mark is
 * it. */
static const char *
mark_for (const char *language)
{
  return twf_language_get_direction (language) == TWF_DIRECTION_RTL ? TWF_RLM : TWF_LRM;
}

static char *
name_place (TwfWorkbench *workbench, const TwfChange *change)
{
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  g_autofree char *interface = twf_interface_dup_language ();
  const char *section = twf_section_get_title (change->section, interface);
  TwfProvision *provision;
  g_autofree char *label = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *isolated = NULL;

  if (change->delegation != NULL)
    {
      isolated = twf_words_dup_delegation (workbench, change->delegation);
      return g_strdup_printf (_ ("Delegation %s"), isolated);
    }
  if (change->id == NULL)
    return g_strdup (_ ("The plan itself"));
  provision = twf_plan_get_provision (plan, change->id);
  if (provision == NULL)
    return g_strdup (section);
  /* The label begins with a number, which has no direction: the text's language gives it. */
  label = twf_workbench_dup_label (workbench, provision);
  marked = g_strconcat (mark_for (twf_workbench_get_language (workbench)), label, NULL);
  isolated = twf_text_isolate (marked);
  return g_strdup_printf ("%s – %s", section, isolated);
}

/* What a proposal asks for, or which of its texts changed. */
static char *
name_asked (const TwfChange *change, const char *language)
{
  if (change->language != NULL)
    return g_strdup (language);
  switch (change->asks)
    {
    case TWF_PROPOSAL_DELETE:
      return g_strdup (_ ("to delete"));
    case TWF_PROPOSAL_MOVE:
      return g_strdup (_ ("to move"));
    case TWF_PROPOSAL_INSERT:
      return g_strdup (_ ("to insert"));
    case TWF_PROPOSAL_REPLACE:
    default:
      return g_strdup (change->field != NULL ? change->field : _ ("to replace"));
    }
}

static const char *
name_field_of_proposal (const char *field)
{
  if (strcmp (field, TWF_PROPOSAL_FIELD_STATE) == 0)
    return _ ("state");
  if (strcmp (field, TWF_PROPOSAL_FIELD_POSITION) == 0)
    return _ ("positions");
  if (strcmp (field, TWF_PROPOSAL_FIELD_OWNER) == 0)
    return _ ("owners");
  if (strcmp (field, TWF_PROPOSAL_FIELD_REASON) == 0)
    return _ ("reason");
  return field;
}

/* A proposal or a remark. */
static char *
name_discussion (const TwfChange *change, const char *language)
{
  g_autofree char *who
      = twf_text_isolate (change->who != NULL ? change->who : _ ("the facilitator"));
  g_autofree char *asked = name_asked (change, language);

  switch (change->kind)
    {
    case TWF_CHANGE_PROPOSAL_ADDED:
      return g_strdup_printf (_ ("New proposal of %s (%s)"), who, asked);
    case TWF_CHANGE_PROPOSAL_REMOVED:
      return g_strdup_printf (_ ("Proposal of %s is gone (%s)"), who, asked);
    case TWF_CHANGE_PROPOSAL:
      return g_strdup_printf (_ ("Proposal of %s: %s"),
                              who,
                              change->field != NULL ? name_field_of_proposal (change->field)
                                                    : asked);
    case TWF_CHANGE_REMARK_ADDED:
      return g_strdup_printf (_ ("Remark of %s"), who);
    default:
      return g_strdup_printf (_ ("Remark of %s is gone"), who);
    }
}

/**
 * twf_changes_view_dup_name:
 * @change: a fact
 *
 * Returns: (transfer full): what kind it is and of which text or field, in the interface's language
 */
char *
twf_changes_view_dup_name (const TwfChange *change)
{
  g_autofree char *language = change->language != NULL
                                  ? twf_interface_dup_language_name (change->language)
                                  : g_strdup ("");

  switch (change->kind)
    {
    case TWF_CHANGE_ADDED:
      return g_strdup_printf (_ ("Added (%s)"), language);
    case TWF_CHANGE_REMOVED:
      return g_strdup_printf (_ ("Removed (%s)"), language);
    case TWF_CHANGE_MOVED:
      return g_strdup (_ ("Moved"));
    case TWF_CHANGE_TEXT:
      return twf_words_dup_text_name (change->part, change->language);
    case TWF_CHANGE_FIELD:
      return g_strdup (twf_words_get_field (change->field));
    default:
      return name_discussion (change, language);
    }
}

/* States are stored as words of their own. */
static const char *
name_state (const char *state)
{
  static const char *const names[]
      = { N_ ("open"), N_ ("parked"), N_ ("withdrawn"), N_ ("accepted"), N_ ("rejected") };
  TwfProposalState found;

  return twf_proposal_state_from_name (state, &found) ? _ (names[found]) : state;
}

/**
 * twf_changes_view_list_runs:
 * @workbench: the open plan, by which ids are shown as what they stand for
 * @change: a fact
 *
 * Returns: (transfer full) (element-type TwfRun): its words, or its values; empty where it has none
 */
GPtrArray *
twf_changes_view_list_runs (TwfWorkbench *workbench, const TwfChange *change)
{
  gboolean is_state;

  if (change->field == NULL)
    return twf_change_dup_runs (change);
  is_state = change->kind == TWF_CHANGE_PROPOSAL
             && strcmp (change->field, TWF_PROPOSAL_FIELD_STATE) == 0;
  return twf_words_list_value_runs (workbench,
                                    change->field,
                                    is_state ? name_state (change->old_value) : change->old_value,
                                    is_state ? name_state (change->new_value) : change->new_value);
}

static void
append_change (TwfChangesView *self, TwfWorkbench *workbench, const TwfChange *change)
{
  g_autofree char *name = twf_changes_view_dup_name (change);
  g_autofree char *line = twf_interface_dup_line (name);

  twf_tracked_text_append (self->text, line, TWF_TRACKED_QUIET);
  twf_tracked_text_append (self->text, "\n", TWF_TRACKED_PLAIN);
  if (change->field != NULL || twf_change_has_words (change))
    {
      g_autofree char *interface = twf_interface_dup_language ();
      g_autoptr (GPtrArray) runs = twf_changes_view_list_runs (workbench, change);

      twf_tracked_text_append_runs (
          self->text, runs, change->field != NULL ? interface : change->language);
    }
}

static gboolean
is_same_place (const TwfChange *one, const TwfChange *other)
{
  return g_strcmp0 (one->id, other->id) == 0 && g_strcmp0 (one->delegation, other->delegation) == 0;
}

static void
stop (TwfChangesView *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->workbench);
}

static void
twf_changes_view_dispose (GObject *object)
{
  TwfChangesView *self = TWF_CHANGES_VIEW (object);

  stop (self);
  g_clear_object (&self->text);
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_CHANGES_VIEW);
  G_OBJECT_CLASS (twf_changes_view_parent_class)->dispose (object);
}

static void
twf_changes_view_class_init (TwfChangesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_changes_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-changes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfChangesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TwfChangesView, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
twf_changes_view_init (TwfChangesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = twf_tracked_text_new (gtk_text_view_get_buffer (self->view));
}

/**
 * twf_changes_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
twf_changes_view_new (void)
{
  return g_object_new (TWF_TYPE_CHANGES_VIEW, NULL);
}

/**
 * twf_changes_view_clear:
 * @self: the view
 *
 * Empties the page, and gives up what is being read for it.
 */
void
twf_changes_view_clear (TwfChangesView *self)
{
  g_return_if_fail (TWF_IS_CHANGES_VIEW (self));

  stop (self);
  if (self->text != NULL)
    twf_tracked_text_clear (self->text);
}

/* From the top; those of one provision stand together. */
static void
show_changes (TwfChangesView *self, GPtrArray *changes)
{
  GtkTextIter start;

  for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
    {
      const TwfChange *change = g_ptr_array_index (changes, i);

      if (i == 0 || !is_same_place (g_ptr_array_index (changes, i - 1), change))
        {
          g_autofree char *name = name_place (self->workbench, change);
          g_autofree char *place = twf_interface_dup_line (name);

          twf_tracked_text_append (self->text, place, TWF_TRACKED_HEADING);
          twf_tracked_text_append (self->text, "\n", TWF_TRACKED_HEADING);
        }
      append_change (self, self->workbench, change);
    }
  if (changes->len == 0)
    twf_tracked_text_append (self->text, _ ("No text or field changed."), TWF_TRACKED_QUIET);
  else if (changes->len > MOST_CHANGES)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u further change is not shown.",
                                                         "%u further changes are not shown.",
                                                         changes->len - MOST_CHANGES),
                                               changes->len - MOST_CHANGES);

      twf_tracked_text_append (self->text, "\n", TWF_TRACKED_PLAIN);
      twf_tracked_text_append (self->text, rest, TWF_TRACKED_QUIET);
    }
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->view), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->view), &start);
  gtk_text_view_scroll_to_iter (self->view, &start, 0, FALSE, 0, 0);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfChangesView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = twf_desk_compare_finish (TWF_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbench == NULL)
    return;
  if (changes != NULL)
    show_changes (self, changes);
  else
    twf_workbench_report (self->workbench, error);
}

/**
 * twf_changes_view_show_revision:
 * @self: the view
 * @workbench: the open plan, by which ids are shown as what they stand for
 * @revision: full id of a revision
 *
 * Shows what @revision changed, as soon as that is read.
 */
void
twf_changes_view_show_revision (TwfChangesView *self, TwfWorkbench *workbench, const char *revision)
{
  g_return_if_fail (TWF_IS_CHANGES_VIEW (self));
  g_return_if_fail (TWF_IS_WORKBENCH (workbench) && revision != NULL);

  twf_changes_view_clear (self);
  self->workbench = g_object_ref (workbench);
  self->comparing = g_cancellable_new ();
  twf_desk_compare_async (twf_workbench_get_desk (workbench),
                          NULL,
                          revision,
                          self->comparing,
                          compared_cb,
                          g_object_ref (self));
}
