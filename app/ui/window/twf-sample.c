/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sample.h"

#include "twf-apply.h"

#include <glib/gi18n.h>

#define SAMPLE "/org/tawafuq/Tawafuq/sample.json"

static TwfPlan *
create_plan (GError **error)
{
  static const char *const languages[] = { "ar", "en", NULL };
  g_autoptr (GBytes) json = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (TwfPlan) plan = NULL;
  gconstpointer data;
  gsize length;

  if (json == NULL)
    return NULL;
  data = g_bytes_get_data (json, &length);
  plan = twf_plan_new_from_template ("blank", languages, NULL, error);
  if (plan == NULL || !twf_apply_json (plan, data, length, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static void
make_folder (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_task_return_int (task, g_mkdir_with_parents (path, 0700));
}

static void
folder_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfWindow *window = TWF_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = create_plan (&error);
  g_autofree char *path
      = g_build_filename (g_task_get_task_data (G_TASK (result)), "sample.twf", NULL);

  /* Where the folder could not be made, storing the plan says so. */
  g_task_propagate_int (G_TASK (result), NULL);
  if (plan == NULL)
    twf_window_report (window, error, _ ("Sample plan"));
  else
    twf_window_open_or_create (window, path, plan, _ ("Sample plan"));
}

/**
 * twf_sample_open:
 * @window: a window without a plan
 *
 * Opens the sample plan, which is kept among the person's data; made at the first time.
 */
void
twf_sample_open (TwfWindow *window)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TWF_IS_WINDOW (window));

  task = g_task_new (window, NULL, folder_made_cb, NULL);
  g_task_set_source_tag (task, twf_sample_open);
  g_task_set_task_data (task, g_build_filename (g_get_user_data_dir (), "tawafuq", NULL), g_free);
  g_task_run_in_thread (task, make_folder);
}
