/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TWF_BRANCH_MAIN "main"
#define TWF_MESSAGE_ENCODING "UTF-8"

/* Called from the thread that works; done and total in units of the work, total 0 where unknown. */
typedef void (*TwfProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/* Where a bare repository lies. A location only: immutable, reference-counted, may cross threads;
 * every call opens (or finds) a handle of its own thread. All calls block: never on the main
 * thread. */
typedef struct _TwfRepository TwfRepository;

TwfRepository *twf_repository_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfRepository *twf_repository_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfRepository *twf_repository_open_above (const char *path,
                                          TwfRepository *below,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfRepository *twf_repository_ref (TwfRepository *self);
void twf_repository_unref (TwfRepository *self);
const char *twf_repository_get_path (TwfRepository *self);
gboolean twf_repository_is_writable (TwfRepository *self);

/* Many readings one after another, on the calling thread; nothing is to be committed meanwhile. */
gboolean twf_repository_hold (TwfRepository *self, GError **error);
void twf_repository_release (TwfRepository *self);

/* What one commit changes: paths put or removed (a removed folder goes whole). */
typedef struct _TwfChangeSet TwfChangeSet;

TwfChangeSet *twf_change_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_change_set_free (TwfChangeSet *self);
void twf_change_set_put (TwfChangeSet *self, const char *path, GBytes *bytes);
void twf_change_set_remove (TwfChangeSet *self, const char *path);
gboolean twf_change_set_is_empty (TwfChangeSet *self);

/* Who commits, when, and under what mandate. */
typedef struct
{
  const char *name;
  const char *email;
  gint64 when;                 /* seconds since 1970 */
  int offset_minutes;          /* from UTC */
  const char *message;         /* subject, and body after an empty line */
  const char *const *trailers; /* "Mandate: editorial"; nullable */
  const char *const *merged;   /* full ids of what is merged: further parents; nullable */
  /* Signs the commit as it is without the signature, once, while the save waits; nullable: it is
   * not signed. NULL: it could not, and nothing is saved. */
  char *(*sign) (GBytes *payload, gpointer sign_data, GError **error);
  gpointer sign_data;
} TwfCommitInfo;

char *twf_repository_commit (TwfRepository *self,
                             const char *branch,
                             const char *parent,
                             TwfChangeSet *changes,
                             const TwfCommitInfo *info,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_repository_resolve (TwfRepository *self,
                              const char *revision,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *twf_repository_dup_tree_id (TwfRepository *self,
                                  const char *revision,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Called for each file; returning FALSE (with @error set) ends the reading. */
typedef gboolean (*TwfFileFunc) (const char *path,
                                 const char *blob_id,
                                 GBytes *bytes,
                                 gpointer user_data,
                                 GError **error);

/* Whether a file is to be read. */
typedef gboolean (*TwfPathFunc) (const char *path, gpointer user_data);

gboolean twf_repository_read_tree (TwfRepository *self,
                                   const char *revision,
                                   const char *prefix,
                                   TwfFileFunc func,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean twf_repository_read_wanted (TwfRepository *self,
                                     const char *revision,
                                     TwfPathFunc wanted,
                                     TwfFileFunc func,
                                     gpointer user_data,
                                     GCancellable *cancellable,
                                     GError **error);
GBytes *twf_repository_read_file (TwfRepository *self,
                                  const char *revision,
                                  const char *path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean twf_repository_read_paths (TwfRepository *self,
                                    const char *revision,
                                    GPtrArray *paths,
                                    TwfFileFunc func,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
/* Called for each file that was asked for. */
typedef gboolean (*TwfBlobFunc) (guint index, GBytes *bytes, gpointer user_data, GError **error);

gboolean twf_repository_read_each_blob (TwfRepository *self,
                                        GPtrArray *blob_ids,
                                        TwfBlobFunc func,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);
GPtrArray *twf_repository_read_blobs (TwfRepository *self,
                                      GPtrArray *blob_ids,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of GBytes */
gboolean twf_repository_list_files (TwfRepository *self,
                                    const char *revision,
                                    GPtrArray *paths,
                                    TwfFileFunc func,
                                    gpointer user_data,
                                    GError **error); /* @func gets no bytes */
GBytes *twf_repository_read_blob (TwfRepository *self,
                                  const char *blob_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A path on which two revisions differ; either blob id NULL: not there. */
typedef struct
{
  char *path;
  char *old_blob;
  char *new_blob;
} TwfPathChange;

void twf_path_change_free (TwfPathChange *self);
GPtrArray *twf_repository_compare (TwfRepository *self,
                                   const char *old_revision,
                                   const char *new_revision,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A branch and where it stands. */
typedef struct
{
  char *name; /* "main", "delegations/EG" */
  char *tip;  /* full id of its newest revision */
} TwfBranch;

void twf_branch_free (TwfBranch *self);
GPtrArray *
twf_repository_list_branches (TwfRepository *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where what is new in @tip against @known ends: full ids of the revisions that are known and that
 * new ones stand on. */
GPtrArray *twf_repository_list_boundary (TwfRepository *self,
                                         const char *tip,
                                         const char *const *known,
                                         guint *n_new,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the many objects of a long history into few files. Safe beside any reader or writer. */
gboolean twf_repository_needs_repack (TwfRepository *self);
gboolean twf_repository_repack (TwfRepository *self,
                                TwfProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

/* Removes what a process that died left behind (locks, temporary files). Called by open. */
gboolean twf_repository_recover (TwfRepository *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfBranch, twf_branch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRepository, twf_repository_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfChangeSet, twf_change_set_free)

G_END_DECLS
