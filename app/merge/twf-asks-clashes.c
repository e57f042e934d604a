/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-text-merge.h"
#include "twf-values.h"

/* Which requests exclude each other, for those who decide: what is then accepted is settled by
 * twf-settle, over what was decided. */

static gboolean
same_text (TwfRequest *one, TwfRequest *other)
{
  return one->kind == other->kind && one->part == other->part
         && g_strcmp0 (one->language, other->language) == 0
         && g_strcmp0 (one->field, other->field) == 0;
}

/* A text that is to go, against what puts words into it. */
static void
find_in_gone (GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < group->len; j++)
      if (twf_asks_takes_text_from (group->pdata[i], group->pdata[j]))
        {
          TwfClash *clash = twf_clash_new ();

          twf_clash_add (clash, group->pdata[i], 0);
          twf_clash_add (clash, group->pdata[j], 1);
          twf_clash_unref (clash);
        }
}

static void
find_in_words (GPtrArray *group)
{
  TwfRequest *first = group->pdata[0];
  g_autofree const char **sides = g_new0 (const char *, group->len);
  g_autoptr (GPtrArray) pieces = NULL;

  for (guint i = 0; i < group->len; i++)
    sides[i] = ((TwfRequest *)group->pdata[i])->new_text;
  pieces = twf_merge_texts (first->old_text, sides, group->len, first->language);
  for (guint i = 0; i < pieces->len; i++)
    {
      TwfPiece *piece = pieces->pdata[i];
      TwfClash *clash = NULL;

      if (piece->alternatives == NULL)
        continue;
      clash = twf_clash_new ();
      for (guint j = 0; j < piece->alternatives->len; j++)
        {
          TwfAlternative *alternative = piece->alternatives->pdata[j];

          /* Those that leave the base's words there do not stand in the clash. */
          if (g_strcmp0 (alternative->text, piece->text) == 0)
            continue;
          for (guint k = 0; k < alternative->n_sides; k++)
            twf_clash_add (clash, group->pdata[alternative->sides[k]], j);
        }
      twf_clash_unref (clash);
    }
}

/* All of @group exclude each other. */
static void
add_all (GPtrArray *group)
{
  TwfClash *clash = twf_clash_new ();

  for (guint i = 0; i < group->len; i++)
    twf_clash_add (clash, group->pdata[i], i);
  twf_clash_unref (clash);
}

static int
compare_texts (gconstpointer one, gconstpointer other)
{
  TwfRequest *first = *(TwfRequest *const *)one;
  TwfRequest *second = *(TwfRequest *const *)other;
  int order = (int)first->kind - (int)second->kind;

  if (order == 0)
    order = (int)first->part - (int)second->part;
  if (order == 0)
    order = g_strcmp0 (first->language, second->language);
  if (order == 0)
    order = g_strcmp0 (first->field, second->field);
  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static gboolean
may_exclude (TwfRequest *request)
{
  return request->kind == TWF_REQUEST_TEXT || request->kind == TWF_REQUEST_MOVE
         || (request->kind == TWF_REQUEST_FIELD && request->element == NULL);
}

static void
find_in_target (TwfTarget *target)
{
  g_ptr_array_sort (target->requests, compare_texts);
  for (guint i = 0, next; i < target->requests->len; i = next)
    {
      TwfRequest *request = target->requests->pdata[i];
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      for (next = i;
           next < target->requests->len && same_text (request, target->requests->pdata[next]);
           next++)
        if (may_exclude (target->requests->pdata[next]))
          g_ptr_array_add (group, target->requests->pdata[next]);
      if (group->len < 2)
        continue;
      if (request->kind == TWF_REQUEST_TEXT)
        {
          find_in_words (group);
          find_in_gone (group);
        }
      else
        add_all (group);
    }
}

/* The request that deletes a provision, and all that needs it: id -> GPtrArray of TwfRequest. */
static void
need (GHashTable *needed, const char *id, TwfRequest *request)
{
  GPtrArray *those = id != NULL ? g_hash_table_lookup (needed, id) : NULL;

  if (those != NULL && those->pdata[those->len - 1] != request)
    g_ptr_array_add (those, request);
}

static void
need_links (GHashTable *needed, TwfRequest *request)
{
  g_auto (GStrv) fields = twf_provision_list_fields (request->provision);
  TwfSection section;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *const *values = twf_provision_get_values (request->provision, fields[i]);

      if (!twf_field_get_target (fields[i], &section))
        continue;
      for (guint j = 0; values[j] != NULL; j++)
        need (needed, values[j], request);
    }
}

static void
find_needed (GHashTable *needed, TwfRequest *request)
{
  TwfSection section;

  if (request->kind == TWF_REQUEST_DELETE)
    return;
  if (request->kind != TWF_REQUEST_DELEGATION)
    need (needed, request->provision_id, request);
  if (request->kind == TWF_REQUEST_MOVE)
    need (needed, request->parent, request);
  if (request->kind == TWF_REQUEST_INSERT)
    {
      need (needed, request->parent, request);
      need_links (needed, request);
    }
  if (request->kind != TWF_REQUEST_FIELD || !twf_field_get_target (request->field, &section))
    return;
  if (request->element != NULL && !request->removes)
    need (needed, request->element, request);
  for (guint i = 0; request->values != NULL && request->values[i] != NULL; i++)
    need (needed, request->values[i], request);
}

static void
find_in_deletions (TwfAsks *self)
{
  g_autoptr (GHashTable) needed
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->requests);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfRequest *request = value;
      GPtrArray *those = NULL;

      if (request->kind != TWF_REQUEST_DELETE)
        continue;
      those = g_ptr_array_new ();
      g_ptr_array_add (those, request);
      g_hash_table_insert (needed, request->provision_id, those);
    }
  if (g_hash_table_size (needed) == 0)
    return;
  g_hash_table_iter_init (&iter, self->requests);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    find_needed (needed, value);
  g_hash_table_iter_init (&iter, needed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *those = value;
      TwfClash *clash = those->len > 1 ? twf_clash_new () : NULL;

      for (guint i = 0; clash != NULL && i < those->len; i++)
        twf_clash_add (clash, those->pdata[i], i == 0 ? 0 : 1);
      g_clear_pointer (&clash, twf_clash_unref);
    }
}

/**
 * twf_asks_find_clashes:
 * @self: all that is asked for
 *
 * Finds which requests exclude each other: same words, other values, other places, and what is to
 * go against what needs it.
 */
void
twf_asks_find_clashes (TwfAsks *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    find_in_target (value);
  find_in_deletions (self);
}
