/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-workbench.h"

#include <string.h>

/**
 * twf_workbench_dup_count:
 * @self: a workbench
 * @count: a number
 *
 * Returns: (transfer full): @count in the digits the person chose
 */
char *
twf_workbench_dup_count (TwfWorkbench *self, guint count)
{
  g_autofree char *ascii = g_strdup_printf ("%u", count);

  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return twf_digits_from_ascii (ascii, twf_workbench_get_digits (self));
}

/**
 * twf_workbench_get_provision:
 * @self: a workbench
 *
 * Returns: (nullable) (transfer none): the chosen provision
 */
TwfProvision *
twf_workbench_get_provision (TwfWorkbench *self)
{
  g_return_val_if_fail (TWF_IS_WORKBENCH (self), NULL);

  return twf_workbench_get_place (self) != NULL ? twf_plan_get_provision (
             twf_workbench_get_plan (self), twf_workbench_get_place (self))
                                                : NULL;
}

/**
 * twf_workbench_get_section:
 * @self: a workbench
 * @section: (out): the section of the chosen provision, or the chosen section
 *
 * Returns: whether the place is in a section
 */
gboolean
twf_workbench_get_section (TwfWorkbench *self, TwfSection *section)
{
  const char *place = twf_workbench_get_place (self);
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_WORKBENCH (self) && section != NULL, FALSE);

  provision = twf_workbench_get_provision (self);
  if (provision != NULL)
    {
      *section = twf_provision_get_section (provision);
      return TRUE;
    }
  return place != NULL && g_str_has_prefix (place, TWF_PLACE_SECTION)
         && twf_section_from_name (place + strlen (TWF_PLACE_SECTION), section);
}
