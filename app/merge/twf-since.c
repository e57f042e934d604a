/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-since.h"

struct _TwfSince
{
  TwfSinceHead head; /* its strings are owned */
  TwfComparison *comparison;
  GPtrArray *fates;   /* of TwfFate: of own proposals */
  GPtrArray *groups;  /* of TwfFate: of proposals of groups that the delegation is a member of */
  GPtrArray *entries; /* of TwfSinceEntry, in their order */
  GHashTable *names;  /* char* "code language" -> char*: of the delegation and its groups */
  char *symbol;
  char *session;
};

/* Documents have words of their own in these (twf-comparison-words.h), whatever the plan is in. */
static const char *const own_languages[] = { "ar", "en", "es", "fr", "ru", "zh", NULL };

static void
free_entry (TwfSinceEntry *entry)
{
  g_ptr_array_unref (entry->fates);
  g_free (entry);
}

static void
set_head (TwfSince *self, const TwfSinceHead *head)
{
  self->head = *head;
  self->head.code = g_strdup (head->code);
  self->head.base = g_strdup (head->base);
  self->head.side = g_strdup (head->side);
  self->head.note = g_strdup (head->note);
}

static char *
dup_name_key (const char *code, const char *language)
{
  return g_strjoin (" ", code, language, NULL);
}

static void
add_names_in (TwfSince *self, TwfDelegation *delegation, const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    g_hash_table_insert (self->names,
                         dup_name_key (twf_delegation_get_code (delegation), languages[i]),
                         twf_delegation_dup_name (delegation, languages[i]));
}

static void
add_names (TwfSince *self, TwfPlan *plan, TwfDelegation *delegation)
{
  add_names_in (self, delegation, own_languages);
  add_names_in (self, delegation, twf_plan_get_languages (plan));
}

static gboolean
is_told (const GPtrArray *fates, const char *proposal)
{
  for (guint i = 0; i < fates->len; i++)
    if (g_str_equal (((const TwfFate *)fates->pdata[i])->proposal, proposal))
      return TRUE;
  return FALSE;
}

static gboolean
is_member (TwfDelegation *group, const char *code)
{
  const char *const *members = twf_delegation_get_values (group, TWF_DELEGATION_MEMBER);

  return members != NULL && g_strv_contains (members, code);
}

/* A proposal in which the delegation itself stands too is its own; one of two groups is told once.
 */
static void
add_group (TwfSince *self, TwfPlan *base, TwfPlan *side, TwfDelegation *group)
{
  const char *code = twf_delegation_get_code (group);
  g_autoptr (GPtrArray) fates = twf_fates_list (base, side, code);

  add_names (self, side, group);
  g_ptr_array_set_free_func (fates, NULL);
  for (guint i = 0; i < fates->len; i++)
    {
      TwfFate *fate = fates->pdata[i];

      if (is_told (self->fates, fate->proposal) || is_told (self->groups, fate->proposal))
        {
          twf_fate_free (fate);
          continue;
        }
      fate->group = g_strdup (code);
      g_ptr_array_add (self->groups, fate);
    }
}

/* Groups as they are now. */
static void
add_groups (TwfSince *self, TwfPlan *base, TwfPlan *side)
{
  GListModel *delegations = twf_plan_list_delegations (side);

  for (guint i = 0; self->head.code != NULL && i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) group = g_list_model_get_item (delegations, i);

      if (is_member (group, self->head.code))
        add_group (self, base, side, group);
    }
}

static gboolean
is_of (const TwfFate *fate, const TwfRow *row)
{
  return row->kind == TWF_ROW_PROVISION ? g_strcmp0 (fate->provision, row->id) == 0
                                        : row->kind == TWF_ROW_PLAN && fate->provision == NULL;
}

static gboolean
is_proposed (TwfPlan *plan, const TwfRow *row)
{
  TwfProvision *provision = row->id != NULL ? twf_plan_get_provision (plan, row->id) : NULL;

  return provision != NULL && twf_provision_is_proposed (provision, NULL);
}

/* A provision that is itself proposed is no text yet, whatever is done to it. */
static TwfSinceGroup
find_group (const TwfRow *row, gboolean own, gboolean of_group, gboolean proposed)
{
  static const TwfChangeKind texts[]
      = { TWF_CHANGE_ADDED, TWF_CHANGE_REMOVED, TWF_CHANGE_MOVED, TWF_CHANGE_TEXT };
  static const TwfChangeKind proposals[]
      = { TWF_CHANGE_PROPOSAL_ADDED, TWF_CHANGE_PROPOSAL_REMOVED, TWF_CHANGE_PROPOSAL };

  if (own || of_group)
    return own ? TWF_SINCE_OWN : TWF_SINCE_GROUPS;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (twf_row_has (row, 0, texts[i]) && row->kind != TWF_ROW_DELEGATION)
      return proposed ? TWF_SINCE_PROPOSALS : TWF_SINCE_TEXT;
  for (gsize i = 0; i < G_N_ELEMENTS (proposals); i++)
    if (twf_row_has (row, 0, proposals[i]))
      return TWF_SINCE_PROPOSALS;
  return TWF_SINCE_REST;
}

/* Adds those of a row that are news. Returns: whether there are any at all. */
static gboolean
add_fates (TwfSinceEntry *entry, const GPtrArray *fates, const TwfRow *row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fates->len; i++)
    if (is_of (fates->pdata[i], row))
      {
        any = TRUE;
        if (twf_fate_is_news (fates->pdata[i]))
          g_ptr_array_add (entry->fates, fates->pdata[i]);
      }
  return any;
}

static void
add_entry (TwfSince *self, guint number, TwfPlan *base, TwfPlan *side)
{
  const TwfRow *row = twf_comparison_get_rows (self->comparison)->pdata[number];
  TwfSinceEntry *entry;
  gboolean own, of_group;

  if (!twf_row_has_changed (row, NULL))
    return;
  entry = g_new0 (TwfSinceEntry, 1);
  entry->row = number;
  entry->fates = g_ptr_array_new ();
  own = add_fates (entry, self->fates, row);
  of_group = add_fates (entry, self->groups, row);
  entry->group
      = find_group (row, own, of_group, is_proposed (side, row) || is_proposed (base, row));
  /* It was proposed and now is text: that is a change of the text. */
  if (entry->group == TWF_SINCE_PROPOSALS && is_proposed (base, row) && !is_proposed (side, row))
    entry->group = TWF_SINCE_TEXT;
  g_ptr_array_add (self->entries, entry);
}

static gint
compare_entries (gconstpointer one, gconstpointer other)
{
  const TwfSinceEntry *first = *(TwfSinceEntry *const *)one;
  const TwfSinceEntry *second = *(TwfSinceEntry *const *)other;

  if (first->group != second->group)
    return (gint)first->group - (gint)second->group;
  return first->row < second->row ? -1 : first->row > second->row;
}

/**
 * twf_since_new:
 * @base: the plan as it was cleared
 * @side: what became of it
 * @head: what is to be said about the two, and whose capital it is
 * @language: (nullable): see twf_comparison_new()
 *
 * Compares by meaning, and puts what differs in the order in which a capital wants to read it:
 * where its delegation has proposals, then where groups have some of which it is a member, then
 * what others changed in the text, then what others ask
 * for, then the rest; each in the order of the plan.
 *
 * Returns: (transfer full): what changed
 */
TwfSince *
twf_since_new (TwfPlan *base, TwfPlan *side, const TwfSinceHead *head, const char *language)
{
  TwfSince *self = g_atomic_rc_box_new0 (TwfSince);
  TwfDelegation *delegation;

  set_head (self, head);
  self->comparison = twf_comparison_new_of_meaning (base, &side, 1, language);
  self->fates = head->code != NULL ? twf_fates_list (base, side, head->code)
                                   : g_ptr_array_new_with_free_func ((GDestroyNotify)twf_fate_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_fate_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_groups (self, base, side);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);
  for (guint i = 0; i < twf_comparison_get_rows (self->comparison)->len; i++)
    add_entry (self, i, base, side);
  g_ptr_array_sort (self->entries, compare_entries);

  self->symbol = g_strdup (twf_plan_get_field (side, TWF_PLAN_SYMBOL));
  self->session = g_strdup (twf_plan_get_field (side, TWF_PLAN_SESSION));
  delegation = head->code != NULL ? twf_plan_get_delegation (side, head->code) : NULL;
  if (delegation != NULL)
    add_names (self, side, delegation);
  return self;
}

/**
 * twf_since_ref:
 * @self: what changed
 *
 * Returns: (transfer full): the same
 */
TwfSince *
twf_since_ref (TwfSince *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_since (TwfSince *self)
{
  g_free ((char *)self->head.code);
  g_free ((char *)self->head.base);
  g_free ((char *)self->head.side);
  g_free ((char *)self->head.note);
  twf_comparison_unref (self->comparison);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->fates);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->names);
  g_free (self->symbol);
  g_free (self->session);
}

/**
 * twf_since_unref:
 * @self: (transfer full): what changed
 */
void
twf_since_unref (TwfSince *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_since);
}

/**
 * twf_since_get_head:
 * @self: what changed
 *
 * Returns: (transfer none): between which revisions, and for whom
 */
const TwfSinceHead *
twf_since_get_head (const TwfSince *self)
{
  return &self->head;
}

/**
 * twf_since_get_comparison:
 * @self: what changed
 *
 * Returns: (transfer none): the comparison whose rows the entries are
 */
TwfComparison *
twf_since_get_comparison (const TwfSince *self)
{
  return self->comparison;
}

/**
 * twf_since_get_symbol:
 * @self: what changed
 *
 * Returns: (nullable): the plan's symbol
 */
const char *
twf_since_get_symbol (const TwfSince *self)
{
  return self->symbol;
}

/**
 * twf_since_get_session:
 * @self: what changed
 *
 * Returns: (nullable): the plan's session
 */
const char *
twf_since_get_session (const TwfSince *self)
{
  return self->session;
}

/**
 * twf_since_get_delegation:
 * @self: what changed
 * @language: of a document
 *
 * Returns: (nullable): what the delegation is called there; %NULL for the facilitator
 */
const char *
twf_since_get_delegation (const TwfSince *self, const char *language)
{
  return self->head.code != NULL ? twf_since_get_group (self, self->head.code, language) : NULL;
}

/**
 * twf_since_get_group:
 * @self: what changed
 * @code: of a group that the delegation is a member of, or its own
 * @language: of a document
 *
 * Returns: what it is called there
 */
const char *
twf_since_get_group (const TwfSince *self, const char *code, const char *language)
{
  g_autofree char *key = dup_name_key (code, language);
  const char *name = g_hash_table_lookup (self->names, key);

  return name != NULL ? name : code;
}

/**
 * twf_since_get_group_fates:
 * @self: what changed
 *
 * Returns: (transfer none) (element-type TwfFate): what became of each proposal of a group that the
 *   delegation is a member of, and that is not its own as well
 */
const GPtrArray *
twf_since_get_group_fates (const TwfSince *self)
{
  return self->groups;
}

/**
 * twf_since_get_fates:
 * @self: what changed
 *
 * Returns: (transfer none) (element-type TwfFate): what became of each own proposal, also of those
 * of which nothing did
 */
const GPtrArray *
twf_since_get_fates (const TwfSince *self)
{
  return self->fates;
}

/**
 * twf_since_count_fates:
 * @self: what changed
 * @kind: a fate
 *
 * Returns: how many own proposals it befell
 */
guint
twf_since_count_fates (const TwfSince *self, TwfFateKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->fates->len; i++)
    n += ((const TwfFate *)self->fates->pdata[i])->kind == kind;
  return n;
}

/**
 * twf_since_list_entries:
 * @self: what changed
 * @language: (nullable): texts of one language; %NULL: of all
 *
 * Returns: (transfer container) (element-type TwfSinceEntry): the rows that changed, in the order
 * in which they are to be read
 */
GPtrArray *
twf_since_list_entries (const TwfSince *self, const char *language)
{
  GPtrArray *rows = twf_comparison_get_rows (self->comparison);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      TwfSinceEntry *entry = self->entries->pdata[i];

      if (twf_row_has_changed (rows->pdata[entry->row], language))
        g_ptr_array_add (entries, entry);
    }
  return entries;
}
