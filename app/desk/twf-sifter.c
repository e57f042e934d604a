/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-sifter.h"

#include "twf-changed-words.h"
#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-format.h"

#include <string.h>

/* Of what is no provision. */
#define NO_SECTION (-2)
/* So many blobs are remembered to hold what is looked for, or not to. */
#define MOST_BLOBS 65536

struct _TwfSifter
{
  TwfRepository *repository;
  TwfHistoryFilter *filter;
  guint64 unit;         /* of the filter's provision */
  GHashTable *sections; /* guint64* unit (owned) -> section + 3 */
  TwfSearch *search;    /* nullable */
  GHashTable *blobs;    /* char* id (owned) -> whether @search finds something there, + 1 */
};

static void
set_section (TwfSifter *self, guint64 unit, int section)
{
  g_hash_table_replace (
      self->sections, g_memdup2 (&unit, sizeof unit), GINT_TO_POINTER (section + 3));
}

static guint64
get_unit_of (const char *provision)
{
  g_autofree char *path = twf_format_dup_provision_path (provision);

  return twf_unit_number (path);
}

/**
 * twf_sifter_new:
 * @repository: where
 * @filter: what is wanted
 * @plan: the plan as it is now
 *
 * A provision belongs to the section that it stands in now, or, where it is gone, stood in last: so
 * its whole history is found together, as it is by its id. Revisions say what they touch, not in
 * which section that was then.
 *
 * Returns: (transfer full): a sifter
 */
TwfSifter *
twf_sifter_new (TwfRepository *repository, const TwfHistoryFilter *filter, TwfPlan *plan)
{
  TwfSifter *self = g_new0 (TwfSifter, 1);

  self->repository = twf_repository_ref (repository);
  self->filter = twf_history_filter_copy (filter);
  self->sections = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (filter->provision != NULL)
    self->unit = get_unit_of (filter->provision);
  if (filter->text != NULL)
    self->search = twf_search_new (filter->text, filter->language);
  if (filter->section != TWF_ANY_SECTION)
    {
      g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

      for (guint i = 0; i < all->len; i++)
        set_section (self,
                     get_unit_of (twf_provision_get_id (all->pdata[i])),
                     (int)twf_provision_get_section (all->pdata[i]));
    }
  return self;
}

/**
 * twf_sifter_free:
 * @self: (transfer full) (nullable): a sifter
 */
void
twf_sifter_free (TwfSifter *self)
{
  if (self == NULL)
    return;
  twf_history_filter_free (self->filter);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->blobs);
  twf_search_free (self->search);
  twf_repository_unref (self->repository);
  g_free (self);
}

/**
 * twf_sifter_needs_units:
 * @self: a sifter
 *
 * Returns: whether it asks what revisions touch
 */
gboolean
twf_sifter_needs_units (TwfSifter *self)
{
  return self->filter->provision != NULL || self->filter->section != TWF_ANY_SECTION;
}

/**
 * twf_sifter_needs_authors:
 * @self: a sifter
 *
 * Returns: whether it asks who made revisions, or when
 */
gboolean
twf_sifter_needs_authors (TwfSifter *self)
{
  return self->filter->delegation != NULL || self->filter->since != G_MININT64
         || self->filter->until != G_MAXINT64;
}

/* The section of a provision that is no longer in the plan: as @revision left it, or found it. */
static gboolean
find_section (TwfSifter *self,
              const char *id,
              const char *revision,
              const char *former,
              int *section,
              GError **error)
{
  const char *sides[] = { revision, former };

  *section = NO_SECTION;
  for (guint i = 0; i < G_N_ELEMENTS (sides) && sides[i] != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;
      g_autoptr (TwfProvision) provision
          = twf_desk_read_provision (self->repository, sides[i], id, &reason);

      if (provision != NULL)
        {
          *section = (int)twf_provision_get_section (provision);
          return TRUE;
        }
      if (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
  return TRUE;
}

/* Finds the sections of all that a revision touches. */
static gboolean
learn_sections (TwfSifter *self, TwfChronicle *chronicle, GError **error)
{
  g_autoptr (GPtrArray) changes = twf_chronicle_list_changes (chronicle, error);
  g_auto (GStrv) parents = twf_chronicle_dup_parents (chronicle);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const TwfPathChange *change = changes->pdata[i];
      g_autofree char *id = twf_format_dup_id_of_path (change->path);
      guint64 unit = twf_unit_number (change->path);
      int section = NO_SECTION;

      if (g_hash_table_contains (self->sections, &unit))
        continue;
      if (id != NULL
          && !find_section (
              self, id, twf_chronicle_get_id (chronicle), parents[0], &section, error))
        return FALSE;
      set_section (self, unit, section);
    }
  return TRUE;
}

static gboolean
touches_section (TwfSifter *self, TwfChronicle *chronicle, gboolean *touches, GError **error)
{
  gboolean learnt = FALSE;

  *touches = FALSE;
  for (guint i = 0; i < twf_chronicle_get_n_units (chronicle) && !*touches; i++)
    {
      guint64 unit = twf_chronicle_get_unit (chronicle, i);
      int known = GPOINTER_TO_INT (g_hash_table_lookup (self->sections, &unit));

      if (known == 0 && !learnt)
        {
          if (!learn_sections (self, chronicle, error))
            return FALSE;
          learnt = TRUE;
          known = GPOINTER_TO_INT (g_hash_table_lookup (self->sections, &unit));
        }
      *touches = known == self->filter->section + 3;
    }
  return TRUE;
}

static gboolean
is_by (TwfSifter *self, const char *email)
{
  g_autofree char *code = NULL;

  if (self->filter->delegation == NULL)
    return TRUE;
  if (*self->filter->delegation == '\0')
    return twf_author_is_facilitators (email);
  code = twf_author_dup_code_of (email);
  return g_strcmp0 (code, self->filter->delegation) == 0;
}

/* By what is remembered of the revision, where that is known; else it is read. */
static gboolean
look_at_author (TwfSifter *self,
                TwfChronicle *chronicle,
                TwfRevision **revision,
                gboolean *passes,
                GError **error)
{
  g_autofree char *email = NULL;
  gint64 when;

  if (!twf_chronicle_recall_author (chronicle, &email, &when))
    {
      *revision = twf_chronicle_read (chronicle, error);
      if (*revision == NULL)
        return FALSE;
      email = g_strdup (twf_revision_get_email (*revision));
      when = twf_revision_get_when (*revision);
    }
  *passes = is_by (self, email) && when >= self->filter->since && when < self->filter->until;
  return TRUE;
}

/* Words are looked at where they are asked for. */
static gboolean
is_in_place (TwfSifter *self, const char *path)
{
  g_autofree char *id = twf_format_dup_id_of_path (path);
  guint64 unit;

  if (self->filter->provision != NULL)
    return g_strcmp0 (id, self->filter->provision) == 0;
  if (self->filter->section == TWF_ANY_SECTION)
    return TRUE;
  unit = twf_unit_number (path);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->sections, &unit)) == self->filter->section + 3;
}

/* NULL: there is no such blob. */
static char *
read_text (TwfSifter *self, const char *blob, GError **error)
{
  g_autoptr (GBytes) bytes = twf_repository_read_blob (self->repository, blob, error);

  return bytes != NULL
             ? g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes))
             : NULL;
}

/* What one revision took away another had brought: each blob is looked through once. */
static gboolean
look_into (TwfSifter *self, const char *blob, gboolean *holds, GError **error)
{
  int known = blob != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->blobs, blob)) : 1;
  g_autofree char *text = NULL;

  if (known == 0)
    {
      text = read_text (self, blob, error);
      if (text == NULL)
        return FALSE;
      known = 1 + twf_search_matches (self->search, text);
      if (g_hash_table_size (self->blobs) >= MOST_BLOBS)
        g_hash_table_remove_all (self->blobs);
      g_hash_table_insert (self->blobs, g_strdup (blob), GINT_TO_POINTER (known));
    }
  *holds = known > 1;
  return TRUE;
}

static gboolean
look_at_change (TwfSifter *self, const TwfPathChange *change, gboolean *found, GError **error)
{
  gboolean in_old, in_new;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (!look_into (self, change->old_blob, &in_old, error)
      || !look_into (self, change->new_blob, &in_new, error))
    return FALSE;
  if (!in_old && !in_new)
    return TRUE;
  if ((change->old_blob != NULL && (old_text = read_text (self, change->old_blob, error)) == NULL)
      || (change->new_blob != NULL
          && (new_text = read_text (self, change->new_blob, error)) == NULL))
    return FALSE;
  *found = twf_changed_words_match (old_text, new_text, self->filter->language, self->search);
  return TRUE;
}

static gboolean
look_at_words (TwfSifter *self,
               TwfChronicle *chronicle,
               TwfRevision *revision,
               gboolean *found,
               GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  *found = twf_search_matches (self->search, twf_revision_get_subject (revision));
  if (*found)
    return TRUE;
  changes = twf_chronicle_list_changes (chronicle, error);
  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len && !*found; i++)
    {
      const TwfPathChange *change = changes->pdata[i];

      if (twf_format_is_text_path (change->path) && is_in_place (self, change->path)
          && !look_at_change (self, change, found, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_sifter_look:
 * @self: a sifter
 * @chronicle: stands at a revision
 * @revision: (out): the revision, where it had to be read; else %NULL
 * @passes: (out): whether the filter lets it pass
 * @error: return location
 *
 * Blocks.
 *
 * Returns: FALSE with @error set if that cannot be told
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_sifter_look (TwfSifter *self,
                 TwfChronicle *chronicle,
                 TwfRevision **revision,
                 gboolean *passes,
                 GError **error)
{
  const TwfHistoryFilter *filter = self->filter;

  *revision = NULL;
  *passes = FALSE;
  if (filter->provision != NULL && !twf_chronicle_touches (chronicle, self->unit))
    return TRUE;
  if (filter->section != TWF_ANY_SECTION && !touches_section (self, chronicle, passes, error))
    return FALSE;
  if (filter->section != TWF_ANY_SECTION && !*passes)
    return TRUE;
  *passes = TRUE;
  if (twf_sifter_needs_authors (self) && !look_at_author (self, chronicle, revision, passes, error))
    return FALSE;
  if (!*passes || filter->text == NULL)
    return TRUE;
  if (*revision == NULL && (*revision = twf_chronicle_read (chronicle, error)) == NULL)
    return FALSE;
  return look_at_words (self, chronicle, *revision, passes, error);
}
