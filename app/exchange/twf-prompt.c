/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-prompt.h"

#include <string.h>

/* "Password for 'https://user@host': " */
static char *
dup_quoted (const char *words)
{
  const char *start = strchr (words, '\'');
  const char *end = start != NULL ? strrchr (start + 1, '\'') : NULL;

  return end != NULL ? g_strndup (start + 1, end - start - 1) : NULL;
}

static void
take_user (TwfPrompt *self, const char *address)
{
  const char *at = strrchr (address, '@');
  const char *start = at != NULL ? g_strstr_len (address, at - address, "://") : NULL;

  if (at == NULL)
    return;
  start = start != NULL ? start + strlen ("://") : address;
  if (start < at)
    self->user = g_uri_unescape_segment (start, at, NULL);
}

/* "ED25519 key fingerprint is SHA256:...." */
static char *
dup_fingerprint (const char *words)
{
  const char *start = strstr (words, "SHA256:");
  gsize length = start != NULL ? strcspn (start, " \n\r") : 0;

  if (length > 0 && start[length - 1] == '.')
    length--;
  return length > 0 ? g_strndup (start, length) : NULL;
}

/**
 * twf_prompt_parse:
 * @location: whom the run speaks with
 * @manner: "confirm" or "none" where ssh says so; else empty
 * @words: what git or ssh would have a person read; in English, since they are run so
 *
 * Returns: (transfer full): what is asked
 */
TwfPrompt *
twf_prompt_parse (const TwfLocation *location, const char *manner, const char *words)
{
  TwfPrompt *self = g_new0 (TwfPrompt, 1);

  self->question.kind = TWF_QUESTION_PASSWORD;
  self->server = g_strdup (location->server);
  self->user = NULL;
  if (g_str_equal (manner, "none"))
    self->question.kind = TWF_QUESTION_TOUCH;
  else if (strstr (words, "(yes/no") != NULL)
    {
      self->question.kind = TWF_QUESTION_HOST;
      self->detail = dup_fingerprint (words);
    }
  else if (g_str_has_prefix (words, "Username for "))
    self->question.kind = TWF_QUESTION_USER;
  else if (g_str_has_prefix (words, "Password for "))
    {
      g_autofree char *address = dup_quoted (words);

      if (address != NULL)
        take_user (self, address);
    }
  else if (strstr (words, "passphrase for") != NULL || strstr (words, "PIN for") != NULL)
    {
      g_autofree char *key = dup_quoted (words);

      self->question.kind = TWF_QUESTION_PASSPHRASE;
      if (key != NULL)
        {
          g_free (self->server);
          self->server = g_steal_pointer (&key);
        }
    }
  if (self->user == NULL && self->question.kind == TWF_QUESTION_PASSWORD)
    self->user = g_strdup (location->user);
  if (self->detail == NULL)
    self->detail = g_strstrip (g_strdup (words));
  self->question.server = self->server;
  self->question.user = self->user;
  self->question.detail = self->detail;
  self->question.keep = location->kind == TWF_LOCATION_HTTPS;
  return self;
}

/**
 * twf_prompt_free:
 * @self: (transfer full) (nullable): what is asked
 */
void
twf_prompt_free (TwfPrompt *self)
{
  if (self == NULL)
    return;
  g_free (self->server);
  g_free (self->user);
  g_free (self->detail);
  g_free (self);
}
