/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-private.h"

#include "twf-agreement.h"
#include "twf-package.h"

/* Of a value that cannot be read so many characters are told. */
#define MOST_SHOWN 60

static void
check_values (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  const char *const *values = twf_provision_get_values (provision, TWF_FIELD_AGREED);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (TwfAgreement) agreement = twf_agreement_parse (values[i]);
      g_autofree char *detail = NULL;

      if (agreement == NULL)
        detail = g_utf8_substring (values[i], 0, MIN (g_utf8_strlen (values[i], -1), MOST_SHOWN));
      else if (agreement->code != NULL && twf_plan_get_delegation (plan, agreement->code) == NULL)
        detail = g_strdup (agreement->code);
      if (detail == NULL)
        continue;
      twf_findings_add (findings, TWF_FINDING_BAD_AGREEMENT, provision, NULL, detail);
    }
}

static char *
dup_parts (guint parts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint part = 0; part < TWF_N_PARTS; part++)
    if ((parts & (1u << part)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", twf_part_get_name (part));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * twf_check_agreement:
 * @plan: a plan
 * @provision: a provision of it
 * @findings: (element-type TwfFinding): where what is found goes
 *
 * Looks whether what is said to be agreed can be read, and is still what was agreed.
 */
void
twf_check_agreement (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  g_autoptr (TwfStanding) standing = NULL;

  if (!twf_provision_is_agreed (provision))
    return;
  check_values (plan, provision, findings);
  standing = twf_standing_new (plan, provision);
  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];
      g_autofree char *detail = NULL;

      if (item->state != TWF_AGREED_REOPENED)
        continue;
      detail = dup_parts (item->parts);
      twf_findings_add (findings, TWF_FINDING_REOPENED, provision, item->language, detail);
    }
}

/**
 * twf_check_packages:
 * @plan: a plan
 * @findings: (element-type TwfFinding): where what is found goes
 *
 * Looks for packages of which some is agreed and some is not.
 */
void
twf_check_packages (TwfPlan *plan, GPtrArray *findings)
{
  g_autoptr (GPtrArray) packages = twf_plan_list_packages (plan);

  for (guint i = 0; i < packages->len; i++)
    {
      const TwfPackage *package = packages->pdata[i];

      for (guint j = 0; twf_package_is_broken (package) && j < package->open->len; j++)
        twf_findings_add (
            findings, TWF_FINDING_BROKEN_PACKAGE, package->open->pdata[j], NULL, package->name);
    }
}
