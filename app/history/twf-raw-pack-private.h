/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

/* What an object consists of. */
typedef struct
{
  git_object_t type;
  gsize length;
  int ref_count;
  char data[]; /* and a zero */
} TwfRawBytes;

/* A pack that git has just made, read by us: libgit2 looks for each object through the whole chain
 * of differences twice, once for its kind and once for its bytes, and sets up zlib anew for every
 * step of it. What is out of the common here is left to libgit2. Belongs to one thread. */
typedef struct _TwfRawPack TwfRawPack;

TwfRawPack *twf_raw_pack_open (const char *index) G_GNUC_WARN_UNUSED_RESULT;
void twf_raw_pack_free (TwfRawPack *self);
TwfRawBytes *twf_raw_pack_read (TwfRawPack *self, const git_oid *id) G_GNUC_WARN_UNUSED_RESULT;
void twf_raw_bytes_unref (TwfRawBytes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRawPack, twf_raw_pack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRawBytes, twf_raw_bytes_unref)

G_END_DECLS
