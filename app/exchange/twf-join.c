/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-join.h"

#include "twf-error.h"
#include "twf-issued.h"

#include <errno.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_OPEN_FOLDERS 16
/* Symbols of one server. */
#define MOST_ISSUED 2048

static const char *const wanted[]
    = { "+refs/heads/main:refs/heads/main",
        "+refs/heads/delegations/*:refs/heads/delegations/*",
        "+" TWF_BUNDLE_ISSUED_PREFIX "*:" TWF_BUNDLE_ISSUED_PREFIX "*",
        NULL };

/* One joining. */
typedef struct
{
  const char *path;        /* of an invitation; NULL: */
  const TwfRemote *remote; /* where the plan is shared */
  TwfReceiveOptions options;
  TwfReceiveFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Joining;

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *place)
{
  return remove (path);
}

/* What was issued there; one that plain git made says neither who nor when. */
static gboolean
add_issued (TwfRepository *there, GPtrArray *refs, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (there, error);

  for (guint i = 0; issued != NULL && i < MIN (issued->len, MOST_ISSUED); i++)
    {
      const TwfIssued *one = issued->pdata[i];
      g_autofree char *encoded = twf_symbol_encode (one->symbol);
      g_autofree char *name = g_strconcat (TWF_BUNDLE_ISSUED_PREFIX, encoded, NULL);

      if (!one->is_damaged && one->by != NULL)
        g_ptr_array_add (refs, twf_bundle_ref_new (name, one->tag));
    }
  return issued != NULL;
}

static GPtrArray *
receive_from (TwfRepository *plan, Joining *joining, GError **error)
{
  g_autoptr (TwfQuarantine) quarantine = twf_quarantine_new (plan, error);
  g_autoptr (GPtrArray) refs = NULL;

  if (quarantine == NULL
      || !twf_remote_fetch (joining->remote,
                            twf_quarantine_get_path (quarantine),
                            wanted,
                            NULL,
                            joining->cancellable,
                            error))
    return NULL;
  refs = twf_quarantine_list_refs (quarantine, error);
  if (refs == NULL || !add_issued (twf_quarantine_get_repository (quarantine), refs, error))
    return NULL;
  return twf_receive_quarantined (quarantine,
                                  refs,
                                  &joining->options,
                                  joining->progress,
                                  joining->user_data,
                                  joining->cancellable,
                                  error);
}

static GPtrArray *
fill_plan (TwfRepository *plan, Joining *joining, GError **error)
{
  g_autoptr (GPtrArray) receipts = NULL;

  if (joining->remote != NULL)
    receipts = receive_from (plan, joining, error);
  else
    receipts = twf_receive_file (plan,
                                 joining->path,
                                 &joining->options,
                                 joining->progress,
                                 joining->user_data,
                                 joining->cancellable,
                                 error);
  for (guint i = 0; receipts != NULL && i < receipts->len; i++)
    {
      const TwfReceipt *receipt = receipts->pdata[i];

      if (receipt->code != NULL)
        continue;
      if (receipt->outcome == TWF_RECEIPT_REFUSED)
        {
          g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s", receipt->reason);
          return NULL;
        }
      return twf_repository_begin_main (plan, receipt->tip, error) ? g_steal_pointer (&receipts)
                                                                   : NULL;
    }
  if (receipts != NULL)
    g_set_error_literal (error,
                         TWF_ERROR,
                         TWF_ERROR_INVALID,
                         _ ("no invitation: it does not bring the rolling text"));
  return NULL;
}

/* Made beside its place and put there whole. */
static GPtrArray *
join (const char *folder, Joining *joining, GError **error)
{
  g_autofree char *making = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (TwfRepository) plan = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EXISTS, "%s", folder);
      return NULL;
    }
  making = g_strdup_printf ("%s.joining-%.8s", folder, id);
  plan = twf_repository_create (making, error);
  if (plan == NULL)
    return NULL;
  receipts = fill_plan (plan, joining, error);
  if (receipts != NULL && rename (making, folder) != 0)
    {
      twf_error_set_from_errno (error, errno == ENOTEMPTY ? EEXIST : errno, folder);
      g_clear_pointer (&receipts, g_ptr_array_unref);
    }
  if (receipts == NULL)
    nftw (making, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
  return g_steal_pointer (&receipts);
}

/**
 * twf_receive_invitation:
 * @folder: (type filename): where the plan is to lie; nothing is there yet
 * @path: a contribution file that brings the whole plan; "-": standard input
 * @options: who receives
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Makes a plan out of an invitation, looked at as every contribution is. Blocks.
 *
 * Returns: (transfer full) (element-type TwfReceipt): what became of each branch
 * Errors: TWF_ERROR_EXISTS if something is there; as twf_receive_file() and
 *   twf_repository_create()
 */
GPtrArray *
twf_receive_invitation (const char *folder,
                        const char *path,
                        const TwfReceiveOptions *options,
                        TwfReceiveFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  Joining joining = { .path = path,
                      .options = *options,
                      .progress = progress,
                      .user_data = user_data,
                      .cancellable = cancellable };

  g_return_val_if_fail (folder != NULL && path != NULL, NULL);

  joining.options.is_invitation = TRUE;
  joining.options.each_by_itself = FALSE;
  return join (folder, &joining, error);
}

/**
 * twf_join_remote:
 * @folder: (type filename): where the plan is to lie; nothing is there yet
 * @remote: where the plan is shared
 * @options: who receives
 * @progress: (nullable): told how many objects were looked at
 * @user_data: for @progress
 * @cancellable: (nullable): ends it within a second
 * @error: return location
 *
 * Makes a plan out of one that is shared, with what the delegations put there. A branch of a
 * delegation's that is refused does not keep anybody from joining. Blocks.
 *
 * Returns: (transfer full) (element-type TwfReceipt): what became of each branch
 * Errors: TWF_ERROR_EXISTS if something is there; TWF_ERROR_INVALID if the rolling text is refused,
 *   or was not put there; as twf_remote_fetch() and twf_repository_create()
 */
GPtrArray *
twf_join_remote (const char *folder,
                 const TwfRemote *remote,
                 const TwfReceiveOptions *options,
                 TwfReceiveFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Joining joining = { .remote = remote,
                      .options = *options,
                      .progress = progress,
                      .user_data = user_data,
                      .cancellable = cancellable };

  g_return_val_if_fail (folder != NULL && remote != NULL, NULL);

  joining.options.is_invitation = TRUE;
  joining.options.each_by_itself = TRUE;
  joining.options.origin = remote->location->words;
  return join (folder, &joining, error);
}
