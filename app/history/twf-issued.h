/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* A revision that was issued under a symbol: an annotated tag. Immutable; may cross threads. */
typedef struct
{
  char *symbol;       /* "A/64/L.64/Rev.1", "19 July 2010 5 p.m." */
  char *tag;          /* full id of what names it */
  char *revision;     /* full id; NULL: @is_damaged */
  gint64 when;        /* seconds since 1970; 0: not known */
  int offset_minutes; /* from UTC, where it was issued */
  char *by;           /* name of who issued it; NULL: not known */
  char *email;        /* nullable */
  char *note;         /* nullable: none */
  char *record;       /* what was fixed with it, lines of the issuer's; nullable */
  gboolean is_damaged;
} TwfIssued;

/* What is issued, by whom and when. */
typedef struct
{
  const char *symbol;
  const char *name;
  const char *email;
  gint64 when;        /* seconds since 1970 */
  int offset_minutes; /* from UTC */
  const char *note;   /* nullable */
  const char *record; /* nullable; lines */
} TwfIssueInfo;

void twf_issued_free (TwfIssued *self);
TwfIssued *twf_issued_copy (const TwfIssued *self) G_GNUC_WARN_UNUSED_RESULT;

TwfIssued *twf_repository_issue (TwfRepository *self,
                                 const char *revision,
                                 const TwfIssueInfo *info,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_repository_list_issued (TwfRepository *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfIssued, the first issued first */
TwfIssued *twf_repository_find_issued (TwfRepository *self,
                                       const char *revision,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The tag of one that was issued elsewhere, as its bytes are: to be looked at, then taken in. */
GBytes *twf_repository_read_tag (TwfRepository *self, const char *tag, gsize most, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean
twf_repository_take_issued (TwfRepository *self, const char *symbol, GBytes *tag, GError **error);

/* Symbols as one component of a reference's name. */
char *twf_symbol_encode (const char *symbol) G_GNUC_WARN_UNUSED_RESULT;
char *twf_symbol_decode (const char *encoded) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
gboolean twf_symbol_check (const char *symbol, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfIssued, twf_issued_free)

G_END_DECLS
