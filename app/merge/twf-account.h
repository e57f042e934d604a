/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account-text.h"
#include "twf-plan-comparison.h"

G_BEGIN_DECLS

/* A revision that changed something, and who owns up to it. Immutable, reference-counted; may cross
 * threads. */
typedef struct
{
  char *revision; /* full id */
  char *author;   /* as the revision has it */
  gint64 when;
  char *mandate;  /* nullable */
  char *proposal; /* id of the one that was accepted; nullable */
  GStrv owners;   /* codes of delegations; may be none */
  gboolean is_facilitator;
  gboolean is_owned; /* whether somebody answers for it: one of the above, under a mandate */
} TwfDoer;

typedef enum
{
  TWF_DEED_KEPT, /* words; as TwfAccountPieceKind */
  TWF_DEED_DELETED,
  TWF_DEED_INSERTED,
  TWF_DEED_MOVED_AWAY,
  TWF_DEED_MOVED_HERE,
  TWF_DEED_ADDED, /* the whole provision, or delegation */
  TWF_DEED_REMOVED,
  TWF_DEED_MOVED,
  TWF_DEED_FIELD,
} TwfDeedKind;

/* One thing that was done, or words that stayed between such. */
typedef struct
{
  TwfDeedKind kind;
  char *text; /* of words; FIELD: the value now, nullable */
  char *was;  /* FIELD: the value before, nullable */
  guint n_words;
  GPtrArray *doers; /* of TwfDoer; KEPT: none */
} TwfDeed;

/* What was done to one text, to one field, or to a provision as a whole. */
typedef struct
{
  char *id;         /* of a provision; NULL: the plan itself, or a delegation */
  char *delegation; /* code; nullable */
  TwfSection section;
  char *numbers[2]; /* before and now; nullable: it was, or is, not there */
  TwfPart part;
  char *language; /* of texts; nullable */
  char *field;    /* of fields; nullable */
  GPtrArray *deeds;
} TwfAccountItem;

/* What became of a provision. */
typedef struct
{
  char *id;
  TwfSection section;
  guint depth;
  char *numbers[2];   /* before and now; NULL: it was, or is, not there */
  char *words;        /* how it begins */
  char *language;     /* of these */
  GStrv contributors; /* codes of delegations; "": the facilitator; sorted */
  GStrv merged_from;  /* numbers, or ids where they had none, of those gone whose words are here */
  gboolean is_edited;
  gboolean is_moved;
} TwfOriginRow;

/* One of the two revisions. */
typedef struct
{
  char *name;     /* as it was asked for */
  char *symbol;   /* under which it was issued; nullable */
  char *tag;      /* id; nullable */
  char *revision; /* full id */
  char *tree;     /* full id of what it holds */
  gint64 when;
  int offset_minutes;
} TwfAccountEnd;

typedef struct
{
  guint inserted; /* words */
  guint deleted;
  guint moved;
  guint added; /* provisions */
  guint removed;
  guint rearranged;
  guint fields;
  guint unaccounted; /* deeds for which nobody answers */
} TwfAccountCounts;

/* Everything that differs between two revisions, with who did it. Immutable once finished,
 * reference-counted; may cross threads. */
typedef struct
{
  TwfAccountEnd ends[2];
  char *language;     /* in which its numbers are written */
  GPtrArray *items;   /* of TwfAccountItem, in the order of the plan */
  GPtrArray *origins; /* of TwfOriginRow, in the order of the plan */
  TwfAccountCounts counts;
  char *record; /* the account as it is signed: the same bytes for the same history */
  char *digest; /* SHA-256 of @record, base sixteen */
} TwfAccount;

TwfDoer *twf_doer_ref (TwfDoer *self);
void twf_doer_unref (TwfDoer *self);

TwfAccount *twf_account_new (void) G_GNUC_WARN_UNUSED_RESULT;
TwfAccount *twf_account_ref (TwfAccount *self);
void twf_account_unref (TwfAccount *self);
TwfAccountItem *twf_account_add_item (TwfAccount *self, const TwfRow *row);
TwfDeed *twf_account_item_add_deed (TwfAccountItem *self, TwfDeedKind kind, const char *text);
void twf_account_finish (TwfAccount *self, TwfComparison *comparison);

gboolean twf_deed_is_owned (const TwfDeed *self);
gboolean twf_deed_counts (const TwfDeed *self);
const char *twf_deed_kind_get_name (TwfDeedKind kind);
char *twf_account_dup_record (const TwfAccount *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_account_list_origins (const TwfAccount *self, TwfComparison *comparison)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfOriginRow */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDoer, twf_doer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAccount, twf_account_unref)

G_END_DECLS
