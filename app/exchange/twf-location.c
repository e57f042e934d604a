/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-location.h"

#include "twf-error.h"

#include <string.h>

#define MOST_BYTES 2000

/* What git would do with what is not of these forms (run a program for "ext::", take a name that
 * begins with a hyphen for an option of ssh) is not asked of it: what is not known is refused. */
static const struct
{
  const char *scheme;
  TwfLocationKind kind;
} schemes[] = {
  { "ssh", TWF_LOCATION_SSH },
  { "https", TWF_LOCATION_HTTPS },
  { "http", TWF_LOCATION_HTTP },
  { "file", TWF_LOCATION_FOLDER },
};

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, reason);
  return FALSE;
}

/* Also as what stands behind a percent sign. Neither do direction and invisible characters belong
 * into a place that a person is shown and trusts. */
static gboolean
check_characters (const char *words, GError **error)
{
  if (*words == '\0')
    return refuse (error, "no place is named");
  if (strlen (words) > MOST_BYTES || !g_utf8_validate (words, -1, NULL))
    return refuse (error, "too long, or no text in UTF-8");
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_unichar_type (g_utf8_get_char (p)))
      {
      case G_UNICODE_CONTROL:
      case G_UNICODE_FORMAT:
      case G_UNICODE_LINE_SEPARATOR:
      case G_UNICODE_PARAGRAPH_SEPARATOR:
        return refuse (error, "holds a character that is not seen");
      default:
        break;
      }
  return TRUE;
}

static gboolean
is_plain (const char *words, const char *more)
{
  if (*words == '\0' || *words == '-' || *words == '.')
    return FALSE;
  for (const char *p = words; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (more, *p) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_host (const char *host)
{
  gsize length = strlen (host);

  if (*host != '[')
    return is_plain (host, "-._");
  return length > 3 && host[length - 1] == ']'
         && strspn (host + 1, "0123456789abcdefABCDEF:.") == length - 2;
}

static gboolean
is_this_machine (const char *host)
{
  return g_str_equal (host, "localhost") || g_str_equal (host, "[::1]")
         || (g_str_has_prefix (host, "127.") && strspn (host, "0123456789.") == strlen (host));
}

/* "user@host:22", of which user and number need not be there. */
static gboolean
take_authority (TwfLocation *self, const char *scheme, const char *authority, GError **error)
{
  const char *at = strrchr (authority, '@');
  const char *rest = at != NULL ? at + 1 : authority;
  const char *colon = strrchr (rest, ':');
  const char *bracket = strrchr (rest, ']');
  guint64 port = 0;

  if (at != NULL)
    {
      self->user = g_strndup (authority, at - authority);
      if (strchr (self->user, ':') != NULL)
        return refuse (error, "it holds a password: leave it out, it will be asked for");
      if (!is_plain (self->user, "-._+"))
        return refuse (error, "the name of its user cannot be one");
    }
  if (colon != NULL && bracket != NULL && colon < bracket)
    colon = NULL;
  if (colon != NULL && !g_ascii_string_to_unsigned (colon + 1, 10, 1, 65535, &port, NULL))
    return refuse (error, "behind the colon stands no port");
  self->host = colon != NULL ? g_strndup (rest, colon - rest) : g_strdup (rest);
  if (!is_host (self->host))
    return refuse (error, "the name of its server cannot be one");
  self->server = port != 0 ? g_strdup_printf ("%s://%s:%u", scheme, self->host, (guint)port)
                           : g_strdup_printf ("%s://%s", scheme, self->host);
  if (self->kind == TWF_LOCATION_HTTP && !is_this_machine (self->host))
    return refuse (error, "http can be read and changed by anybody on the way: use https");
  return TRUE;
}

static gboolean
take_path (const char *path, GError **error)
{
  g_autofree char *plain = g_uri_unescape_string (path, NULL);

  if (plain == NULL || !check_characters (plain, error))
    return plain != NULL ? FALSE : refuse (error, "its path cannot be one");
  if (plain[strspn (plain, "/")] == '\0' || plain[strspn (plain, "/")] == '-')
    return refuse (error, "its path cannot be one");
  return TRUE;
}

static gboolean
take_folder (TwfLocation *self, const char *path, GError **error)
{
  if (*path == '-')
    return refuse (error, "begins like an option: write ./ before it");
  self->words = g_canonicalize_filename (path, NULL);
  return check_characters (self->words, error);
}

static gboolean
take_file_address (TwfLocation *self, const char *rest, GError **error)
{
  g_autofree char *path = NULL;

  if (g_str_has_prefix (rest, "localhost/"))
    rest += strlen ("localhost");
  path = *rest == '/' ? g_uri_unescape_string (rest, NULL) : NULL;
  if (path == NULL || !check_characters (path, error))
    return path != NULL ? FALSE
                        : refuse (error, "a file:// address names a folder of this machine");
  return take_folder (self, path, error);
}

static gboolean
take_address (TwfLocation *self, const char *words, const char *colon, GError **error)
{
  g_autofree char *scheme = g_strndup (words, colon - words);
  const char *rest = colon + strlen ("://");
  const char *slash = strchr (rest, '/');
  g_autofree char *authority = g_strndup (rest, slash != NULL ? (gsize)(slash - rest) : 0);
  guint i = 0;

  while (i < G_N_ELEMENTS (schemes) && !g_str_equal (schemes[i].scheme, scheme))
    i++;
  if (i == G_N_ELEMENTS (schemes))
    return refuse (error, "only ssh, https and folders are known");
  self->kind = schemes[i].kind;
  if (self->kind == TWF_LOCATION_FOLDER)
    return take_file_address (self, rest, error);
  if (slash == NULL)
    return refuse (error, "no path stands behind its server");
  if (!take_authority (self, scheme, authority, error) || !take_path (slash, error))
    return FALSE;
  if (self->kind != TWF_LOCATION_SSH && strpbrk (slash, "?#") != NULL)
    return refuse (error, "its path cannot be one");
  self->words = g_strdup (words);
  return TRUE;
}

/* "user@host:path", as ssh and scp have it. */
static gboolean
take_short (TwfLocation *self, const char *words, const char *colon, GError **error)
{
  g_autofree char *authority = g_strndup (words, colon - words);

  self->kind = TWF_LOCATION_SSH;
  if (colon[1] == ':')
    return refuse (error, "only ssh, https and folders are known");
  /* "user:password@host:path" would be a server named as the user. */
  if (strchr (authority, '@') == NULL && strchr (colon, '@') != NULL)
    return refuse (error, "it holds a password: leave it out, it will be asked for");
  if (!take_authority (self, "ssh", authority, error))
    return FALSE;
  if (colon[1] == '-' || colon[1 + strspn (colon + 1, "/")] == '\0')
    return refuse (error, "its path cannot be one");
  self->words = g_strdup (words);
  return TRUE;
}

static gboolean
take (TwfLocation *self, const char *words, GError **error)
{
  const char *slash = strchr (words, '/');
  const char *scheme = strstr (words, "://");
  const char *colon = *words == '[' ? strstr (words, "]:") : strchr (words, ':');

  if (!check_characters (words, error))
    return FALSE;
  if (scheme != NULL && scheme < slash)
    return take_address (self, words, scheme, error);
  if (colon != NULL && *colon == ']')
    colon++;
  if (colon != NULL && (slash == NULL || colon < slash))
    return take_short (self, words, colon, error);
  self->kind = TWF_LOCATION_FOLDER;
  return take_folder (self, words, error);
}

/**
 * twf_location_parse:
 * @words: what a person wrote: an address (ssh, https), "user@host:path", or a folder
 * @error: return location
 *
 * A folder is seen from where the program stands. Nothing is looked up.
 *
 * Returns: (transfer full): the place
 * Errors: TWF_ERROR_INVALID; what is wrong is said without repeating @words, which may hold a
 *   password
 */
TwfLocation *
twf_location_parse (const char *words, GError **error)
{
  g_autoptr (TwfLocation) self = g_new0 (TwfLocation, 1);

  g_return_val_if_fail (words != NULL, NULL);

  return take (self, words, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_location_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same
 */
TwfLocation *
twf_location_copy (const TwfLocation *self)
{
  TwfLocation *copy = g_memdup2 (self, sizeof *self);

  copy->words = g_strdup (self->words);
  copy->server = g_strdup (self->server);
  copy->host = g_strdup (self->host);
  copy->user = g_strdup (self->user);
  return copy;
}

/**
 * twf_location_free:
 * @self: (transfer full) (nullable): a place
 */
void
twf_location_free (TwfLocation *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->server);
  g_free (self->host);
  g_free (self->user);
  g_free (self);
}
