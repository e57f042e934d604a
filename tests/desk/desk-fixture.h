/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

#include <glib/gstdio.h>

/* A folder of its own for plan and journal, and the callbacks waited for. */
typedef struct
{
  char *folder;
  char *path; /* of the plan, not made yet */
} Fixture;

G_GNUC_UNUSED static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

G_GNUC_UNUSED static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

G_GNUC_UNUSED static TwfDesk *
open_desk (const char *path, const char *identity, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_open_async (path, identity, NULL, NULL, store_result_cb, &result);
  return twf_desk_open_finish (await (&result), error);
}

G_GNUC_UNUSED static void
close_desk (TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_close_async (desk, store_result_cb, &result);
  g_assert_true (twf_desk_close_finish (desk, await (&result), NULL));
  g_object_unref (desk);
}

G_GNUC_UNUSED static char *
save (TwfDesk *desk, const char *message, gboolean over_newer, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_save_async (desk, message, over_newer, NULL, store_result_cb, &result);
  return twf_desk_save_finish (desk, await (&result), error);
}

G_GNUC_UNUSED static void
set_text (TwfDesk *desk, const char *id, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, language, text);
  g_autoptr (GError) error = NULL;

  twf_plan_apply (twf_desk_get_plan (desk), edit, NULL, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static char *
add_provision (TwfDesk *desk, TwfSection section, const char *language, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *id = twf_plan_add (twf_desk_get_plan (desk), section, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  set_text (desk, id, language, text);
  return id;
}

G_GNUC_UNUSED static const char *
get_text (TwfDesk *desk, const char *id, const char *language)
{
  TwfProvision *provision = twf_plan_get_provision (twf_desk_get_plan (desk), id);

  g_assert_nonnull (provision);
  return twf_provision_get_text (provision, TWF_PART_BODY, language);
}

G_GNUC_UNUSED static TwfDesk *
create_desk (const char *path, const char *identity, GError **error)
{
  const char *languages[] = { "ar", "en", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TwfPlan) plan
      = twf_plan_new_from_template ("un-plan", languages, "خطة عمل للمياه", error);

  g_assert_nonnull (plan);
  twf_desk_create_async (path, plan, identity, "A plan begins", NULL, store_result_cb, &result);
  return twf_desk_create_finish (await (&result), error);
}

G_GNUC_UNUSED static void
remove_folder (const char *folder)
{
  g_autofree char *quoted = g_shell_quote (folder);
  g_autofree char *command = g_strconcat ("rm -rf ", quoted, NULL);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

G_GNUC_UNUSED static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tawafuq-desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "خطة.plan", NULL);
}

G_GNUC_UNUSED static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Points the journals of this process into a folder of its own; before any thread is made. */
G_GNUC_UNUSED static char *
use_own_state (void)
{
  char *state = g_dir_make_tmp ("tawafuq-state-XXXXXX", NULL);

  g_assert_nonnull (state);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  return state;
}
