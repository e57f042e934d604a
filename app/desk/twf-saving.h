/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-private.h"

#include "twf-register.h"

G_BEGIN_DECLS

/* What a save takes to the worker and brings back. Belongs to one thread at a time. */
typedef struct
{
  /* Taken along. */
  GPtrArray *prefixes; /* char* (owned): what is written whole: a file or a folder */
  GHashTable *files;   /* char* path -> GBytes* (both owned): what is to stand under them */
  TwfAuthor *author;
  char *branch;
  char *parent; /* revision the edits were made on */
  gboolean over_newer;
  gboolean finds_mandate; /* names what it is by what it changes; else @author says it */
  gboolean is_facilitator;
  char *orally; /* the mandate of what is edited, where it was read out in the room; nullable */
  TwfRegister *keys; /* as it is to stand in the rolling text; nullable: nothing of it is touched */
  guint64 journalled; /* newest edit of the journal in it */

  /* Brought back. */
  char *revision;
  gboolean has_others;   /* others saved meanwhile */
  TwfIssued *issued;     /* last on the way to it, where others or a merge are on it; nullable */
  GHashTable *own;       /* set of char* path that this save changed */
  TwfPlan *saved;        /* what the desk had of what others changed; nullable */
  TwfPlan *head;         /* theirs, where it changed; nullable */
  GPtrArray *provisions; /* of TwfProvision* (owned): theirs that changed */
  GPtrArray *removed;    /* char* (owned): ids of provisions they removed */
} TwfSaving;

TwfSaving *twf_saving_new (TwfDesk *desk,
                           TwfTouched *touched,
                           const char *message,
                           gboolean over_newer) G_GNUC_WARN_UNUSED_RESULT;
TwfSaving *twf_saving_new_of (TwfPlan *plan,
                              TwfTouched *touched,
                              TwfAuthor *author,
                              const char *branch,
                              const char *parent) G_GNUC_WARN_UNUSED_RESULT;
void twf_saving_free (TwfSaving *self);
void twf_saving_settle (TwfSaving *self, TwfDesk *desk);
GHashTable *twf_saving_list_prefixes (GPtrArray *prefixes) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_saving_writes (GHashTable *prefixes, const char *path);
gboolean twf_saving_run (TwfSaving *self,
                         TwfRepository *repository,
                         GCancellable *cancellable,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSaving, twf_saving_free)

G_END_DECLS
