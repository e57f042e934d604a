/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TWF_ERROR (twf_error_quark ())

/**
 * TwfError:
 * @TWF_ERROR_FAILED: something no other code names; the message says what
 * @TWF_ERROR_NOT_FOUND: a plan, provision, revision or file that is asked for does not exist
 * @TWF_ERROR_EXISTS: something that was to be made is there already
 * @TWF_ERROR_INVALID: input that is not of the form it must have; the message says where and why
 * @TWF_ERROR_ENCODING: bytes that are not text in UTF-8
 * @TWF_ERROR_UNSUPPORTED: a newer storage format, or a kind of file that is not read
 * @TWF_ERROR_TOO_LARGE: input above a limit
 * @TWF_ERROR_EMPTY: input with nothing in it
 * @TWF_ERROR_READ_ONLY: a place that cannot be written to
 * @TWF_ERROR_NO_SPACE: a full disk, or a limit on the size of files
 * @TWF_ERROR_DENIED: no permission, or a repository that belongs to somebody else
 * @TWF_ERROR_BUSY: held by another live process for longer than is waited for
 * @TWF_ERROR_CHANGED: the same provision was saved by somebody else in the meantime
 * @TWF_ERROR_DAMAGED: a repository with missing or broken objects
 * @TWF_ERROR_IO: the disk or the system refused
 * @TWF_ERROR_KEY: a key that does not sign: it or its agent is not there, or it needs a passphrase
 * @TWF_ERROR_REGISTER: a register of keys that may not take the place of the one that stands
 * @TWF_ERROR_UNREACHABLE: no connection with a server, or one that broke off
 * @TWF_ERROR_SILENT: a server that was connected and said nothing for too long
 * @TWF_ERROR_HOST_UNKNOWN: a server that was never met, and nobody said that it is the right one
 * @TWF_ERROR_HOST_CHANGED: a server with another key than it had
 * @TWF_ERROR_CERTIFICATE: a server that nobody who is trusted vouches for
 * @TWF_ERROR_NOT_ADMITTED: a server that does not know who we are
 * @TWF_ERROR_NO_RIGHT: a server that knows us and does not let us change what we would
 * @TWF_ERROR_OUTRUN: somebody else changed it there in the meantime
 * @TWF_ERROR_SERVER_FULL: a server without room
 *
 * The one error domain of the project. What a person reads is made from the code (see
 * twf_error_describe() in desk/); the message is the detail: a place, a reason, one line.
 * Cancellation alone stays %G_IO_ERROR_CANCELLED, as GTask and every GIO call have it.
 */
typedef enum
{
  TWF_ERROR_FAILED,
  TWF_ERROR_NOT_FOUND,
  TWF_ERROR_EXISTS,
  TWF_ERROR_INVALID,
  TWF_ERROR_ENCODING,
  TWF_ERROR_UNSUPPORTED,
  TWF_ERROR_TOO_LARGE,
  TWF_ERROR_EMPTY,
  TWF_ERROR_READ_ONLY,
  TWF_ERROR_NO_SPACE,
  TWF_ERROR_DENIED,
  TWF_ERROR_BUSY,
  TWF_ERROR_CHANGED,
  TWF_ERROR_DAMAGED,
  TWF_ERROR_IO,
  TWF_ERROR_KEY,
  TWF_ERROR_REGISTER,
  TWF_ERROR_UNREACHABLE,
  TWF_ERROR_SILENT,
  TWF_ERROR_HOST_UNKNOWN,
  TWF_ERROR_HOST_CHANGED,
  TWF_ERROR_CERTIFICATE,
  TWF_ERROR_NOT_ADMITTED,
  TWF_ERROR_NO_RIGHT,
  TWF_ERROR_OUTRUN,
  TWF_ERROR_SERVER_FULL,
} TwfError;

GQuark twf_error_quark (void);

TwfError twf_error_code_from_errno (int saved_errno);
void twf_error_set_from_errno (GError **error, int saved_errno, const char *subject);
void twf_error_convert (GError **error);

G_END_DECLS
