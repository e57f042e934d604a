/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sample.h"

#include <glib/gi18n.h>

/**
 * twf_sample_open:
 * @window: the window to open it in
 *
 * Opens the sample plan, which is kept among the person's data; made at the first time.
 */
void
twf_sample_open (TwfWindow *window)
{
  twf_window_notice (window, _ ("The sample plan is not part of this build"), FALSE);
}
