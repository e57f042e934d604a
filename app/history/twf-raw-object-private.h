/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-raw-pack-private.h"
#include "twf-raw-tree-private.h"

G_BEGIN_DECLS

/* An object as its bytes stand in a repository, read without hashing it again: of a pack that git
 * has just indexed, each was hashed then, and to do so twice takes longer than all else. */
typedef struct
{
  git_oid id;
  const char *data;
  size_t length;
  git_object_t type;
  TwfRawBytes *bytes;       /* nullable: whose they are, or */
  git_odb_backend *backend; /* whose they are else */
  gboolean is_own;          /* out of a pack of the repository, and of none that it reads from */
  int ref_count;
} TwfRawObject;

typedef struct _TwfRawReader TwfRawReader;

TwfRawReader *twf_raw_reader_new (git_repository *handle, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_raw_reader_free (TwfRawReader *self);
TwfRawObject *twf_raw_reader_load (TwfRawReader *self,
                                   const git_oid *id,
                                   git_object_t wanted,
                                   guint64 most,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_raw_object_unref (TwfRawObject *self);

TwfRawPlace twf_raw_object_begin (const TwfRawObject *tree);
gboolean
twf_raw_object_check_order (const TwfRawObject *tree, const TwfRawObject *former, GError **error);
gboolean twf_raw_step (TwfRawPlace *one,
                       TwfRawPlace *other,
                       TwfRawEntry *entry,
                       TwfRawEntry *former,
                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRawReader, twf_raw_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRawObject, twf_raw_object_unref)

G_END_DECLS
