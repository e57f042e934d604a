/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-agreement-menu.h"

#include "twf-bidi.h"
#include "twf-delegation-menu.h"
#include "twf-words.h"

#include <glib/gi18n.h>

/* What is agreed: the provision, or the whole of a package that it is in. */
typedef struct
{
  const char *package; /* "": the provision alone */
  TwfAgreementLevel level;
  const char *code; /* nullable */
} Agreeing;

static void
append_level (GMenu *menu, const char *label, Agreeing what)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item,
                                           "agreement.agree",
                                           g_variant_new ("(sss)",
                                                          twf_agreement_level_get_name (what.level),
                                                          what.code != NULL ? what.code : "",
                                                          what.package));
  g_menu_append_item (menu, item);
}

static void
append_levels (GMenu *menu, const char *package)
{
  append_level (
      menu, _ ("In the Working Group"), (Agreeing){ package, TWF_AGREEMENT_WORKING_GROUP, NULL });
  append_level (menu, _ ("In Plenary"), (Agreeing){ package, TWF_AGREEMENT_PLENARY, NULL });
  append_level (
      menu, _ ("Ad Referendum"), (Agreeing){ package, TWF_AGREEMENT_AD_REFERENDUM, NULL });
}

/**
 * twf_agreement_menu_new:
 * @workbench: the open plan
 * @provision: a provision of it
 *
 * Returns: (transfer full): by whom it can be agreed, and each package that it is in as a whole
 */
GMenuModel *
twf_agreement_menu_new (TwfWorkbench *workbench, TwfProvision *provision)
{
  const char *const *packages = twf_provision_get_values (provision, TWF_FIELD_PACKAGE);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) pending = g_menu_new ();
  g_auto (GStrv) delegations = twf_delegation_menu_list (workbench);

  append_levels (menu, "");
  for (guint i = 0; delegations[i] != NULL; i++)
    {
      g_autofree char *name = twf_words_dup_delegation (workbench, delegations[i]);

      append_level (pending, name, (Agreeing){ "", TWF_AGREEMENT_PENDING, delegations[i] });
    }
  if (delegations[0] != NULL)
    g_menu_append_submenu (menu, _ ("Pending One Delegation"), G_MENU_MODEL (pending));
  for (guint i = 0; packages != NULL && packages[i] != NULL; i++)
    {
      g_autoptr (GMenu) levels = g_menu_new ();
      g_autofree char *name = twf_text_isolate (packages[i]);
      g_autofree char *label = g_strdup_printf (_ ("All of the Package “%s”"), name);

      append_levels (levels, packages[i]);
      g_menu_append_submenu (menu, label, G_MENU_MODEL (levels));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
