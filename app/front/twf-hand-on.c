/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-hand-on.h"

#include "twf-command.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define PROGRAM "twf-plan"

/**
 * twf_hand_on:
 * @argv: the words of the command line; ends with %NULL
 *
 * Goes on as the program of the plans: the one beside this one, where both are built, else the
 * installed one. Where that works it does not come back.
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_hand_on (char **argv)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own != NULL ? own : "");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);

  /* GLib before 2.76 keeps what was freed for pieces of the same size alone: a tenth of what a
   * large merge has at its peak. It asks before main() begins whether to. */
  g_setenv ("G_SLICE", "always-malloc", FALSE);
  if (own != NULL)
    execv (beside, argv);
  execv (LIBEXECDIR "/tawafuq/" PROGRAM, argv);
  /* A fault of the installation, told as the loader tells that a library is missing. */
  fprintf (stderr, "twf: %s: %s\n", LIBEXECDIR "/tawafuq/" PROGRAM, g_strerror (errno));
  return TWF_EXIT_REFUSED;
}
