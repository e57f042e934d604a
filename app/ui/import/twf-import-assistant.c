/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-import-assistant.h"

#include "twf-file-chooser.h"
#include "twf-window.h"

/**
 * twf_import_assistant_present:
 * @parent: the window that asks, and that opens what was imported
 * @path: (nullable): the document; %NULL to ask for one
 */
void
twf_import_assistant_present (GtkWindow *parent, const char *path)
{
}
