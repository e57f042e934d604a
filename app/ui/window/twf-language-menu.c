/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-language-menu.h"

#include "twf-bidi.h"
#include "twf-interface.h"

#include <glib/gi18n.h>

/**
 * twf_language_menu_dup_label:
 * @widget: what shows it
 * @workbench: the plan that is open
 * @roomy: whether there is room for more than one
 *
 * Returns: (transfer full): "ar · en", the languages that are shown in the order in which they
 * stand beside each other
 */
char *
twf_language_menu_dup_label (GtkWidget *widget, TwfWorkbench *workbench, gboolean roomy)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const char *first = twf_workbench_get_language (workbench);
  const char *second = twf_workbench_get_second_language (workbench);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (second == NULL || !roomy)
    return g_strdup (first);
  one = twf_text_isolate (first);
  other = twf_text_isolate (second);
  return g_strconcat (rtl ? TWF_RLM : TWF_LRM, one, " · ", other, NULL);
}

static void
append_language (GMenu *menu, const char *action, const char *language, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", language);
  g_menu_append_item (menu, item);
}

/**
 * twf_language_menu_fill:
 * @first: where the first language is chosen
 * @second: where the one beside it is
 * @third: where one beside both is
 * @workbench: the plan that is open, whose languages are offered; none twice
 */
void
twf_language_menu_fill (GMenu *first, GMenu *second, GMenu *third, TwfWorkbench *workbench)
{
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  const char *const *languages = twf_plan_get_languages (plan);
  const char *one = twf_workbench_get_language (workbench);
  const char *other = twf_workbench_get_second_language (workbench);

  g_menu_remove_all (first);
  g_menu_remove_all (second);
  g_menu_remove_all (third);
  append_language (second, "win.second-language", "", _ ("None"));
  append_language (third, "win.third-language", "", _ ("None"));
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_interface_dup_language_name (languages[i]);

      append_language (first, "win.language", languages[i], name);
      if (g_strcmp0 (languages[i], one) == 0)
        continue;
      append_language (second, "win.second-language", languages[i], name);
      if (other != NULL && g_strcmp0 (languages[i], other) != 0)
        append_language (third, "win.third-language", languages[i], name);
    }
}
