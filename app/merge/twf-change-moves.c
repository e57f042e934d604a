/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-change-moves.h"

/* Siblings that stand together in both plans, in the order in which they are read now. */
typedef struct
{
  TwfProvision *provision; /* as it is now; borrowed */
  guint was;               /* its place among them before */
  gboolean ranked;         /* it has another rank */
  guint heaviest;          /* weight of the best rising sequence that ends here */
  guint before;            /* the one before in that; G_MAXUINT: none */
} Sibling;

static gboolean
is_elsewhere (TwfProvision *former, TwfProvision *latter)
{
  return twf_provision_get_section (former) != twf_provision_get_section (latter)
         || g_strcmp0 (twf_provision_get_parent (former), twf_provision_get_parent (latter)) != 0;
}

/* Which of them stand under the same in both. */
static GArray *
list_siblings (TwfPlan *former, TwfPlan *latter, TwfSection section, const char *parent)
{
  GArray *siblings = g_array_new (FALSE, TRUE, sizeof (Sibling));
  GListModel *children = twf_plan_list_children (latter, section, parent);
  GListModel *olds = twf_plan_list_children (former, section, parent);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; olds != NULL && i < g_list_model_get_n_items (olds); i++)
    {
      g_autoptr (TwfProvision) old = g_list_model_get_item (olds, i);

      g_hash_table_insert (places, (gpointer)twf_provision_get_id (old), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);
      TwfProvision *old = twf_plan_get_provision (former, twf_provision_get_id (child));
      gpointer place;
      /* The plan keeps it. */
      Sibling sibling = { .provision = child, .before = G_MAXUINT };

      if (!g_hash_table_lookup_extended (places, twf_provision_get_id (child), NULL, &place))
        continue;
      sibling.was = GPOINTER_TO_UINT (place);
      sibling.ranked
          = g_strcmp0 (twf_provision_get_rank (old), twf_provision_get_rank (child)) != 0;
      g_array_append_val (siblings, sibling);
    }
  return siblings;
}

/* Fenwick's tree: the heaviest sequence of those that stood before @place. */
static guint
find_heaviest (const guint *tree, GArray *siblings, guint place)
{
  guint best = G_MAXUINT;
  guint weight = 0;

  for (guint i = place; i > 0; i &= i - 1)
    if (tree[i] != G_MAXUINT && g_array_index (siblings, Sibling, tree[i]).heaviest > weight)
      {
        best = tree[i];
        weight = g_array_index (siblings, Sibling, best).heaviest;
      }
  return best;
}

static void
put_heaviest (guint *tree, guint size, GArray *siblings, guint which)
{
  const Sibling *self = &g_array_index (siblings, Sibling, which);

  for (guint i = self->was + 1; i <= size; i += i & (~i + 1))
    if (tree[i] == G_MAXUINT
        || g_array_index (siblings, Sibling, tree[i]).heaviest < self->heaviest)
      tree[i] = which;
}

/* The heaviest sequence that rises in both orders stayed where it was; the rest moved. Those that
 * nobody gave another rank are in it, since one of them outweighs all that got one. */
static void
add_moved (GHashTable *moved, GArray *siblings, guint n_olds)
{
  g_autofree guint *tree = g_new (guint, n_olds + 1);
  guint last = G_MAXUINT;

  for (guint i = 0; i <= n_olds; i++)
    tree[i] = G_MAXUINT;
  for (guint i = 0; i < siblings->len; i++)
    {
      Sibling *self = &g_array_index (siblings, Sibling, i);

      self->before = find_heaviest (tree, siblings, self->was);
      self->heaviest
          = (self->ranked ? 1 : siblings->len)
            + (self->before != G_MAXUINT ? g_array_index (siblings, Sibling, self->before).heaviest
                                         : 0);
      put_heaviest (tree, n_olds, siblings, i);
      if (last == G_MAXUINT || g_array_index (siblings, Sibling, last).heaviest < self->heaviest)
        last = i;
      g_hash_table_add (moved, (gpointer)twf_provision_get_id (self->provision));
    }
  for (; last != G_MAXUINT; last = g_array_index (siblings, Sibling, last).before)
    g_hash_table_remove (moved,
                         twf_provision_get_id (g_array_index (siblings, Sibling, last).provision));
}

/* The children of one are looked at once, however many of them got another rank. */
static void
look_at_siblings (GHashTable *moved,
                  GHashTable *seen,
                  TwfPlan *former,
                  TwfPlan *latter,
                  TwfProvision *provision)
{
  TwfSection section = twf_provision_get_section (provision);
  const char *parent = twf_provision_get_parent (provision);
  g_autofree char *place = g_strdup_printf ("%d %s", section, parent != NULL ? parent : "");
  GListModel *olds;
  g_autoptr (GArray) siblings = NULL;

  if (!g_hash_table_add (seen, g_steal_pointer (&place)))
    return;
  olds = twf_plan_list_children (former, section, parent);
  siblings = list_siblings (former, latter, section, parent);
  add_moved (moved, siblings, olds != NULL ? g_list_model_get_n_items (olds) : 0);
}

/**
 * twf_changes_find_moved:
 * @changes: (element-type TwfChange): the facts in which two plans differ
 * @former: the one
 * @latter: the other
 *
 * Ranks may be given anew without a reader's seeing anything of it. What moved for one who reads
 * stands under something else than before, or has another neighbour of those that stayed.
 *
 * Returns: (transfer full): set of char* (borrowed): the ids of what moved so
 */
GHashTable *
twf_changes_find_moved (GPtrArray *changes, TwfPlan *former, TwfPlan *latter)
{
  GHashTable *moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TwfChange *change = changes->pdata[i];
      TwfProvision *old, *now;

      if (change->kind != TWF_CHANGE_MOVED)
        continue;
      old = twf_plan_get_provision (former, change->id);
      now = twf_plan_get_provision (latter, change->id);
      if (is_elsewhere (old, now))
        g_hash_table_add (moved, (gpointer)twf_provision_get_id (now));
      else
        look_at_siblings (moved, seen, former, latter, now);
    }
  return moved;
}
