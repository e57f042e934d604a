/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-table.h"

/* The plan's own title stands among the ids of provisions. */
#define TITLE ""

struct _TwfCheckTable
{
  GHashTable *found; /* char* id -> GByteArray* of kinds, one a finding; NULL: nothing */
};

static void
free_kinds (gpointer data)
{
  if (data != NULL)
    g_byte_array_unref (data);
}

/**
 * twf_check_table_new:
 *
 * Returns: (transfer full): a table of nothing yet
 */
TwfCheckTable *
twf_check_table_new (void)
{
  TwfCheckTable *self = g_new0 (TwfCheckTable, 1);

  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kinds);
  return self;
}

/**
 * twf_check_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
twf_check_table_free (TwfCheckTable *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->found);
  g_free (self);
}

/**
 * twf_check_table_forget:
 * @self: a table
 * @edit: what was changed in the plan
 *
 * Forgets what that edit may have changed: all of it where the plan's languages may be others.
 */
void
twf_check_table_forget (TwfCheckTable *self, const TwfEdit *edit)
{
  TwfEditKind kind = twf_edit_get_kind (edit);

  if (kind == TWF_EDIT_SET_DELEGATION || kind == TWF_EDIT_DROP_DELEGATION)
    return;
  if (twf_edit_get_id (edit) != NULL)
    g_hash_table_remove (self->found, twf_edit_get_id (edit));
  else if (kind == TWF_EDIT_SET_VALUES
           && !g_str_equal (twf_edit_get_field (edit), TWF_FIELD_ACCEPTED))
    g_hash_table_remove_all (self->found);
  else
    g_hash_table_remove (self->found, TITLE);
}

static void
look_at (TwfCheckTable *self, TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (GPtrArray) findings = twf_plan_check_words (plan, provision);
  GByteArray *kinds = findings->len > 0 ? g_byte_array_new () : NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      guint8 kind = (guint8)((TwfFinding *)findings->pdata[i])->kind;

      g_byte_array_append (kinds, &kind, 1);
    }
  g_hash_table_insert (
      self->found, g_strdup (provision != NULL ? twf_provision_get_id (provision) : TITLE), kinds);
}

static void
drop_others (TwfCheckTable *self, TwfPlan *plan)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_str_equal (id, TITLE) && twf_plan_get_provision (plan, id) == NULL)
      g_hash_table_iter_remove (&iter);
}

/**
 * twf_check_table_update:
 * @self: a table
 * @plan: the plan
 * @until: by g_get_monotonic_time(), when to leave off; %G_MAXINT64: not before it is done
 *
 * Looks at what is not known of @plan.
 *
 * Returns: whether everything is known now
 */
gboolean
twf_check_table_update (TwfCheckTable *self, TwfPlan *plan, gint64 until)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  if (!g_hash_table_contains (self->found, TITLE))
    look_at (self, plan, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      if (g_hash_table_contains (self->found, twf_provision_get_id (all->pdata[i])))
        continue;
      if (until != G_MAXINT64 && g_get_monotonic_time () >= until)
        return FALSE;
      look_at (self, plan, all->pdata[i]);
    }
  if (g_hash_table_size (self->found) > all->len + 1)
    drop_others (self, plan);
  return TRUE;
}

static guint
count_in (GByteArray *kinds, TwfFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    n += kinds->data[i] == (guint8)kind;
  return n;
}

/**
 * twf_check_table_count:
 * @self: a table
 * @kind: what was found
 *
 * Returns: how often
 */
guint
twf_check_table_count (TwfCheckTable *self, TwfFindingKind kind)
{
  GHashTableIter iter;
  gpointer kinds;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, NULL, &kinds))
    n += count_in (kinds, kind);
  return n;
}

/**
 * twf_check_table_list:
 * @self: a table in which everything is known
 * @plan: the plan
 * @kind: what was found
 *
 * Returns: (transfer full): ids of the provisions in which it was, in the order of reading; an
 * empty one before them for the plan's title
 */
GStrv
twf_check_table_list (TwfCheckTable *self, TwfPlan *plan, TwfFindingKind kind)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (count_in (g_hash_table_lookup (self->found, TITLE), kind) > 0)
    g_strv_builder_add (ids, TITLE);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_provision_get_id (all->pdata[i]);

      if (count_in (g_hash_table_lookup (self->found, id), kind) > 0)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}
