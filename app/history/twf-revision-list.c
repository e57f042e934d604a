/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-revision.h"

#include "twf-error.h"
#include "twf-repository-private.h"
#include "twf-revision-private.h"
#include "twf-walk-private.h"

#include <string.h>

typedef struct
{
  git_repository *handle;
  TwfIndex *index;  /* nullable */
  const char *path; /* nullable: every revision */
  guint64 key;      /* of the unit that path lies in */
  gboolean keyed;   /* whether what does not touch the unit does not touch the path */
  gboolean exact;   /* whether what touches the unit touches the path */
  guint skip;
  guint most;
  GPtrArray *found;
} Listing;

/* As git counts: a commit touches a path if it differs there from each of its parents. */
static gboolean
look_whether_touches (git_commit *commit, const char *path, gboolean *touches, GError **error)
{
  git_oid here, there;

  if (!twf_find_at (commit, path, &here, error))
    return FALSE;
  *touches = !git_oid_is_zero (&here) || git_commit_parentcount (commit) > 0;
  for (guint i = 0; *touches && i < git_commit_parentcount (commit); i++)
    {
      g_autoptr (git_commit) parent
          = twf_load_commit (git_commit_owner (commit), git_commit_parent_id (commit, i), error);

      if (parent == NULL || !twf_find_at (parent, path, &there, error))
        return FALSE;
      *touches = !git_oid_equal (&here, &there);
    }
  return TRUE;
}

/* From what is remembered where that decides, else from the trees. */
static gboolean
list_cb (const git_oid *id, const TwfEntry *entry, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  g_autoptr (git_commit) commit = NULL;
  gboolean touches = TRUE;

  if (listing->keyed && !twf_entry_touches (entry, listing->key))
    return TRUE;
  if (listing->path == NULL || listing->exact)
    {
      if (listing->skip > 0)
        {
          listing->skip--;
          return TRUE;
        }
    }
  commit = twf_load_commit (listing->handle, id, error);
  if (commit == NULL)
    return FALSE;
  if (listing->path != NULL && !listing->exact
      && !look_whether_touches (commit, listing->path, &touches, error))
    return FALSE;
  if (touches && listing->skip > 0)
    listing->skip--;
  else if (touches)
    g_ptr_array_add (listing->found, twf_revision_new (commit));
  return listing->found->len < listing->most;
}

static void
choose_way (Listing *listing, TwfRepository *repository)
{
  if (listing->path != NULL)
    {
      listing->keyed = twf_find_unit (listing->path, &listing->key, &listing->exact);
      listing->index = twf_index_load (repository);
    }
}

static char *
clean_path (const char *under)
{
  char *path = g_strdup (under);

  while (path != NULL && g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  if (path != NULL && path[0] == '\0')
    g_clear_pointer (&path, g_free);
  return path;
}

/**
 * twf_repository_list_revisions:
 * @self: a repository
 * @from: a revision
 * @under: (nullable): a folder or file: only revisions that changed it; NULL: every revision
 * @skip: how many to leave out at the beginning
 * @most: how many at most
 * @cancellable: (nullable): looked at before each revision
 *
 * Lists the revisions that @from contains, newest first: each before those it was made on, whatever
 * the clocks said. A merge counts as changing @under if it differs there from each of what it
 * merged. What a revision changed is remembered in a file of the repository, so that one
 * provision's history does not read everybody's.
 *
 * Returns: (transfer full) (element-type TwfRevision): the revisions
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED;
 * %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_repository_list_revisions (TwfRepository *self,
                               const char *from,
                               const char *under,
                               guint skip,
                               guint most,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (TwfIndex) index = NULL;
  g_autofree char *path = clean_path (under);
  Listing listing = { .path = path, .skip = skip, .most = most };
  gboolean walked;

  g_return_val_if_fail (self != NULL && from != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL || (commit = twf_lookup_commit (handle, from, error)) == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func (g_object_unref);
  if (most == 0)
    return g_steal_pointer (&found);
  choose_way (&listing, self);
  index = listing.index;
  listing.handle = handle;
  listing.found = found;
  walked = twf_walk (self,
                     handle,
                     index,
                     listing.keyed,
                     git_commit_id (commit),
                     list_cb,
                     &listing,
                     cancellable,
                     error);
  /* What was found out is kept even if the walk was cancelled: the next goes on from there. */
  if (listing.keyed)
    twf_index_store (index);
  return walked ? g_steal_pointer (&found) : NULL;
}
