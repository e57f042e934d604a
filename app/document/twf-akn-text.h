/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean twf_xml_is (const xmlNode *node, const char *name);
char *twf_xml_dup_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *twf_akn_dup_text (const xmlNode *node, GPtrArray *notes) G_GNUC_WARN_UNUSED_RESULT;
char *twf_akn_dup_note (const xmlNode *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
