/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-account.h"

#include "twf-desk-private.h"

#include "twf-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a signature is for: one made for something else is none here (ssh-keygen(1), -n). */
#define NAMESPACE "tawafuq-account"

typedef struct
{
  TwfAccount *account;
  gboolean is_record;
  TwfExportKind kind;
  char *language; /* nullable */
  char *path;
  char *key; /* nullable */
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  twf_account_unref (exporting->account);
  g_free (exporting->language);
  g_free (exporting->path);
  g_free (exporting->key);
  g_free (exporting);
}

static gboolean
fail (GError **error, const char *reason)
{
  g_autofree char *single = g_utf8_make_valid (reason, -1);

  g_strdelimit (g_strstrip (single), "\r\n", ' ');
  g_set_error (error, TWF_ERROR, TWF_ERROR_FAILED, "%s", single);
  return FALSE;
}

/* OpenSSH's own program signs: the key may lie on a token, or with its agent. It never asks: there
 * may be no terminal. */
static gboolean
sign (const Exporting *exporting, GCancellable *cancellable, GError **error)
{
  g_autofree char *signature = g_strconcat (exporting->path, ".sig", NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;

  g_unlink (signature);
  g_subprocess_launcher_setenv (launcher, "SSH_ASKPASS_REQUIRE", "never", TRUE);
  process = g_subprocess_launcher_spawn (launcher,
                                         &reason,
                                         "ssh-keygen",
                                         "-Y",
                                         "sign",
                                         "-q",
                                         "-n",
                                         NAMESPACE,
                                         "-f",
                                         exporting->key,
                                         exporting->path,
                                         NULL);
  if (process == NULL
      || !g_subprocess_communicate_utf8 (process, NULL, cancellable, NULL, &said, &reason))
    return fail (error, reason->message);
  if (!g_subprocess_get_successful (process) || !g_file_test (signature, G_FILE_TEST_EXISTS))
    return fail (error, said != NULL && *said != '\0' ? said : "ssh-keygen");
  return TRUE;
}

static gboolean
run_export (const Exporting *exporting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;

  /* Before anything is written. */
  if (exporting->key != NULL && !g_file_test (exporting->key, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", exporting->key);
      return FALSE;
    }
  if (exporting->is_record)
    bytes = g_bytes_new (exporting->account->record, strlen (exporting->account->record));
  else
    bytes = twf_export_account (
        exporting->account, exporting->kind, exporting->language, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (!g_file_set_contents (exporting->path,
                            g_bytes_get_data (bytes, NULL),
                            (gssize)g_bytes_get_size (bytes),
                            &reason))
    return fail (error, reason->message);
  return exporting->key == NULL || sign (exporting, cancellable, error);
}

static void
export_account (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_export (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (TwfDesk *self, GTask *task, Exporting *exporting)
{
  g_task_set_task_data (task, exporting, (GDestroyNotify)free_exporting);
  twf_desk_run (self, task, export_account);
}

/**
 * twf_desk_export_account_async:
 * @self: a desk
 * @account: what is to be written
 * @kind: what is made
 * @language: (nullable): of the certificate's own words
 * @path: where; a file that is there is replaced
 * @key: (nullable): a file with a private key of OpenSSH
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the certificate and, with @key, signs it: `ssh-keygen -Y verify` tells who signed.
 */
void
twf_desk_export_account_async (TwfDesk *self,
                               TwfAccount *account,
                               TwfExportKind kind,
                               const char *language,
                               const char *path,
                               const char *key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Exporting *exporting;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (account != NULL && path != NULL);

  exporting = g_new0 (Exporting, 1);
  exporting->account = twf_account_ref (account);
  exporting->kind = kind;
  exporting->language = g_strdup (language);
  exporting->path = g_strdup (path);
  exporting->key = g_strdup (key);
  start (self,
         twf_desk_start (self, twf_desk_export_account_async, cancellable, callback, user_data),
         exporting);
}

/**
 * twf_desk_write_record_async:
 * @self: a desk
 * @account: what is to be written
 * @path: where; a file that is there is replaced
 * @key: (nullable): a file with a private key of OpenSSH
 * @cancellable: (nullable): ends it
 * @callback: called when it is done; it ends with twf_desk_export_account_finish()
 * @user_data: for @callback
 *
 * Writes the record of the account, and signs it.
 */
void
twf_desk_write_record_async (TwfDesk *self,
                             TwfAccount *account,
                             const char *path,
                             const char *key,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Exporting *exporting;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (account != NULL && path != NULL);

  exporting = g_new0 (Exporting, 1);
  exporting->account = twf_account_ref (account);
  exporting->is_record = TRUE;
  exporting->path = g_strdup (path);
  exporting->key = g_strdup (key);
  start (self,
         twf_desk_start (self, twf_desk_export_account_async, cancellable, callback, user_data),
         exporting);
}

/**
 * twf_desk_export_account_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether the file was written, and signed where that was asked for
 * Errors: TWF_ERROR_NOT_FOUND if there is no such key; TWF_ERROR_FAILED if it could not be written
 * or signed; as twf_export_account()
 */
gboolean
twf_desk_export_account_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
