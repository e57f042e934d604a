/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* prospect-times PLAN COUNT: opens a plan, and for COUNT of its open proposals prints two numbers,
 * a proposal a line: the milliseconds of foreseeing what would come of it, and those of the obvious
 * way, accepting it on a copy of the plan. */
#include "twf-desk.h"
#include "twf-format.h"

#include <stdio.h>
#include <stdlib.h>

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (kept);
}

static GPtrArray *
list_open (TwfPlan *plan)
{
  GPtrArray *pids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      GListModel *proposals = twf_provision_list_proposals (all->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (proposals); j++)
        {
          g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, j);

          if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
            g_ptr_array_add (pids, g_strdup (twf_proposal_get_id (proposal)));
        }
    }
  return pids;
}

static double
get_ms (gint64 since)
{
  return (double)(g_get_monotonic_time () - since) / 1000.0;
}

/* All that a look at the outcome needs: the copy, the act, and every proposal beside what it was.
 */
static void
do_on_copy (TwfPlan *plan, const char *pid)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (TwfPlan) copy = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  twf_format_write_plan (plan, files);
  copy = twf_format_read_plan (files, NULL);
  edits = twf_proposal_accept (copy, pid, NULL, TWF_WHOLE_PROPOSAL, NULL);
  if (edits != NULL)
    twf_plan_apply_all (copy, edits, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      GListModel *proposals = twf_provision_list_proposals (all->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (proposals); j++)
        {
          g_autoptr (TwfProposal) before = g_list_model_get_item (proposals, j);

          twf_sequel_find (
              before, twf_plan_get_proposal (copy, twf_proposal_get_id (before), NULL), FALSE);
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (TwfDesk) desk = NULL;
  g_autoptr (GPtrArray) pids = NULL;
  GAsyncResult *kept = NULL;
  TwfPlan *plan;

  if (argc != 3)
    return 2;
  twf_desk_open_async (argv[1], NULL, NULL, NULL, keep_result, &kept);
  opened = wait_for (&kept);
  desk = twf_desk_open_finish (opened, &error);
  if (desk == NULL)
    g_error ("%s", error->message);
  plan = twf_desk_get_plan (desk);
  pids = list_open (plan);
  for (guint i = 0; i < (guint)atoi (argv[2]) && pids->len > 0; i++)
    {
      const char *pid = pids->pdata[(i * 331) % pids->len];
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TwfProspect) prospect = twf_prospect_new (plan, pid);

      printf ("%.3f ", get_ms (start));
      start = g_get_monotonic_time ();
      do_on_copy (plan, pid);
      printf ("%.3f\n", get_ms (start));
    }
  return 0;
}
