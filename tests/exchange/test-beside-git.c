/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "exchange-fixture.h"

#include <signal.h>
#include <string.h>

/* Somebody keeps the plan's repository tidy with git while it is open here, and contributions come
 * in and revisions are saved. */

#define RUNS 200
#define EGYPT "delegations/EG"

static const char tidying[]
    = "git init -q --bare mirror.git; while kill -0 $PPID && test ! -e enough; do for what in 'gc "
      "-q' 'repack -adq' "
      "'pack-refs --all' 'gc -q --prune=now' 'push -q --mirror ../mirror.git'; do git -C plan.twf "
      "$what "
      "2>>tidying.log && echo $what >>tidied; done; done";

static GSubprocess *
begin_tidying (Exchange *self)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", tidying, NULL);
  g_assert_no_error (error);
  return process;
}

/* What is made on each is made on it elsewhere, and sent. */
static GPtrArray *
make_contributions (Exchange *self, GPtrArray *files)
{
  GPtrArray *tips = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TwfRepository) away = copy_plan (self, "away.twf");
  const char *parent = self->base;

  for (guint i = 0; i < RUNS / 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("Every school has %u wells.", i);
      char *tip = write_text (away, EGYPT, parent, self->id, text);

      g_ptr_array_add (files, make_file (self, away, "EG", tip, parent));
      g_ptr_array_add (tips, tip);
      parent = tip;
    }
  return tips;
}

static void
test_beside_git (Exchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tips = make_contributions (self, files);
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) git = begin_tidying (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *enough = NULL;
  g_autofree char *tidied = NULL;
  g_autofree char *fsck = NULL;

  g_ptr_array_add (saved, g_strdup (self->base));
  for (guint i = 0; i < RUNS / 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("Save %u", i);
      g_autoptr (TwfReceipt) receipt = receive_one (self, files->pdata[i]);

      g_assert_cmpint (receipt->outcome, ==, TWF_RECEIPT_NEW);
      g_ptr_array_add (saved, write_text (self->plan, "main", saved->pdata[i], self->id, text));
    }
  enough = in_shell (self, "touch enough");
  g_assert_true (g_subprocess_wait (git, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < RUNS / 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("received/EG/%06u", i + 1);
      g_autofree char *tip = twf_repository_resolve (self->plan, name, &error);
      g_autofree char *older = g_strdup_printf ("main~%u", RUNS / 2 - i);
      g_autofree char *revision = twf_repository_resolve (self->plan, older, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tip, ==, tips->pdata[i]);
      g_assert_cmpstr (revision, ==, saved->pdata[i]);
    }
  fsck = in_shell (self, "git -C plan.twf fsck --full --strict --no-dangling");
  g_assert_cmpstr (fsck, ==, "");
  tidied = in_shell (self, "sort tidied | uniq -c");
  g_test_message ("beside it, git did: %s", tidied);
  /* Nothing was shown if git did nothing. */
  for (guint i = 0; i < 5; i++)
    {
      static const char *const words[] = { "gc -q\n", "repack", "pack-refs", "prune", "push" };

      g_assert_nonnull (strstr (tidied, words[i]));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  exchange_begin ();
  add_test ("/exchange/beside-git", test_beside_git);
  status = g_test_run ();
  exchange_end ();
  return status;
}
