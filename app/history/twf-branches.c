/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-references-private.h"
#include "twf-repository-private.h"

#include <string.h>

#define HEADS "refs/heads/"

/**
 * twf_branch_free:
 * @self: (transfer full) (nullable): a branch
 */
void
twf_branch_free (TwfBranch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->tip);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TwfBranch *one = *(TwfBranch *const *)a;
  const TwfBranch *other = *(TwfBranch *const *)b;

  return strcmp (one->name, other->name);
}

/* A reference that points to another one is a second name, not a second branch. */
static gpointer
read_branch (git_repository *handle, git_reference *reference)
{
  const git_oid *id = git_reference_target (reference);
  const char *name = git_reference_name (reference) + strlen (HEADS);
  TwfBranch *branch;

  if (id == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  branch = g_new0 (TwfBranch, 1);
  branch->name = g_strdup (name);
  branch->tip = g_strdup (git_oid_tostr_s (id));
  return branch;
}

/**
 * twf_repository_list_branches:
 * @self: a repository
 *
 * Lists the branches without looking at what they name: one whose revision is missing does not hide
 * the others. A name that is not UTF-8 is none of ours and is passed over.
 *
 * Returns: (transfer full) (element-type TwfBranch): the branches, by the bytes of their names
 *
 * Errors: as twf_repository_open(); TWF_ERROR_DAMAGED if what names a branch cannot be read
 */
GPtrArray *
twf_repository_list_branches (TwfRepository *self, GError **error)
{
  g_autoptr (GPtrArray) branches = NULL;
  g_autoptr (git_repository) handle = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  branches
      = twf_list_references (handle, HEADS, read_branch, (GDestroyNotify)twf_branch_free, error);
  if (branches == NULL)
    return NULL;
  g_ptr_array_sort (branches, compare_names);
  return g_steal_pointer (&branches);
}
