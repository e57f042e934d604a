/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-propose-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* The commands that change the plan. */

static TwfProvision *
get_provision (TwfWindow *self, TwfWorkbench **workbench)
{
  *workbench = twf_window_get_workbench (self);
  return *workbench != NULL ? twf_workbench_get_provision (*workbench) : NULL;
}

/* What an edit of several steps is called in the list of what can be undone. */
static void
begin (TwfWorkbench *workbench, const char *label)
{
  TwfUndo *undo = twf_workbench_get_undo (workbench);

  if (undo != NULL)
    twf_undo_begin (undo, label);
}

static void
end (TwfWorkbench *workbench)
{
  TwfUndo *undo = twf_workbench_get_undo (workbench);

  if (undo != NULL)
    twf_undo_end (undo);
}

static void
finish (TwfWindow *self, gboolean done, const GError *error)
{
  if (!done && error != NULL)
    twf_window_report (self, error, NULL);
  twf_window_update_actions (self);
}

static void
add (TwfWindow *self, TwfSection section, const char *parent, const char *after)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  begin (workbench, _ ("Add"));
  id = twf_plan_add (twf_workbench_get_plan (workbench),
                     section,
                     parent,
                     after,
                     twf_workbench_get_owner (workbench),
                     &error);
  end (workbench);
  finish (self, id != NULL, error);
  if (id == NULL)
    return;
  twf_workbench_set_place (workbench, id);
  twf_workspace_show_page (twf_window_get_workspace (self), "draft");
  twf_workspace_show_content (twf_window_get_workspace (self), TRUE);
}

static char *
dup_last (TwfPlan *plan, TwfSection section, const char *parent)
{
  GListModel *children = twf_plan_list_children (plan, section, parent);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;
  g_autoptr (TwfProvision) last = n > 0 ? g_list_model_get_item (children, n - 1) : NULL;

  return last != NULL ? g_strdup (twf_provision_get_id (last)) : NULL;
}

/* At the end of a section; beside the chosen provision where that is in the section. */
static void
add_provision_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (self, &workbench);
  TwfSection section;

  if (!twf_section_from_name (g_variant_get_string (parameter, NULL), &section))
    return;
  if (chosen != NULL && twf_provision_get_section (chosen) == section)
    {
      g_autofree char *after = g_strdup (twf_provision_get_id (chosen));
      g_autofree char *parent = g_strdup (twf_provision_get_parent (chosen));
      add (self, section, parent, after);
    }
  else
    {
      g_autofree char *after = dup_last (twf_workbench_get_plan (workbench), section, NULL);
      add (self, section, NULL, after);
    }
}

static void
add_after_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (TWF_WINDOW (user_data), &workbench);
  g_autofree char *after = chosen != NULL ? g_strdup (twf_provision_get_id (chosen)) : NULL;
  g_autofree char *parent = chosen != NULL ? g_strdup (twf_provision_get_parent (chosen)) : NULL;

  if (chosen != NULL)
    add (TWF_WINDOW (user_data), twf_provision_get_section (chosen), parent, after);
}

static void
add_under_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (TWF_WINDOW (user_data), &workbench);
  g_autofree char *parent = chosen != NULL ? g_strdup (twf_provision_get_id (chosen)) : NULL;
  g_autofree char *after = NULL;

  if (chosen == NULL)
    return;
  after = dup_last (twf_workbench_get_plan (workbench), twf_provision_get_section (chosen), parent);
  add (TWF_WINDOW (user_data), twf_provision_get_section (chosen), parent, after);
}

/* Where one is after a provision is gone: at the next one beside it, else the one before, else
 * what it stood under. */
static char *
dup_place_after (TwfPlan *plan, TwfProvision *provision)
{
  TwfSection section = twf_provision_get_section (provision);
  const char *parent = twf_provision_get_parent (provision);
  GListModel *siblings = twf_plan_list_children (plan, section, parent);
  guint n = siblings != NULL ? g_list_model_get_n_items (siblings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (sibling == provision && n > 1)
        {
          g_autoptr (TwfProvision) next
              = g_list_model_get_item (siblings, i + 1 < n ? i + 1 : i - 1);
          return g_strdup (twf_provision_get_id (next));
        }
    }
  if (parent != NULL && *parent != '\0')
    return g_strdup (parent);
  return g_strconcat (TWF_PLACE_SECTION, twf_section_get_name (section), NULL);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (self, &workbench);
  g_autoptr (GError) error = NULL;
  g_autofree char *next = NULL;
  g_autofree char *id = NULL;
  gboolean done;

  if (chosen == NULL)
    return;
  id = g_strdup (twf_provision_get_id (chosen));
  next = dup_place_after (twf_workbench_get_plan (workbench), chosen);
  twf_workbench_set_place (workbench, next);
  begin (workbench, _ ("Remove"));
  done = twf_plan_remove (twf_workbench_get_plan (workbench), id, &error);
  end (workbench);
  if (done)
    twf_window_notice (self, _ ("Provision removed"), TRUE);
  else
    twf_workbench_set_place (workbench, id);
  finish (self, done, error);
}

static void
move_by (TwfWindow *self, int steps)
{
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (self, &workbench);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (chosen == NULL)
    return;
  begin (workbench, _ ("Move"));
  done = twf_plan_move_by (twf_workbench_get_plan (workbench),
                           twf_provision_get_id (chosen),
                           steps,
                           twf_workbench_get_owner (workbench),
                           &error);
  end (workbench);
  finish (self, done, error);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_by (TWF_WINDOW (user_data), -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_by (TWF_WINDOW (user_data), 1);
}

typedef gboolean (*Shift) (TwfPlan *plan, const char *id, const char *owner, GError **error);

static void
shift (TwfWindow *self, Shift how, const char *label)
{
  TwfWorkbench *workbench;
  TwfProvision *chosen = get_provision (self, &workbench);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (chosen == NULL)
    return;
  begin (workbench, label);
  done = how (twf_workbench_get_plan (workbench),
              twf_provision_get_id (chosen),
              twf_workbench_get_owner (workbench),
              &error);
  end (workbench);
  finish (self, done, error);
}

static void
indent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  shift (TWF_WINDOW (user_data), twf_plan_indent, _ ("Indent"));
}

static void
outdent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  shift (TWF_WINDOW (user_data), twf_plan_outdent, _ ("Outdent"));
}

/* The id of what stands before @reference beside it; TWF_PLAN_FIRST where it is the first. */
static char *
dup_before (TwfPlan *plan, TwfProvision *reference)
{
  GListModel *siblings = twf_plan_list_children (
      plan, twf_provision_get_section (reference), twf_provision_get_parent (reference));
  g_autofree char *before = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (sibling == reference)
        break;
      g_free (before);
      before = g_strdup (twf_provision_get_id (sibling));
    }
  return before != NULL ? g_steal_pointer (&before) : g_strdup (TWF_PLAN_FIRST);
}

/* (id, reference, where): puts provision id before, into or after the reference, which is a
 * provision or a section. */
static void
place_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  const char *id, *name, *where, *parent = NULL;
  TwfProvision *reference;
  TwfSection section;
  gboolean done;

  g_variant_get (parameter, "(&s&s&s)", &id, &name, &where);
  reference = twf_plan_get_provision (plan, name);
  if (twf_plan_get_provision (plan, id) == NULL || g_str_equal (id, name))
    return;
  if (reference == NULL)
    {
      if (!g_str_has_prefix (name, TWF_PLACE_SECTION)
          || !twf_section_from_name (name + strlen (TWF_PLACE_SECTION), &section))
        return;
      after = g_strdup (TWF_PLAN_FIRST);
    }
  else
    {
      section = twf_provision_get_section (reference);
      parent = g_str_equal (where, "into") ? name : twf_provision_get_parent (reference);
      if (g_str_equal (where, "after"))
        after = g_strdup (name);
      else if (g_str_equal (where, "before"))
        after = dup_before (plan, reference);
    }
  if (g_strcmp0 (after, id) == 0)
    return;
  begin (workbench, _ ("Move"));
  done = twf_plan_move (
      plan, id, section, parent, after, twf_workbench_get_owner (workbench), &error);
  end (workbench);
  finish (self, done, error);
}

/* What stands in the chosen place is proposed to read otherwise, to go, or to be followed. */
static void
propose_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  g_autoptr (TwfProposeDraft) draft
      = twf_propose_draft_new (workbench, twf_workbench_get_place (workbench));

  if (draft != NULL)
    gtk_window_present (GTK_WINDOW (twf_propose_window_new (GTK_WINDOW (self), workbench, draft)));
}

/* Undo goes to where it changed something, so that a person sees what it did. */
static void
step (TwfWindow *self, char *(*how) (TwfUndo *))
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  TwfUndo *undo = workbench != NULL ? twf_workbench_get_undo (workbench) : NULL;
  g_autofree char *id = undo != NULL ? how (undo) : NULL;

  if (id != NULL && twf_plan_get_provision (twf_workbench_get_plan (workbench), id) != NULL)
    twf_workbench_set_place (workbench, id);
  twf_window_update_actions (self);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (TWF_WINDOW (user_data), twf_undo_undo);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (TWF_WINDOW (user_data), twf_undo_redo);
}

static const GActionEntry entries[] = {
  { "add-provision", add_provision_cb, "s" },
  { "add-after", add_after_cb },
  { "add-under", add_under_cb },
  { "remove", remove_cb },
  { "move-up", move_up_cb },
  { "move-down", move_down_cb },
  { "indent", indent_cb },
  { "outdent", outdent_cb },
  { "place", place_cb, "(sss)" },
  { "propose", propose_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
};

/**
 * twf_window_add_plan_actions:
 * @self: a window
 *
 * Adds the commands that change the plan.
 */
void
twf_window_add_plan_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
