/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-inspection.h"

#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-issued.h"
#include "twf-normal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_LENGTH 40
#define MOST_PARENTS 1024
#define MOST_NAME 512
#define MOST_SIGNATURE (16 * 1024)
/* Farther from UTC than any place on earth, in minutes. */
#define LARGEST_OFFSET (14 * 60)

/* A revision's, or a tag's, bytes as they are taken apart. */
typedef struct
{
  const char *id; /* of a tag: its symbol */
  gboolean is_tag;
  char *at; /* a line that ends in NUL, then the rest */
} Head;

static gboolean
refuse (GError **error, const Head *head, const char *reason)
{
  if (head->is_tag)
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, _ ("issued %s: %s"), head->id, _ (reason));
  else
    g_set_error (
        error, TWF_ERROR, TWF_ERROR_INVALID, _ ("revision %.10s: %s"), head->id, _ (reason));
  return FALSE;
}

/* Returns: (nullable): the next line, cut from the rest; NULL: there is no whole one. */
static char *
take_line (Head *head)
{
  char *line = head->at;
  char *feed = strchr (line, '\n');

  if (feed == NULL)
    return NULL;
  *feed = '\0';
  head->at = feed + 1;
  return line;
}

static gboolean
is_id (const char *text)
{
  return strlen (text) == ID_LENGTH && strspn (text, "0123456789abcdef") == ID_LENGTH;
}

/* " 1280448000 +0300" at the end of an author's line. */
static gboolean
is_moment (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *offset = text + digits + 1;

  if (digits == 0 || digits > 12 || text[digits] != ' ' || strlen (offset) != 5
      || (*offset != '+' && *offset != '-') || strspn (offset + 1, "0123456789") != 4)
    return FALSE;
  return (offset[1] - '0') * 600 + (offset[2] - '0') * 60 + (offset[3] - '0') * 10
             + (offset[4] - '0')
         <= LARGEST_OFFSET;
}

/* What is shown beside other text: what would turn its line round or drive a terminal is not let
 * in. */
static gboolean
is_plain_text (const char *text)
{
  const char *c = text;

  while (*c == '\n' || *c == '\t' || (*c >= ' ' && *c < 0x7f))
    c++;
  return *c == '\0' || (g_utf8_validate (text, -1, NULL) && twf_text_check_storable (text, NULL));
}

/* "Name <address> moment". */
static gboolean
check_person (Head *head, const char *key, GError **error)
{
  char *line = take_line (head);
  gsize length = strlen (key);
  char *open, *close;

  if (line == NULL || strncmp (line, key, length) != 0)
    return refuse (error, head, N_ ("says not in its place who made it"));
  line += length;
  open = strstr (line, " <");
  close = open != NULL ? strchr (open, '>') : NULL;
  if (close == NULL || strlen (line) > MOST_NAME || close[1] != ' ' || !is_moment (close + 2)
      || memchr (line, '<', (gsize)(open - line)) != NULL
      || memchr (line, '>', (gsize)(open - line)) != NULL
      || memchr (open + 2, '<', (gsize)(close - open - 2)) != NULL || close == open + 2)
    return refuse (error, head, N_ ("does not say who made it and when, in git's form"));
  *open = '\0';
  *close = '\0';
  if (!is_plain_text (line) || !twf_text_is_normal (line, -1))
    return refuse (error, head, N_ ("a name with characters that deceive"));
  for (const char *c = open + 2; *c != '\0'; c++)
    if ((guchar)*c <= ' ' || (guchar)*c >= 0x7f)
      return refuse (error, head, N_ ("an address that is none"));
  return TRUE;
}

/* The lines of a signature, of which each but the first begins with a space. */
static gboolean
skip_signature (Head *head, GError **error)
{
  const char *start = head->at;

  while (*head->at == ' ')
    if (take_line (head) == NULL)
      break;
  if (head->at - start > MOST_SIGNATURE)
    return refuse (error, head, N_ ("a signature that is too long"));
  for (const char *c = start; c < head->at; c++)
    if ((guchar)*c >= 0x7f)
      return refuse (error, head, N_ ("a signature that is none"));
  return TRUE;
}

/* What may stand behind who made it: how the message is written, and a signature. */
static gboolean
check_rest_of_head (Head *head, GError **error)
{
  gboolean encoding = FALSE;
  gboolean signature = FALSE;

  for (;;)
    {
      const char *line = take_line (head);

      if (line == NULL)
        return refuse (error, head, N_ ("has no message"));
      if (*line == '\0')
        return TRUE;
      if (!encoding && !signature && strcmp (line, "encoding UTF-8") == 0)
        encoding = TRUE;
      else if (!signature && g_str_has_prefix (line, "gpgsig "))
        {
          signature = TRUE;
          if (!skip_signature (head, error))
            return FALSE;
        }
      else
        return refuse (error, head, N_ ("says something that no revision of a plan says"));
    }
}

static gboolean
check_message (Head *head, GError **error)
{
  if (!g_utf8_validate (head->at, -1, NULL))
    return refuse (error, head, N_ ("a message that is not UTF-8"));
  return is_plain_text (head->at)
         || refuse (error, head, N_ ("a message with characters that deceive"));
}

/**
 * twf_inspect_revision:
 * @id: its full id
 * @bytes: what git has of it
 * @length: how many
 * @error: return location
 *
 * Looks whether a revision is written as git writes one, says nothing but what a revision of a plan
 * says, and its names and message are text that may be shown.
 *
 * Errors: TWF_ERROR_INVALID
 */
gboolean
twf_inspect_revision (const char *id, const char *bytes, gsize length, GError **error)
{
  g_autofree char *copy = g_strndup (bytes, length);
  Head head = { id, FALSE, copy };
  const char *line;
  guint n_parents = 0;

  if (memchr (bytes, '\0', length) != NULL)
    return refuse (error, &head, N_ ("a zero byte"));
  line = take_line (&head);
  if (line == NULL || !g_str_has_prefix (line, "tree ") || !is_id (line + strlen ("tree ")))
    return refuse (error, &head, N_ ("names no folder"));
  while (g_str_has_prefix (head.at, "parent "))
    {
      line = take_line (&head);
      if (line == NULL || !is_id (line + strlen ("parent ")) || ++n_parents > MOST_PARENTS)
        return refuse (error, &head, N_ ("names what it stands on in no form of git's"));
    }
  return check_person (&head, "author ", error) && check_person (&head, "committer ", error)
         && check_rest_of_head (&head, error) && check_message (&head, error);
}

/**
 * twf_inspect_tag:
 * @symbol: under which a revision is said to be issued
 * @bytes: what git has of the tag
 * @length: how many
 * @revision: (out): full id of the revision that it names
 * @error: return location
 *
 * Looks whether a tag is written as twf_repository_issue() writes one for @symbol, and says nothing
 * that may not be shown.
 *
 * Errors: TWF_ERROR_INVALID
 */
gboolean
twf_inspect_tag (const char *symbol,
                 const char *bytes,
                 gsize length,
                 char **revision,
                 GError **error)
{
  g_autofree char *copy = g_strndup (bytes, length);
  g_autofree char *encoded = twf_symbol_encode (symbol);
  g_autofree char *name = g_strconcat ("tag issued/", encoded, NULL);
  Head head = { symbol, TRUE, copy };
  const char *line;

  if (memchr (bytes, '\0', length) != NULL)
    return refuse (error, &head, N_ ("a zero byte"));
  line = take_line (&head);
  if (line == NULL || !g_str_has_prefix (line, "object ") || !is_id (line + strlen ("object ")))
    return refuse (error, &head, N_ ("names no revision"));
  *revision = g_strdup (line + strlen ("object "));
  if (g_strcmp0 (take_line (&head), "type commit") != 0 || g_strcmp0 (take_line (&head), name) != 0)
    return refuse (error, &head, N_ ("is issued under another symbol, or names no revision"));
  if (!check_person (&head, "tagger ", error))
    return FALSE;
  line = take_line (&head);
  if (line == NULL || *line != '\0')
    return refuse (error, &head, N_ ("says something that no tag of a plan says"));
  return check_message (&head, error);
}
