/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-language.h"
#include "twf-values.h"
#include "twf-word-list.h"

#include <string.h>

/* The plan's own fields. */

static gboolean
is_day (const char *value)
{
  g_autofree char *full = g_strconcat (value, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) moment
      = strlen (value) == 10 && value[4] == '-' ? g_date_time_new_from_iso8601 (full, NULL) : NULL;

  return moment != NULL;
}

static gboolean
is_word (const char *value)
{
  g_autofree char *language = NULL;
  const char *word;

  return twf_word_list_parse (value, &language, &word);
}

static gboolean
is_about (TwfRequest *request, const char *field)
{
  return request->kind == TWF_REQUEST_FIELD && twf_request_is_accepted (request)
         && g_str_equal (request->field, field);
}

static gboolean
has_place (TwfRequest *request)
{
  static const char *const known[] = { TWF_PLAN_LANGUAGES,
                                       TWF_PLAN_SOURCE_LANGUAGE,
                                       TWF_PLAN_SYMBOL,
                                       TWF_PLAN_SESSION,
                                       TWF_PLAN_DATE,
                                       TWF_PLAN_AGENDA_ITEM,
                                       TWF_PLAN_CONVENTION,
                                       TWF_PLAN_REGISTER,
                                       TWF_PLAN_FACILITATOR_KEY,
                                       TWF_PLAN_PROCEDURE,
                                       TWF_PLAN_WORD,
                                       NULL };

  if (!g_strv_contains (known, request->field))
    return FALSE;
  if (g_str_equal (request->field, TWF_PLAN_PROCEDURE))
    return request->element != NULL;
  if (g_str_equal (request->field, TWF_PLAN_WORD))
    return request->element != NULL && (request->removes || is_word (request->element));
  if (request->element != NULL)
    return request->removes || twf_language_is_valid (request->element);
  if (request->values == NULL || request->values[0] == NULL)
    return TRUE;
  if (g_str_equal (request->field, TWF_PLAN_LANGUAGES)
      || g_str_equal (request->field, TWF_PLAN_FACILITATOR_KEY))
    return TRUE;
  return request->values[1] == NULL
         && (!g_str_equal (request->field, TWF_PLAN_DATE) || is_day (request->values[0]));
}

/* Puts @element behind what it follows; of several that follow the same the first by name stands
 * first. */
static GStrv
insert_behind (GStrv values, const char *element, const char *behind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (behind == NULL)
    g_strv_builder_add (builder, element);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_strv_builder_add (builder, values[i]);
      if (g_strcmp0 (values[i], behind) == 0)
        g_strv_builder_add (builder, element);
    }
  g_strfreev (values);
  return g_strv_builder_end (builder);
}

static int
compare_elements (gconstpointer one, gconstpointer other)
{
  return -g_strcmp0 ((*(TwfRequest *const *)one)->element, (*(TwfRequest *const *)other)->element);
}

/* Each as soon as what it follows is there; what follows nothing that is there goes to the end. */
static GStrv
add_languages (GStrv values, GPtrArray *added)
{
  g_ptr_array_sort (added, compare_elements);
  while (added->len > 0)
    {
      guint at = 0;
      TwfRequest *request;

      while (at < added->len && ((TwfRequest *)added->pdata[at])->behind != NULL
             && !twf_values_hold ((const char *const *)values,
                                  ((TwfRequest *)added->pdata[at])->behind))
        at++;
      request = added->pdata[at < added->len ? at : added->len - 1];
      if (at < added->len)
        values = insert_behind (values, request->element, request->behind);
      else
        {
          GStrv longer = twf_values_with ((const char *const *)values, request->element);

          g_strfreev (values);
          values = longer;
        }
      g_ptr_array_remove (added, request);
    }
  return values;
}

/* The languages that the plan is to have, by what is accepted. */
static GStrv
list_languages (TwfSettlement *self, TwfTarget *target)
{
  const char *const *standing = twf_plan_get_values (self->rolling, TWF_PLAN_LANGUAGES);
  GStrv values = standing != NULL ? g_strdupv ((GStrv)standing) : g_new0 (char *, 1);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];
      GStrv next = NULL;

      if (!is_about (request, TWF_PLAN_LANGUAGES))
        continue;
      if (request->element != NULL && !request->removes)
        g_ptr_array_add (added, request);
      else if (request->element != NULL)
        next = twf_values_without ((const char *const *)values, request->element);
      else
        next = twf_values_reorder ((const char *const *)values,
                                   (const char *const *)request->values);
      if (next == NULL)
        continue;
      g_strfreev (values);
      values = next;
    }
  return add_languages (values, added);
}

/* One value, or the order of the languages: several that are accepted exclude each other. */
static void
settle_singles (TwfSettlement *self, TwfTarget *target)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];
      TwfRequest *other;

      if (request->kind != TWF_REQUEST_FIELD || !twf_request_is_accepted (request))
        continue;
      if (!has_place (request))
        twf_settlement_demote (self, request, TWF_REASON_NO_ROOM);
      if (request->element != NULL || !twf_request_is_accepted (request))
        continue;
      other = g_hash_table_lookup (first, request->field);
      if (other == NULL)
        {
          g_hash_table_insert (first, request->field, request);
          continue;
        }
      twf_settlement_demote (self, request, TWF_REASON_OTHER_VALUE);
      twf_settlement_demote (self, other, TWF_REASON_OTHER_VALUE);
    }
}

static TwfRequest *
find_about (TwfTarget *target, const char *field, const char *removed)
{
  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (is_about (request, field)
          && (removed == NULL || (request->removes && g_strcmp0 (request->element, removed) == 0)))
        return request;
    }
  return NULL;
}

static void
demote_removals (TwfSettlement *self, TwfTarget *target)
{
  for (guint i = 0; i < target->requests->len; i++)
    if (is_about (target->requests->pdata[i], TWF_PLAN_LANGUAGES)
        && ((TwfRequest *)target->requests->pdata[i])->removes)
      twf_settlement_demote (self, target->requests->pdata[i], TWF_REASON_IN_USE);
}

/* The source language is one of the languages, and there is at least one. */
static void
settle_languages (TwfSettlement *self, TwfTarget *target)
{
  for (;;)
    {
      TwfRequest *change = find_about (target, TWF_PLAN_SOURCE_LANGUAGE, NULL);
      const char *source = twf_plan_get_field (self->rolling, TWF_PLAN_SOURCE_LANGUAGE);
      TwfRequest *removal;

      g_clear_pointer (&self->languages, g_strfreev);
      if (find_about (target, TWF_PLAN_LANGUAGES, NULL) != NULL)
        self->languages = list_languages (self, target);
      else
        self->languages = g_strdupv ((GStrv)twf_plan_get_languages (self->rolling));
      if (change != NULL)
        source = change->values[0];
      removal = source != NULL ? find_about (target, TWF_PLAN_LANGUAGES, source) : NULL;
      if (self->languages[0] == NULL && find_about (target, TWF_PLAN_LANGUAGES, NULL) != NULL)
        demote_removals (self, target);
      else if (source == NULL || twf_values_hold ((const char *const *)self->languages, source)
               || (change == NULL && removal == NULL))
        break;
      else
        twf_settlement_demote (self, change != NULL ? change : removal, TWF_REASON_IN_USE);
    }
}

/* Acts and words come and go one by one: whatever others add meanwhile, all of it stays. */
static void
settle_element (TwfSettlement *self, TwfSettled *settled, const TwfRequest *request)
{
  const TwfSettledField *now = twf_settled_get_field (settled, request->field);
  const char *const *held = now != NULL ? (const char *const *)now->values
                                        : twf_plan_get_values (self->rolling, request->field);

  if (twf_values_hold (held, request->element) == request->removes)
    twf_settled_set_field (settled,
                           request->field,
                           request->removes ? twf_values_without (held, request->element)
                                            : twf_values_with (held, request->element));
}

/**
 * twf_settle_head:
 * @self: a settlement
 *
 * Puts accepted values into the plan's own fields, and finds the languages that it is to have.
 */
void
twf_settle_head (TwfSettlement *self)
{
  TwfTarget *target = twf_asks_get_target (self->asks, NULL);
  TwfSettled *settled = twf_settlement_get (self, NULL);

  g_auto (GStrv) languages = NULL;

  settle_singles (self, target);
  settle_languages (self, target);
  languages = g_steal_pointer (&self->languages);
  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (request->kind != TWF_REQUEST_FIELD || !twf_request_is_accepted (request))
        continue;
      /* What was done stays on record. */
      if (g_str_equal (request->field, TWF_PLAN_PROCEDURE) && request->removes)
        continue;
      if (g_str_equal (request->field, TWF_PLAN_LANGUAGES))
        twf_settled_set_field (settled, request->field, g_strdupv (languages));
      else if (request->element != NULL)
        settle_element (self, settled, request);
      else
        twf_settled_set_field (settled, request->field, g_strdupv (request->values));
    }
  /* A language that goes takes no words with it: what is asked for in it still has its place. */
  self->languages = twf_values_unite (g_steal_pointer (&languages),
                                      g_strdupv ((GStrv)twf_plan_get_languages (self->rolling)));
}
