/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-command.h"

#include "twf-hand-on.h"
#include "twf-memory.h"

#include <stdio.h>
#include <unistd.h>

static const TwfCommand *const commands[] = {
  &twf_command_merge_text,
  &twf_command_diff_text,
  NULL,
};

static const TwfProgram program = { .commands = commands };

/* Reading the options takes them out of the words, and what is handed on is all of them. It ends
 * without the libraries' own clean-up, which is memory that goes anyway. */
int
main (int argc, char *argv[])
{
  g_autofree char **words = g_memdup2 (argv, ((gsize)argc + 1) * sizeof *argv);
  int status;

  twf_memory_keep ();
  status = twf_program_run (&program, argc, words);

  if (status == TWF_EXIT_ELSEWHERE)
    status = twf_hand_on (argv);
  fflush (NULL);
  _exit (status);
}
