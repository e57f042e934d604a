/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-oral.h"

#include "twf-desk-private.h"

#include <string.h>

#define MOMENT_FORMAT "%Y-%m-%dT%H:%M:%SZ"
#define BEFORE TWF_MANDATE_ORAL " "

/**
 * twf_oral_dup_mandate:
 * @code: (nullable): code of the delegation that read the words out; %NULL: the chair
 * @when: when, in seconds since 1970
 *
 * Returns: (transfer full): the mandate of words that were read out in the room
 */
char *
twf_oral_dup_mandate (const char *code, gint64 when)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (when);
  g_autofree char *spelled = g_date_time_format (moment, MOMENT_FORMAT);

  return g_strconcat (BEFORE, spelled, code != NULL ? " " : NULL, code, NULL);
}

/**
 * twf_oral_read_mandate:
 * @part: (nullable): one of the mandates of a revision
 * @code: (out) (optional) (nullable): code of the delegation that read the words out
 * @when: (out) (optional): when, in seconds since 1970
 *
 * Returns: whether it is that of an oral revision
 */
gboolean
twf_oral_read_mandate (const char *part, char **code, gint64 *when)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (part == NULL || !g_str_has_prefix (part, BEFORE))
    return FALSE;
  words = g_strsplit (part + strlen (BEFORE), " ", -1);
  moment = g_date_time_new_from_iso8601 (words[0], NULL);
  if (moment == NULL
      || (words[1] != NULL && (words[2] != NULL || !twf_delegation_code_is_valid (words[1]))))
    return FALSE;
  if (code != NULL)
    *code = g_strdup (words[1]);
  if (when != NULL)
    *when = g_date_time_to_unix (moment);
  return TRUE;
}

/**
 * twf_oral_dup_reader:
 * @mandate: (nullable): all mandates of a revision
 *
 * Returns: (transfer full) (nullable): code of the delegation that read out what it changes; %NULL:
 *   none did
 */
char *
twf_oral_dup_reader (const char *mandate)
{
  g_auto (GStrv) parts = g_strsplit (mandate != NULL ? mandate : "", ", ", -1);
  char *code = NULL;

  for (guint i = 0; code == NULL && parts[i] != NULL; i++)
    twf_oral_read_mandate (parts[i], &code, NULL);
  return code;
}

/**
 * twf_desk_set_orally:
 * @self: a desk of the facilitator's
 * @code: (nullable): code of the delegation that reads the words out; %NULL: the chair
 * @when: when, in seconds since 1970; 0: it was not
 *
 * Says of what the next revision edits that it was read out in the room. It is for that save alone,
 * whether it succeeds or not.
 */
void
twf_desk_set_orally (TwfDesk *self, const char *code, gint64 when)
{
  g_return_if_fail (TWF_IS_DESK (self) && self->identity == NULL);

  g_free (self->orally);
  self->orally = when != 0 ? twf_oral_dup_mandate (code, when) : NULL;
}
