/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-application.h"
#include "twf-window.h"

/* The real window in this process, so that what its thread does can be timed. */
typedef gboolean (*TimesMatch) (GtkWidget *widget);

GApplication *times_register (void);
TwfWindow *times_open (GApplication *application, const char *path);
GtkWidget *times_find (GtkWidget *top, TimesMatch match);
void times_drain (void);

/* Milliseconds of the longest stretch in which the thread took no events since it was asked last.
 */
double times_take_stall (void);

/* Lets @n > 0 frames pass: what a window does when it comes up it has done then. */
void times_wait_frames (GtkWidget *window, guint n);
