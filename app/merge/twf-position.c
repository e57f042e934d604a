/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-position.h"

#include <string.h>

/* Whether @provision stands before what has @rank and @id. */
static gboolean
stands_before (TwfProvision *provision, const char *rank, const char *id)
{
  int order = g_strcmp0 (twf_provision_get_rank (provision), rank);

  return order < 0 || (order == 0 && strcmp (twf_provision_get_id (provision), id) < 0);
}

static TwfProvision *
get_at (GListModel *list, guint position)
{
  TwfProvision *provision = g_list_model_get_item (list, position);

  g_object_unref (provision); /* the list holds it */
  return provision;
}

static guint
count_before (GListModel *list, const char *rank, const char *id)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (list);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (stands_before (get_at (list, middle), rank, id))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * twf_position_find_after:
 * @plan: the rolling plan
 * @section: a section
 * @parent: (nullable): a provision of it; %NULL: the top
 * @rank: a rank there
 * @id: the provision that is to have the rank
 *
 * Two delegations that put a provision at the same place give it two ranks; what it then follows is
 * the same. Provisions that are themselves only proposed do not count, or the place would depend on
 * whose proposals came first.
 *
 * Returns: (transfer full) (nullable): id of the provision that it would follow
 */
char *
twf_position_find_after (TwfPlan *plan,
                         TwfSection section,
                         const char *parent,
                         const char *rank,
                         const char *id)
{
  GListModel *list = twf_plan_list_children (plan, section, parent);

  for (guint i = count_before (list, rank, id); i > 0; i--)
    {
      TwfProvision *provision = get_at (list, i - 1);

      if (twf_provision_get_field (provision, TWF_FIELD_PROPOSED) == NULL
          && !g_str_equal (twf_provision_get_id (provision), id))
        return g_strdup (twf_provision_get_id (provision));
    }
  return NULL;
}

/* A rank with no delegation in it. */
static char *
dup_place (const char *rank)
{
  g_auto (GStrv) pieces = g_strsplit (rank, ".", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (i % 2 == 1)
      {
        g_free (pieces[i]);
        pieces[i] = g_strdup ("*");
      }
  return g_strjoinv (".", pieces);
}

/**
 * twf_position_same_rank:
 * @one: (nullable): a rank
 * @other: (nullable): another one among the same provisions
 *
 * Two delegations that put something at one place give it ranks that differ in their codes alone.
 *
 * Returns: whether that is so here
 */
gboolean
twf_position_same_rank (const char *one, const char *other)
{
  g_autofree char *here = one != NULL ? dup_place (one) : NULL;
  g_autofree char *there = other != NULL ? dup_place (other) : NULL;

  return here != NULL && g_strcmp0 (here, there) == 0;
}

/**
 * twf_position_dup_place:
 * @plan: the rolling plan
 * @section: a section
 * @parent: (nullable): a provision of it; %NULL: the top
 * @rank: a rank there
 * @id: the provision that is to have the rank
 *
 * Returns: (transfer full): a string that is the same for two ranks at the same place as things
 * stand, and for no others
 */
char *
twf_position_dup_place (TwfPlan *plan,
                        TwfSection section,
                        const char *parent,
                        const char *rank,
                        const char *id)
{
  g_autofree char *after = twf_position_find_after (plan, section, parent, rank, id);

  return g_strdup_printf ("%s %s %s",
                          twf_section_get_name (section),
                          parent != NULL ? parent : "-",
                          after != NULL ? after : "-");
}

/**
 * twf_position_dup_key:
 * @section: a section
 * @parent: (nullable): a provision of it; %NULL: the top
 * @rank: a rank there
 * @id: the provision that is to have the rank
 *
 * Returns: (transfer full): a string that is the same for two moves to the same place, whoever asks
 * for them and whatever stands there by now
 */
char *
twf_position_dup_key (TwfSection section, const char *parent, const char *rank, const char *id)
{
  g_autofree char *place = dup_place (rank);

  return g_strdup_printf (
      "move %s %s %s %s", id, twf_section_get_name (section), parent != NULL ? parent : "-", place);
}
