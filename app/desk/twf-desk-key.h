/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-key.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_DESK_KEY_READ,   /* the one that is used, if any */
  TWF_DESK_KEY_MAKE,   /* makes one and uses it */
  TWF_DESK_KEY_USE,    /* that of a file */
  TWF_DESK_KEY_FORGET, /* signs no more */
  TWF_DESK_KEY_LIST,   /* those that were made here */
} TwfDeskKeyAct;

/* With which key the desk's identity signs what it saves in this plan. */
void twf_desk_key_async (TwfDesk *self,
                         TwfDeskKeyAct act,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
GPtrArray *twf_desk_key_finish (TwfDesk *self,
                                GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfSigningKey */
void twf_desk_set_signer (TwfDesk *self, const char *key); /* over what the settings say */

G_END_DECLS
