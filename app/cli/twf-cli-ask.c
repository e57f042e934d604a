/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-ask.h"

#include "twf-bidi.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define TERMINAL "/dev/tty"
#define MOST_BYTES 4096

/**
 * twf_cli_has_terminal:
 *
 * Returns: whether somebody sits before a terminal and can be asked
 */
gboolean
twf_cli_has_terminal (void)
{
  int fd = open (TERMINAL, O_RDWR | O_CLOEXEC | O_NOCTTY);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

static char *
dup_question (const TwfQuestion *question)
{
  g_autofree char *server = twf_text_isolate (question->server != NULL ? question->server : "");
  g_autofree char *user = twf_text_isolate (question->user != NULL ? question->user : "");
  g_autofree char *detail = twf_text_isolate (question->detail != NULL ? question->detail : "");

  switch (question->kind)
    {
    case TWF_QUESTION_USER:
      return g_strdup_printf (_ ("User name at %s: "), server);
    case TWF_QUESTION_PASSPHRASE:
      return g_strdup_printf (_ ("Passphrase of the key %s: "), server);
    case TWF_QUESTION_HOST:
      return g_strdup_printf (
          _ ("%s is met for the first time. Its key is %s. Is that right? (yes/no) "),
          server,
          detail);
    case TWF_QUESTION_TOUCH:
      return g_strdup_printf (_ ("Touch your key. (%s)\n"), detail);
    case TWF_QUESTION_PASSWORD:
    default:
      return g_strdup_printf (_ ("Password or token of %s at %s: "), user, server);
    }
}

static gboolean
say (int fd, const char *words)
{
  gsize length = strlen (words);

  while (length > 0)
    {
      gssize n = write (fd, words, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      words += n > 0 ? n : 0;
      length -= n > 0 ? (gsize)n : 0;
    }
  return TRUE;
}

/* Up to the end of the line. */
static char *
read_line (int fd)
{
  g_autoptr (GString) line = g_string_new (NULL);
  char c = 0;

  while (line->len < MOST_BYTES && read (fd, &c, 1) == 1 && c != '\n')
    g_string_append_c (line, c);
  return c == '\n' ? g_strdup (line->str) : NULL;
}

/* What is secret is not seen as it is typed, from before the question stands there. */
static char *
ask (int fd, const char *words, gboolean secret)
{
  struct termios former;
  struct termios blind;
  gboolean hidden = secret && tcgetattr (fd, &former) == 0;
  char *answer = NULL;

  if (hidden)
    {
      blind = former;
      blind.c_lflag &= ~(tcflag_t)ECHO;
      tcsetattr (fd, TCSAFLUSH, &blind);
    }
  if (say (fd, words))
    answer = read_line (fd);
  if (hidden)
    {
      tcsetattr (fd, TCSAFLUSH, &former);
      say (fd, "\n");
    }
  return answer;
}

/**
 * twf_cli_ask_at_terminal:
 * @question: what a server asks
 * @user_data: nothing
 *
 * Returns: (transfer full) (nullable): what was answered; %NULL: nobody is there, or nothing was
 */
char *
twf_cli_ask_at_terminal (TwfQuestion *question, gpointer user_data)
{
  g_autofree char *words = dup_question (question);
  char *answer = NULL;
  int fd = open (TERMINAL, O_RDWR | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    return NULL;
  if (question->kind == TWF_QUESTION_TOUCH)
    say (fd, words);
  else
    answer = ask (fd,
                  words,
                  question->kind == TWF_QUESTION_PASSWORD
                      || question->kind == TWF_QUESTION_PASSPHRASE);
  close (fd);
  if (question->kind == TWF_QUESTION_HOST && g_strcmp0 (answer, "yes") != 0)
    g_clear_pointer (&answer, g_free);
  if (answer != NULL && *answer == '\0')
    g_clear_pointer (&answer, g_free);
  return answer;
}
