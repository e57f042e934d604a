/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-lags.h"

#include "twf-wording.h"

struct _TwfLags
{
  GHashTable *of;      /* char* id -> GPtrArray* of Lag* (owned) */
  GHashTable *changes; /* char* text -> GRefString* revision that gave it the wording it has */
  GHashTable *formers; /* set of fingerprints of texts with wordings they had once */
};

typedef struct
{
  TwfPart part;
  char *language;
  char *from_wording; /* twf_wording_dup_id() */
  char *wording;
} Lag;

static void
free_lag (gpointer data)
{
  Lag *lag = data;

  g_free (lag->language);
  g_free (lag->from_wording);
  g_free (lag->wording);
  g_free (lag);
}

/**
 * twf_lags_new:
 *
 * Returns: (transfer full): no text lags behind
 */
TwfLags *
twf_lags_new (void)
{
  TwfLags *self = g_atomic_rc_box_new0 (TwfLags);

  self->of
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->changes = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ref_string_release);
  self->formers = g_hash_table_new (NULL, NULL);
  return self;
}

static void
clear_lags (gpointer data)
{
  TwfLags *self = data;

  g_hash_table_unref (self->of);
  g_hash_table_unref (self->changes);
  g_hash_table_unref (self->formers);
}

/**
 * twf_lags_ref:
 * @self: what lags behind
 *
 * Returns: (transfer full): the same
 */
TwfLags *
twf_lags_ref (TwfLags *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_lags_unref:
 * @self: (transfer full): what lags behind
 */
void
twf_lags_unref (TwfLags *self)
{
  g_atomic_rc_box_release_full (self, clear_lags);
}

static const Lag *
find (TwfLags *self, const char *id, TwfPart part, const char *language)
{
  GPtrArray *lags = g_hash_table_lookup (self->of, id);

  for (guint i = 0; lags != NULL && i < lags->len; i++)
    {
      const Lag *lag = lags->pdata[i];

      if (lag->part == part && g_str_equal (lag->language, language))
        return lag;
    }
  return NULL;
}

/**
 * twf_lags_put:
 * @self: what lags behind, that is being built
 * @id: a provision's id
 * @part: which text of it
 * @language: in which language; not put before
 * @from_wording: id of the wording of the source that it was made of
 * @wording: id of its own wording
 */
void
twf_lags_put (TwfLags *self,
              const char *id,
              TwfPart part,
              const char *language,
              const char *from_wording,
              const char *wording)
{
  GPtrArray *lags = g_hash_table_lookup (self->of, id);
  Lag *lag = g_new0 (Lag, 1);

  if (lags == NULL)
    {
      lags = g_ptr_array_new_with_free_func (free_lag);
      g_hash_table_insert (self->of, g_strdup (id), lags);
    }
  lag->part = part;
  lag->language = g_strdup (language);
  lag->from_wording = g_strdup (from_wording);
  lag->wording = g_strdup (wording);
  g_ptr_array_add (lags, lag);
}

static char *
dup_text_name (const char *id, TwfPart part)
{
  return g_strdup_printf ("%s %u", id, part);
}

/**
 * twf_lags_put_change:
 * @self: what lags behind, that is being built
 * @id: a provision's id
 * @part: which source of it
 * @revision: id of a revision that changed it; the newest comes first
 */
void
twf_lags_put_change (TwfLags *self, const char *id, TwfPart part, const char *revision)
{
  g_autofree char *text = dup_text_name (id, part);

  if (!g_hash_table_contains (self->changes, text))
    g_hash_table_insert (
        self->changes, g_steal_pointer (&text), g_ref_string_new_intern (revision));
}

/**
 * twf_lags_get_change:
 * @self: what lags behind
 * @id: a provision's id
 * @part: which source of it
 *
 * Returns: (transfer none) (nullable): id of the revision that changed it last; %NULL: not known
 */
const char *
twf_lags_get_change (TwfLags *self, const char *id, TwfPart part)
{
  g_autofree char *text = dup_text_name (id, part);

  return g_hash_table_lookup (self->changes, text);
}

/* A hundred thousand wordings are two numbers each, and not two names of forty letters. That two
 * are taken for one does no more than keep a mark from being doubted. */
static gpointer
get_fingerprint (const char *id, TwfPart part, const char *wording)
{
  guint64 text = g_str_hash (id) + part;

  return GSIZE_TO_POINTER ((gsize)(text << 32 | g_str_hash (wording)));
}

/**
 * twf_lags_put_former:
 * @self: what lags behind, that is being built
 * @id: a provision's id
 * @part: which source of it
 * @wording: id of a wording that it had before it was changed
 */
void
twf_lags_put_former (TwfLags *self, const char *id, TwfPart part, const char *wording)
{
  g_hash_table_add (self->formers, get_fingerprint (id, part, wording));
}

/**
 * twf_lags_take_over:
 * @self: what lags behind, that is being built
 * @former: what was found up to an older revision
 *
 * Takes over what is known of sources: what @self knows itself is newer.
 */
void
twf_lags_take_over (TwfLags *self, TwfLags *former)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, former->changes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (self->changes, key))
      g_hash_table_insert (self->changes, g_strdup (key), g_ref_string_acquire (value));
  g_hash_table_iter_init (&iter, former->formers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->formers, key);
}

/**
 * twf_lags_foreach:
 * @self: what lags behind
 * @func: (scope call): called for each text
 * @user_data: for @func
 */
void
twf_lags_foreach (TwfLags *self, TwfLagFunc func, gpointer user_data)
{
  GHashTableIter iter;
  gpointer id, lags;

  g_hash_table_iter_init (&iter, self->of);
  while (g_hash_table_iter_next (&iter, &id, &lags))
    for (guint i = 0; i < ((GPtrArray *)lags)->len; i++)
      {
        const Lag *lag = ((GPtrArray *)lags)->pdata[i];

        func (id, lag->part, lag->language, lag->from_wording, lag->wording, user_data);
      }
}

/**
 * twf_lags_has:
 * @self: what lags behind
 * @id: a provision's id
 * @part: which text of it
 * @language: in which language
 *
 * Returns: whether anything is known of that text
 */
gboolean
twf_lags_has (TwfLags *self, const char *id, TwfPart part, const char *language)
{
  return find (self, id, part, language) != NULL;
}

static gboolean
reads (TwfProvision *provision, TwfPart part, const char *language, const char *wording)
{
  g_autofree char *now = twf_wording_dup_id (twf_provision_get_text (provision, part, language));

  return g_strcmp0 (now, wording) == 0;
}

/**
 * twf_lags_is_stale:
 * @self: what lags behind
 * @provision: a provision as it stands
 * @part: which text of it
 * @language: in which language
 * @source_language: the plan's source language
 *
 * By what stands, so that what is changed or taken back since is seen at once: a translation that
 * was touched is no more the one that lags, and a source that reads as it did is not ahead.
 *
 * Returns: whether that text is a translation of an older wording
 */
gboolean
twf_lags_is_stale (TwfLags *self,
                   TwfProvision *provision,
                   TwfPart part,
                   const char *language,
                   const char *source_language)
{
  const Lag *lag;

  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  lag = find (self, twf_provision_get_id (provision), part, language);
  return lag != NULL && twf_provision_get_text (provision, part, source_language) != NULL
         && reads (provision, part, language, lag->wording)
         && !reads (provision, part, source_language, lag->from_wording);
}

/**
 * twf_lags_get_source:
 * @self: what lags behind
 * @provision: a provision as it stands
 * @part: which text of it
 * @language: in which language
 *
 * Returns: (transfer none) (nullable): id of the source wording that stood when the text came to
 * read as it does; %NULL: it is not known, or stands still
 */
const char *
twf_lags_get_source (TwfLags *self, TwfProvision *provision, TwfPart part, const char *language)
{
  const Lag *lag;

  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), NULL);

  lag = find (self, twf_provision_get_id (provision), part, language);
  return lag != NULL && reads (provision, part, language, lag->wording) ? lag->from_wording : NULL;
}

/**
 * twf_lags_is_claimed:
 * @self: what lags behind
 * @provision: a provision as it stands
 * @part: which text of it
 * @language: in which language
 * @source_language: the plan's source language
 * @wording: id of the source wording that the text is said to be of
 *
 * A wording that the source had once and came back to may have been at hand when the text was made:
 * that is not doubted.
 *
 * Returns: whether the source came to that wording, which it still has, after the text was touched
 * last
 */
gboolean
twf_lags_is_claimed (TwfLags *self,
                     TwfProvision *provision,
                     TwfPart part,
                     const char *language,
                     const char *source_language,
                     const char *wording)
{
  const char *source;

  g_return_val_if_fail (self != NULL && TWF_IS_PROVISION (provision), FALSE);

  source = twf_lags_get_source (self, provision, part, language);
  return source != NULL && !g_str_equal (source, wording)
         && reads (provision, part, source_language, wording)
         && !g_hash_table_contains (
             self->formers, get_fingerprint (twf_provision_get_id (provision), part, wording));
}
