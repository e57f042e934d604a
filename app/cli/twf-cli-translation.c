/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-translation.h"

#include <glib/gi18n-lib.h>

static const char *const words[TWF_N_TRANSLATED_STATES] = {
  [TWF_TRANSLATED_CURRENT] = N_ ("up to date"),
  [TWF_TRANSLATED_MISSING] = N_ ("not translated"),
  [TWF_TRANSLATED_STALE] = N_ ("the source changed since"),
  [TWF_TRANSLATED_UNWORKED] = N_ ("marked as translated, though not a word changed"),
  [TWF_TRANSLATED_RETOUCHED] = N_ ("changed since it was marked"),
};

/**
 * twf_cli_get_translated_words:
 * @state: how a text stands to its source
 *
 * Returns: that in words
 */
const char *
twf_cli_get_translated_words (TwfTranslatedState state)
{
  return _ (words[state]);
}

/**
 * twf_cli_find_lags:
 * @cli: a run
 * @desk: an open plan
 *
 * Returns: (transfer full) (nullable): of what history tells that translations were made; %NULL:
 * the reason has been printed
 */
TwfLags *
twf_cli_find_lags (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (TwfLagWalk) walk = twf_desk_new_lag_walk (desk, NULL);

  while (twf_lag_walk_get_lags (walk) == NULL)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      twf_desk_walk_lags_async (desk, walk, NULL, twf_cli_store_result_cb, &result);
      if (!twf_desk_walk_lags_finish (desk, twf_cli_await (&result), &error))
        {
          twf_cli_fail (cli, error, twf_desk_get_path (desk));
          return NULL;
        }
    }
  return twf_lags_ref (twf_lag_walk_get_lags (walk));
}

/**
 * twf_cli_knows_language:
 * @cli: a run
 * @plan: a plan
 * @language: (nullable): what was given as a language of it
 *
 * Returns: whether it is one; else the reason has been printed
 */
gboolean
twf_cli_knows_language (TwfCli *cli, TwfPlan *plan, const char *language)
{
  if (language == NULL)
    twf_cli_refuse (cli, _ ("Of which language is not clear. Give --language."));
  else if (!g_strv_contains (twf_plan_get_languages (plan), language))
    twf_cli_refuse (cli, _ ("The plan has no language “%s”."), language);
  else
    return TRUE;
  return FALSE;
}
