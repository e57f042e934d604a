/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Any bytes as the choices of three delegations: merging what they made never fails, every edit is
 * admitted, and the result can be stored and read again. */
#include "merge-fixture.h"
#include "random-plan.h"

#include "twf-format.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define N_TIPS 3

static void
merge_all (Chance *chance, TwfPlan *base, TwfPlan *rolling, TwfPlan *const *tips)
{
  static const char *const codes[N_TIPS] = { "EG", "MX", NULL };
  g_autoptr (TwfPlanMerge) merge = fixture_merge (
      rolling, base, codes[0], tips[0], codes[1], tips[1], codes[2], tips[2], NULL, NULL);
  GPtrArray *requests = twf_plan_merge_get_requests (merge);
  g_autoptr (TwfPlan) read = NULL;

  for (guint i = 0; i < requests->len; i++)
    twf_plan_merge_decide (merge, twf_request_get_id (requests->pdata[i]), chance_draw (chance, 3));
  fixture_apply (rolling, merge);
  read = fixture_copy (rolling);
  fixture_assert_same (rolling, read);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Chance chance = { NULL, data, size };
  g_autoptr (TwfPlan) base = random_plan (&chance, 6);
  g_autoptr (TwfPlan) rolling = fixture_copy (base);
  TwfPlan *tips[N_TIPS];

  for (guint i = 0; i < N_TIPS; i++)
    {
      tips[i] = fixture_copy (base);
      for (guint n = chance_draw (&chance, 6); n > 0; n--)
        random_edit (&chance, tips[i], i == 0 ? "EG" : i == 1 ? "MX" : NULL);
    }
  for (guint n = chance_draw (&chance, 5); n > 0; n--)
    random_edit (&chance, rolling, NULL);
  merge_all (&chance, base, rolling, tips);
  for (guint i = 0; i < N_TIPS; i++)
    g_object_unref (tips[i]);
  return 0;
}
