/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-command.h"

#include "twf-hand-on.h"

#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

static const TwfCommand *const commands[] = {
  &twf_command_merge_text,
  &twf_command_diff_text,
  NULL,
};

static const TwfProgram program = { .commands = commands };

enum
{
  MEMORY_AT_ONCE = 1024 * 1024,
};

/* Nothing is given back to the system before the end, which comes in milliseconds: what is freed is
 * used again, and costs no second page fault. */
static void
keep_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_TOP_PAD, MEMORY_AT_ONCE);
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  mallopt (M_MMAP_THRESHOLD, 16 * MEMORY_AT_ONCE);
#endif
}

/* Reading the options takes them out of the words, and what is handed on is all of them. It ends
 * without the libraries' own clean-up, which is memory that goes anyway. */
int
main (int argc, char *argv[])
{
  g_autofree char **words = g_memdup2 (argv, ((gsize)argc + 1) * sizeof *argv);
  int status;

  keep_memory ();
  status = twf_program_run (&program, argc, words);

  if (status == TWF_EXIT_ELSEWHERE)
    status = twf_hand_on (argv);
  fflush (NULL);
  _exit (status);
}
