/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-private.h"

#include "twf-groups.h"
#include "twf-look-alike.h"
#include "twf-public-key.h"

#include <string.h>

/* Delegations that could be taken for each other, and the register of keys. */

/* As which the facilitator is named here, who has no code. */
#define FACILITATOR "facilitator"

static void
check_keys (const char *owner,
            const char *const *lines,
            GHashTable *owners, /* char* "type blob" -> char* owner (both owned) */
            GPtrArray *findings)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (TwfPublicKey) key = twf_public_key_parse (lines[i], NULL);
      g_autofree char *name = NULL;
      g_autofree char *detail = NULL;
      const char *other;

      if (key == NULL)
        {
          detail = g_strdup_printf ("%s: %.60s", owner, lines[i]);
          twf_findings_add (findings, TWF_FINDING_BAD_KEY, NULL, NULL, detail);
          continue;
        }
      name = g_strconcat (key->type, " ", key->blob, NULL);
      other = g_hash_table_lookup (owners, name);
      if (other == NULL)
        {
          g_hash_table_insert (owners, g_steal_pointer (&name), g_strdup (owner));
          continue;
        }
      detail = twf_public_key_dup_fingerprint (key);
      g_free (name);
      name = g_steal_pointer (&detail);
      detail = g_strdup_printf ("%s, %s: %s", other, owner, name);
      twf_findings_add (findings, TWF_FINDING_SHARED_KEY, NULL, NULL, detail);
    }
}

static void
check_register (TwfPlan *plan, GListModel *delegations, GPtrArray *findings)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  check_keys (FACILITATOR, twf_plan_get_values (plan, TWF_PLAN_FACILITATOR_KEY), owners, findings);
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      check_keys (twf_delegation_get_code (delegation),
                  twf_delegation_get_values (delegation, TWF_DELEGATION_KEY),
                  owners,
                  findings);
    }
}

/* One name that is shown for a delegation. */
typedef struct
{
  const char *code;
  char *name;
  gboolean is_code;
} Shown;

static void
clear_shown (gpointer item)
{
  g_free (((Shown *)item)->name);
}

static void
add_names (GArray *shown, TwfPlan *plan, TwfDelegation *delegation)
{
  const char *code = twf_delegation_get_code (delegation);
  const char *const *values = twf_delegation_get_values (delegation, TWF_DELEGATION_NAME);
  const char *const *languages = twf_plan_get_languages (plan);
  Shown item = { code, g_strdup (code), TRUE };

  g_array_append_val (shown, item);
  item.is_code = FALSE;
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *space = strchr (values[i], ' ');

      item.name = g_strdup (space != NULL ? space + 1 : values[i]);
      g_array_append_val (shown, item);
    }
  /* The usual names stand on the screen as well, where the plan gives none. */
  for (guint i = 0; languages[i] != NULL; i++)
    {
      item.name = twf_delegation_dup_name (delegation, languages[i]);
      g_array_append_val (shown, item);
    }
}

static void
compare_names (GArray *shown, GPtrArray *findings)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      Shown *item = &g_array_index (shown, Shown, i);
      g_auto (GStrv) keys = item->is_code ? twf_look_alike_dup_code_keys (item->name)
                                          : twf_look_alike_dup_keys (item->name);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          Shown *other = g_hash_table_lookup (looks, keys[j]);
          g_autofree char *detail = NULL;

          if (other == NULL)
            g_hash_table_insert (looks, g_strdup (keys[j]), item);
          if (other == NULL || g_str_equal (other->code, item->code))
            continue;
          detail = g_strdup_printf ("%s, %s", other->code, item->code);
          if (g_hash_table_add (told, g_strdup (detail)))
            twf_findings_add (findings, TWF_FINDING_LOOK_ALIKE, NULL, NULL, detail);
        }
    }
}

/* Nobody could say for whom such a group speaks. */
static void
check_groups (TwfPlan *plan, GListModel *delegations, GPtrArray *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      const char *code = twf_delegation_get_code (delegation);

      if (twf_group_is_in_circle (plan, code))
        twf_findings_add (findings, TWF_FINDING_GROUP_CIRCLE, NULL, NULL, code);
    }
}

/**
 * twf_check_delegations:
 * @plan: a plan
 * @findings: (element-type TwfFinding): where to add what is found
 *
 * Looks at the register of keys, for names and codes of delegations that a reader may take for
 * another's, and for groups that are members of themselves.
 */
void
twf_check_delegations (TwfPlan *plan, GPtrArray *findings)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  g_array_set_clear_func (shown, clear_shown);
  check_register (plan, delegations, findings);
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      add_names (shown, plan, delegation);
    }
  compare_names (shown, findings);
  check_groups (plan, delegations, findings);
}
