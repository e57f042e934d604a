/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-delegation-menu.h"

#include "twf-collation.h"
#include "twf-interface.h"
#include "twf-words.h"

typedef struct
{
  char *code;
  char *name;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->name);
  g_free (entry);
}

static int
compare_entries (gconstpointer one, gconstpointer other, gpointer collator)
{
  return twf_collator_compare (
      collator, (*(Entry *const *)one)->name, (*(Entry *const *)other)->name);
}

static Entry *
entry_new (TwfWorkbench *workbench, const char *code)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->code = g_strdup (code);
  entry->name = twf_words_dup_delegation (workbench, code);
  return entry;
}

/* One that the plan does not list may have sent something all the same. */
static GPtrArray *
list_entries (TwfWorkbench *workbench, const char *also)
{
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  GListModel *delegations = twf_plan_list_delegations (plan);
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (TwfCollator) collator = twf_collator_new (language);
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      g_ptr_array_add (entries, entry_new (workbench, twf_delegation_get_code (delegation)));
    }
  if (also != NULL && twf_delegation_code_is_valid (also)
      && twf_plan_get_delegation (plan, also) == NULL)
    g_ptr_array_add (entries, entry_new (workbench, also));
  g_ptr_array_sort_with_data (entries, compare_entries, collator);
  return entries;
}

/**
 * twf_delegation_menu_list:
 * @workbench: the plan that is open
 *
 * Returns: (transfer full): codes of the plan's delegations, in the order of their names in the
 *   alphabet of the interface's language
 */
GStrv
twf_delegation_menu_list (TwfWorkbench *workbench)
{
  g_autoptr (GPtrArray) entries = list_entries (workbench, NULL);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (codes, ((const Entry *)entries->pdata[i])->code);
  return g_strv_builder_end (codes);
}

/**
 * twf_delegation_menu_fill:
 * @list: a drop-down list
 * @workbench: the plan that is open
 * @first: what stands before the delegations
 * @chosen: (nullable): code of the one that is chosen; %NULL: the first row is
 *
 * Returns: (transfer full): the codes, in step with the rows behind the first
 */
GStrv
twf_delegation_menu_fill (GtkDropDown *list,
                          TwfWorkbench *workbench,
                          const char *first,
                          const char *chosen)
{
  g_autoptr (GPtrArray) entries = list_entries (workbench, chosen);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  guint selected = 0;

  gtk_string_list_append (names, first);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      gtk_string_list_append (names, entry->name);
      g_strv_builder_add (codes, entry->code);
      if (g_strcmp0 (entry->code, chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, selected);
  return g_strv_builder_end (codes);
}

/**
 * twf_delegation_menu_get_code:
 * @list: a drop-down list that was filled
 * @codes: what came of that
 *
 * Returns: (nullable): the code that is chosen; %NULL: the first row is
 */
const char *
twf_delegation_menu_get_code (GtkDropDown *list, const char *const *codes)
{
  guint selected = gtk_drop_down_get_selected (list);

  return selected > 0 && selected <= g_strv_length ((GStrv)codes) ? codes[selected - 1] : NULL;
}
