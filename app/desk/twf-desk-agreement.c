/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-agreement.h"

#include "twf-desk-private.h"
#include "twf-format.h"
#include "twf-id.h"
#include "twf-mandate.h"
#include "twf-versions.h"
#include "twf-wording.h"

#include <string.h>

/* One text that is no longer what was agreed. */
typedef struct
{
  char *language;
  char *path;
  char *agreed; /* id of the wording; nullable: there was none */
} Text;

typedef struct
{
  char *provision;
  char *revision;
  GPtrArray *texts;        /* of Text */
  TwfProvision *as_it_was; /* at the last revision; nullable: not read yet */
} Query;

static void
free_text (gpointer data)
{
  Text *text = data;

  g_free (text->language);
  g_free (text->path);
  g_free (text->agreed);
  g_free (text);
}

static void
free_query (gpointer data)
{
  Query *query = data;

  g_free (query->provision);
  g_free (query->revision);
  g_ptr_array_unref (query->texts);
  g_clear_object (&query->as_it_was);
  g_free (query);
}

/**
 * twf_reopening_free:
 * @self: (transfer full) (nullable): who reopened something
 */
void
twf_reopening_free (TwfReopening *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_clear_object (&self->revision);
  g_strfreev (self->owners);
  g_free (self);
}

static const TwfVersion *
find_version (GPtrArray *versions, const char *id)
{
  for (guint i = 0; id != NULL && i < versions->len; i++)
    {
      const TwfVersion *version = versions->pdata[i];

      if (g_str_equal (twf_revision_get_id (version->revision), id))
        return version;
    }
  return NULL;
}

/* The newest version that came from the agreed wording and has another. What a merge took in from
 * elsewhere reopened nothing before it was taken in, so of its parents only the line it stands on
 * is looked at. */
static TwfRevision *
find_departure (GPtrArray *versions, const char *agreed)
{
  for (guint i = versions->len; i > 0; i--)
    {
      const TwfVersion *version = versions->pdata[i - 1];
      const TwfVersion *former = find_version (versions, version->parents[0]);

      if (g_strcmp0 (version->blob, agreed) != 0
          && g_strcmp0 (former != NULL ? former->blob : NULL, agreed) == 0)
        return version->revision;
    }
  return versions->len > 0
             ? ((TwfVersion *)g_ptr_array_index (versions, versions->len - 1))->revision
             : NULL;
}

/* Whose proposals about the provision @revision says it accepted; else who made it. */
static GStrv
list_owners (Query *query, TwfRevision *revision)
{
  g_autofree char *mandate = twf_revision_dup_trailer (revision, "Mandate");
  g_autofree char *code = twf_author_dup_code (revision);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) found = NULL;

  ids = mandate != NULL && g_str_has_prefix (mandate, TWF_MANDATE_PROPOSAL " ")
            ? g_strsplit_set (mandate + strlen (TWF_MANDATE_PROPOSAL " "), " ,", -1)
            : g_new0 (char *, 1);
  for (guint i = 0; query->as_it_was != NULL && ids[i] != NULL; i++)
    {
      TwfProposal *proposal = twf_provision_get_proposal (query->as_it_was, ids[i]);
      const char *const *owners
          = proposal != NULL ? twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER) : NULL;

      if (owners != NULL)
        g_strv_builder_addv (builder, (const char **)owners);
    }
  found = g_strv_builder_end (builder);
  if (found[0] != NULL)
    return g_steal_pointer (&found);
  if (code != NULL)
    g_strv_builder_add (builder, code);
  return g_strv_builder_end (builder);
}

static TwfReopening *
find_one (TwfRepository *repository,
          Query *query,
          const Text *text,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GPtrArray) versions
      = twf_repository_list_versions (repository, query->revision, text->path, cancellable, error);
  TwfReopening *self;
  const TwfVersion *tip;

  if (versions == NULL)
    return NULL;
  self = g_new0 (TwfReopening, 1);
  self->language = g_strdup (text->language);
  self->owners = g_new0 (char *, 1);
  tip = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;
  if (g_strcmp0 (tip != NULL ? tip->blob : NULL, text->agreed) == 0)
    return self;
  g_set_object (&self->revision, find_departure (versions, text->agreed));
  if (self->revision == NULL)
    return self;
  g_strfreev (self->owners);
  self->owners = list_owners (query, self->revision);
  return self;
}

/* Of several parts of one language the newest change is told; what is not saved is newest of all.
 */
static void
take (GPtrArray *found, TwfReopening *reopening)
{
  TwfReopening *last = found->len > 0 ? found->pdata[found->len - 1] : NULL;

  if (last == NULL || !g_str_equal (last->language, reopening->language))
    g_ptr_array_add (found, reopening);
  else if (last->revision != NULL
           && (reopening->revision == NULL
               || twf_revision_get_when (reopening->revision)
                      > twf_revision_get_when (last->revision)))
    {
      g_ptr_array_remove_index (found, found->len - 1);
      g_ptr_array_add (found, reopening);
    }
  else
    twf_reopening_free (reopening);
}

static GPtrArray *
find_all (TwfRepository *repository, Query *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_reopening_free);

  g_autofree char *resolved = twf_repository_resolve (repository, query->revision, error);

  if (resolved == NULL)
    return NULL;
  g_free (query->revision);
  query->revision = g_steal_pointer (&resolved);
  /* One that cannot be read says nothing of its proposals, and who saved is told all the same. */
  query->as_it_was = twf_desk_read_provision (repository, query->revision, query->provision, NULL);
  for (guint i = 0; i < query->texts->len; i++)
    {
      TwfReopening *one = find_one (repository, query, query->texts->pdata[i], cancellable, error);

      if (one == NULL)
        return NULL;
      take (found, one);
    }
  return g_steal_pointer (&found);
}

static void
find_reopenings (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  GError *error = NULL;
  GPtrArray *found = find_all (self->repository, data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static const char *
find_agreed (const TwfAgreement *agreement, TwfPart part, const char *language)
{
  for (guint i = 0; i < agreement->texts->len; i++)
    {
      const TwfAgreedText *text = agreement->texts->pdata[i];

      if (text->part == part && g_str_equal (text->language, language))
        return text->wording;
    }
  return NULL;
}

static void
ask_for_language (Query *query, const TwfStanding *standing, const TwfAgreedLanguage *item)
{
  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      Text *text;

      if ((item->parts & (1u << part)) == 0)
        continue;
      text = g_new0 (Text, 1);
      text->language = g_strdup (item->language);
      text->path = twf_format_dup_text_path (query->provision, part, item->language);
      text->agreed = g_strdup (find_agreed (standing->agreement, part, item->language));
      g_ptr_array_add (query->texts, text);
    }
}

/**
 * twf_desk_find_reopenings_async:
 * @self: a desk
 * @provision: a provision
 * @standing: how the agreement about it stands
 * @revision: (nullable): a name of the revision in which it stands so; %NULL: the desk's plan
 * @cancellable: (nullable): ends it
 * @callback: called with who it was
 * @user_data: for @callback
 *
 * Finds who changed the wording since it was agreed, from the history of the texts that differ
 * alone. The desk is not busy meanwhile.
 */
void
twf_desk_find_reopenings_async (TwfDesk *self,
                                TwfProvision *provision,
                                const TwfStanding *standing,
                                const char *revision,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self) && TWF_IS_PROVISION (provision) && standing != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_find_reopenings_async);
  query = g_new0 (Query, 1);
  query->provision = g_strdup (twf_provision_get_id (provision));
  query->revision = g_strdup (revision != NULL ? revision : self->revision);
  query->texts = g_ptr_array_new_with_free_func (free_text);
  for (guint i = 0; standing->agreement != NULL && i < standing->languages->len; i++)
    ask_for_language (query, standing, standing->languages->pdata[i]);
  g_task_set_task_data (task, query, free_query);
  twf_desk_run (self, task, find_reopenings);
}

/**
 * twf_desk_find_reopenings_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfReopening): who reopened it, for each language that is
 * Errors: TWF_ERROR_DAMAGED, and as twf_repository_list_versions()
 */
GPtrArray *
twf_desk_find_reopenings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
