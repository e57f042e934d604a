/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-key.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The number by which two people compare a key, in a label that can be selected: from left to
 * right, in lines of whole groups. */
void twf_key_label_show (GtkLabel *label, const TwfPublicKey *key, TwfDigits digits);
void twf_key_label_copy (GtkWidget *widget, const TwfPublicKey *key, TwfDigits digits);

G_END_DECLS
