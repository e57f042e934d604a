/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-owners.h"

#include "twf-byline.h"

#include <glib/gi18n.h>

/* Where nobody took words away. */
#define NEVER_THERE "\342\200\224"
#define ELSEWHERE "\342\206\225"

struct _TwfCompareOwners
{
  GObject parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfComparison *comparison;
  char *language;            /* nullable: all */
  GHashTable *found;         /* guint row -> GPtrArray of TwfOwnedRowText */
  GPtrArray *owners;         /* of TwfCompareOwner, in the order in which they appeared */
  GQueue waiting;            /* of rows: what was wanted last is looked up first */
  GCancellable *cancellable; /* nullable: nothing is being looked up */
  guint row;                 /* that is being looked up */
  gboolean stopped;
};

enum
{
  FOUND,
  OWNER_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfCompareOwners, twf_compare_owners, G_TYPE_OBJECT)

static void look_up_next (TwfCompareOwners *self);

static void
free_owner (gpointer data)
{
  TwfCompareOwner *owner = data;

  g_free (owner->mark);
  g_free (owner->name);
  g_free (owner);
}

static void
twf_compare_owners_finalize (GObject *object)
{
  TwfCompareOwners *self = TWF_COMPARE_OWNERS (object);

  g_object_unref (self->workbench);
  twf_comparison_unref (self->comparison);
  g_free (self->language);
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->owners);
  g_queue_clear (&self->waiting);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (twf_compare_owners_parent_class)->finalize (object);
}

static void
twf_compare_owners_class_init (TwfCompareOwnersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_compare_owners_finalize;
  signals[FOUND] = g_signal_new ("found",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_UINT);
  signals[OWNER_ADDED] = g_signal_new ("owner-added",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       0);
}

static void
twf_compare_owners_init (TwfCompareOwners *self)
{
  self->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->owners = g_ptr_array_new_with_free_func (free_owner);
  g_queue_init (&self->waiting);
}

/**
 * twf_compare_owners_new:
 * @workbench: the open plan
 * @comparison: what is shown
 * @language: (nullable): of the texts that are shown; %NULL: all
 *
 * Returns: (transfer full): what knows nothing yet
 */
TwfCompareOwners *
twf_compare_owners_new (TwfWorkbench *workbench, TwfComparison *comparison, const char *language)
{
  TwfCompareOwners *self = g_object_new (TWF_TYPE_COMPARE_OWNERS, NULL);

  self->workbench = g_object_ref (workbench);
  self->comparison = twf_comparison_ref (comparison);
  self->language = g_strdup (language);
  return self;
}

/**
 * twf_compare_owners_stop:
 * @self: owners of words
 *
 * Looks up no more.
 */
void
twf_compare_owners_stop (TwfCompareOwners *self)
{
  g_return_if_fail (TWF_IS_COMPARE_OWNERS (self));

  self->stopped = TRUE;
  g_queue_clear (&self->waiting);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static char *
dup_mark (TwfCompareOwners *self, const TwfOwnedWords *words)
{
  if (words->by->len > 0)
    return twf_byline_dup_mark (self->workbench, words->by);
  return g_strdup (words->elsewhere ? ELSEWHERE : NEVER_THERE);
}

static char *
dup_name (TwfCompareOwners *self, const TwfOwnedWords *words)
{
  if (words->by->len > 0)
    return twf_byline_dup_names (self->workbench, words->by);
  return g_strdup (words->elsewhere ? _ ("These words stand in another place")
                                    : _ ("The other text never had these words"));
}

/**
 * twf_compare_owners_find:
 * @self: owners of words
 * @words: that came or went
 *
 * Returns: number of whose doing it is, in twf_compare_owners_list()
 */
guint
twf_compare_owners_find (TwfCompareOwners *self, const TwfOwnedWords *words)
{
  g_autofree char *mark = dup_mark (self, words);
  TwfCompareOwner *owner;

  for (guint i = 0; i < self->owners->len; i++)
    if (g_str_equal (((TwfCompareOwner *)self->owners->pdata[i])->mark, mark))
      return i;
  owner = g_new0 (TwfCompareOwner, 1);
  owner->mark = g_steal_pointer (&mark);
  owner->name = dup_name (self, words);
  g_ptr_array_add (self->owners, owner);
  g_signal_emit (self, signals[OWNER_ADDED], 0);
  return self->owners->len - 1;
}

static void
take_found (TwfCompareOwners *self, guint row, GPtrArray *texts)
{
  g_hash_table_insert (self->found, GUINT_TO_POINTER (row), texts);
  for (guint i = 0; i < texts->len; i++)
    {
      GPtrArray *words = ((TwfOwnedRowText *)texts->pdata[i])->words;

      for (guint w = 0; w < words->len; w++)
        if (((TwfOwnedWords *)words->pdata[w])->run.kind != TWF_RUN_EQUAL)
          twf_compare_owners_find (self, words->pdata[w]);
    }
  g_signal_emit (self, signals[FOUND], 0, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfCompareOwners) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = twf_desk_list_owners_finish (TWF_DESK (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->stopped)
    {
      g_clear_pointer (&texts, g_ptr_array_unref);
      return;
    }
  /* What cannot be read is said in the row: it has no texts. */
  if (texts == NULL)
    texts = g_ptr_array_new ();
  take_found (self, self->row, texts);
  look_up_next (self);
}

/* One at a time: whatever else is asked of the desk waits for one row, never for all. */
static void
look_up_next (TwfCompareOwners *self)
{
  if (self->cancellable != NULL || g_queue_is_empty (&self->waiting))
    return;
  self->row = GPOINTER_TO_UINT (g_queue_pop_head (&self->waiting));
  self->cancellable = g_cancellable_new ();
  twf_desk_list_owners_async (twf_workbench_get_desk (self->workbench),
                              self->comparison,
                              self->row,
                              self->language,
                              self->cancellable,
                              listed_cb,
                              g_object_ref (self));
}

/**
 * twf_compare_owners_want:
 * @self: owners of words
 * @row: number of a row that is looked at
 *
 * Looks it up before those that were wanted earlier; "found" says when.
 */
void
twf_compare_owners_want (TwfCompareOwners *self, guint row)
{
  g_return_if_fail (TWF_IS_COMPARE_OWNERS (self));

  if (self->stopped || g_hash_table_contains (self->found, GUINT_TO_POINTER (row))
      || (self->cancellable != NULL && self->row == row))
    return;
  g_queue_remove (&self->waiting, GUINT_TO_POINTER (row));
  g_queue_push_head (&self->waiting, GUINT_TO_POINTER (row));
  look_up_next (self);
}

/**
 * twf_compare_owners_get:
 * @self: owners of words
 * @row: number of a row
 *
 * Returns: (transfer none) (nullable) (element-type TwfOwnedRowText): what is known of it; %NULL:
 *   nothing yet
 */
GPtrArray *
twf_compare_owners_get (TwfCompareOwners *self, guint row)
{
  return g_hash_table_lookup (self->found, GUINT_TO_POINTER (row));
}

/**
 * twf_compare_owners_list:
 * @self: owners of words
 *
 * Returns: (transfer none) (element-type TwfCompareOwner): all who appeared so far
 */
GPtrArray *
twf_compare_owners_list (TwfCompareOwners *self)
{
  return self->owners;
}
