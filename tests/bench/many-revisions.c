/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* many-revisions PLAN COUNT FILE...: saves COUNT revisions, each with one of FILEs changed, and
 * repacks whenever the history asks for it, as an open plan does. */
#include "twf-repository.h"

#include <stdio.h>
#include <stdlib.h>

static char *
save_one (TwfRepository *repository, guint number, const char *path, const char *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *text
      = g_strdup_printf ("The parties meet for the %uth time and take note of it.\n", number);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  TwfCommitInfo info = {
    .name = "Bench",
    .email = "bench@example.org",
    .when = 1700000000 + number,
    .message = "One paragraph changed",
  };
  char *id;

  twf_change_set_put (changes, path, bytes);
  id = twf_repository_commit (repository, TWF_BRANCH_MAIN, parent, changes, &info, &error);
  if (id == NULL
      || (twf_repository_needs_repack (repository)
          && !twf_repository_repack (repository, NULL, NULL, NULL, &error)))
    g_error ("revision %u: %s", number, error->message);
  return id;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRepository) repository = NULL;
  g_autofree char *tip = NULL;
  guint count;

  if (argc < 4)
    return 2;
  repository = twf_repository_open (argv[1], &error);
  if (repository != NULL)
    tip = twf_repository_resolve (repository, TWF_BRANCH_MAIN, &error);
  if (tip == NULL)
    g_error ("%s", error->message);
  count = (guint)atoi (argv[2]);
  for (guint number = 0; number < count; number++)
    {
      const char *path = argv[3 + number % (guint)(argc - 3)];
      g_autofree char *parent = g_steal_pointer (&tip);

      tip = save_one (repository, number, path, parent);
    }
  return 0;
}
