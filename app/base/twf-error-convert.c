/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-error.h"

#include <gio/gio.h>

/* GIO and GFile codes -> ours; one table, so that every room says the same thing the same way. */
static TwfError
translate_io_code (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return TWF_ERROR_NOT_FOUND;
    case G_IO_ERROR_EXISTS:
    case G_IO_ERROR_NOT_EMPTY:
      return TWF_ERROR_EXISTS;
    case G_IO_ERROR_IS_DIRECTORY:
      return TWF_ERROR_INVALID;
    case G_IO_ERROR_READ_ONLY:
      return TWF_ERROR_READ_ONLY;
    case G_IO_ERROR_NO_SPACE:
      return TWF_ERROR_NO_SPACE;
    case G_IO_ERROR_PERMISSION_DENIED:
      return TWF_ERROR_DENIED;
    case G_IO_ERROR_BUSY:
    case G_IO_ERROR_WOULD_BLOCK:
      return TWF_ERROR_BUSY;
    case G_IO_ERROR_NOT_SUPPORTED:
      return TWF_ERROR_UNSUPPORTED;
    default:
      return TWF_ERROR_IO;
    }
}

static TwfError
translate_file_code (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return TWF_ERROR_NOT_FOUND;
    case G_FILE_ERROR_EXIST:
      return TWF_ERROR_EXISTS;
    case G_FILE_ERROR_ROFS:
      return TWF_ERROR_READ_ONLY;
    case G_FILE_ERROR_NOSPC:
      return TWF_ERROR_NO_SPACE;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return TWF_ERROR_DENIED;
    case G_FILE_ERROR_AGAIN:
      return TWF_ERROR_BUSY;
    default:
      return TWF_ERROR_IO;
    }
}

/**
 * twf_error_convert:
 * @error: (inout) (optional): an error of GLib's or GIO's, or of ours
 *
 * Brings a foreign error into %TWF_ERROR at a room's border. The message is kept.
 * Cancellation and errors that are ours already are left alone.
 */
void
twf_error_convert (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain == TWF_ERROR)
    return;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if ((*error)->domain == G_IO_ERROR)
    (*error)->code = translate_io_code ((*error)->code);
  else if ((*error)->domain == G_FILE_ERROR)
    (*error)->code = translate_file_code ((*error)->code);
  else
    (*error)->code = TWF_ERROR_FAILED;
  (*error)->domain = TWF_ERROR;
}
