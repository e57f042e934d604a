/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-workbench.h"

#include "twf-bidi.h"
#include "twf-numbering.h"
#include "twf-segments.h"

/* So many graphemes of a text stand for it in a list. */
#define LABEL_GRAPHEMES 90

/**
 * twf_workbench_dup_text:
 * @self: a workbench
 * @provision: a provision of the plan
 * @language: (out) (optional) (transfer none): the language of what is returned; %NULL for none
 *
 * The text by which @provision is known in lists: in the first language shown, else in whichever
 * language has one.
 *
 * Returns: (transfer full) (nullable): its first words
 */
char *
twf_workbench_dup_text (TwfWorkbench *self, TwfProvision *provision, const char **language)
{
  TwfPlan *plan = twf_workbench_get_plan (self);
  const char *const *languages = twf_plan_get_languages (plan);
  const char *used = twf_workbench_get_language (self);
  const char *text = twf_provision_get_text (provision, TWF_PART_BODY, used);

  for (guint i = 0; languages != NULL && languages[i] != NULL && (text == NULL || !*text); i++)
    {
      used = languages[i];
      text = twf_provision_get_text (provision, TWF_PART_BODY, used);
    }
  if (text == NULL || *text == '\0')
    used = NULL;
  if (language != NULL)
    *language = used;
  return used != NULL ? twf_text_dup_first_words (text, LABEL_GRAPHEMES, used) : NULL;
}

/**
 * twf_workbench_dup_label:
 * @self: a workbench
 * @provision: a provision of the plan
 *
 * Returns: (transfer full): number and first words in one line, each isolated
 */
char *
twf_workbench_dup_label (TwfWorkbench *self, TwfProvision *provision)
{
  g_autofree char *number = twf_plan_dup_number (
      twf_workbench_get_plan (self), provision, twf_workbench_get_language (self));
  const char *language;
  g_autofree char *text = twf_workbench_dup_text (self, provision, &language);
  g_autofree char *isolated = twf_text_isolate_in (text != NULL ? text : "\342\200\246", language);

  if (number == NULL || *number == '\0')
    return g_steal_pointer (&isolated);
  {
    g_autofree char *isolated_number = twf_text_isolate (number);
    return g_strjoin (" ", isolated_number, isolated, NULL);
  }
}
