/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-error.h"
#include "twf-id.h"
#include "twf-plan.h"
#include "twf-rank.h"

#include <string.h>

#define N_LANGUAGES 6
#define N_PILLARS 4

/* The four pillars on which plans of action of the General Assembly against crime are built. */
static const struct
{
  const char *language;
  const char *names[N_PILLARS];
} pillars[N_LANGUAGES] = {
  { "ar", { "المنع", "الحماية", "الملاحقة القضائية", "الشراكة" } },
  { "zh", { "预防", "保护", "起诉", "伙伴关系" } },
  { "en", { "Prevention", "Protection", "Prosecution", "Partnership" } },
  { "fr", { "Prévention", "Protection", "Poursuites", "Partenariat" } },
  { "ru", { "Предупреждение", "Защита", "Преследование", "Партнерство" } },
  { "es", { "Prevención", "Protección", "Enjuiciamiento", "Alianzas" } },
};

static const char *
find_pillar_name (guint pillar, const char *language)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (language, pillars[i].language, 2) == 0
        && (language[2] == '\0' || language[2] == '-'))
      return pillars[i].names[pillar];
  return NULL;
}

static void
add_pillars (TwfPlan *plan, const char *const *languages)
{
  g_auto (GStrv) ranks = twf_rank_sequence (N_PILLARS);

  for (guint i = 0; i < N_PILLARS; i++)
    {
      g_autofree char *id = twf_id_new ();
      TwfProvision *pillar = twf_provision_new (id, TWF_SECTION_PILLARS);

      twf_provision_set_place (pillar, TWF_SECTION_PILLARS, NULL, ranks[i]);
      for (guint j = 0; languages[j] != NULL; j++)
        twf_provision_set_text (
            pillar, TWF_PART_BODY, languages[j], find_pillar_name (i, languages[j]));
      twf_plan_take_provision (plan, pillar);
    }
}

static gboolean
check_languages (const char *const *languages, GError **error)
{
  if (languages == NULL || languages[0] == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "a plan has at least one language");
      return FALSE;
    }
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (!twf_admit_language (languages[i], error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (languages[i], languages[j]))
          {
            g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s stands twice", languages[i]);
            return FALSE;
          }
    }
  return TRUE;
}

/**
 * twf_plan_new_from_template:
 * @name: (nullable): "un-plan": with the four pillars; "blank": with nothing; %NULL: "un-plan"
 * @languages: its languages as BCP 47 tags, the source language first
 * @title: (nullable): its title in the source language
 * @error: where an error goes
 *
 * Returns: (transfer full): a new plan; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if there is no such template; TWF_ERROR_INVALID if a language is none
 * or stands twice, or if @title may not be stored
 */
TwfPlan *
twf_plan_new_from_template (const char *name,
                            const char *const *languages,
                            const char *title,
                            GError **error)
{
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *admitted = NULL;
  gboolean is_blank = g_strcmp0 (name, "blank") == 0;

  if (!is_blank && name != NULL && !g_str_equal (name, "un-plan"))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no template “%s”", name);
      return NULL;
    }
  if (!check_languages (languages, error))
    return NULL;
  admitted = twf_admit_value (title != NULL ? title : "", error);
  if (admitted == NULL)
    return NULL;

  plan = twf_plan_new ();
  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, (const char *const[]){ languages[0], NULL });
  twf_plan_set_title (plan, languages[0], admitted);
  if (!is_blank)
    add_pillars (plan, languages);
  return g_steal_pointer (&plan);
}
