/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-remote-private.h"

#include "twf-error.h"
#include "twf-ancestry.h"
#include "twf-scratch.h"

#include <glib/gstdio.h>
#include <string.h>

/* In a folder the other side of the conversation runs here, with our rights, and would do what the
 * folder's settings and hooks say. They are somebody else's, as the folder may be. */
#define OTHER_SIDE                                                                                 \
  "GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL=none git -c core.hooksPath=/dev/null"                    \
  " -c core.alternateRefsCommand=true -c core.fsmonitor=false -c core.commitGraph=false"           \
  " -c core.multiPackIndex=false -c gc.auto=0 -c maintenance.auto=false"                           \
  " -c receive.autogc=false -c receive.denyCurrentBranch=refuse"                                   \
  " -c receive.denyNonFastForwards=true -c receive.denyDeletes=true"                               \
  " -c receive.fsckObjects=true -c safe.directory=* -c pack.useBitmaps=false"

/**
 * twf_remote_ref_free:
 * @self: (transfer full) (nullable): a reference
 */
void
twf_remote_ref_free (TwfRemoteRef *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->tip);
  g_free (self->expected);
  g_free (self);
}

/**
 * twf_remote_ref_new:
 * @name: its full name
 * @tip: full id of what it names
 * @expected: (nullable): where it stands there
 *
 * Returns: (transfer full): a reference
 */
TwfRemoteRef *
twf_remote_ref_new (const char *name, const char *tip, const char *expected)
{
  TwfRemoteRef *self = g_new0 (TwfRemoteRef, 1);

  self->name = g_strdup (name);
  self->tip = g_strdup (tip);
  self->expected = g_strdup (expected);
  return self;
}

static void
add_other_side (GStrvBuilder *arguments,
                const TwfRemote *self,
                const char *option,
                const char *verb)
{
  g_autofree char *words = g_strdup_printf ("%s=%s %s", option, OTHER_SIDE, verb);

  if (self->location->kind == TWF_LOCATION_FOLDER)
    g_strv_builder_add (arguments, words);
}

/* @say: whether a failure becomes an error by itself. */
static TwfChild *
run (const TwfRemote *self,
     const char *repository,
     GStrvBuilder *arguments,
     gboolean push,
     GCancellable *cancellable,
     GError **error)
{
  g_auto (GStrv) words = g_strv_builder_end (arguments);
  TwfChild *child
      = twf_remote_run (self, repository, (const char *const *)words, cancellable, error);

  if (child == NULL || child->end == TWF_CHILD_DONE)
    return child;
  twf_remote_set_error (error, self, child, push);
  twf_child_free (child);
  return NULL;
}

/* "<id>\t<name>", a line each. */
static GPtrArray *
read_list (const TwfChild *child)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_remote_ref_free);
  gsize size;
  const char *bytes = g_bytes_get_data (child->output, &size);
  g_autofree char *words = g_strndup (bytes != NULL ? bytes : "", size);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL || tab - lines[i] != 40 || !g_utf8_validate (lines[i], -1, NULL))
        continue;
      *tab = '\0';
      g_ptr_array_add (refs, twf_remote_ref_new (tab + 1, lines[i], NULL));
    }
  return refs;
}

/**
 * twf_remote_list:
 * @self: a place
 * @cancellable: (nullable): ends it within a second
 * @error: return location
 *
 * Asks what is there: the rolling text, delegations' branches, what was issued. Blocks.
 *
 * Returns: (transfer full) (element-type TwfRemoteRef): the references
 * Errors: as twf_remote_fetch()
 */
GPtrArray *
twf_remote_list (const TwfRemote *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfScratch) scratch = twf_scratch_new (NULL, error);
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_autoptr (TwfChild) child = NULL;

  if (scratch == NULL)
    return NULL;
  g_strv_builder_add_many (arguments, "ls-remote", "--refs", "--quiet", NULL);
  add_other_side (arguments, self, "--upload-pack", "upload-pack");
  g_strv_builder_add_many (arguments,
                           "--",
                           self->location->words,
                           "refs/heads/" TWF_BRANCH_MAIN,
                           "refs/heads/delegations/*",
                           "refs/tags/issued/*",
                           NULL);
  child = run (self, scratch->path, arguments, FALSE, cancellable, error);
  return child != NULL ? read_list (child) : NULL;
}

/* While git talks, what is known stands under names of its own: so it tells the server, asks for
 * nothing twice, and looks through nothing that was there before. */
static gboolean
note_known (const char *quarantine, GPtrArray *known, GError **error)
{
  g_autofree char *path = g_build_filename (quarantine, "packed-refs", NULL);
  g_autoptr (GString) lines = g_string_new ("# pack-refs with: sorted \n");

  for (guint i = 0; known != NULL && i < known->len; i++)
    g_string_append_printf (lines, "%s refs/known/%06u\n", (const char *)known->pdata[i], i);
  if (g_file_set_contents_full (
          path, lines->str, (gssize)lines->len, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

static void
forget_known (const char *quarantine)
{
  g_autofree char *path = g_build_filename (quarantine, "packed-refs", NULL);

  g_unlink (path);
}

static TwfChild *
fetch_once (const TwfRemote *self,
            const char *quarantine,
            const char *const *refspecs,
            gboolean patterns_alone,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add_many (arguments,
                           "fetch",
                           "--progress",
                           "--no-tags",
                           "--no-auto-maintenance",
                           "--no-write-fetch-head",
                           "--no-recurse-submodules",
                           "--refmap=",
                           NULL);
  add_other_side (arguments, self, "--upload-pack", "upload-pack");
  g_strv_builder_add_many (arguments, "--", self->location->words, NULL);
  for (guint i = 0; refspecs[i] != NULL; i++)
    if (!patterns_alone || strchr (refspecs[i], '*') != NULL)
      g_strv_builder_add (arguments, refspecs[i]);
  words = g_strv_builder_end (arguments);
  return twf_remote_run (self, quarantine, (const char *const *)words, cancellable, error);
}

/**
 * twf_remote_fetch:
 * @self: a place
 * @quarantine: folder of a bare repository that nobody trusts
 * @refspecs: what is wanted and under which name it then stands there
 * @known: (nullable) (element-type utf8): full ids of revisions that @quarantine sees already
 * @cancellable: (nullable): ends it within a second
 * @error: return location
 *
 * Brings what is there into @quarantine. A name that is not there is left out. Blocks.
 *
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_UNREACHABLE, TWF_ERROR_SILENT, TWF_ERROR_HOST_UNKNOWN,
 *   TWF_ERROR_HOST_CHANGED, TWF_ERROR_CERTIFICATE, TWF_ERROR_NOT_ADMITTED, TWF_ERROR_DAMAGED if
 *   what came is not sound, TWF_ERROR_TOO_LARGE, TWF_ERROR_NO_SPACE, TWF_ERROR_FAILED;
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
twf_remote_fetch (const TwfRemote *self,
                  const char *quarantine,
                  const char *const *refspecs,
                  GPtrArray *known,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TwfChild) child = NULL;

  if (!note_known (quarantine, known, error))
    return FALSE;
  child = fetch_once (self, quarantine, refspecs, FALSE, cancellable, error);
  /* Nothing was put there yet, or only by some. */
  if (child != NULL && child->end == TWF_CHILD_FAILED
      && strstr (child->aside, "couldn't find remote ref") != NULL)
    {
      g_clear_pointer (&child, twf_child_free);
      child = fetch_once (self, quarantine, refspecs, TRUE, cancellable, error);
    }
  forget_known (quarantine);
  if (child == NULL)
    return FALSE;
  if (child->end == TWF_CHILD_DONE)
    return TRUE;
  twf_remote_set_error (error, self, child, FALSE);
  return FALSE;
}

/* A lease alone would let a branch go backward to what was expected of it: so that is looked at
 * here, and the lease only holds against others. */
static gboolean
only_goes_forward (TwfRepository *plan, const TwfRemoteRef *ref, GError **error)
{
  gboolean contains = FALSE;

  if (ref->expected == NULL || g_str_equal (ref->expected, ref->tip))
    return TRUE;
  if (!twf_repository_contains (plan, ref->tip, ref->expected, &contains, NULL) || !contains)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_OUTRUN, "%s", ref->name);
      return FALSE;
    }
  return TRUE;
}

/**
 * twf_remote_push:
 * @self: a place
 * @plan: where the revisions are
 * @refs: (element-type TwfRemoteRef): what is to stand there, all or nothing
 * @cancellable: (nullable): ends it within a second
 * @error: return location
 *
 * Brings revisions of @plan to the place, under names that go forward: nothing there is ever
 * replaced or deleted. git sees @plan's objects, and none of its settings. Blocks.
 *
 * Errors: TWF_ERROR_OUTRUN if something else stands there than is expected, or what does not go
 *   on from it; TWF_ERROR_NO_RIGHT if the server does not let us; as twf_remote_fetch()
 */
gboolean
twf_remote_push (const TwfRemote *self,
                 TwfRepository *plan,
                 GPtrArray *refs,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TwfScratch) scratch = NULL;
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_autoptr (TwfChild) child = NULL;

  for (guint i = 0; i < refs->len; i++)
    if (!only_goes_forward (plan, refs->pdata[i], error))
      return FALSE;
  scratch = twf_scratch_new (twf_repository_get_path (plan), error);
  if (scratch == NULL)
    return FALSE;
  g_strv_builder_add_many (
      arguments, "push", "--progress", "--porcelain", "--no-verify", "--no-follow-tags", NULL);
  if (refs->len > 1)
    g_strv_builder_add (arguments, "--atomic");
  for (guint i = 0; i < refs->len; i++)
    {
      const TwfRemoteRef *ref = refs->pdata[i];
      g_autofree char *lease = g_strdup_printf (
          "--force-with-lease=%s:%s", ref->name, ref->expected != NULL ? ref->expected : "");

      g_strv_builder_add (arguments, lease);
    }
  add_other_side (arguments, self, "--receive-pack", "receive-pack");
  g_strv_builder_add_many (arguments, "--", self->location->words, NULL);
  for (guint i = 0; i < refs->len; i++)
    {
      const TwfRemoteRef *ref = refs->pdata[i];
      g_autofree char *refspec = g_strdup_printf ("%s:%s", ref->tip, ref->name);

      g_strv_builder_add (arguments, refspec);
    }
  child = run (self, scratch->path, arguments, TRUE, cancellable, error);
  return child != NULL;
}
