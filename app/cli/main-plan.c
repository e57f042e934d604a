/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-memory.h"

#include <stdio.h>
#include <unistd.h>

/* Ends without the libraries' own clean-up: a worker that is ending gives back what libcrypto holds
 * for its thread at the same moment, and the same memory would be freed twice. All that matters is
 * on the disk by now. */
int
main (int argc, char *argv[])
{
  int status;

  twf_memory_keep ();
  status = twf_program_run (&twf_cli_program, argc, argv);
  fflush (NULL);
  _exit (status);
}
