/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-issued.h"
#include "twf-journal.h"
#include "twf-worker.h"

G_BEGIN_DECLS

/* What differs from the last revision, by what is saved together. */
typedef struct
{
  GHashTable *provisions;  /* set of char* id */
  GHashTable *delegations; /* set of char* code */
  gboolean head;           /* the plan's own fields, title and proposals */
} TwfTouched;

TwfTouched *twf_touched_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_touched_free (TwfTouched *self);
void twf_touched_add (TwfTouched *self, const TwfEdit *edit);
void twf_touched_merge (TwfTouched *self, TwfTouched *other);
gboolean twf_touched_is_empty (TwfTouched *self);
void twf_touched_write (TwfTouched *self, TwfPlan *plan, GPtrArray *prefixes, GHashTable *files);

/* A plan as it was read, on its way from the worker to the desk. */
typedef struct
{
  char *path; /* canonical */
  TwfRepository *repository;
  TwfPlan *plan;
  char *revision;
  gboolean read_only;
  gboolean newer_format; /* why it is for reading alone */
  GPtrArray *remains;    /* of TwfRemains* (owned); nullable */
} TwfLoad;

void twf_load_free (TwfLoad *self);

/* Notices that a branch was moved (twf-watch.h). */
typedef struct _TwfWatch TwfWatch;

struct _TwfDesk
{
  GObject parent_instance;

  /* Set once, before the worker sees the desk. */
  GMainContext *context;
  TwfWorker *worker;
  TwfRepository *repository;
  char *path;
  char *branch;
  gboolean read_only;
  gint64 progressed;     /* when the worker last told how far it is; the worker's own */
  gboolean newer_format; /* why it is for reading alone */

  /* The desk's thread's own. */
  char *identity; /* delegation's code; NULL: the facilitator */
  char *mandate;  /* of the next revision; NULL: as the identity says */
  char *orally;   /* mandate of what the next revision edits, where that was read out; nullable */
  char *signer;   /* file of the key to sign with; NULL: as the settings say */
  char *revision;
  char *issued; /* id of the tag whose numbers the plan keeps; NULL: none, or not known yet */
  TwfPlan *plan;
  TwfUndo *undo;
  TwfJournal *journal;  /* nullable: none is kept */
  guint64 journalled;   /* number of the newest edit given to the journal */
  GPtrArray *remains;   /* of TwfRemains* (owned); nullable */
  TwfTouched *touched;  /* since the last revision, or since the save under way */
  TwfTouched *saving;   /* what the save under way holds; nullable */
  GHashTable *wordings; /* char* id -> char* text: what proposals set here are made on, perhaps
                           saved by nobody */
  GHashTable *clashes;  /* set of char* id: changed here and, in a later revision, by others */
  TwfWatch *watch;      /* nullable: not watched */
  char *journal_error;
  guint n_busy;
  guint arrivals; /* how often something may have been received */
  double progress;
  gboolean newer;
  gboolean quiet; /* edits under way are what stands in the revision: not touched, not journalled */
};

enum
{
  PROP_PLAN = 1,
  PROP_UNDO,
  PROP_PATH,
  PROP_TITLE,
  PROP_IDENTITY,
  PROP_BRANCH,
  PROP_REVISION,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_READ_ONLY,
  PROP_RECOVERED,
  PROP_NEWER,
  PROP_JOURNAL_ERROR,
  PROP_ARRIVALS,
  N_PROPS
};

TwfDesk *twf_desk_new (const char *identity, const char *branch) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_notify (TwfDesk *self, guint property);
GTask *twf_desk_start (TwfDesk *self,
                       gpointer tag,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_run (TwfDesk *self, GTask *task, GTaskThreadFunc func);
void twf_desk_install (TwfDesk *self, TwfLoad *load, gboolean with_journal);
void twf_desk_set_revision (TwfDesk *self, const char *revision);
void twf_desk_set_issued (TwfDesk *self, const TwfIssued *issued);
void twf_desk_set_newer (TwfDesk *self, gboolean newer);
void twf_desk_post_progress (TwfDesk *self, double fraction);
void twf_desk_post_progress_since (TwfDesk *self, gint64 *progressed, double fraction);
void twf_desk_notice_journal (TwfDesk *self, const GError *error);
void twf_desk_note_wordings (TwfDesk *self, TwfEdit *edit);
GPtrArray *twf_desk_list_old_wordings (TwfDesk *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *
twf_desk_read_wordings (TwfRepository *repository, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_carry_along (TwfDesk *self, GHashTable *read);
gboolean twf_desk_apply_quietly (TwfDesk *self, GPtrArray *edits, GError **error);
void twf_desk_watch (TwfDesk *self);
void twf_desk_look_again (TwfDesk *self);
void twf_desk_forget_saved (TwfDesk *self);
void twf_desk_want_repack (TwfDesk *self);

void twf_desk_fix_numbers (TwfRepository *repository, const char *revision, TwfPlan *plan);
TwfPlan *twf_desk_read_plan (TwfDesk *desk,
                             TwfRepository *repository,
                             const char *revision,
                             gboolean *newer_format,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *twf_desk_read_outline (TwfRepository *repository,
                                const char *revision,
                                GHashTable *changed,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *twf_desk_list_changed (TwfRepository *repository,
                                   const char *one,
                                   const char *other) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_desk_list_edits_to (TwfDesk *self,
                                   TwfPlan *target,
                                   const char *base,
                                   GHashTable *changed) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_keep_register (TwfPlan *plan, TwfPlan *former);
void twf_desk_let_go (TwfPlan *plan);
TwfProvision *twf_desk_read_provision (TwfRepository *repository,
                                       const char *revision,
                                       const char *id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *twf_desk_read_head (TwfRepository *repository,
                             const char *revision,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_desk_may_save (TwfDesk *self, gboolean over_newer, GError **error);
void twf_desk_give_up_saving (TwfDesk *self, const GError *error);
char *twf_desk_resolve_tip (TwfRepository *repository,
                            const char *branch,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Who commits, as bytes that may cross to the worker. */
typedef struct
{
  char *name;
  char *email;
  char *message;
  char *mandate;
  char **merged;   /* full ids of what the revision merges; nullable: nothing */
  char **trailers; /* behind the mandate; nullable */
  char *code;      /* NULL: the facilitator */
  char *key;       /* file of the key to sign with; NULL: as the settings say */
} TwfAuthor;

TwfAuthor *
twf_author_new (TwfPlan *plan, const char *identity, const char *message) G_GNUC_WARN_UNUSED_RESULT;
void twf_author_free (TwfAuthor *self);
int twf_author_get_offset_minutes (gint64 when);
gboolean twf_author_is_facilitator (TwfRevision *revision);
gboolean twf_author_is_facilitators (const char *email);
char *twf_author_dup_code_of (const char *email) G_GNUC_WARN_UNUSED_RESULT;
char *twf_author_dup_code (TwfRevision *revision) G_GNUC_WARN_UNUSED_RESULT;
char *twf_author_commit (TwfAuthor *self,
                         TwfRepository *repository,
                         const char *branch,
                         const char *parent,
                         TwfChangeSet *changes,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfTouched, twf_touched_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLoad, twf_load_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAuthor, twf_author_free)

G_END_DECLS
