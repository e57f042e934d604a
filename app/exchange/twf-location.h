/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWF_LOCATION_SSH,
  TWF_LOCATION_HTTPS,
  TWF_LOCATION_HTTP, /* of this machine alone */
  TWF_LOCATION_FOLDER
} TwfLocationKind;

/* Where a plan is shared. Holds no password. Immutable; may cross threads. */
typedef struct
{
  TwfLocationKind kind;
  char *words;  /* as git is given it: an address, or an absolute path */
  char *server; /* "https://host:8443"; what a password is kept for. NULL: a folder */
  char *host;   /* nullable */
  char *user;   /* nullable: not said */
} TwfLocation;

TwfLocation *twf_location_parse (const char *words, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfLocation *twf_location_copy (const TwfLocation *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_location_free (TwfLocation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLocation, twf_location_free)

G_END_DECLS
