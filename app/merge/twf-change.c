/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-change-private.h"

#include <string.h>

typedef const char *const *(*GetValues) (gpointer object, const char *field);

/**
 * twf_change_copy:
 * @self: a fact
 *
 * Returns: (transfer full): the same
 */
TwfChange *
twf_change_copy (const TwfChange *self)
{
  TwfChange *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->delegation = g_strdup (self->delegation);
  copy->language = g_strdup (self->language);
  copy->field = g_strdup (self->field);
  copy->item = g_strdup (self->item);
  copy->who = g_strdup (self->who);
  copy->old_value = g_strdup (self->old_value);
  copy->new_value = g_strdup (self->new_value);
  return copy;
}

/**
 * twf_change_free:
 * @self: (nullable): a fact
 */
void
twf_change_free (TwfChange *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->delegation);
  g_free (self->language);
  g_free (self->field);
  g_free (self->item);
  g_free (self->who);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

/**
 * twf_change_has_words:
 * @self: a fact
 *
 * Returns: whether its values are texts, which differ by words; not those of a field
 */
gboolean
twf_change_has_words (const TwfChange *self)
{
  return self->field == NULL && (self->old_value != NULL || self->new_value != NULL);
}

/**
 * twf_change_dup_runs:
 * @self: a fact
 *
 * Returns: (transfer full) (element-type TwfRun): the difference of its values by words; empty
 * where it has none, as for a move
 */
GPtrArray *
twf_change_dup_runs (const TwfChange *self)
{
  return twf_difference_of_texts (self->old_value, self->new_value, self->language);
}

/*
 * twf_finder_add:
 * @self: where facts go
 * @kind: of the fact
 * @old_value: (nullable): what was
 * @new_value: (nullable): what is
 *
 * Returns: (transfer none): the new fact
 */
TwfChange *
twf_finder_add (TwfFinder *self, TwfChangeKind kind, const char *old_value, const char *new_value)
{
  TwfChange *change = g_new0 (TwfChange, 1);

  change->kind = kind;
  change->id = g_strdup (self->id);
  change->delegation = g_strdup (self->delegation);
  change->section = self->section;
  change->old_value = g_strdup (old_value);
  change->new_value = g_strdup (new_value);
  g_ptr_array_add (self->changes, change);
  return change;
}

static gint
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/*
 * twf_finder_unite:
 * @one: (nullable): strings
 * @other: (nullable): others
 *
 * Returns: (transfer container) (element-type utf8): strings of both lists, sorted, each once
 */
GPtrArray *
twf_finder_unite (GStrv one, GStrv other)
{
  GPtrArray *all = g_ptr_array_new ();
  guint kept = 0;

  for (guint i = 0; one != NULL && one[i] != NULL; i++)
    g_ptr_array_add (all, one[i]);
  for (guint i = 0; other != NULL && other[i] != NULL; i++)
    g_ptr_array_add (all, other[i]);
  g_ptr_array_sort (all, compare_strings);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || strcmp (all->pdata[i], all->pdata[kept - 1]) != 0)
      all->pdata[kept++] = all->pdata[i];
  g_ptr_array_set_size (all, (gint)kept);
  return all;
}

static void
find_in_fields (TwfFinder *self,
                gpointer old_object,
                GStrv old_fields,
                gpointer new_object,
                GStrv new_fields,
                GetValues get_values)
{
  g_autoptr (GPtrArray) fields = twf_finder_unite (old_fields, new_fields);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = fields->pdata[i];
      const char *const *olds = old_object != NULL ? get_values (old_object, field) : NULL;
      const char *const *news = new_object != NULL ? get_values (new_object, field) : NULL;
      g_autofree char *old_value = olds != NULL ? g_strjoinv (", ", (char **)olds) : NULL;
      g_autofree char *new_value = news != NULL ? g_strjoinv (", ", (char **)news) : NULL;

      if (g_strcmp0 (old_value, new_value) != 0)
        twf_finder_add (self, TWF_CHANGE_FIELD, old_value, new_value)->field = g_strdup (field);
    }
}

static void
add_text (TwfFinder *self,
          TwfChangeKind kind,
          TwfPart part,
          const char *language,
          const char *old_text,
          const char *new_text)
{
  TwfChange *change;

  if (g_strcmp0 (old_text, new_text) == 0)
    return;
  change = twf_finder_add (self, kind, old_text, new_text);
  change->part = part;
  change->language = g_strdup (language);
}

static void
find_in_part (TwfFinder *self,
              TwfProvision *former,
              TwfProvision *latter,
              TwfPart part,
              TwfChangeKind kind)
{
  g_auto (GStrv) olds = former != NULL ? twf_provision_list_languages (former, part) : NULL;
  g_auto (GStrv) news = latter != NULL ? twf_provision_list_languages (latter, part) : NULL;
  g_autoptr (GPtrArray) languages = twf_finder_unite (olds, news);

  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = languages->pdata[i];

      add_text (self,
                kind,
                part,
                language,
                former != NULL ? twf_provision_get_text (former, part, language) : NULL,
                latter != NULL ? twf_provision_get_text (latter, part, language) : NULL);
    }
}

static const char *const *
get_provision_values (gpointer provision, const char *field)
{
  return twf_provision_get_values (provision, field);
}

static const char *const *
get_delegation_values (gpointer delegation, const char *field)
{
  return twf_delegation_get_values (delegation, field);
}

static const char *const *
get_plan_values (gpointer plan, const char *field)
{
  return twf_plan_get_values (plan, field);
}

static const char *
get_provision_text (gpointer provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language) : NULL;
}

static const char *
get_title (gpointer plan, TwfPart part, const char *language)
{
  return twf_plan_get_title (plan, language);
}

static gboolean
has_moved (TwfProvision *former, TwfProvision *latter)
{
  return twf_provision_get_section (former) != twf_provision_get_section (latter)
         || g_strcmp0 (twf_provision_get_parent (former), twf_provision_get_parent (latter)) != 0
         || g_strcmp0 (twf_provision_get_rank (former), twf_provision_get_rank (latter)) != 0;
}

static void
find_in_provision (GPtrArray *changes, TwfProvision *former, TwfProvision *latter)
{
  TwfProvision *either = latter != NULL ? latter : former;
  TwfFinder self
      = { changes, twf_provision_get_id (either), NULL, twf_provision_get_section (either) };
  TwfChangeKind kind = former == NULL   ? TWF_CHANGE_ADDED
                       : latter == NULL ? TWF_CHANGE_REMOVED
                                        : TWF_CHANGE_TEXT;
  guint before = changes->len;
  g_auto (GStrv) old_fields = former != NULL ? twf_provision_list_fields (former) : NULL;
  g_auto (GStrv) new_fields = latter != NULL ? twf_provision_list_fields (latter) : NULL;

  if (kind == TWF_CHANGE_TEXT && has_moved (former, latter))
    twf_finder_add (&self, TWF_CHANGE_MOVED, NULL, NULL);
  find_in_part (&self, former, latter, TWF_PART_BODY, kind);
  /* One that came or went without a word must still be told. */
  if (kind != TWF_CHANGE_TEXT && changes->len == before)
    twf_finder_add (&self, kind, NULL, NULL);
  for (TwfPart part = TWF_PART_BODY + 1; part < TWF_N_PARTS; part++)
    find_in_part (&self, former, latter, part, TWF_CHANGE_TEXT);
  find_in_fields (&self, former, old_fields, latter, new_fields, get_provision_values);
  /* What hung on a provision that went, went with it. */
  if (latter == NULL)
    return;
  twf_finder_find_in_proposals (&self,
                                former != NULL ? twf_provision_list_proposals (former) : NULL,
                                twf_provision_list_proposals (latter),
                                latter,
                                get_provision_text);
  twf_finder_find_in_remarks (&self,
                              former != NULL ? twf_provision_list_remarks (former) : NULL,
                              twf_provision_list_remarks (latter));
}

static void
find_in_delegation (GPtrArray *changes, TwfDelegation *former, TwfDelegation *latter)
{
  TwfFinder self = { changes, NULL, twf_delegation_get_code (latter != NULL ? latter : former), 0 };
  g_auto (GStrv) old_fields = former != NULL ? twf_delegation_list_fields (former) : NULL;
  g_auto (GStrv) new_fields = latter != NULL ? twf_delegation_list_fields (latter) : NULL;

  if (former == NULL)
    twf_finder_add (&self, TWF_CHANGE_ADDED, NULL, NULL);
  else if (latter == NULL)
    twf_finder_add (&self, TWF_CHANGE_REMOVED, NULL, NULL);
  find_in_fields (&self, former, old_fields, latter, new_fields, get_delegation_values);
}

static void
find_in_head (GPtrArray *changes, TwfPlan *former, TwfPlan *latter)
{
  TwfFinder self = { changes };
  g_auto (GStrv) olds = twf_plan_list_title_languages (former);
  g_auto (GStrv) news = twf_plan_list_title_languages (latter);
  g_autoptr (GPtrArray) languages = twf_finder_unite (olds, news);
  g_auto (GStrv) old_fields = twf_plan_list_fields (former);
  g_auto (GStrv) new_fields = twf_plan_list_fields (latter);

  for (guint i = 0; i < languages->len; i++)
    add_text (&self,
              TWF_CHANGE_TEXT,
              TWF_PART_BODY,
              languages->pdata[i],
              twf_plan_get_title (former, languages->pdata[i]),
              twf_plan_get_title (latter, languages->pdata[i]));
  find_in_fields (&self, former, old_fields, latter, new_fields, get_plan_values);
  twf_finder_find_in_proposals (
      &self, twf_plan_list_proposals (former), twf_plan_list_proposals (latter), latter, get_title);
}

static GStrv
list_codes (TwfPlan *plan)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      g_strv_builder_add (codes, twf_delegation_get_code (delegation));
    }
  return g_strv_builder_end (codes);
}

static void
find_in_delegations (GPtrArray *changes, TwfPlan *former, TwfPlan *latter)
{
  g_auto (GStrv) olds = list_codes (former);
  g_auto (GStrv) news = list_codes (latter);
  g_autoptr (GPtrArray) codes = twf_finder_unite (olds, news);

  for (guint i = 0; i < codes->len; i++)
    find_in_delegation (changes,
                        twf_plan_get_delegation (former, codes->pdata[i]),
                        twf_plan_get_delegation (latter, codes->pdata[i]));
}

/* The provisions that went, by the one that stayed and stood before them in the old plan: id, or
 * "" at the start -> GPtrArray of TwfProvision, in the old order. */
static GHashTable *
find_removed (TwfPlan *former, TwfPlan *latter)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (former);
  GHashTable *removed
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  const char *stayed = "";

  for (guint i = 0; i < provisions->len; i++)
    {
      TwfProvision *provision = provisions->pdata[i];
      const char *id = twf_provision_get_id (provision);
      GPtrArray *after;

      if (twf_plan_get_provision (latter, id) != NULL)
        {
          stayed = id;
          continue;
        }
      after = g_hash_table_lookup (removed, stayed);
      if (after == NULL)
        {
          after = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (removed, (gpointer)stayed, after);
        }
      g_ptr_array_add (after, g_object_ref (provision));
    }
  return removed;
}

static void
add_removed (GPtrArray *changes, GHashTable *removed, const char *stayed)
{
  GPtrArray *after = g_hash_table_lookup (removed, stayed);

  for (guint i = 0; after != NULL && i < after->len; i++)
    find_in_provision (changes, after->pdata[i], NULL);
}

/**
 * twf_changes_between_provisions:
 * @old_provision: (nullable): a provision; %NULL: it was not there
 * @new_provision: (nullable): what became of it; %NULL: it went
 *
 * Finds the facts in which two states of a provision differ: a move, then texts by part and
 * language, then fields by name, then proposals and remarks by id. A provision that came or went is
 * one fact for each language of its text, at least one; its other parts and fields are facts of
 * their own, with one value. Section, parent and rank are its place: a new rank is a move even if
 * no neighbour that is read here shows it, since two people who moved it did not agree.
 *
 * Returns: (transfer full) (element-type TwfChange): the facts; none where both are the same
 */
GPtrArray *
twf_changes_between_provisions (TwfProvision *old_provision, TwfProvision *new_provision)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);

  if (old_provision != NULL || new_provision != NULL)
    find_in_provision (changes, old_provision, new_provision);
  return changes;
}

/**
 * twf_changes_between_plans:
 * @old_plan: a plan
 * @new_plan: what became of it
 *
 * Finds the facts in which two plans differ, provisions and delegations paired by their id and
 * code: first the plan's own title and fields, then delegations by code, then provisions in the
 * order in which they are read now; one that went stands after what it stood after.
 *
 * Returns: (transfer full) (element-type TwfChange): the facts
 */
GPtrArray *
twf_changes_between_plans (TwfPlan *old_plan, TwfPlan *new_plan)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_change_free);
  g_autoptr (GHashTable) removed = find_removed (old_plan, new_plan);
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (new_plan);

  find_in_head (changes, old_plan, new_plan);
  find_in_delegations (changes, old_plan, new_plan);
  add_removed (changes, removed, "");
  for (guint i = 0; i < provisions->len; i++)
    {
      TwfProvision *latter = provisions->pdata[i];
      TwfProvision *former = twf_plan_get_provision (old_plan, twf_provision_get_id (latter));

      /* Most are the same, and seeing that is far quicker than listing what they hold. */
      if (former == NULL || !twf_provision_equal (former, latter))
        find_in_provision (changes, former, latter);
      add_removed (changes, removed, twf_provision_get_id (latter));
    }
  return changes;
}
