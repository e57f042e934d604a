/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */

/* What git and ssh ask for a password: hands the question to the program that started them, over
 * the socket named in the environment, and prints what comes back. It knows nothing itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define MOST_BYTES 4096

static int
reach (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd;

  if (path == NULL || strlen (path) >= sizeof address.sun_path)
    return -1;
  memcpy (address.sun_path, path, strlen (path));
  fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0 && connect (fd, (struct sockaddr *)&address, sizeof address) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static int
say (int fd, const char *words)
{
  size_t length = strlen (words);

  while (length > 0)
    {
      ssize_t n = write (fd, words, length);

      if (n <= 0)
        return 0;
      words += n;
      length -= (size_t)n;
    }
  return 1;
}

int
main (int argc, char **argv)
{
  const char *manner = getenv ("SSH_ASKPASS_PROMPT");
  char answer[MOST_BYTES];
  size_t length = 0;
  ssize_t n = 1;
  int fd = reach (getenv ("TAWAFUQ_ASKING"));

  if (fd < 0 || argc < 2)
    return 1;
  if (!say (fd, manner != NULL ? manner : "") || !say (fd, "\n") || !say (fd, argv[1])
      || shutdown (fd, SHUT_WR) != 0)
    return 1;
  while (n > 0 && length < sizeof answer)
    {
      n = read (fd, answer + length, sizeof answer - length);
      length += n > 0 ? (size_t)n : 0;
    }
  /* "+" and the answer, or nothing at all. */
  if (length == 0 || answer[0] != '+')
    return 1;
  return fwrite (answer + 1, 1, length - 1, stdout) == length - 1 && puts ("") >= 0 ? 0 : 1;
}
