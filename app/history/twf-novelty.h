/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* What one repository has and another, which is trusted, has not: gone through object by object,
 * each in every place where it stands. Nothing of it is believed: what names an object that neither
 * has, or one of another kind, is refused. Belongs to one thread. */
typedef struct _TwfNovelty TwfNovelty;

/* Bytes that an object may have, and how many objects there may be. */
typedef struct
{
  guint64 most_revision;
  guint64 most_folder;
  guint64 most_file;
  guint64 most_objects;
  guint64 most_bytes; /* of all of them together */
  guint seconds;      /* of processor time */
} TwfNoveltyLimits;

/* Who looks. Each returns FALSE, with @error set, to end it. */
typedef struct
{
  gboolean (*revision) (const char *id,
                        const char *bytes,
                        gsize length,
                        guint n_parents,
                        gpointer user_data,
                        GError **error);
  /* @path ends in '/'; @mode is what git has for it, "40000". */
  gboolean (*folder) (const char *path, const char *mode, gpointer user_data, GError **error);
  gboolean (*file_named) (const char *path,
                          const char *mode,
                          gpointer user_data,
                          GError **error); /* before it is read */
  gboolean (*file) (const char *path, GBytes *bytes, gpointer user_data, GError **error);
  void (*progress) (guint64 done, gpointer user_data); /* objects; nullable */
  gpointer user_data;
} TwfNoveltyVisitor;

TwfNovelty *twf_novelty_new (TwfRepository *repository,
                             TwfRepository *known,
                             const TwfNoveltyLimits *limits,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_novelty_free (TwfNovelty *self);
GPtrArray *twf_novelty_visit (TwfNovelty *self,
                              const char *tip,
                              const TwfNoveltyVisitor *visitor,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of char*: revisions */
void twf_novelty_accept (TwfNovelty *self, const char *id);
guint twf_novelty_get_n_objects (TwfNovelty *self);
GBytes *twf_novelty_dup_list (TwfNovelty *self) G_GNUC_WARN_UNUSED_RESULT; /* an id a line */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfNovelty, twf_novelty_free)

G_END_DECLS
