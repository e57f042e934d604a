/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-error.h"

#define WATER "تنمية الموارد المائية بالتعاون بين الدول"

typedef struct
{
  guint told;
  double newest;
  gboolean ended;
} Told;

static void
hear_fraction (double fraction, gpointer user_data)
{
  Told *told = user_data;

  g_assert_false (told->ended);
  g_assert_cmpfloat (fraction, >=, told->newest);
  g_assert_cmpfloat (fraction, <=, 1);
  told->newest = fraction;
  told->told++;
}

static void
end_hearing (gpointer user_data)
{
  Told *told = user_data;

  told->ended = TRUE;
}

/* Opening says how far it is, in growing fractions, and lets go of who listens. */
static void
test_opening_tells_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *revision = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Told told = { 0 };
  double progress = 0;

  for (guint i = 0; i < 30; i++)
    g_free (add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER));
  revision = save (desk, "Objectives", FALSE, NULL);
  close_desk (desk);
  twf_desk_open_showing_async (
      fixture->path, NULL, NULL, hear_fraction, &told, end_hearing, NULL, store_result_cb, &result);
  desk = twf_desk_open_finish (await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told.told, >, 0);
  g_object_get (desk, "progress", &progress, NULL);
  g_assert_cmpfloat (progress, ==, -1);
  close_desk (desk);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_true (told.ended);
}

static void
test_creates_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "plan", NULL);
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_no_error (error);
  close_desk (desk);
  g_assert_null (create_desk (fixture->path, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (create_desk (nowhere, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);

  dir = g_dir_open (fixture->folder, 0, NULL);
  name = g_dir_read_name (dir);
  g_assert_cmpstr (name, ==, "خطة.plan");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_refuses_what_is_no_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_desk (fixture->path, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_null (open_desk (fixture->path, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

static void
test_cancels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autofree char *id = NULL;
  g_autofree char *revision = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  twf_desk_open_async (fixture->path, NULL, NULL, cancellable, store_result_cb, &opened);
  g_assert_null (twf_desk_open_finish (await (&opened), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  revision = g_strdup (twf_desk_get_revision (desk));
  twf_desk_save_async (desk, "Cancelled", FALSE, cancellable, store_result_cb, &saved);
  g_assert_null (twf_desk_save_finish (desk, await (&saved), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, revision);
  close_desk (desk);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  ADD ("/desk/opening/opening-tells-how-far-it-is", test_opening_tells_how_far_it_is);
  ADD ("/desk/opening/creates-whole-or-not-at-all", test_creates_whole_or_not_at_all);
  ADD ("/desk/opening/refuses-what-is-no-plan", test_refuses_what_is_no_plan);
  ADD ("/desk/opening/cancels", test_cancels);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
