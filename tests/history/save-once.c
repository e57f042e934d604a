/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-repository.h"

#include "twf-error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A process that others kill, starve and race. Each mode prints what it was told was done:
 *   save PATH FILE TEXT       "SAVED id", or "REFUSED code message" and status 1
 *   many PATH FILE COUNT      so many saves one after another, each on the tip it saw before the
 *                             last save: "saved N changed N"
 *   repack PATH               "REPACKED" */

/* A system call that tracing recognises: before it, the process only started. */
#define MARK "/tawafuq-begins-here"

static char *
save (TwfRepository *repository,
      const char *parent,
      const char *file,
      const char *text,
      GError **error)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  TwfCommitInfo info = {
    .name = "Egypt",
    .email = "eg@example.org",
    .when = 1280448000,
    .message = text,
  };

  twf_change_set_put (changes, file, bytes);
  return twf_repository_commit (repository, TWF_BRANCH_MAIN, parent, changes, &info, error);
}

static int
refuse (GError *error)
{
  printf ("REFUSED %d %s\n", error->code, error->message);
  return 1;
}

static int
save_one (TwfRepository *repository, const char *file, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tip = twf_repository_resolve (repository, TWF_BRANCH_MAIN, NULL);
  g_autofree char *id = save (repository, tip, file, text, &error);

  if (id == NULL)
    return refuse (error);
  printf ("SAVED %s\n", id);
  return 0;
}

static int
save_many (TwfRepository *repository, const char *file, int count)
{
  g_autofree char *tip = twf_repository_resolve (repository, TWF_BRANCH_MAIN, NULL);
  int saved = 0, changed = 0;

  while (saved < count)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("%d of %d\n", saved, getpid ());
      char *id = save (repository, tip, file, text, &error);

      if (id == NULL && !g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED))
        return refuse (error);
      g_free (tip);
      if (id != NULL)
        saved++;
      else
        changed++;
      tip = id != NULL ? id : twf_repository_resolve (repository, TWF_BRANCH_MAIN, NULL);
    }
  printf ("saved %d changed %d\n", saved, changed);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (TwfRepository) repository = NULL;
  g_autoptr (GError) error = NULL;
  const char *mode = argc > 2 ? argv[1] : "";

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (access (MARK, F_OK) == 0)
    return 2;
  repository = argc > 2 ? twf_repository_open (argv[2], &error) : NULL;
  if (repository == NULL)
    return error != NULL ? refuse (error) : 2;
  if (strcmp (mode, "save") == 0 && argc == 5)
    return save_one (repository, argv[3], argv[4]);
  if (strcmp (mode, "many") == 0 && argc == 5)
    return save_many (repository, argv[3], atoi (argv[4]));
  if (strcmp (mode, "repack") != 0)
    return 2;
  if (!twf_repository_repack (repository, NULL, NULL, NULL, &error))
    return refuse (error);
  printf ("REPACKED\n");
  return 0;
}
