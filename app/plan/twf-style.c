/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-style.h"

#include "twf-provision-private.h"

/**
 * twf_style_get_forms_of:
 * @section: a section
 * @depth: how many numbered provisions it stands under
 *
 * A plan's rationale is what a resolution's preamble is, its principles, objectives, actions and
 * procedure what the operative part is. What stands under a paragraph continues its sentence, and
 * opens with nothing; the covering letter and pillars open with nothing either.
 *
 * Returns: with which openings the text of a provision there may begin, if it is no heading
 */
TwfOpeningForms
twf_style_get_forms_of (TwfSection section, guint depth)
{
  if (depth > 0)
    return TWF_OPENING_NONE;
  switch (section)
    {
    case TWF_SECTION_RATIONALE:
      return TWF_OPENING_PREAMBULAR;
    case TWF_SECTION_PRINCIPLES:
    case TWF_SECTION_OBJECTIVES:
    case TWF_SECTION_ACTIONS:
    case TWF_SECTION_PROCEDURE:
      return TWF_OPENING_OPERATIVE;
    default:
      return TWF_OPENING_NONE;
    }
}

/**
 * twf_style_get_forms:
 * @provision: a provision of a plan
 *
 * Returns: with which openings its text may begin: see twf_style_get_forms_of()
 */
TwfOpeningForms
twf_style_get_forms (TwfProvision *provision)
{
  g_return_val_if_fail (TWF_IS_PROVISION (provision), TWF_OPENING_NONE);

  if (twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL)
    return TWF_OPENING_NONE;
  return twf_style_get_forms_of (twf_provision_get_section (provision),
                                 twf_provision_get_node (provision)->depth);
}
