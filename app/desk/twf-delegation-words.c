/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-delegation-words.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static const char *const uses_words[TWF_N_DELEGATION_USES] = {
  [TWF_DELEGATION_USE_MEMBER] = N_ ("member of groups"),
  [TWF_DELEGATION_USE_SPONSOR] = N_ ("sponsor of the plan"),
  [TWF_DELEGATION_USE_OWNER] = N_ ("owner of proposals"),
  [TWF_DELEGATION_USE_POSITION] = N_ ("positions on proposals"),
  [TWF_DELEGATION_USE_REMARK] = N_ ("comments, reservations and explanations"),
  [TWF_DELEGATION_USE_AGREEMENT] = N_ ("agreements that wait for it"),
  [TWF_DELEGATION_USE_PROCEDURE] = N_ ("breaks of silence on record"),
  [TWF_DELEGATION_USE_KEY] = N_ ("registered keys"),
};

/**
 * twf_delegation_uses_dup_words:
 * @uses: what names a delegation; something does
 * @name: what it is called
 * @digits: in which numbers are written
 *
 * Returns: (transfer full): one sentence: that it cannot be removed, and what names it how often
 */
char *
twf_delegation_uses_dup_words (const TwfDelegationUses *uses, const char *name, TwfDigits digits)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *isolated = twf_text_isolate (name);

  for (TwfDelegationUse use = 0; use < TWF_N_DELEGATION_USES; use++)
    {
      g_autofree char *number = g_strdup_printf ("%u", uses->n[use]);
      g_autofree char *written = twf_digits_from_ascii (number, digits);

      if (uses->n[use] == 0)
        continue;
      if (list->len > 0)
        g_string_append (list, " · ");
      g_string_append_printf (list, _ ("%s (%s)"), _ (uses_words[use]), written);
    }
  return g_strdup_printf (
      _ ("%s cannot be removed while the plan names it: %s"), isolated, list->str);
}

/**
 * twf_group_circle_dup_words:
 * @group: what a group is called
 * @member: what the member is called through which it would be a member of itself; the same as
 *   @group where that is itself
 *
 * Returns: (transfer full): one sentence that says so
 */
char *
twf_group_circle_dup_words (const char *group, const char *member)
{
  g_autofree char *one = twf_text_isolate (group);
  g_autofree char *other = twf_text_isolate (member);

  if (g_str_equal (group, member))
    return g_strdup_printf (_ ("%s cannot be a member of itself."), one);
  return g_strdup_printf (
      _ ("%s cannot be a member of %s, which is itself a member of it."), other, one);
}
