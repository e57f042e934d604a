/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-kind.h"

#include <glib/gi18n.h>

/* What one provision of each section is called, and what the section is for. */
static const struct
{
  const char *name;
  const char *add;
  const char *purpose;
} kinds[TWF_N_SECTIONS] = {
  [TWF_SECTION_LETTER] = { N_ ("Paragraph of the Letter"),
                           N_ ("Add Paragraph"),
                           N_ ("The letter that presents the plan to the other delegations.") },
  [TWF_SECTION_PILLARS] = { N_ ("Pillar"),
                            N_ ("Add Pillar"),
                            N_ ("What the plan stands on. Principles state pillars, and actions "
                                "serve them.") },
  [TWF_SECTION_RATIONALE] = { N_ ("Reason"),
                              N_ ("Add Reason"),
                              N_ ("Why the plan is needed: what is recalled, noted and "
                                  "recognised.") },
  [TWF_SECTION_PRINCIPLES]
  = { N_ ("Principle"), N_ ("Add Principle"), N_ ("What the plan keeps to, whatever is done.") },
  [TWF_SECTION_OBJECTIVES] = { N_ ("Objective"),
                               N_ ("Add Objective"),
                               N_ ("What the plan is to reach. Each objective rests on "
                                   "principles.") },
  [TWF_SECTION_ACTIONS] = { N_ ("Action"),
                            N_ ("Add Action"),
                            N_ ("What is to be done, by whom, by when and with what means.") },
  [TWF_SECTION_PROCEDURE]
  = { N_ ("Step"), N_ ("Add Step"), N_ ("The steps by which the plan is drafted and adopted.") },
};

/**
 * twf_kind_get_name:
 * @section: a section
 *
 * Returns: what one provision of it is called, in the language of the interface
 */
const char *
twf_kind_get_name (TwfSection section)
{
  g_return_val_if_fail ((guint)section < TWF_N_SECTIONS, NULL);

  return _ (kinds[section].name);
}

/**
 * twf_kind_get_add_label:
 * @section: a section
 *
 * Returns: the label of a button that adds one
 */
const char *
twf_kind_get_add_label (TwfSection section)
{
  g_return_val_if_fail ((guint)section < TWF_N_SECTIONS, NULL);

  return _ (kinds[section].add);
}

/**
 * twf_kind_get_purpose:
 * @section: a section
 *
 * Returns: a sentence that says what the section is for
 */
const char *
twf_kind_get_purpose (TwfSection section)
{
  g_return_val_if_fail ((guint)section < TWF_N_SECTIONS, NULL);

  return _ (kinds[section].purpose);
}
