/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-remote-private.h"

#include "twf-error.h"

#include <signal.h>
#include <string.h>

#define MOST_DETAIL 200
#define PUSH_ALONE (1 << 0)
#define FOLDER_ALONE (1 << 1)
#define SAID_BY_SERVER (1 << 2)

/* What git, ssh and gitolite say when something does not work, in the order in which it is looked
 * for: the sharper before the blunter, since they come together. Git has no codes for these. */
static const struct
{
  const char *words;
  TwfError code;
  guint only;
} signs[] = {
  { "REMOTE HOST IDENTIFICATION HAS CHANGED", TWF_ERROR_HOST_CHANGED },
  { "Host key verification failed", TWF_ERROR_HOST_UNKNOWN },
  { "host key is known for", TWF_ERROR_HOST_UNKNOWN },
  { "certificate problem", TWF_ERROR_CERTIFICATE },
  { "certificate verification failed", TWF_ERROR_CERTIFICATE },
  { "certificate subject name", TWF_ERROR_CERTIFICATE },
  { "no alternative certificate", TWF_ERROR_CERTIFICATE },
  { "certificate has expired", TWF_ERROR_CERTIFICATE },
  { "(stale info)", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "(fetch first)", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "(non-fast-forward)", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "(needs force)", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "(already exists)", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "cannot lock ref", TWF_ERROR_OUTRUN, PUSH_ALONE },
  { "denied by fallthru (or you mis-spelled", TWF_ERROR_NOT_ADMITTED },
  { "DENIED by", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "DENIED by", TWF_ERROR_NOT_ADMITTED },
  { "hook declined", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "protected branch", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "refusing to update checked out branch", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "branch is currently checked out", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "service not enabled", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "No space left on device", TWF_ERROR_SERVER_FULL, SAID_BY_SERVER },
  { "Disk quota exceeded", TWF_ERROR_SERVER_FULL, SAID_BY_SERVER },
  { "No space left on device", TWF_ERROR_NO_SPACE },
  { "Disk quota exceeded", TWF_ERROR_NO_SPACE },
  { "insufficient permission for adding", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "unable to create temporary object directory", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "Operation too slow", TWF_ERROR_SILENT },
  { "Timeout, server", TWF_ERROR_SILENT },
  { "Could not resolve host", TWF_ERROR_UNREACHABLE },
  { "Name or service not known", TWF_ERROR_UNREACHABLE },
  { "Connection refused", TWF_ERROR_UNREACHABLE },
  { "Failed to connect", TWF_ERROR_UNREACHABLE },
  { "Couldn't connect", TWF_ERROR_UNREACHABLE },
  { "No route to host", TWF_ERROR_UNREACHABLE },
  { "Network is unreachable", TWF_ERROR_UNREACHABLE },
  { "timed out", TWF_ERROR_UNREACHABLE },
  { "Permission denied (", TWF_ERROR_NOT_ADMITTED },
  { "Permission denied, please", TWF_ERROR_NOT_ADMITTED },
  { "Too many authentication failures", TWF_ERROR_NOT_ADMITTED },
  { "Authentication failed for", TWF_ERROR_NOT_ADMITTED },
  { "could not read Username", TWF_ERROR_NOT_ADMITTED },
  { "could not read Password", TWF_ERROR_NOT_ADMITTED },
  { "unable to read askpass response", TWF_ERROR_NOT_ADMITTED },
  { "URL returned error: 401", TWF_ERROR_NOT_ADMITTED },
  { "URL returned error: 403", TWF_ERROR_NO_RIGHT, PUSH_ALONE },
  { "URL returned error: 403", TWF_ERROR_NOT_ADMITTED },
  { "URL returned error: 404", TWF_ERROR_NOT_FOUND },
  { "URL returned error: 3", TWF_ERROR_NOT_FOUND },
  { "URL returned error: 413", TWF_ERROR_TOO_LARGE },
  { "not found", TWF_ERROR_NOT_FOUND },
  { "does not appear to be a git repository", TWF_ERROR_NOT_FOUND },
  { "not a git repository", TWF_ERROR_NOT_FOUND },
  { "No such file or directory", TWF_ERROR_NOT_FOUND, FOLDER_ALONE },
  { "Permission denied", TWF_ERROR_NO_RIGHT, PUSH_ALONE | FOLDER_ALONE },
  { "Permission denied", TWF_ERROR_DENIED, FOLDER_ALONE },
  { "File too large", TWF_ERROR_TOO_LARGE },
  { "fsck error", TWF_ERROR_DAMAGED },
  { "did not send all necessary objects", TWF_ERROR_DAMAGED },
  { "bad object", TWF_ERROR_DAMAGED },
  { "Connection reset", TWF_ERROR_UNREACHABLE },
  { "Broken pipe", TWF_ERROR_UNREACHABLE },
  { "Connection closed", TWF_ERROR_UNREACHABLE },
  { "hung up unexpectedly", TWF_ERROR_UNREACHABLE },
  { "early EOF", TWF_ERROR_UNREACHABLE },
  { "unexpected disconnect", TWF_ERROR_UNREACHABLE },
  { "RPC failed", TWF_ERROR_UNREACHABLE },
  { "Empty reply from server", TWF_ERROR_UNREACHABLE },
  { "transfer closed", TWF_ERROR_UNREACHABLE },
  { "unable to access", TWF_ERROR_UNREACHABLE },
};

/* One line without what a terminal or a reader could be led astray with: the other side may have
 * written it. */
static char *
dup_detail (const char *line, gsize length)
{
  static const char *const marks[] = { "remote: ", "fatal: ", "error: ", "FATAL: ", "ssh: ", NULL };
  g_autofree char *words = g_strndup (line, length);
  g_autoptr (GString) detail = g_string_new (NULL);
  const char *p = words;

  for (guint i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (p, marks[i]))
      p += strlen (marks[i]);
  for (; *p != '\0' && detail->len < MOST_DETAIL; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (detail, ' ');
      else if (g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (detail, c);
    }
  return g_strstrip (g_strdup (detail->str));
}

/* The line that @found stands in. */
static char *
dup_line_of (const char *words, const char *found)
{
  const char *start = found;

  while (start > words && start[-1] != '\n' && start[-1] != '\r')
    start--;
  return dup_detail (start, strcspn (start, "\r\n"));
}

static gboolean
is_of_server (const char *words, const char *found)
{
  const char *start = found;

  while (start > words && start[-1] != '\n' && start[-1] != '\r')
    start--;
  return g_str_has_prefix (start, "remote: ") || strstr (words, "remote unpack failed") != NULL;
}

static gboolean
look_for_signs (const char *words, guint circumstances, TwfError *code, char **detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *found = strstr (words, signs[i].words);
      guint only = signs[i].only;

      if (found == NULL || ((only & ~SAID_BY_SERVER) & ~circumstances) != 0
          || ((only & SAID_BY_SERVER) != 0 && !is_of_server (words, found)))
        continue;
      *code = signs[i].code;
      *detail = dup_line_of (words, found);
      return TRUE;
    }
  return FALSE;
}

/* Git's words, and of a push what it prints for machines, which says it of each name. */
static char *
dup_all_words (const TwfChild *child, gboolean push)
{
  gsize size;
  const char *bytes = g_bytes_get_data (child->output, &size);
  g_autofree char *output = push && bytes != NULL ? g_utf8_make_valid (bytes, (gssize)size) : NULL;

  return g_strconcat (child->aside, "\n", output, NULL);
}

void
twf_remote_set_error (GError **error, const TwfRemote *self, const TwfChild *child, gboolean push)
{
  g_autofree char *words = dup_all_words (child, push);
  g_autofree char *detail = NULL;
  guint circumstances
      = (push ? PUSH_ALONE : 0) | (self->location->kind == TWF_LOCATION_FOLDER ? FOLDER_ALONE : 0);
  TwfError code = TWF_ERROR_FAILED;

  if (child->end == TWF_CHILD_SILENT)
    code = TWF_ERROR_SILENT;
  else if (child->end == TWF_CHILD_TOO_MUCH
           || (child->end == TWF_CHILD_KILLED && child->status == SIGXFSZ))
    code = TWF_ERROR_TOO_LARGE;
  else if (self->asking != NULL && twf_asking_was_refused (self->asking)
           && !look_for_signs (words, circumstances, &code, &detail))
    code = TWF_ERROR_NOT_ADMITTED;
  else if (detail == NULL && !look_for_signs (words, circumstances, &code, &detail))
    {
      g_autofree char *last = twf_child_dup_last_line (child);

      detail = dup_detail (last, strlen (last));
    }
  g_set_error_literal (error, TWF_ERROR, code, detail != NULL ? detail : "");
}

static const struct
{
  const char *words;
  TwfRemotePhase phase;
} phases[] = {
  { "Receiving objects:", TWF_REMOTE_RECEIVING },   { "Writing objects:", TWF_REMOTE_SENDING },
  { "Resolving deltas:", TWF_REMOTE_CHECKING },     { "Unpacking objects:", TWF_REMOTE_CHECKING },
  { "Compressing objects:", TWF_REMOTE_PREPARING }, { "Counting objects:", TWF_REMOTE_PREPARING },
};

gboolean
twf_remote_parse_progress (const char *line, TwfRemotePhase *phase, double *fraction)
{
  const char *words = g_str_has_prefix (line, "remote: ") ? line + strlen ("remote: ") : line;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      guint64 percent;
      char *end;

      if (!g_str_has_prefix (words, phases[i].words))
        continue;
      percent = g_ascii_strtoull (words + strlen (phases[i].words), &end, 10);
      if (*end != '%' || percent > 100)
        return FALSE;
      *phase = phases[i].phase;
      *fraction = (double)percent / 100;
      return TRUE;
    }
  return FALSE;
}
