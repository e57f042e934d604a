/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-inbox.h"

/* Somebody who chooses one after the other asks once. */
#define CHOOSING_MS 300

struct _TwfInbox
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* it owns this; NULL once it is gone */

  /* Owned. */
  GPtrArray *items;         /* of TwfInboxItem; nullable: not known yet */
  char *revision;           /* of the text, when it was looked up last; nullable */
  GHashTable *known;        /* set of char*: what was there when it was looked up last */
  GPtrArray *foresights;    /* of TwfForesight; nullable: not known */
  GCancellable *looking;    /* nullable: nothing is being looked up */
  GCancellable *foreseeing; /* nullable: nothing is being found out */
  GStrv chosen;             /* names of some that wait, and not of all; nullable */
  GPtrArray *weighed;       /* of TwfForesight: what would come of @chosen alone; nullable */
  GCancellable *weighing;   /* nullable */
  guint choosing;           /* id of the source that begins to find it out; 0: none */
  gboolean stale;           /* something was done since it was begun to be looked up */
  gboolean outdated;        /* a revision was saved since, and nobody looks */
  gboolean wanted;
};

enum
{
  CHANGED,
  FORESEEN,
  ARRIVED,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfInbox, twf_inbox, G_TYPE_OBJECT)

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
forget_chosen (TwfInbox *self)
{
  stop (&self->weighing);
  g_clear_handle_id (&self->choosing, g_source_remove);
  g_clear_pointer (&self->weighed, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_strfreev);
}

static void
twf_inbox_dispose (GObject *object)
{
  TwfInbox *self = TWF_INBOX (object);

  forget_chosen (self);
  stop (&self->looking);
  stop (&self->foreseeing);
  g_clear_weak_pointer (&self->workbench);
  G_OBJECT_CLASS (twf_inbox_parent_class)->dispose (object);
}

static void
twf_inbox_finalize (GObject *object)
{
  TwfInbox *self = TWF_INBOX (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_free (self->revision);
  g_clear_pointer (&self->foresights, g_ptr_array_unref);
  G_OBJECT_CLASS (twf_inbox_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, GType parameter)
{
  return g_signal_new (name,
                       TWF_TYPE_INBOX,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       parameter != G_TYPE_NONE ? 1 : 0,
                       parameter);
}

static void
twf_inbox_class_init (TwfInboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_inbox_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_inbox_finalize;
  signals[CHANGED] = new_signal ("changed", G_TYPE_NONE);
  signals[FORESEEN] = new_signal ("foreseen", G_TYPE_NONE);
  signals[ARRIVED] = new_signal ("arrived", G_TYPE_PTR_ARRAY);
  signals[PROBLEM] = new_signal ("problem", G_TYPE_ERROR);
}

static void
twf_inbox_init (TwfInbox *self)
{
}

static TwfDesk *
get_desk (TwfInbox *self)
{
  return self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;
}

/**
 * twf_inbox_item_is_waiting:
 * @item: something that was received
 *
 * Returns: whether it can be merged and was not
 */
gboolean
twf_inbox_item_is_waiting (const TwfInboxItem *item)
{
  return item->holds && !item->taken_in && !item->is_damaged;
}

/* What is to be merged first, and of either the last that came. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const TwfInboxItem *one = *(TwfInboxItem *const *)a;
  const TwfInboxItem *other = *(TwfInboxItem *const *)b;

  if (one->taken_in != other->taken_in)
    return one->taken_in - other->taken_in;
  if (one->received->when != other->received->when)
    return one->received->when > other->received->when ? -1 : 1;
  return g_strcmp0 (one->received->code, other->received->code);
}

/* Returns: (transfer full): by what an arrival is known again. */
static char *
dup_key (const TwfInboxItem *item)
{
  return g_strdup_printf (
      "%s/%u", item->received->code != NULL ? item->received->code : "", item->received->number);
}

static void
tell_arrived (TwfInbox *self, GHashTable *before)
{
  g_autoptr (GPtrArray) arrived = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *key = dup_key (self->items->pdata[i]);

      if (!g_hash_table_contains (before, key))
        g_ptr_array_add (arrived, self->items->pdata[i]);
    }
  if (arrived->len > 0)
    g_signal_emit (self, signals[ARRIVED], 0, arrived);
}

/* Returns: (transfer full) (nullable): what was foreseen, nothing where that failed; NULL: somebody
 * thought better of it, or something else is being found out by now. */
static GPtrArray *
take_foresights (GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = twf_desk_foresee_finish (TWF_DESK (source), result, &error);

  if (found != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return found;
  g_debug ("foresight: %s", error->message);
  return g_ptr_array_new ();
}

static void
foreseen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfInbox) self = user_data;
  GPtrArray *found = take_foresights (source, result);

  if (found == NULL)
    return;
  g_clear_object (&self->foreseeing);
  g_clear_pointer (&self->foresights, g_ptr_array_unref);
  self->foresights = found;
  g_signal_emit (self, signals[FORESEEN], 0);
}

static void
foresee (TwfInbox *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) asked = NULL;

  if (!self->wanted || self->foresights != NULL || self->foreseeing != NULL || self->items == NULL
      || get_desk (self) == NULL)
    return;
  for (guint i = 0; i < self->items->len; i++)
    if (twf_inbox_item_is_waiting (self->items->pdata[i]))
      g_strv_builder_add (names, ((const TwfInboxItem *)self->items->pdata[i])->name);
  asked = g_strv_builder_end (names);
  if (asked[0] == NULL)
    return;
  self->foreseeing = g_cancellable_new ();
  twf_desk_foresee_async (get_desk (self),
                          (const char *const *)asked,
                          self->foreseeing,
                          foreseen_cb,
                          g_object_ref (self));
}

static gboolean
is_same (const TwfInboxItem *one, const TwfInboxItem *other)
{
  return g_strcmp0 (one->name, other->name) == 0 && one->received->number == other->received->number
         && g_strcmp0 (one->received->tip, other->received->tip) == 0
         && one->taken_in == other->taken_in && one->is_damaged == other->is_damaged
         && one->n_revisions == other->n_revisions && one->n_behind == other->n_behind
         && g_strcmp0 (one->base, other->base) == 0
         && g_strcmp0 (one->base_symbol, other->base_symbol) == 0;
}

static gboolean
are_same (GPtrArray *some, GPtrArray *others)
{
  if (some == NULL || some->len != others->len)
    return FALSE;
  for (guint i = 0; i < some->len; i++)
    if (!is_same (some->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

/* @items: (transfer full). What would come of it depends on the text as well, so that is found out
 * anew whenever the text is another. */
static void
take (TwfInbox *self, GPtrArray *items)
{
  g_autoptr (GHashTable) before = NULL;
  const char *revision = twf_desk_get_revision (get_desk (self));

  g_ptr_array_sort (items, compare_items);
  if (are_same (self->items, items) && g_strcmp0 (self->revision, revision) == 0)
    {
      g_ptr_array_unref (items);
      foresee (self);
      return;
    }
  before = g_steal_pointer (&self->known);
  g_free (self->revision);
  self->revision = g_strdup (revision);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (self->known, dup_key (items->pdata[i]));
  stop (&self->foreseeing);
  forget_chosen (self);
  g_clear_pointer (&self->foresights, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  /* What was there when the plan was opened is no news. */
  if (before != NULL)
    tell_arrived (self, before);
  foresee (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfInbox) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *items = twf_desk_list_inbox_finish (TWF_DESK (source), result, &error);

  g_clear_object (&self->looking);
  if (get_desk (self) == NULL)
    {
      g_clear_pointer (&items, g_ptr_array_unref);
      return;
    }
  if (items != NULL)
    take (self, items);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[PROBLEM], 0, error);
  if (self->stale)
    twf_inbox_look (self);
}

/* How far behind what was received is, nobody needs to know after each save who does not look. */
static void
revision_changed_cb (TwfInbox *self)
{
  self->outdated = !self->wanted;
  if (self->wanted)
    twf_inbox_look (self);
}

/**
 * twf_inbox_get:
 * @workbench: the plan that is open
 *
 * Returns: (transfer none): what was received for it; looked up when it is first asked for
 */
TwfInbox *
twf_inbox_get (TwfWorkbench *workbench)
{
  TwfInbox *self = g_object_get_data (G_OBJECT (workbench), "twf-inbox");
  TwfDesk *desk = twf_workbench_get_desk (workbench);

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_INBOX, NULL);
  g_set_weak_pointer (&self->workbench, workbench);
  g_object_set_data_full (G_OBJECT (workbench), "twf-inbox", self, g_object_unref);
  if (desk != NULL)
    {
      g_signal_connect_object (
          desk, "notify::arrivals", G_CALLBACK (twf_inbox_look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          desk, "notify::revision", G_CALLBACK (revision_changed_cb), self, G_CONNECT_SWAPPED);
    }
  twf_inbox_look (self);
  return self;
}

/**
 * twf_inbox_look:
 * @self: an inbox
 *
 * Looks up what was received. Once at a time: what is done meanwhile is looked up after it.
 */
void
twf_inbox_look (TwfInbox *self)
{
  g_return_if_fail (TWF_IS_INBOX (self));

  self->outdated = FALSE;
  self->stale = self->looking != NULL;
  if (self->looking != NULL || get_desk (self) == NULL)
    return;
  self->looking = g_cancellable_new ();
  twf_desk_list_inbox_async (get_desk (self), FALSE, self->looking, listed_cb, g_object_ref (self));
}

/**
 * twf_inbox_list_items:
 * @self: an inbox
 *
 * Returns: (transfer none) (nullable) (element-type TwfInboxItem): what was received: what can be
 *   merged first, of that the last that came; %NULL: it is not known yet
 */
GPtrArray *
twf_inbox_list_items (TwfInbox *self)
{
  g_return_val_if_fail (TWF_IS_INBOX (self), NULL);

  return self->items;
}

/**
 * twf_inbox_count_waiting:
 * @self: an inbox
 *
 * Returns: how much of it can be merged and was not
 */
guint
twf_inbox_count_waiting (TwfInbox *self)
{
  guint n = 0;

  g_return_val_if_fail (TWF_IS_INBOX (self), 0);

  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    n += twf_inbox_item_is_waiting (self->items->pdata[i]);
  return n;
}

/**
 * twf_inbox_want_foresight:
 * @self: an inbox
 * @wanted: whether somebody wants to know what would come of what was received
 *
 * Finds it out in the background; stops that when nobody wants to know any more.
 */
void
twf_inbox_want_foresight (TwfInbox *self, gboolean wanted)
{
  g_return_if_fail (TWF_IS_INBOX (self));

  self->wanted = wanted;
  if (wanted && self->outdated)
    twf_inbox_look (self);
  else if (wanted)
    foresee (self);
  else
    {
      stop (&self->foreseeing);
      forget_chosen (self);
    }
}

/**
 * twf_inbox_is_foreseeing:
 * @self: an inbox
 *
 * Returns: whether it is being found out what would come of what was received
 */
gboolean
twf_inbox_is_foreseeing (TwfInbox *self)
{
  g_return_val_if_fail (TWF_IS_INBOX (self), FALSE);

  return self->foreseeing != NULL;
}

/**
 * twf_inbox_get_foresight:
 * @self: an inbox
 * @name: (nullable): what was received, "received/EG"; %NULL: all that waits
 *
 * Returns: (transfer none) (nullable): what would come of it if all that waits were merged; %NULL:
 *   it is not known, or not yet; of all that waits: that cannot be merged at once, or is one, and
 *   what is said of each is said of it alone
 */
const TwfForesight *
twf_inbox_get_foresight (TwfInbox *self, const char *name)
{
  g_return_val_if_fail (TWF_IS_INBOX (self), NULL);

  for (guint i = 0; self->foresights != NULL && i < self->foresights->len; i++)
    if (g_strcmp0 (((const TwfForesight *)self->foresights->pdata[i])->name, name) == 0)
      return self->foresights->pdata[i];
  return NULL;
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfInbox) self = user_data;
  GPtrArray *found = take_foresights (source, result);

  if (found == NULL)
    return;
  g_clear_object (&self->weighing);
  self->weighed = found;
  g_signal_emit (self, signals[FORESEEN], 0);
}

static gboolean
weigh_cb (gpointer user_data)
{
  TwfInbox *self = user_data;

  self->choosing = 0;
  if (get_desk (self) == NULL)
    return G_SOURCE_REMOVE;
  self->weighing = g_cancellable_new ();
  twf_desk_foresee_async (get_desk (self),
                          (const char *const *)self->chosen,
                          self->weighing,
                          weighed_cb,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/**
 * twf_inbox_choose:
 * @self: an inbox
 * @names: (array zero-terminated=1): some of what waits
 *
 * Finds out in the background what would come of them without the others, as long as foresight is
 * wanted; of none and of all nothing has to be found out.
 */
void
twf_inbox_choose (TwfInbox *self, const char *const *names)
{
  guint n;

  g_return_if_fail (TWF_IS_INBOX (self) && names != NULL);

  if (self->chosen != NULL && g_strv_equal ((const char *const *)self->chosen, names))
    return;
  forget_chosen (self);
  n = g_strv_length ((char **)names);
  if (!self->wanted || n == 0 || n == twf_inbox_count_waiting (self))
    return;
  self->chosen = g_strdupv ((char **)names);
  self->choosing = g_timeout_add (CHOOSING_MS, weigh_cb, self);
}

/**
 * twf_inbox_is_weighing:
 * @self: an inbox
 *
 * Returns: whether it is being found out what would come of those that are chosen
 */
gboolean
twf_inbox_is_weighing (TwfInbox *self)
{
  g_return_val_if_fail (TWF_IS_INBOX (self), FALSE);

  return self->choosing != 0 || self->weighing != NULL;
}

/**
 * twf_inbox_get_chosen_foresight:
 * @self: an inbox
 *
 * Returns: (transfer none) (nullable): what would come of those that twf_inbox_choose() was told,
 *   merged together and without the others; %NULL: it is not known, or not yet
 */
const TwfForesight *
twf_inbox_get_chosen_foresight (TwfInbox *self)
{
  const TwfForesight *last;

  g_return_val_if_fail (TWF_IS_INBOX (self), NULL);

  if (self->weighed == NULL || self->weighed->len == 0)
    return NULL;
  last = self->weighed->pdata[self->weighed->len - 1];
  /* All together stands last; one is together by itself. */
  return last->name == NULL || g_strv_length (self->chosen) == 1 ? last : NULL;
}
