/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* save-times PLAN COUNT: opens a plan as the window does, changes one paragraph and saves, COUNT
 * times; prints the milliseconds of each save, one a line. */
#include "twf-desk.h"

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

static void
save_one (TwfDesk *desk, guint number)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  TwfProvision *provision = g_ptr_array_index (all, (number * 331) % all->len);
  g_autofree char *text = g_strdup_printf ("The paragraph as saved for the %uth time.", number);
  g_autoptr (TwfEdit) edit
      = twf_edit_new_text (twf_provision_get_id (provision), TWF_PART_BODY, "en", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;
  GAsyncResult *kept = NULL;
  gint64 start;

  if (!twf_plan_apply (plan, edit, NULL, &error))
    g_error ("%s", error->message);
  start = g_get_monotonic_time ();
  twf_desk_save_async (desk, "One paragraph changed", FALSE, NULL, keep_result, &kept);
  result = wait_for (&kept);
  revision = twf_desk_save_finish (desk, result, &error);
  if (revision == NULL)
    g_error ("%s", error->message);
  printf ("%.3f\n", (double)(g_get_monotonic_time () - start) / 1000.0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (TwfDesk) desk = NULL;
  GAsyncResult *kept = NULL;

  if (argc != 3)
    return 2;
  twf_desk_open_async (argv[1], NULL, NULL, NULL, keep_result, &kept);
  opened = wait_for (&kept);
  desk = twf_desk_open_finish (opened, &error);
  if (desk == NULL)
    g_error ("%s", error->message);
  for (guint number = 0; number < (guint)atoi (argv[2]); number++)
    save_one (desk, number);
  twf_desk_close_async (desk, keep_result, &kept);
  closed = wait_for (&kept);
  return twf_desk_close_finish (desk, closed, &error) ? 0 : 1;
}
