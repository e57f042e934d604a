/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-branches.h"

#include "twf-interface.h"
#include "twf-words.h"

/* Of the model: TwfDeskBranch in step with it after its first row, which is the branch the plan
 * stands on. */
#define BRANCHES "branches"

typedef struct
{
  GtkDropDown *list;
  TwfWorkbench *workbench;
} Filling;

static void
free_filling (Filling *self)
{
  g_object_unref (self->list);
  g_object_unref (self->workbench);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filling, free_filling)

static const TwfDeskBranch *
get_chosen (GtkDropDown *list)
{
  GListModel *model = gtk_drop_down_get_model (list);
  GPtrArray *branches = model != NULL ? g_object_get_data (G_OBJECT (model), BRANCHES) : NULL;
  guint selected = gtk_drop_down_get_selected (list);

  return branches != NULL && selected > 0 && selected <= branches->len
             ? g_ptr_array_index (branches, selected - 1)
             : NULL;
}

static void
append (GtkStringList *names, TwfWorkbench *workbench, const char *branch)
{
  g_autofree char *name = twf_words_dup_branch (workbench, branch);
  g_autofree char *line = twf_interface_dup_line (name);

  gtk_string_list_append (names, line);
}

static void
branches_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filling) filling = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) branches
      = twf_desk_list_branches_finish (TWF_DESK (source), result, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const TwfDeskBranch *chosen = get_chosen (filling->list);
  guint selected = 0;

  if (branches == NULL)
    {
      twf_workbench_report (filling->workbench, error);
      return;
    }
  append (names, filling->workbench, twf_desk_get_branch (TWF_DESK (source)));
  for (guint i = 0; i < branches->len; i++)
    {
      const TwfDeskBranch *branch = g_ptr_array_index (branches, i);

      append (names, filling->workbench, branch->name);
      if (chosen != NULL && g_str_equal (branch->name, chosen->name))
        selected = i + 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (filling->list), branches->len > 0);
  g_object_set_data_full (
      G_OBJECT (names), BRANCHES, g_steal_pointer (&branches), (GDestroyNotify)g_ptr_array_unref);
  /* Told once, when it is all there: nothing else is chosen meanwhile. */
  g_object_freeze_notify (G_OBJECT (filling->list));
  gtk_drop_down_set_model (filling->list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (filling->list, selected);
  g_object_thaw_notify (G_OBJECT (filling->list));
}

/**
 * twf_history_branches_fill:
 * @list: where a branch is chosen
 * @workbench: the open plan
 *
 * Lists the branches that there are now. The chosen one stays so if it is still there; where there
 * is none but the plan's own, the list is hidden.
 */
void
twf_history_branches_fill (GtkDropDown *list, TwfWorkbench *workbench)
{
  TwfDesk *desk = twf_workbench_get_desk (workbench);
  Filling *filling;

  g_return_if_fail (GTK_IS_DROP_DOWN (list));

  if (desk == NULL)
    return;
  filling = g_new0 (Filling, 1);
  filling->list = g_object_ref (list);
  filling->workbench = g_object_ref (workbench);
  twf_desk_list_branches_async (desk, NULL, branches_listed_cb, filling);
}

/**
 * twf_history_branches_get_tip:
 * @list: where a branch is chosen
 *
 * Returns: (nullable): full id of the newest revision of the chosen branch; %NULL: it is the one
 *   the plan stands on
 */
const char *
twf_history_branches_get_tip (GtkDropDown *list)
{
  const TwfDeskBranch *chosen = get_chosen (list);

  return chosen != NULL ? twf_revision_get_id (chosen->newest) : NULL;
}
