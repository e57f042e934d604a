/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-account-find.h"

#include "twf-format.h"
#include "twf-text-story.h"
#include "twf-versions.h"

/* What nobody owned up to is what no delegation and not the facilitator did under a mandate: a
 * revision made by hand with another program, or one that says it is somebody's and not why. */
static TwfDoer *
doer_new (const TwfOrigin *origin)
{
  TwfDoer *self = g_atomic_rc_box_new0 (TwfDoer);
  gboolean under_mandate = origin->mandate != NULL && *origin->mandate != '\0';

  self->revision = g_strdup (twf_revision_get_id (origin->revision));
  self->author = g_strdup (twf_revision_get_author (origin->revision));
  self->when = twf_revision_get_when (origin->revision);
  self->mandate = under_mandate ? g_strdup (origin->mandate) : NULL;
  self->proposal = g_strdup (origin->proposal);
  self->owners = g_strdupv (origin->owners);
  self->is_facilitator = twf_author_is_facilitator (origin->revision);
  self->is_owned = under_mandate && (origin->owners[0] != NULL || self->is_facilitator);
  return self;
}

/**
 * twf_accounting_find_doer:
 * @self: an account that is made
 * @origin: how something came
 *
 * Returns: (transfer full): who did it
 */
TwfDoer *
twf_accounting_find_doer (TwfAccounting *self, const TwfOrigin *origin)
{
  g_autofree char *key = g_strconcat (twf_revision_get_id (origin->revision),
                                      " ",
                                      origin->proposal != NULL ? origin->proposal : "",
                                      NULL);
  TwfDoer *doer = g_hash_table_lookup (self->doers, key);

  if (doer == NULL)
    {
      doer = doer_new (origin);
      g_hash_table_insert (self->doers, g_steal_pointer (&key), doer);
    }
  return twf_doer_ref (doer);
}

/**
 * twf_accounting_find_former:
 * @self: an account that is made
 * @path: a file
 * @numbers: id of a revision -> number of the version of @path, plus one
 * @error: return location
 *
 * What stands at a path in a revision is what the newest version up to it has.
 *
 * Returns: that version's number, or TWF_NO_VERSION: nothing ever stood there, or, with @error, the
 *   history could not be read
 * Errors: as twf_repository_list_versions()
 */
guint
twf_accounting_find_former (TwfAccounting *self,
                            const char *path,
                            GHashTable *numbers,
                            GError **error)
{
  g_autoptr (GPtrArray) versions = twf_repository_list_versions (
      self->repository, self->former, path, self->cancellable, error);
  guint number = 0;

  for (guint i = versions != NULL ? versions->len : 0; number == 0 && i > 0; i--)
    {
      const TwfVersion *version = versions->pdata[i - 1];

      number = GPOINTER_TO_UINT (
          g_hash_table_lookup (numbers, twf_revision_get_id (version->revision)));
    }
  return number > 0 ? number - 1 : TWF_NO_VERSION;
}

static void
take_pieces (TwfAccounting *self, TwfAccountItem *item, TwfTextStory *story, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfAccountPiece *piece = pieces->pdata[i];
      TwfDeed *deed = twf_account_item_add_deed (item, (TwfDeedKind)piece->kind, piece->text);

      for (guint j = 0; j < piece->by->len; j++)
        g_ptr_array_add (deed->doers,
                         twf_accounting_find_doer (
                             self, story->origins->pdata[g_array_index (piece->by, guint, j)]));
    }
}

static gboolean
add_text (TwfAccounting *self, const TwfRow *row, const TwfRowText *text, GError **error)
{
  g_autoptr (TwfTextStory) story = twf_text_story_read (self->repository,
                                                        row->id,
                                                        text->part,
                                                        text->language,
                                                        self->latter,
                                                        self->cancellable,
                                                        error);
  g_autofree char *path = twf_format_dup_text_path (row->id, text->part, text->language);
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GError) reason = NULL;
  TwfAccountItem *item;
  guint former;

  if (story == NULL)
    return FALSE;
  if (story->origins->len == 0)
    return TRUE;
  former = twf_accounting_find_former (self, path, story->numbers, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  item = twf_account_add_item (self->account, row);
  item->part = text->part;
  item->language = g_strdup (text->language);
  pieces = twf_account_of_text (story->provenance, former, story->origins->len - 1);
  take_pieces (self, item, story, pieces);
  return TRUE;
}

/**
 * twf_accounting_add_row:
 * @self: an account that is made
 * @row: a place of the plan, compared
 * @error: return location
 *
 * Accounts for everything that was done there. Blocks.
 *
 * Returns: whether it could be found out
 * Errors: as twf_repository_list_versions()
 */
gboolean
twf_accounting_add_row (TwfAccounting *self, const TwfRow *row, GError **error)
{
  if (row->changes[0] == NULL)
    return TRUE;
  if (!twf_accounting_add_facts (self, row, error))
    return FALSE;
  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *text = row->texts->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (text->versions[0] != text->versions[1] && !add_text (self, row, text, error))
        return FALSE;
    }
  return TRUE;
}
