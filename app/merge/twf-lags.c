/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-lags.h"

#include "twf-wording.h"

struct _TwfLags
{
  GHashTable *of; /* char* id -> GPtrArray* of Lag* (owned) */
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
  return self;
}

static void
clear_lags (gpointer data)
{
  g_hash_table_unref (((TwfLags *)data)->of);
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
