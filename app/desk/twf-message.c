/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-message.h"

#include "twf-sentence.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/**
 * twf_error_describe:
 * @error: an error; work that was stopped too
 * @subject: the plan's or file's name, as a person knows it
 *
 * As twf_sentence_for_error().
 *
 * Returns: (transfer full): one translated sentence: what happened and what to do
 */
char *
twf_error_describe (const GError *error, const char *subject)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Stopped. Nothing was changed."));
  return twf_sentence_for_error (error, subject);
}
