/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-references-private.h"

#include <errno.h>

/*
 * twf_list_references:
 * @handle: a repository
 * @prefix: what their names begin with
 * @read: reads one
 * @free_one: frees what @read gave
 * @error: return location
 *
 * Returns: (transfer full): what @read gave, in no order
 * Errors: TWF_ERROR_DAMAGED if what names them cannot be read
 */
GPtrArray *
twf_list_references (git_repository *handle,
                     const char *prefix,
                     TwfReferenceRead read,
                     GDestroyNotify free_one,
                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_one);
  g_autoptr (git_reference_iterator) iterator = NULL;
  g_autofree char *glob = g_strconcat (prefix, "*", NULL);
  git_reference *reference;
  int rc;

  errno = 0;
  rc = git_reference_iterator_glob_new (&iterator, handle, glob);
  while (rc == 0 && (rc = git_reference_next (&reference, iterator)) == 0)
    {
      gpointer found = read (handle, reference);

      if (found != NULL)
        g_ptr_array_add (list, found);
      git_reference_free (reference);
    }
  if (rc == GIT_ITEROVER)
    return g_steal_pointer (&list);
  twf_git_fail (error, rc, TWF_GIT_NAMED, prefix);
  return NULL;
}
