/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-lost-page-private.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* libgit2 reads packs through mappings. Where such a file is cut short meanwhile, or its disk is
 * gone, the system ends the process that looks. All of this runs within a signal: it calls what may
 * be called there, and nothing else. */

/* One line of /proc/self/maps: "start-end perms ...". */
typedef struct
{
  uintptr_t start;
  uintptr_t end;
  uintptr_t number; /* that is being read */
  char mode[4];
  guint field; /* 0: start, 1: end, 2: mode, 3: the rest */
  guint n_mode;
} Line;

static uintptr_t
get_digit (char sign)
{
  return (uintptr_t)(sign <= '9' ? sign - '0' : sign - 'a' + 10);
}

/* Takes one sign more. Returns: whether a line ended that says where @address is. */
static gboolean
take (Line *line, char sign, uintptr_t address)
{
  if (sign == '\n')
    {
      gboolean found = address >= line->start && address < line->end;

      if (!found)
        memset (line, 0, sizeof *line);
      return found;
    }
  if (line->field == 0 && sign == '-')
    {
      line->start = line->number;
      line->number = 0;
      line->field = 1;
    }
  else if (line->field == 1 && sign == ' ')
    {
      line->end = line->number;
      line->field = 2;
    }
  else if (line->field < 2)
    line->number = line->number * 16 + get_digit (sign);
  else if (line->field == 2 && line->n_mode < sizeof line->mode)
    line->mode[line->n_mode++] = sign;
  return FALSE;
}

/* Whether @address lies in a mapping that is only read: what somebody writes must never go nowhere.
 */
static gboolean
is_only_read (uintptr_t address)
{
  Line line = { 0 };
  char bytes[512];
  gboolean found = FALSE;
  gssize n;
  int fd = open ("/proc/self/maps", O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return FALSE;
  while (!found && (n = read (fd, bytes, sizeof bytes)) > 0)
    for (gssize i = 0; !found && i < n; i++)
      found = take (&line, bytes[i], address);
  close (fd);
  return found && line.mode[0] == 'r' && line.mode[1] == '-' && line.mode[2] == '-';
}

/* What is not there reads as zeros, which no object of git's is: it is told as damage. */
static void
lost (int number, siginfo_t *info, void *context)
{
  uintptr_t size = (uintptr_t)sysconf (_SC_PAGESIZE);
  uintptr_t page = (uintptr_t)info->si_addr & ~(size - 1);

  if (info->si_code == BUS_ADRERR && is_only_read (page)
      && mmap ((void *)page, size, PROT_READ, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
             != MAP_FAILED)
    return;
  signal (SIGBUS, SIG_DFL);
}

/*
 * twf_survive_lost_pages:
 *
 * From here on a mapping from which something is read that is not there any more does not end the
 * process. Who waits for that signal already, as debugging tools do, goes on waiting for it.
 */
void
twf_survive_lost_pages (void)
{
  struct sigaction action = { .sa_sigaction = lost, .sa_flags = SA_SIGINFO | SA_RESTART };
  struct sigaction former;

  if (sigaction (SIGBUS, NULL, &former) != 0 || (former.sa_flags & SA_SIGINFO) != 0
      || former.sa_handler != SIG_DFL)
    return;
  sigemptyset (&action.sa_mask);
  sigaction (SIGBUS, &action, NULL);
}
