/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-received-private.h"

#include "twf-gc-pid-private.h"
#include "twf-parents-private.h"
#include "twf-repository-private.h"
#include "twf-tag-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)
/* Of what vanished, so many are named. */
#define MOST_VANISHED 1000

/* What comes in at once, under one lock. */
typedef struct
{
  TwfRepository *repository;
  TwfLock *lock;
  git_repository *handle;
  GPtrArray *former; /* of TwfReceived: what is noted already */
  const TwfCommitInfo *info;
} Taking;

/**
 * twf_arrival_new:
 * @coming: (transfer full): as it is to be noted
 *
 * Returns: (transfer full): a branch of which nothing is decided yet
 */
TwfArrival *
twf_arrival_new (TwfReceived *coming)
{
  TwfArrival *self = g_new0 (TwfArrival, 1);

  self->coming = coming;
  return self;
}

/**
 * twf_arrival_free:
 * @self: (transfer full) (nullable): a branch that came
 */
void
twf_arrival_free (TwfArrival *self)
{
  if (self == NULL)
    return;
  twf_received_free (self->coming);
  twf_received_free (self->noted);
  g_strfreev (self->vanished);
  g_free (self);
}

static gboolean
contains (Taking *taking, const char *revision, const char *other, gboolean *answer, GError **error)
{
  g_autoptr (git_commit) one = twf_lookup_commit (taking->handle, revision, error);
  g_autoptr (git_commit) two
      = one != NULL ? twf_lookup_commit (taking->handle, other, error) : NULL;

  return two != NULL && twf_commit_contains (one, two, answer, error);
}

/* The tip of the own rolling text, where there is one. */
static char *
dup_own_main (Taking *taking)
{
  git_oid id;

  if (git_reference_name_to_id (&id, taking->handle, "refs/heads/" TWF_BRANCH_MAIN) < 0)
    return NULL;
  return g_strdup (git_oid_tostr_s (&id));
}

/* Every revision that a branch may not fall behind: what holds, and what a rewritten one stands
 * beside; of the rolling text the own one too. */
static GPtrArray *
list_ends (Taking *taking, const char *code)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func (g_free);
  const TwfReceived *last = NULL;
  char *own = code == NULL ? dup_own_main (taking) : NULL;

  if (own != NULL)
    g_ptr_array_add (ends, own);
  for (guint i = 0; i < taking->former->len; i++)
    {
      const TwfReceived *each = taking->former->pdata[i];

      if (each->is_damaged || g_strcmp0 (each->code, code) != 0)
        continue;
      if (each->beside != NULL && last != NULL)
        g_ptr_array_add (ends, g_strdup (last->tip));
      last = each;
    }
  if (last != NULL)
    g_ptr_array_add (ends, g_strdup (last->tip));
  return ends;
}

/* The first that came with this tip; NULL: none did. */
static const TwfReceived *
find_same (Taking *taking, const TwfReceived *coming, const TwfReceived **newest)
{
  const TwfReceived *same = NULL;

  *newest = NULL;
  for (guint i = 0; i < taking->former->len; i++)
    {
      const TwfReceived *each = taking->former->pdata[i];

      if (each->is_damaged || g_strcmp0 (each->code, coming->code) != 0)
        continue;
      *newest = each;
      if (same == NULL && g_str_equal (each->tip, coming->tip))
        same = each;
    }
  return same;
}

static gboolean
list_vanished (Taking *taking, const char *former, TwfArrival *arrival, GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  git_oid gone, stays;
  guint n = 0;
  int rc;

  errno = 0;
  git_oid_fromstr (&gone, former);
  git_oid_fromstr (&stays, arrival->coming->tip);
  if ((rc = git_revwalk_new (&walk, taking->handle)) < 0
      || (rc = git_revwalk_push (walk, &gone)) < 0 || (rc = git_revwalk_hide (walk, &stays)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, former);
  while (n++ < MOST_VANISHED && git_revwalk_next (&gone, walk) == 0)
    g_strv_builder_add (list, git_oid_tostr_s (&gone));
  arrival->vanished = g_strv_builder_end (list);
  return TRUE;
}

/* What becomes of a branch; its objects are here. */
static gboolean
decide (Taking *taking, TwfArrival *arrival, GError **error)
{
  const TwfReceived *newest;
  const TwfReceived *same = find_same (taking, arrival->coming, &newest);
  g_autoptr (GPtrArray) ends = list_ends (taking, arrival->coming->code);
  gboolean answer = FALSE;
  const char *last;

  if (same != NULL)
    {
      arrival->kind = TWF_ARRIVAL_SAME;
      arrival->noted = twf_received_copy (same);
      return TRUE;
    }
  for (guint i = 0; i < ends->len; i++)
    {
      if (!contains (taking, ends->pdata[i], arrival->coming->tip, &answer, error))
        return FALSE;
      if (answer)
        {
          arrival->kind = TWF_ARRIVAL_OLDER;
          arrival->noted = newest != NULL ? twf_received_copy (newest) : NULL;
          return TRUE;
        }
    }
  if (ends->len == 0)
    return TRUE;
  last = ends->pdata[ends->len - 1];
  if (!contains (taking, arrival->coming->tip, last, &answer, error))
    return FALSE;
  if (answer)
    return TRUE;
  arrival->kind = TWF_ARRIVAL_REWRITTEN;
  arrival->coming->beside = g_strdup (last);
  return list_vanished (taking, last, arrival, error);
}

static void
add_line (GString *message, const char *key, const char *value)
{
  g_autofree char *single = NULL;

  if (value == NULL)
    return;
  single = g_strdelimit (g_utf8_make_valid (value, -1), "\r\n", ' ');
  g_string_append_printf (message, "%s: %s\n", key, single);
}

static char *
compose_message (Taking *taking, const TwfReceived *coming)
{
  g_autoptr (GString) message = g_string_new (NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (taking->info->when);
  g_autofree char *when = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;

  if (coming->code != NULL)
    g_string_append_printf (message, "Received from %s\n\n", coming->code);
  else
    g_string_append (message, "The rolling text, received\n\n");
  add_line (message, "Received", when);
  add_line (message, "From", coming->from);
  add_line (message, "Origin", coming->origin);
  add_line (message, "Verdict", coming->verdict);
  add_line (message, "Fingerprint", coming->fingerprint);
  add_line (message, "Beside", coming->beside);
  return g_string_free (g_steal_pointer (&message), FALSE);
}

static guint
get_next_number (Taking *taking, const char *code)
{
  guint last = 0;

  for (guint i = 0; i < taking->former->len; i++)
    {
      const TwfReceived *each = taking->former->pdata[i];

      if (g_strcmp0 (each->code, code) == 0)
        last = MAX (last, each->number);
    }
  return last + 1;
}

static gboolean
note (Taking *taking, TwfArrival *arrival, GError **error)
{
  const TwfReceived *coming = arrival->coming;
  g_autofree char *reference
      = twf_received_dup_reference (coming->code, get_next_number (taking, coming->code));
  g_autofree char *message = compose_message (taking, coming);
  g_autoptr (git_reference) made = NULL;
  TwfCommitInfo who = *taking->info;
  GString *tag;

  who.message = message;
  tag = twf_tag_compose (&who, reference + strlen ("refs/"), coming->tip, error);
  if (tag == NULL)
    return FALSE;
  made = twf_tag_write (taking->repository, taking->lock, taking->handle, reference, tag, error);
  g_string_free (tag, TRUE);
  if (made == NULL)
    return FALSE;
  arrival->noted = twf_received_read (taking->handle, made);
  g_ptr_array_add (taking->former, twf_received_copy (arrival->noted));
  return TRUE;
}

static gboolean
take_all (Taking *taking, GPtrArray *arrivals, GError **error)
{
  taking->former = twf_received_list (taking->handle, error);
  if (taking->former == NULL)
    return FALSE;
  for (guint i = 0; i < arrivals->len; i++)
    {
      TwfArrival *arrival = arrivals->pdata[i];

      if (!decide (taking, arrival, error)
          || ((arrival->kind == TWF_ARRIVAL_NEW || arrival->kind == TWF_ARRIVAL_REWRITTEN)
              && !note (taking, arrival, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bring_and_take (Taking *taking, const char *pack, GPtrArray *arrivals, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  gboolean taken;

  if (pack != NULL && !twf_pack_bring (taking->repository, pack, error))
    return FALSE;
  handle = twf_repository_open_handle (taking->repository, error);
  if (handle == NULL)
    return FALSE;
  taking->handle = handle;
  taken = take_all (taking, arrivals, error);
  g_clear_pointer (&taking->former, g_ptr_array_unref);
  return taken;
}

/**
 * twf_repository_take_in:
 * @self: a repository
 * @pack: (nullable): path of a pack without its suffix, of which every object was looked at and
 *   all that they name is in it or here; %NULL: all is here
 * @arrivals: (element-type TwfArrival): the branches that come, and what becomes of them
 * @info: by whom and when it is received
 * @error: return location
 *
 * Brings objects in and notes which branches came with them, each behind what came of it before. No
 * branch moves. When this returns it is on the disk.
 *
 * Returns: whether all was done; on error some may have been
 * Errors: TWF_ERROR_BUSY if others hold the repository for five seconds; TWF_ERROR_DAMAGED if the
 *   pack is not what it was; TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED,
 *   TWF_ERROR_IO
 */
gboolean
twf_repository_take_in (TwfRepository *self,
                        const char *pack,
                        GPtrArray *arrivals,
                        const TwfCommitInfo *info,
                        GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  g_autoptr (TwfLock) lock = NULL;
  Taking taking = { .repository = self, .info = info };
  gboolean taken;

  g_return_val_if_fail (self != NULL && arrivals != NULL && info != NULL, FALSE);

  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return FALSE;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);
  /* A git that prunes would take the objects before they have a name. */
  while (!twf_gc_pid_take_to_save (self) && g_get_monotonic_time () < until)
    g_usleep (5 * G_TIME_SPAN_MILLISECOND);
  taking.lock = lock;
  taken = bring_and_take (&taking, pack, arrivals, error);
  /* One that lay there from before, unmarked, may have been on its way out. */
  if (taken && pack != NULL && !twf_pack_is_there (self, pack))
    taken = twf_pack_bring (self, pack, error);
  if (pack != NULL)
    twf_pack_release (self, pack);
  twf_gc_pid_release_saved (self);
  return taken;
}

/**
 * twf_repository_begin_main:
 * @self: a repository in which there is no rolling text yet
 * @revision: where it is to begin
 * @error: return location
 *
 * Makes the branch of the rolling text: of a plan that somebody was invited to.
 *
 * Errors: TWF_ERROR_EXISTS if there is one; as twf_repository_resolve(); TWF_ERROR_NO_SPACE,
 *   TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
gboolean
twf_repository_begin_main (TwfRepository *self, const char *revision, GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_reference) made = NULL;
  g_autofree char *folder = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && revision != NULL, FALSE);

  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL || (handle = twf_repository_open_handle (self, error)) == NULL
      || (commit = twf_lookup_commit (handle, revision, error)) == NULL)
    return FALSE;
  errno = 0;
  rc = git_reference_create (
      &made, handle, "refs/heads/" TWF_BRANCH_MAIN, git_commit_id (commit), FALSE, NULL);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, TWF_BRANCH_MAIN);
  folder = twf_repository_build_path (self, "refs/heads");
  return twf_sync_folder (folder, error);
}
