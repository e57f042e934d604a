/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-register.h"

#include "twf-error.h"

#include <string.h>

/* Changes of the register: lists of edits, as all changes of a plan are. */

static const char *const *
get_lines (TwfPlan *plan, const char *code, GError **error)
{
  static const char *const none[] = { NULL };
  TwfDelegation *delegation = code != NULL ? twf_plan_get_delegation (plan, code) : NULL;
  const char *const *lines;

  if (code != NULL && delegation == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no delegation %s", code);
      return NULL;
    }
  lines = delegation != NULL ? twf_delegation_get_values (delegation, TWF_DELEGATION_KEY)
                             : twf_plan_get_values (plan, TWF_PLAN_FACILITATOR_KEY);
  return lines != NULL ? lines : none;
}

static TwfEdit *
set_lines (TwfPlan *plan, const char *code, const char *const *lines)
{
  g_autoptr (TwfDelegation) record = NULL;

  if (code == NULL)
    return twf_edit_new_values (NULL, TWF_PLAN_FACILITATOR_KEY, lines);
  record = twf_delegation_copy (twf_plan_get_delegation (plan, code));
  twf_delegation_set_values (record, TWF_DELEGATION_KEY, lines);
  return twf_edit_new_delegation (record);
}

static GPtrArray *
list_edits (TwfPlan *plan, const char *code, const char *const *lines)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  g_autoptr (TwfRegister) standing = twf_register_new (plan);
  g_autofree char *version = g_strdup_printf ("%u", twf_register_get_version (standing) + 1);
  const char *const versions[] = { version, NULL };

  g_ptr_array_add (edits, set_lines (plan, code, lines));
  g_ptr_array_add (edits, twf_edit_new_values (NULL, TWF_PLAN_REGISTER, versions));
  return edits;
}

/**
 * twf_register_list_addition:
 * @plan: a plan
 * @code: (nullable): a delegation's code; %NULL: the facilitator
 * @key: a key of theirs
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that put it into the register
 * Errors: TWF_ERROR_NOT_FOUND if there is no such delegation; TWF_ERROR_EXISTS if the key is
 *   somebody's already, also one that was revoked
 */
GPtrArray *
twf_register_list_addition (TwfPlan *plan,
                            const char *code,
                            const TwfPublicKey *key,
                            GError **error)
{
  g_autoptr (TwfRegister) standing = NULL;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *line = NULL;
  const char *const *held;
  const TwfRegisterEntry *found;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && key != NULL, NULL);

  held = get_lines (plan, code, error);
  if (held == NULL)
    return NULL;
  standing = twf_register_new (plan);
  found = twf_register_find (standing, key, NULL);
  if (found != NULL)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_EXISTS,
                   "a key of %s",
                   found->code != NULL ? found->code : "the facilitator");
      return NULL;
    }
  line = twf_public_key_dup_line (key);
  g_strv_builder_addv (lines, (const char **)held);
  g_strv_builder_add (lines, line);
  all = g_strv_builder_end (lines);
  return list_edits (plan, code, (const char *const *)all);
}

/* The line of the key as it is to be; NULL: it is another key. */
static char *
change_line (const char *line, const char *fingerprint, gint64 when, gboolean only_ends)
{
  g_autoptr (TwfPublicKey) key = twf_public_key_parse (line, NULL);
  g_autofree char *found = key != NULL ? twf_public_key_dup_fingerprint (key) : NULL;

  if (g_strcmp0 (found, fingerprint) != 0)
    return NULL;
  if (only_ends)
    key->until = when;
  /* What was revoked is not revoked later. */
  else if (key->revoked == 0 || when < key->revoked)
    key->revoked = when;
  return twf_public_key_dup_line (key);
}

/**
 * twf_register_list_revocation:
 * @plan: a plan
 * @code: (nullable): a delegation's code; %NULL: the facilitator
 * @fingerprint: of one of their keys, "SHA256:..."
 * @when: seconds since 1970
 * @only_ends: the key ends then, and what it signed before stands; else it is revoked
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that say so; the key stays on record
 * Errors: TWF_ERROR_NOT_FOUND if there is no such delegation or key; TWF_ERROR_INVALID if it would
 *   end before it begins
 */
GPtrArray *
twf_register_list_revocation (TwfPlan *plan,
                              const char *code,
                              const char *fingerprint,
                              gint64 when,
                              gboolean only_ends,
                              GError **error)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  const char *const *held;
  gboolean found = FALSE;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && fingerprint != NULL, NULL);

  held = get_lines (plan, code, error);
  for (guint i = 0; held != NULL && held[i] != NULL; i++)
    {
      g_autofree char *changed = change_line (held[i], fingerprint, when, only_ends);
      g_autoptr (TwfPublicKey) key = changed != NULL ? twf_public_key_parse (changed, error) : NULL;

      if (changed != NULL && key == NULL)
        return NULL;
      found = found || changed != NULL;
      g_strv_builder_add (lines, changed != NULL ? changed : held[i]);
    }
  if (held != NULL && !found)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_NOT_FOUND,
                 "%s: no key %s",
                 code != NULL ? code : "facilitator",
                 fingerprint);
  if (!found)
    return NULL;
  all = g_strv_builder_end (lines);
  return list_edits (plan, code, (const char *const *)all);
}
