/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-private.h"

G_BEGIN_DECLS

/* Called on the thread that made the watch, with the revision that the branch ends in. */
typedef void (*TwfTipFunc) (const char *tip, gpointer user_data);
/* Called on that thread when something may have been received. */
typedef void (*TwfArrivedFunc) (gpointer user_data);

TwfWatch *twf_watch_new (TwfRepository *repository,
                         const char *branch,
                         TwfTipFunc func,
                         TwfArrivedFunc arrived,
                         gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void twf_watch_look (TwfWatch *self);
void twf_watch_stop (TwfWatch *self);

G_END_DECLS
