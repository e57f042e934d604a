/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-numbering-private.h"

#include "twf-fixed-numbers-private.h"
#include "twf-plan-private.h"

/* Where counting has come to in one list. */
typedef struct
{
  GHashTable *all_fixed;     /* nullable */
  const TwfFixedList *fixed; /* what was issued of this list; NULL: nothing */
  GHashTable *given;         /* set of packed: bis, ter ... given here since; NULL: none */
  guint left;                /* how many that were issued are still to come */
  guint last;                /* the largest number of the list */
  guint running;             /* the number of the last one that has its own */
  guint extra;               /* how many of the like of bis followed it */
  gboolean all; /* inside of one that is itself proposed: proposed ones count as all others */
} Counter;

/* Whether @provision is one of a proposal that is not on the table. */
static gboolean
is_set_aside (TwfProvision *provision)
{
  TwfProposalState state;

  return twf_provision_is_proposed (provision, &state) && state != TWF_PROPOSAL_OPEN;
}

/* Returns: what @provision was issued with, plus one; 0: nothing. */
static guint
look_up (const TwfFixedList *fixed, TwfProvision *provision)
{
  return fixed != NULL ? GPOINTER_TO_UINT (
             g_hash_table_lookup (fixed->by_id, twf_provision_get_id (provision)))
                       : 0;
}

static gboolean
is_heading (TwfProvision *provision)
{
  return twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL;
}

/* How many of a list were issued in it. */
static guint
count_fixed (TwfChildren *list, const TwfFixedList *fixed)
{
  guint n = 0;

  for (guint i = 0; fixed != NULL && list != NULL && i < twf_children_get_length (list); i++)
    {
      TwfProvision *provision = twf_children_get (list, i);

      if (is_heading (provision))
        n += count_fixed (twf_provision_get_node (provision)->children, fixed);
      else
        n += look_up (fixed, provision) != 0;
    }
  return n;
}

static gboolean
is_taken (const Counter *counter, guint packed)
{
  gpointer key = GUINT_TO_POINTER (packed + 1);

  return (counter->fixed != NULL && g_hash_table_contains (counter->fixed->taken, key))
         || (counter->given != NULL && g_hash_table_contains (counter->given, key));
}

/* The next bis, ter, quater of the number before; what was issued with one keeps it. */
static void
give_extra (TwfNode *node, Counter *counter)
{
  guint packed;

  do
    packed = TWF_FIXED_PACK (counter->running, ++counter->extra);
  while (is_taken (counter, packed));
  node->number = counter->running;
  node->extra = counter->extra;
  if (counter->fixed == NULL)
    return;
  if (counter->given == NULL)
    counter->given = g_hash_table_new (NULL, NULL);
  g_hash_table_add (counter->given, GUINT_TO_POINTER (packed + 1));
}

/* Gives @node its number, unless it is of a proposal that is not on the table. */
static void
give_number (TwfNode *node, TwfProvision *provision, Counter *counter)
{
  guint fixed = look_up (counter->fixed, provision);

  counter->left -= fixed != 0;
  if (is_set_aside (provision))
    {
      node->number = 0;
    }
  else if (fixed != 0)
    {
      node->number = counter->running = TWF_FIXED_NUMBER (fixed - 1);
      node->extra = counter->extra = TWF_FIXED_EXTRA (fixed - 1);
    }
  else if ((twf_provision_is_proposed (provision, NULL) && !counter->all) || counter->left > 0)
    {
      give_extra (node, counter);
    }
  else
    {
      node->number = counter->running = ++counter->last;
      counter->extra = 0;
    }
}

static void count (TwfChildren *list, guint depth, Counter *counter);

static void
count_list (TwfChildren *list, GHashTable *all_fixed, const char *name, guint depth, gboolean all)
{
  Counter counter = { .all_fixed = all_fixed, .all = all };

  counter.fixed = twf_fixed_numbers_get_list (all_fixed, name);
  counter.last = counter.fixed != NULL ? counter.fixed->last : 0;
  counter.left = count_fixed (list, counter.fixed);
  count (list, depth, &counter);
  g_clear_pointer (&counter.given, g_hash_table_unref);
}

/* A heading has no number and adds no level: what is under it goes on in the running sequence. */
static void
count (TwfChildren *list, guint depth, Counter *counter)
{
  for (guint i = 0; list != NULL && i < twf_children_get_length (list); i++)
    {
      TwfProvision *provision = twf_children_get (list, i);
      TwfNode *node = twf_provision_get_node (provision);

      node->depth = depth;
      node->number = 0;
      node->extra = 0;
      if (is_heading (provision))
        {
          count (node->children, depth, counter);
          continue;
        }
      give_number (node, provision, counter);
      count_list (node->children,
                  counter->all_fixed,
                  twf_provision_get_id (provision),
                  depth + 1,
                  counter->all || twf_provision_is_proposed (provision, NULL));
    }
}

/*
 * twf_plan_count_number:
 * @self: a plan
 * @provision: a provision of it
 * @number: (out): its number; with @extra, that of the one it follows
 * @extra: (out): the how manieth behind that; both 0: it has none
 *
 * The numbers of a section are counted once and kept until its order changes, so that asking for
 * the number of each row of a long outline is cheap.
 */
void
twf_plan_count_number (TwfPlan *self, TwfProvision *provision, guint *number, guint *extra)
{
  TwfSection section = twf_provision_get_section (provision);
  TwfNode *node = twf_provision_get_node (provision);

  *number = 0;
  *extra = 0;
  if (section == TWF_SECTION_LETTER
      || g_hash_table_lookup (self->provisions, twf_provision_get_id (provision)) != provision)
    return;
  twf_plan_ensure_listed (self);
  if (!self->is_numbered[section])
    {
      count_list (self->tops[section], self->fixed, twf_section_get_name (section), 0, FALSE);
      self->is_numbered[section] = TRUE;
    }
  *number = node->number;
  *extra = node->extra;
}

/*
 * twf_plan_get_counted_under:
 * @self: a plan
 * @provision: a provision of it
 *
 * Returns: the list in which it is counted: id of what it stands under, headings left out, or its
 *   section's name
 */
const char *
twf_plan_get_counted_under (TwfPlan *self, TwfProvision *provision)
{
  TwfProvision *above;

  twf_plan_ensure_listed (self);
  above = twf_provision_get_node (provision)->above;
  while (above != NULL && is_heading (above))
    above = twf_provision_get_node (above)->above;
  return above != NULL ? twf_provision_get_id (above)
                       : twf_section_get_name (twf_provision_get_section (provision));
}
