/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_COLOURED_TAG (twf_coloured_tag_get_type ())
G_DECLARE_FINAL_TYPE (TwfColouredTag, twf_coloured_tag, TWF, COLOURED_TAG, GtkTextTag)

/* A tag of coloured text whose colour can be read. */
GtkTextTag *twf_coloured_tag_new (GtkTextBuffer *buffer);

G_END_DECLS
