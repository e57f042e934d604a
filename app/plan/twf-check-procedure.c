/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-private.h"

#include "twf-procedure.h"

#include <stdlib.h>

/* Of a line that cannot be read so many characters are told. */
#define MOST_SHOWN 60

/* Whether it says something about what there is. */
static gboolean
has_meaning (TwfPlan *plan, const TwfProcedure *procedure, const TwfProcedureAct *act)
{
  switch (act->kind)
    {
    case TWF_PROCEDURE_BREAK:
      return twf_procedure_find_silence (procedure, act->id) != NULL
             && twf_plan_get_delegation (plan, act->code) != NULL;
    case TWF_PROCEDURE_LIFT:
      return twf_procedure_find_silence (procedure, act->id) != NULL;
    case TWF_PROCEDURE_CLOSE:
      return twf_procedure_find_reading (procedure, (guint)strtoul (act->id, NULL, 10)) != NULL;
    case TWF_PROCEDURE_SILENCE:
    case TWF_PROCEDURE_READING:
    default:
      return TRUE;
    }
}

/**
 * twf_check_procedure:
 * @plan: a plan
 * @findings: (element-type TwfFinding): where what is found goes
 *
 * Looks for lines of the procedure's record that say nothing.
 */
void
twf_check_procedure (TwfPlan *plan, GPtrArray *findings)
{
  const char *const *values = twf_plan_get_values (plan, TWF_PLAN_PROCEDURE);
  g_autoptr (TwfProcedure) procedure = twf_procedure_new (values);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfProcedureAct) act = twf_procedure_act_parse (values[i]);
      g_autofree char *detail = NULL;

      if (act != NULL && has_meaning (plan, procedure, act))
        continue;
      detail = g_utf8_substring (values[i], 0, MIN (g_utf8_strlen (values[i], -1), MOST_SHOWN));
      twf_findings_add (findings, TWF_FINDING_BAD_PROCEDURE, NULL, NULL, detail);
    }
}
