/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-error.h"

#include <errno.h>

/* Written out: G_DEFINE_QUARK() takes a name with hyphens, which the formatter reads as a sum. */
GQuark
twf_error_quark (void)
{
  return g_quark_from_static_string ("twf-error-quark");
}

/**
 * twf_error_code_from_errno:
 * @saved_errno: an `errno` value
 *
 * Returns: the code of %TWF_ERROR that says the same
 */
TwfError
twf_error_code_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return TWF_ERROR_NOT_FOUND;
    case EEXIST:
    case ENOTEMPTY:
      return TWF_ERROR_EXISTS;
    case EISDIR:
      return TWF_ERROR_INVALID;
    case EROFS:
      return TWF_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return TWF_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
      return TWF_ERROR_DENIED;
    case EBUSY:
    case EAGAIN:
      return TWF_ERROR_BUSY;
    default:
      return TWF_ERROR_IO;
    }
}

/**
 * twf_error_set_from_errno:
 * @error: (out) (optional): where the error goes
 * @saved_errno: an `errno` value
 * @subject: what could not be read or written, usually a path
 *
 * Sets @error in the project's domain from a system call's failure.
 */
void
twf_error_set_from_errno (GError **error, int saved_errno, const char *subject)
{
  g_set_error (error,
               TWF_ERROR,
               twf_error_code_from_errno (saved_errno),
               "%s: %s",
               subject,
               g_strerror (saved_errno));
}
